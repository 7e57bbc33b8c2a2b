/** Counts what the test runners report. A runner that died before it could report counts as one failure. */
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const died = { passed: 0, failed: 1, skipped: 0 };

/** @param {string} file vitest's JSON report @returns {Tally} */
export function countVitest(file) {
  const report = read(file);
  if (!report) return died;
  // A file that could not even be loaded has no tests to fail.
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((result) => result.status === "failed")).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped: report.numPendingTests + report.numTodoTests };
}

/** @param {string} file Playwright's JSON report @returns {Tally} */
export function countPlaywright(file) {
  const report = read(file);
  if (!report) return died;
  const { expected, unexpected, flaky, skipped } = report.stats;
  // What passed only the second time did fail.
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped };
}

/** @param {Tally} tally @param {number | string} code of the runner @returns {Tally} never without a failure when the runner itself reported one */
export const failed = (tally, code) => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally);

/** @param {Tally[]} tallies @returns {Tally} */
export const sumOf = (tallies) =>
  tallies.reduce((sum, tally) => ({ passed: sum.passed + tally.passed, failed: sum.failed + tally.failed, skipped: sum.skipped + tally.skipped }), { passed: 0, failed: 0, skipped: 0 });

/** @param {Tally} tally */
export const closingLine = ({ passed, failed: broken, skipped }) => `${passed} passed, ${broken} failed, ${skipped} skipped`;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
