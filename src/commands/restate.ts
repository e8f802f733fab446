import { restateAll } from '../evidence/restate-writes.ts'
import { counted } from '../kernel/words.ts'
import { command, Misuse, say, withRecord } from './command.ts'

const help = `npm run restate
Judges every field of the record anew from its claims, indexes all words anew, and tells where what was stored differed.
There should be no difference: each change to the record judges and indexes what it touches.`

await command(help, {}, async ({ config }) => {
  await withRecord(config, async (db) => {
    const { records, differing } = await restateAll(db)
    if (differing.length > 0)
      throw new Misuse(
        [
          ...differing.slice(0, 50),
          `${counted(differing.length, 'record')} differed and ${differing.length === 1 ? 'was' : 'were'} put right.`,
        ].join('\n'),
      )
    say(`${counted(records, 'record')} judged anew: no difference.`)
  })
})
