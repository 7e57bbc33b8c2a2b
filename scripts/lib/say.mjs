/** What a command tells the person at the terminal: lines, steps with their time, sentences when it cannot go on. */

const isTerminal = Boolean(process.stdout.isTTY);
const heartbeatSeconds = 15;
const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

let spinning = "";
let isHushed = false;

/** An expected end: its message is the whole story, so no stack is shown. */
export class Sentence extends Error {
  /** @param {string} message @param {{ exitCode?: number, lines?: string[] }} [more] `lines` are somebody else's words, shown below */
  constructor(message, { exitCode = 1, lines = [] } = {}) {
    super(message);
    this.exitCode = exitCode;
    this.lines = lines;
  }
}

export function say(line = "") {
  clearSpinner();
  process.stdout.write(`${line}\n`);
  drawSpinner();
}

export function complain(error) {
  clearSpinner();
  if (!(error instanceof Sentence)) return console.error(error);
  for (const line of error.lines) console.error(`  │ ${line}`);
  console.error(`✗ ${error.message}`);
}

/**
 * Shows that something longer goes on, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  let beats = 0;
  const draw = () => {
    if (isHushed) return;
    beats++;
    if (isTerminal) {
      spinning = `${frames[beats % frames.length]} ${title}… ${Math.floor((Date.now() - began) / 1000)} s`;
      drawSpinner();
    } else if (beats === 10) say(`… ${title}`);
    else if (beats % (heartbeatSeconds * 10) === 0) say(`… ${title} ${Math.floor((Date.now() - began) / 1000)} s`);
  };
  const beat = setInterval(draw, 100);
  try {
    const result = await work();
    endSpinner(beat);
    say(`✓ ${title} ${seconds()} s`);
    return result;
  } catch (error) {
    endSpinner(beat);
    throw error;
  }
}

/** What was going on is being ended: its progress is no news any more. */
export function hush() {
  clearSpinner();
  spinning = "";
  isHushed = true;
}

function endSpinner(beat) {
  clearInterval(beat);
  clearSpinner();
  spinning = "";
}

function clearSpinner() {
  if (isTerminal && spinning) process.stdout.write("\r\x1b[2K");
}

function drawSpinner() {
  if (isTerminal && spinning) process.stdout.write(`\r\x1b[2K${spinning}`);
}
