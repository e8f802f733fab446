import type { Reporter, TestModule } from 'vitest/node'

/** The closing line that CI reads. A file that could not be loaded counts as a failure. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap(({ children }) => [...children.allTests()])
    const inState = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = modules.flatMap((module) => module.errors()).length + errors.length
    const counts = `${inState('passed')} passed, ${inState('failed') + broken} failed, ${inState('skipped')} skipped`
    // The default reporter writes its summary in this same turn; the exit is the one moment after it.
    process.once('exit', () => process.stdout.write(`${counts}\n`))
  }
}
