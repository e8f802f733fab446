import { isoDate } from '../kernel/days.ts'
import { OPEN } from '../kernel/edtf.ts'
import { groupBy } from '../kernel/group.ts'
import { sayDate } from '../kernel/say-date.ts'
import { clip } from '../kernel/words.ts'
import { evidencePath } from '../sources/paths.ts'
import { shapeOf } from './shapes.ts'

/** What a party held on an issue, be it a position or a step with a proposal, as far as a cell needs it. */
export interface CellStand {
  record: string
  id: number
  issue_code: string
  party_id: number | null
  party: string | null
  code: string | null
  person: string | null
  proposal: string | null
  date: string
  date_latest: number
  stance: string | null
  verb: string | null
  wording: string | null
}

interface Plate {
  code: string
  name: string
  tone: string
}

/** A line of a cell: who, by which shape, in a few words. */
export interface Line {
  shape: string
  /** The stance or the event, for whoever does not see the shape. */
  word: string
  tone: string
  /** Each leads to all that its bearer has said on the issue so far. */
  parties: Array<{ code: string; name: string; href: string }>
  /** Where no party is named. */
  who: string
  words: string
  href: string
  /** Further records that say the same, of other parties. */
  others: Array<{ label: string; name: string; href: string }>
  isDisputed: boolean
  /** Where no column says it. */
  date: string
}

interface Around {
  plate: (party: { party_id: number; code: string; party: string }) => Plate
  isDisputed: (stand: CellStand) => boolean
  /** The parties with a delegation at the round; none where there is no round. */
  sides: number[]
  isDated: boolean
}

/** Parties that say the same stand on one line. */
export function linesOf(stands: CellStand[], around: Around): Line[] {
  const alike = groupBy(stands, (stand) =>
    stand.party_id === null ? `${stand.record} ${stand.id}` : `${wordOf(stand)} ${fewWordsOf(stand)}`,
  )
  return [...alike.values()].flatMap((some) => {
    const parties = new Set(some.map(({ party_id }) => party_id))
    return parties.size === some.length ? [lineOf(some, around)] : some.map((one) => lineOf([one], around))
  })
}

function lineOf(alike: CellStand[], { plate, isDisputed, sides, isDated }: Around): Line {
  const [first, ...further] = alike as [CellStand, ...CellStand[]]
  const named = alike.flatMap(({ party_id, party, code }) =>
    party_id === null
      ? []
      : [{ id: party_id, plate: plate({ party_id, code: code ?? '', party: party ?? '' }) }],
  )
  const isBoth = named.length === 2 && sides.length === 2 && named.every(({ id }) => sides.includes(id))
  const word = wordOf(first)
  return {
    shape: shapeOf(word),
    word,
    tone: named.length === 1 ? (named[0]?.plate.tone ?? '') : '',
    parties: isBoth
      ? [{ code: 'both', name: named.map(({ plate }) => plate.name).join(' and '), href: before(alike) }]
      : named.map(({ plate: { code, name } }, at) => ({ code, name, href: before(alike.slice(at, at + 1)) })),
    who: named.length > 0 ? '' : (first.person ?? ''),
    words: fewWordsOf(first),
    href: evidencePath(first.record, first.id, null),
    others: further.map(({ record, id, party }, at) => ({
      label: String(at + 2),
      name: party ?? '',
      href: evidencePath(record, id, null),
    })),
    isDisputed: alike.some(isDisputed),
    date: isDated ? sayDate(first.date) : '',
  }
}

/** All that these parties have said on the issue, up to this. */
function before(alike: CellStand[]): string {
  const [first] = alike as [CellStand]
  const query = new URLSearchParams(alike.map(({ party_id }) => ['party', String(party_id)]))
  if (first.date_latest !== OPEN) query.append('to', isoDate(first.date_latest))
  return `/issues/${first.issue_code}?${query}`
}

export function wordOf({ stance, verb }: Pick<CellStand, 'stance' | 'verb'>): string {
  return stance ?? verb ?? ''
}

const asks = new Set(['made', 'restated', 'amended'])
const WORDS = 5
const LETTERS = 42
/** No shortened wording should end on one of these. */
const dangling = new Set(
  'a an and as at by for from in is it of on only or that the this to when with'.split(' '),
)

/** Two to five words: the wording; without one, what is asked for, or the answer itself. */
function fewWordsOf(stand: CellStand): string {
  const word = wordOf(stand)
  const full = stand.wording ?? (asks.has(word) ? stand.proposal : word) ?? word
  const whole = full.replace(/\.$/, '')
  const some = clip(whole.split(/\s+/).slice(0, WORDS).join(' '), LETTERS)
  return some === whole ? whole : `${withoutLoose(some)}…`
}

function withoutLoose(text: string): string {
  const words = text.replace(/[,;:.…–—-]+$/, '').split(' ')
  const isLoose = words.length > 1 && dangling.has(words.at(-1)?.toLowerCase() ?? '')
  return isLoose ? withoutLoose(words.slice(0, -1).join(' ')) : words.join(' ')
}
