/* What the form of one claim asks. */
import type { Kind } from '../../fields/kind.ts'
import { choice, optional, text } from '../../fields/kinds.ts'
import { claimFields, relayFields, sourceFields } from '../../sources/fields.ts'
import { isNamed, named, part } from '../part.ts'
import { sourcePart } from '../parts.ts'

export const stances = ['affirms', 'denies'] as const
export const namings = ['named', 'not named'] as const

export const linkPart = part({
  one: 'Link',
  limit: 20,
  preset: () => ({ naming: 'named' }),
  fields: {
    name: relayFields.name,
    naming: choice({ label: 'Speaker', of: namings, help: 'Whether the source names them.' }),
  },
  named: ['name'],
  beside: [['name', 'naming']],
})

/** `kind` is that of the field the claim is about: what is claimed is read as the field itself would be; `stands` is what was claimed so far. */
export function claimPart(kind: Kind | undefined, stands: string | null = null) {
  const { source_id, publisher, title, url, published } = sourcePart.fields
  return part({
    one: 'Claim',
    preset: () => ({ stance: 'affirms' }),
    fields: {
      stance: choice({
        label: 'The source',
        of: stances,
        help: 'Whether it says so, or says that it is not so.',
      }),
      value: valueKind(kind, stands),
      value_exactness: claimFields.value_exactness,
      weekday_printed: claimFields.weekday_printed,
      certainty: claimFields.certainty,
      asserter: claimFields.asserter,
      asserter_party: named(claimFields.asserter_party_id, 'A party on record.'),
      asserter_person: named(claimFields.asserter_person_id, 'A person on record.'),
      asserted: claimFields.asserted,
      quote: claimFields.quote,
      locator: claimFields.locator,
      source_id,
      publisher,
      title,
      url,
      published,
      kind: sourcePart.fields.kind,
      reliability: sourceFields.reliability,
      credibility: claimFields.credibility,
      taken: claimFields.taken,
      taken_on: claimFields.taken_on,
      kept: claimFields.kept,
      note: claimFields.note,
    },
    lists: { links: linkPart },
    beside: [
      ['stance', 'value', 'value_exactness'],
      ['weekday_printed', 'certainty'],
      ['asserter', 'asserter_party', 'asserter_person'],
      ['quote', 'locator'],
      ['publisher', 'title'],
      ['url', 'published', 'kind', 'reliability'],
      ['asserted', 'credibility'],
      ['taken', 'taken_on'],
    ],
    folded: {
      taken: 'Corrected or retracted by the source',
      publisher: 'A source that is not on record yet',
      url: 'Its address, day and kind',
    },
  })
}

export type ClaimPart = ReturnType<typeof claimPart>

/** A reference is claimed by name, and may be a name that the record does not know. */
function valueKind(kind: Kind | undefined, stands: string | null): Kind<string | null> {
  const words = {
    label: 'What it says',
    help: 'In words of our own; the source’s own words go into the quote.',
  }
  if (!kind) return optional(text({ ...words, max: 500 }))
  const label = `What it says: ${kind.label}`
  if (kind.refers || isNamed('value', kind)) return optional(text({ label, max: 300, help: 'By name.' }))
  // A source's word that is none of ours is kept as it stands.
  if (kind.options && stands !== null && !kind.options.includes(stands))
    return { ...optional(text({ label, max: 500 })), control: 'choice', options: [...kind.options, stands] }
  return { ...kind, label, required: false } as Kind<string | null>
}
