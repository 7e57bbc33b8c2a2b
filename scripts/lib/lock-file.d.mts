type Entry = { version?: string; dev?: boolean; devOptional?: boolean; optionalDependencies?: Record<string, string> };

export function missingBuilds(packages: Record<string, Entry>): { place: string; entry: object | null }[];
export function nameOf(place: string): string;
export function isOlder(version: string, floor: string): boolean;
export function isAllowedLicence(expression: string, allowed: Set<string>): boolean;
