import { kindsWords, recordWords } from '../../catalogue/view.ts'
import { countRuns, importRuns } from '../../exchange/run-reads.ts'
import { sayDate } from '../../kernel/say-date.ts'
import { counted } from '../../kernel/words.ts'
import { type Entry, MOST, upToMost, type Watch } from './section.ts'

/** Kinds of record that a line names. */
const NAMED = 3

export const importsDone: Watch = {
  name: 'imports',
  title: 'Imports',
  one: 'import',
  note: 'Files read into the record: who read them, when, and how many rows they held.',
  none: 'No file was ever read into this record.',
  async look(db, _day, slice) {
    const [count, runs] = await Promise.all([countRuns(db, MOST + 1), importRuns(db, slice)])
    return { entries: runs.map(entry), ...upToMost(count) }
  },
}

type Run = Awaited<ReturnType<typeof importRuns>>[number]

function entry({ id, started, who, files, counts }: Run): Entry {
  const kinds = Object.entries(counts).sort(([, one], [, other]) => other - one)
  const rows = kinds.reduce((sum, [, count]) => sum + count, 0)
  const named = kinds.map(([record, count]) =>
    counted(count, recordWords(record).toLowerCase(), kindsWords(record).toLowerCase()),
  )
  const others = named.length > NAMED ? [`${counted(named.length - NAMED, 'other kind')} of record`] : []
  return {
    label: `${sayDate(started.slice(0, 10))}, ${started.slice(11, 16)} UTC, by ${who}`,
    href: `/desk/imports#run-${id}`,
    note: [
      `${counted(rows, 'row')} from ${counted(files.length, 'file')}`,
      ...named.slice(0, NAMED),
      ...others,
    ].join(' · '),
    more: `${named.join(', ')}. Files: ${files.join(', ')}.`,
    anchor: `run-${id}`,
    action: null,
  }
}
