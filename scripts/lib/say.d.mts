/** An expected end: its message is the whole story, so no stack is shown. */
export class Sentence extends Error {
  constructor(message: string, more?: { exitCode?: number; lines?: string[] });
  readonly exitCode: number;
  readonly lines: string[];
}
export function say(line?: string): void;
export function complain(error: unknown): void;
export function step<T>(title: string, work: () => Promise<T>): Promise<T>;
