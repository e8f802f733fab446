import { newestVersion } from '../db/migrate.ts'
import { command, say, withRecord } from './command.ts'

const help = `npm run migrate
Brings the database to the schema of this program; npm start does it by itself.`

await command(help, {}, async ({ config }) => {
  // Opening is migrating: one way of doing it, whoever asks.
  await withRecord(config, async () => say(`${config.database} has schema ${newestVersion()}.`))
})
