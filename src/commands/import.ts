import { sayFault } from '../exchange/fault.ts'
import { importFolder } from '../exchange/import.ts'
import { wallClock } from '../kernel/clock.ts'
import { counted } from '../kernel/words.ts'
import { command, Misuse, progress, say, withRecord } from './command.ts'

const help = `npm run import -- FOLDER
Reads a folder of CSV files, as npm run export writes them, into the record.
Everything is checked first; where anything is wrong, every fault is named and nothing is stored.`

await command(help, {}, async ({ config, positionals: [folder] }) => {
  if (!folder) throw new Misuse(help)
  await withRecord(config, async (db) => {
    const result = await importFolder(
      db,
      { account_id: null, who: 'command line', clock: wallClock },
      folder,
      progress,
    )
    if (!result.ok)
      throw new Misuse(
        [
          ...result.faults.map(sayFault),
          `Nothing was stored: ${counted(result.faults.length, 'fault')}.`,
        ].join('\n'),
      )
    const rows = Object.values(result.counts).reduce((sum, count) => sum + count, 0)
    say(`Imported ${counted(rows, 'row')} from ${folder}.`)
  })
})
