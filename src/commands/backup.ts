import { backUp } from '../db/backup.ts'
import { command, Misuse, say } from './command.ts'

const help = `npm run backup -- FILE
Copies the database to FILE while Parley runs, and checks the copy.
To restore: stop Parley, move the database and its -wal and -shm files away, copy FILE to its place, start Parley.`

await command(help, {}, async ({ config, positionals: [target] }) => {
  if (!target) throw new Misuse(help)
  await backUp(config.database, target)
  say(`Backed up ${config.database} to ${target}.`)
})
