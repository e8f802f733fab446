import { defineConfig } from 'vitest/config'
import { ROOT } from '../src/kernel/root.ts'

export default defineConfig({
  root: ROOT,
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/assets.ts',
    setupFiles: 'tests/setup.ts',
    // Loading the application takes longer than most files of tests: those of one worker share it.
    isolate: false,
    reporters: ['default', './tests/reporter.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
