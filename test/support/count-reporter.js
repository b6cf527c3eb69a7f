/**
 * Prints the one closing line that says how many tests passed and failed; a suite that could not run counts as failed.
 */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    this.failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    this.line = `${results.numPassedTests} passed, ${this.failed} failed${skipped}`;
    // After jest's own summary, which goes to standard error.
    process.stderr.write('', () => process.stdout.write(`${this.line}\n`));
  }
}
