/*
 * What follows of made-up records: statuses, days since when they were known. The rules are the record's own; what they
 * ask is at hand here and not read from tables.
 */
import { type Judged, judge, readSince, type Subject } from '../../evidence/judge.ts'
import { type FieldVote, knownFrom } from '../../evidence/vote-reads.ts'
import type { Stored } from '../../fields/kind.ts'
import { OPEN } from '../../kernel/edtf.ts'
import { fold } from '../../kernel/fold.ts'
import type { Bearers } from '../../sources/agreement.ts'
import { isOwnVoice, originOf, type Told } from '../../sources/origin.ts'
import type { Bulk, Filling } from './bulk.ts'
import { labelOf, type Made, type Said } from './making.ts'

/** Columns by which the first day of one record bears on what it points to. */
const pointing: Record<string, ReadonlyArray<[column: string, record: string]>> = {
  round: [
    ['venue_id', 'venue'],
    ['track_id', 'track'],
  ],
  session: [['venue_id', 'venue']],
  delegate: [['person_id', 'person']],
  third_party: [['person_id', 'person']],
  proposal_event: [
    ['proposal_id', 'proposal'],
    ['person_id', 'person'],
  ],
  track: [['process_id', 'process']],
}

export class Settling {
  readonly #steps: Filling
  readonly #days: Filling
  readonly #named = new Map<string, Set<number>>()
  /** "venue 5": the first day on which anything that points to it was known. */
  readonly #first = new Map<string, number>()
  readonly #unsaid = new Map<string, Judged['steps']>()
  readonly #bearers: Bearers = (record, name) => this.#named.get(`${record} ${fold(name)}`) ?? new Set()

  constructor(bulk: Bulk) {
    const counted = ['status', 'origins', 'sources', 'claims', 'round_id', 'process_id']
    this.#steps = bulk.into('field_step', 'record', 'record_id', 'field', 'since', 'until', ...counted)
    this.#days = bulk.into('first_known', 'record', 'record_id', 'field', 'day')
  }

  /** The name, and so whoever claims it, means this record. */
  bears(record: string, id: number, folded: string): void {
    const key = `${record} ${folded}`
    const some = this.#named.get(key)
    if (some) some.add(id)
    else this.#named.set(key, new Set([id]))
  }

  /** What is pointed to is settled after all that points to it. */
  settle(made: Made): void {
    const { kind, row, readings } = made
    const record = kind.name
    const day = this.#first.get(`${record} ${row.id}`) ?? made.setting.day
    const setting = { ...made.setting, day }
    const votes = made.said.map((said) => vote(said, day))
    const labels = votes.length === 0 ? nothing : labelsOf(made)
    const judged = this.#judged({ kind, row, setting, votes, readings, labels, bearers: this.#bearers })
    const { round_id, process_id } = setting
    for (const { field, since, until, status, origins, sources, claims } of judged.steps)
      // biome-ignore format: a row
      this.#steps.add([record, row.id, field, since, until, status, origins, sources, claims, round_id, process_id])
    for (const known of judged.known) this.#known(record, row.id, known.field, known.day)
    for (const one of votes) this.#knownClaim(one)
    for (const { id, field } of readings) this.#known('reading', id, '', readSince(votes, field ?? ''))
    for (const [column, of] of pointing[record] ?? []) this.#bear(judged, column, of, row[column])
  }

  /** Of whom nothing is said, the statuses are those of any other with the same fields filled in. */
  #judged(subject: Subject): Judged {
    if (subject.votes.length > 0 || subject.readings.length > 0) return judge(subject)
    const { kind, row, setting } = subject
    const key = kind.due === 'each field' ? `${kind.name} ${filledIn(row)}` : kind.name
    const steps = this.#unsaid.get(key) ?? judge(subject).steps
    this.#unsaid.set(key, steps)
    return { steps, known: setting.day === null ? [] : [{ field: '', day: setting.day }] }
  }

  #known(record: string, record_id: number, field: string, day: number | null): void {
    if (day === null || Math.abs(day) === OPEN) return
    this.#days.add([record, record_id, field, day])
  }

  #knownClaim({ id, from, taken_on_earliest }: FieldVote): void {
    this.#known('claim', id, '', from)
    this.#known('claim', id, 'taken', taken_on_earliest)
    this.#known('claim', id, 'taken_on', taken_on_earliest)
  }

  #bear({ known }: Judged, column: string, record: string, id: Stored | undefined): void {
    if (id === null || id === undefined) return
    const dayOf = (field: string) => known.find((one) => one.field === field)?.day ?? -OPEN
    const day = Math.max(dayOf(''), dayOf(column))
    const key = `${record} ${id}`
    this.#first.set(key, Math.min(this.#first.get(key) ?? OPEN, day))
  }
}

/** Which columns are: a mark for each. */
function filledIn(row: Subject['row']): string {
  let marks = ''
  for (const column in row) marks += row[column] === null ? '-' : '+'
  return marks
}

const nothing = new Map<string, string>()

function labelsOf({ to }: Made): Map<string, string> {
  return new Map(to.map((one) => [`${one.kind.name} ${one.row.id}`, labelOf(one)]))
}

function vote({ claim, source, relays }: Said, day: number | null): FieldVote {
  const told = {
    publisher: String(source.publisher),
    asserter: claim.asserter as string | null,
    asserter_person_id: claim.asserter_person_id as number | null,
    relays,
  }
  const isPlain = told.asserter === null && relays.length === 0
  const dated = {
    asserted_earliest: claim.asserted_earliest as number | null,
    asserted_latest: claim.asserted_latest as number | null,
    published_earliest: source.published_earliest as number | null,
    published_latest: source.published_latest as number | null,
  }
  const taken = claim.taken_on_earliest as number | null
  return {
    id: claim.id,
    record_id: Number(claim.record_id),
    field: String(claim.field ?? ''),
    affirms: Number(claim.affirms),
    value: claim.value as string | null,
    value_exactness: claim.value_exactness as string | null,
    source_id: source.id,
    ...(isPlain ? ownVoice(told) : { origin: originOf(told), isOwnVoice: isOwnVoice(told) }),
    from: knownFrom(dated, day),
    to: claim.taken === null ? OPEN : (taken ?? -OPEN),
    taken_on_earliest: taken,
  }
}

const voices = new Map<string, Pick<FieldVote, 'origin' | 'isOwnVoice'>>()

/** An outlet in its own voice is the same origin each time. */
function ownVoice(told: Told): Pick<FieldVote, 'origin' | 'isOwnVoice'> {
  const known = voices.get(told.publisher)
  if (known) return known
  const voice = { origin: originOf(told), isOwnVoice: isOwnVoice(told) }
  voices.set(told.publisher, voice)
  return voice
}
