import { fieldOrWhole, recordWords } from '../../catalogue/view.ts'
import { sayDate } from '../../kernel/say-date.ts'
import { counted } from '../../kernel/words.ts'
import { evidencePath } from '../../sources/paths.ts'
import { type Entry, MOST, sliced, type Watch } from './section.ts'
import { newestRounds, roundsSince, type Unsourced, unsourcedOf } from './unsourced-reads.ts'

const RECENT_DAYS = 90
/** Where no round is recent, so many of the newest are. */
const NEWEST = 20

export const fieldsUnsourced: Watch = {
  name: 'unsourced',
  title: 'Recent rounds with unsourced fields',
  one: 'round',
  note: `Rounds of the last ${RECENT_DAYS} days and those ahead; where there are none, the newest ${NEWEST} on record.`,
  none: 'Every field of the recent rounds has a source.',
  async look(db, day, slice) {
    const recent = await roundsSince(db, day - RECENT_DAYS, MOST + 1)
    const rounds = recent.length > 0 ? recent : await newestRounds(db, NEWEST)
    const unsourced = await unsourcedOf(db, rounds.slice(0, MOST))
    return sliced(unsourced.map(entry), slice, rounds.length > MOST)
  },
}

function entry({ round_id, title, date, count, record, record_id, field }: Unsourced): Entry {
  const about = new URLSearchParams({ record, id: String(record_id), ...(field === '' ? {} : { field }) })
  const first = field === '' ? recordWords(record) : fieldOrWhole(record, field)
  return {
    label: title,
    href: evidencePath('round', round_id, null),
    note: `${sayDate(date)} · ${counted(count, 'field')} without a source, the first: ${first}`,
    more: '',
    anchor: '',
    action: { label: 'Add a claim', href: `/claims/new?${about}` },
  }
}
