import { isoDate } from '../../kernel/days.ts'
import { fold } from '../../kernel/fold.ts'
import { sayDate } from '../../kernel/say-date.ts'
import type { Check, KnownOffice, KnownPerson, PersonMark } from '../article.ts'
import { type Examined, ofKind } from '../examined.ts'
import { phrasesAt } from '../lexicon.ts'
import { stateCalled } from '../states.ts'
import { roles } from '../titles.ts'
import { tokensOf } from '../tokens.ts'

const FORMER = /^(?:the )?(?:former|ex|late|then)[ -]/i

/** An office against the ones on record for that day: "former" of one that is held, or another one altogether. */
export function officeChecks({ suggestions, lexicon, reference }: Examined): Check[] {
  const known = [...lexicon.people.values(), ...lexicon.surnames.values()].flat()
  const people = new Map(known.map((person) => [person.id, person]))
  return ofKind(suggestions, 'person').flatMap((mark) => {
    const person = mark.value.id === null ? undefined : people.get(mark.value.id)
    if (!person || mark.value.office === null) return []
    const held = person.offices.filter((office) => isHeld(office, reference))
    return FORMER.test(mark.value.office)
      ? former(mark, person, held)
      : otherOffice(mark, person, held, reference)
  })
}

/** An office without dates may have been held on any day. */
function isHeld({ earliest, latest }: KnownOffice, day: number | null): boolean {
  return day === null || ((earliest ?? day) <= day && day <= (latest ?? day))
}

function former({ value, ...mark }: PersonMark, person: KnownPerson, held: KnownOffice[]): Check[] {
  const office = value.office?.replace(FORMER, '') ?? ''
  const same = held.find(({ title }) => !FORMER.test(title) && isSame(office, title))
  if (!same) return []
  const dated = same.held === null ? ', without dates' : `, held ${sayDate(same.held)}`
  return [
    {
      check: 'former',
      says: `“${value.office}” is said of ${person.name}; the record has the office as held: “${same.title}”${dated}.`,
      spans: [value.officeAt ?? mark],
      choices: ['Keep the words as the text’s own', `Take the office on record: ${same.title}`],
    },
  ]
}

function otherOffice(
  { value, ...mark }: PersonMark,
  person: KnownPerson,
  held: KnownOffice[],
  reference: number | null,
): Check[] {
  const office = value.office ?? ''
  if (held.length === 0 || isRole(office) || held.some(({ title }) => isSame(office, title))) return []
  const day = reference === null ? '' : ` on ${sayDate(isoDate(reference))}`
  const known = held.map(({ title }) => `“${title}”`).join(', ')
  return [
    {
      check: 'office',
      says: `The text calls ${person.name} “${office}”; the record has${day} ${known}.`,
      spans: [value.officeAt ?? mark],
      choices: [
        ...held.map(({ title }) => `Take the office on record: ${title}`),
        `Add the office “${office}”`,
      ],
    },
  ]
}

/** "chief negotiator" is what somebody does in a delegation. */
function isRole(office: string): boolean {
  return wordsOf(office).some((word) => roles.has(word))
}

/** "Deputy Foreign Minister" is another office than "Foreign Minister". */
const RANK = /^(?:deputy|vice|first|assistant|acting|former|interim|under)$/

/** One says no more and nothing else than the other: "Foreign Minister", "Minister of Foreign Affairs of Türkiye". */
export function isSame(one: string, other: string): boolean {
  const [some, all] = [wordsOf(one), wordsOf(other)]
  // "Minister" alone is short for any of them.
  if (some.length > 1 && some.filter(isRank).join() !== all.filter(isRank).join()) return false
  return some.every((word) => all.includes(word)) || all.every((word) => some.includes(word))
}

function isRank(word: string): boolean {
  return RANK.test(word)
}

const EMPTY =
  /^(?:of|the|for|to|and|in|a|an|affairs|new|his|her|its|their|country|state|republic|kingdom|federation|general|current|national)$/
const ALIKE: Record<string, string> = {
  defense: 'defence',
  advisor: 'adviser',
  premier: 'minister',
  prime: 'minister',
  presidential: 'president',
  chair: 'chairman',
  chairwoman: 'chairman',
  chairperson: 'chairman',
  chief: 'head',
}

/** The words of an office without those of its state. */
function wordsOf(office: string): string[] {
  const tokens = tokensOf(office, 0)
  const words: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const state = phrasesAt(tokens, at).find(({ printed }) => stateCalled(printed))
    const folded = fold(tokens[at]?.text ?? '')
    if (!state && !EMPTY.test(folded)) words.push(ALIKE[folded] ?? folded)
    at = state?.to ?? at + 1
  }
  return words
}
