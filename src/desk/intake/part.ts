/* What is asked when a text is pasted. */
import { date, optional, prose } from '../../fields/kinds.ts'
import { sourceFields } from '../../sources/fields.ts'
import { part } from '../part.ts'

/** Letters of a pasted page; larger than the forms of the desk, for a page carries its markup. */
const LONGEST = 1_500_000

export const intakePart = part({
  one: 'Text',
  preset: () => ({ kind: 'news report' }),
  fields: {
    article: prose({
      label: 'Text or HTML',
      max: LONGEST,
      help: 'Copied from the page. Nothing is fetched from its address.',
    }),
    publisher: sourceFields.publisher,
    title: sourceFields.title,
    url: sourceFields.url,
    published: sourceFields.published,
    kind: sourceFields.kind,
    reference: optional(
      date({
        label: 'Reference date',
        help: 'The day against which “Tuesday” or “July 23” are read; left empty, the day of publication.',
      }),
    ),
  },
  beside: [
    ['publisher', 'title'],
    ['url', 'published'],
    ['kind', 'reference'],
  ],
})

/** What may not stand in a text is taken out, for a pasted page is full of it: controls and marks of direction. */
export function cleaned(pasted: string): string {
  return pasted.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '')
}
