import { command } from './command.ts'
import { runProgram } from './run-program.ts'

const help = `npm run check
Format and lint (Biome), then types (tsc). Changes nothing.`

await command(help, {}, async () => {
  process.exitCode =
    (await runProgram('biome', ['check', '--error-on-warnings', '.'])) ||
    (await runProgram('tsc', ['--noEmit']))
})
