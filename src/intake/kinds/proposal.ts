/* Proposals and answers, by their verbs; who and to whom stand beside them. */
import type { ProposalMark, Span } from '../article.ts'
import type { Cast } from '../people/cast.ts'
import { nameOf } from '../people/figures.ts'
import { marked, type Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'

const verbs: Array<[ProposalMark['value']['verb'], string]> = [
  [
    'accepted with conditions',
    'conditionally (?:accepted|agreed to)|(?:accepted|agreed to)(?=[^.;]{0,80}\\b(?:on (?:the )?condition|provided that|if\\b))',
  ],
  [
    'restated',
    'reiterated|repeated|renewed|reaffirmed|restated|(?:again|once more) (?:proposed|called for|demanded|offered|asked for)|(?:has |have )?echoed this position',
  ],
  ['amended', 'amended|revised|modified|softened'],
  [
    'rejected',
    'rejected|rejects|ruled out|rules out|dismissed|turned down|refused(?= to| the| any)|declined(?! to comment)|said no to|called [^.,;]{1,40} unacceptable',
  ],
  [
    'deferred',
    'postponed|deferred|put off|shelved|would require further|needs? further|left open (?:the question|whether)',
  ],
  ['withdrawn', 'withdrew|took back|dropped(?= (?:its|their|the|his|her) )'],
  ['lapsed', 'lapsed|expired'],
  [
    'accepted',
    'accepted|accepts|endorsed|approved|said yes to|agreed to(?= (?:the|this|that|a|an|its|his|her|their|\\p{Lu}))',
  ],
  [
    'made',
    'proposed|proposes|has proposed|is proposing|offered|offers|suggested|suggests|put forward|submitted|called for|calls for|demanded|demands|asked for|floated|invited',
  ],
]
const found = verbs.map(([verb, words]): [ProposalMark['value']['verb'], RegExp] => [
  verb,
  new RegExp(`\\b(?:${words})\\b`, 'giu'),
])
const LONGEST = 200

export function proposalsIn(reading: Reading, cast: Cast): ProposalMark[] {
  return reading.sentences.flatMap((sentence) => {
    const marks: ProposalMark[] = []
    for (const [verb, pattern] of found)
      for (const { 0: words, index } of sentence.text.matchAll(pattern)) {
        const start = sentence.start + index
        const end = start + words.length
        if (marks.some((one) => one.start < end && start < one.end)) continue
        const by = whoBefore(reading, cast, sentence, start)
        if (by === null && verb !== 'lapsed') continue
        const what = whatBehind(sentence, end)
        marks.push(
          marked(reading, 'proposal', { start, end }, { verb, by, to: toWhom(reading, sentence, end), what }),
        )
      }
    return marks
  })
}

/** The last person or party before the verb; "the two sides" too. */
function whoBefore(reading: Reading, cast: Cast, sentence: Sentence, at: number): string | null {
  const person = (cast.within.get(sentence) ?? []).filter(({ end }) => end <= at).at(-1)
  const party = (reading.parties.get(sentence) ?? [])
    .map(({ from, to, name }) => ({
      start: sentence.tokens[from]?.start ?? 0,
      end: sentence.tokens[to - 1]?.end ?? 0,
      name,
    }))
    .filter(({ end }) => end <= at)
    .at(-1)
  if (person && (!party || party.start < person.start || insideOffice(person.office, party.start)))
    return nameOf(person.figure)
  if (party) return party.name
  const before = sentence.text.slice(0, at - sentence.start)
  if (/\b(?:he|she) (?:\p{L}+ )?$/iu.test(before)) {
    const last = cast.mentions.filter(({ end }) => end <= sentence.start && end > sentence.start - 500).at(-1)
    if (last) return nameOf(last.figure)
  }
  return (
    /\b(?:(?:the|both|two|all) )+(?:sides|parties|delegations|delegates|ministers|leaders)\b|\b(?:he|she|they|it|the (?:mediator|delegation|ministry|other side|government)s?)\b/i.exec(
      before,
    )?.[0] ?? null
  )
}

function insideOffice(office: Span | null, at: number): boolean {
  return office !== null && office.start <= at && at < office.end
}

function toWhom(reading: Reading, sentence: Sentence, end: number): string | null {
  const to = (reading.parties.get(sentence) ?? []).find(({ from }) => {
    const start = sentence.tokens[from]?.start ?? 0
    return start >= end && start - end < 80 && /^(?:to|with)$/.test(sentence.tokens[from - 1]?.folded ?? '')
  })
  return to?.name ?? null
}

function whatBehind({ text, start }: Sentence, at: number): Span | null {
  const rest = text.slice(at - start, at - start + LONGEST)
  const stop =
    /(?<!\b\p{Lu})[.](?=\s|$)|[;!?”"]|, (?:but|while|including|and (?:said|added)|he|she|they|according|which)\b/u.exec(
      rest,
    )
  const words = stop ? rest.slice(0, stop.index) : rest
  const lead = /^[\s,]*(?:that )?/.exec(words)?.[0].length ?? 0
  const end = at + words.trimEnd().length
  return end - at - lead < 4 ? null : { start: at + lead, end }
}
