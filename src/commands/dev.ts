import { command } from './command.ts'
import { runProgram } from './run-program.ts'

const help = `npm run dev
Serves like npm start, and starts anew whenever a file of src changes.`

await command(help, {}, async () => {
  process.exitCode = await runProgram(process.execPath, ['--watch', '--import', 'tsx', 'src/main.ts'])
})
