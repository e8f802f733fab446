import { fieldOrWhole, recordWords } from '../../catalogue/view.ts'
import { type Dispute, disputesOf } from '../../evidence/dispute-gather.ts'
import { clip, counted } from '../../kernel/words.ts'
import { evidencePath } from '../../sources/paths.ts'
import { type Entry, upToMost, type Watch } from './section.ts'
import { countUnsettled, unsettledFields } from './settling-reads.ts'

export const disputesToSettle: Watch = {
  name: 'disputes',
  title: 'Disputes to settle',
  one: 'disputed field',
  note: 'Fields on which the accounts cannot all be true, and no editor has given a reading yet.',
  none: 'Every disputed field has a reading.',
  async look(db, day, slice) {
    const [count, rows] = await Promise.all([countUnsettled(db), unsettledFields(db, slice)])
    const disputes = await disputesOf({ db, today: db, day, known: null }, rows)
    return { entries: disputes.map(entry), ...upToMost(count) }
  },
}

function entry({ row, place, process, rivals, more }: Dispute): Entry {
  const { record, record_id, field } = row
  const name = place?.label ?? `${recordWords(record)} ${record_id}`
  const about = new URLSearchParams({ record, id: String(record_id), ...(field === '' ? {} : { field }) })
  return {
    label: `${name}: ${fieldOrWhole(record, field)}`,
    href: evidencePath(record, record_id, field || null),
    note: [
      ...(process ? [process.label] : []),
      `${counted(row.claims, 'claim')}, ${counted(row.origins, 'origin')}`,
      ...(rivals.length > 0
        ? [
            rivals
              .slice(0, 2)
              .map((rival) => clip(rival, 60))
              .join(' / '),
          ]
        : []),
      ...(rivals.length + more > 2 ? [counted(rivals.length + more - 2, 'further answer')] : []),
    ].join(' · '),
    more: '',
    anchor: '',
    action: { label: 'Settle', href: `/readings/new?${about}` },
  }
}
