import { asItStands } from '../db/as-it-stands.ts'
import { exportFolder } from '../exchange/export.ts'
import { command, Misuse, progress, say, withRecord } from './command.ts'

const help = `npm run export -- FOLDER
Writes the whole record to a folder of CSV files, which npm run import reads.`

await command(help, {}, async ({ config, positionals: [folder] }) => {
  if (!folder) throw new Misuse(help)
  await withRecord(config, async (db) => {
    await asItStands(db, (db) => exportFolder(db, folder, progress))
    say(`Exported the record to ${folder}.`)
  })
})
