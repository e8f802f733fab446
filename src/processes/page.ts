import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { counted } from '../kernel/words.ts'
import { documentsIn } from '../outcomes/reads.ts'
import { documentLines } from '../outcomes/view.ts'
import { eventsOf, proposalsIn, silencesOf } from '../proposals/reads.ts'
import { threadLines } from '../proposals/view.ts'
import { type Filter, filterWithin, queryOf } from '../rounds/filter.ts'
import { roundList } from '../rounds/list.ts'
import { countRounds } from '../rounds/list-reads.ts'
import { type Plate, platesIn } from '../rounds/plates.ts'
import { claimsOn } from '../sources/claim-reads.ts'
import { formLinks } from '../sources/form-links.ts'
import { historyPath } from '../sources/paths.ts'
import { tallyOf } from '../sources/tally.ts'
import { viewBar } from '../web/view-bar.ts'
import { matrixOf } from './matrix-page.ts'
import { statusCountsIn, theProcess, tracksOf } from './reads.ts'
import { processFacts } from './view.ts'
import { whoFacts } from './who-page.ts'

/** Tracks beyond these are named, and their rounds are one link away. */
const TRACKS_SHOWN = 12

/** A negotiation as a whole: its facts, the rounds of each track, its proposals and documents. */
export async function processPage(db: Db, slug: string, query: Record<string, unknown>, day: number) {
  const process = await theProcess(db, slug)
  const { columns, ...rest } = query
  const { asked, whole } = filterWithin({ process: [slug] }, rest)
  const [matrix, counts, rounds, tracks, threads, documents] = await Promise.all([
    matrixOf(db, process, asked, columns),
    statusCountsIn(db, process.id),
    countRounds(db, whole),
    trackSections(db, process.id, asked, rest),
    threadsIn(db, process.id, day),
    documentsOf(db, process.id),
  ])
  const [claims, who] = await Promise.all([
    claimsOn(db, { process: [process.id] }),
    // Only over all rounds: part of them would not say who led.
    matrix.partly === '' ? whoFacts(db, matrix.rounds) : [],
  ])
  return {
    title: process.title,
    history: historyPath('process', process.id),
    forms: formLinks('process', process.id, [
      { label: 'Add a track', record: 'track', column: 'process_id' },
      { label: 'Add a proposal', record: 'proposal', column: 'process_id' },
      { label: 'Add a position', record: 'position', column: 'process_id' },
      { label: 'Add a document', record: 'document', column: 'process_id' },
    ]),
    crumbs: [{ label: 'Processes', href: '/processes' }],
    summary: process.summary ?? '',
    timeline: `/${queryOf({ ...asked, process: [slug], page: 1 })}`,
    view: viewBar(
      `${process.title}: rounds${matrix.partly === '' ? '' : ', narrowed as the address says'}`,
      counted(rounds, 'round'),
      rounds === 0
        ? null
        : { path: `/processes/${slug}`, query: queryOf({ ...asked, page: 1 }), columns: '/codebook#rounds' },
    ),
    compare: `/compare?process=${slug}`,
    facts: [...processFacts(process, claims), ...who],
    bar: tallyOf(counts),
    matrix,
    parties: partiesOf(tracks.shown),
    tracks: tracks.shown,
    hasTracks: tracks.shown.length > 0,
    otherTracks: tracks.others,
    hasOtherTracks: tracks.others.length > 0,
    threads,
    hasThreads: threads.length > 0,
    documents,
    hasDocuments: documents.length > 0,
  }
}

/** A track is read from its first round on, unless somebody asks otherwise; its further pages are lists of their own. */
function inOrder(asked: Filter, query: Record<string, unknown>): Filter {
  return { ...asked, sort: query.sort === undefined ? 'date' : asked.sort, page: 1 }
}

async function trackSections(db: Db, processId: number, asked: Filter, query: Record<string, unknown>) {
  const ordered = inOrder(asked, query)
  const tracks = await tracksOf(db, [processId])
  const wanted = tracks.filter(({ id }) => asked.track.length === 0 || asked.track.includes(id))
  const shown = wanted.slice(0, TRACKS_SHOWN).map(async ({ id, title, level, summary }) => ({
    id,
    title,
    level: `Track ${level}`,
    summary: summary ?? '',
    list: await roundList(db, { ...ordered, track: [id] }, '/rounds'),
    emptyWords: sayEmpty(query),
  }))
  const others = wanted.slice(TRACKS_SHOWN).map(({ id, title }) => ({
    title,
    href: `/rounds${queryOf({ ...ordered, track: [id] })}`,
  }))
  return { shown: await Promise.all(shown), others }
}

function sayEmpty(query: Record<string, unknown>): string {
  return Object.keys(query).length > 0
    ? 'No round of this track matches the filters.'
    : 'No round is recorded on this track.'
}

type TrackSections = Awaited<ReturnType<typeof trackSections>>['shown']

/** Whoever sat at the tables shown, each once. */
function partiesOf(tracks: TrackSections): Plate[] {
  const plates = tracks.flatMap(({ list }) =>
    list.rows.flatMap(({ sides }) => sides.map(({ plate }) => plate)),
  )
  return [...new Map(plates.map((plate) => [plate.href, plate])).values()]
}

async function threadsIn(db: Db, processId: number, day: number) {
  const proposals = await proposalsIn(db, processId)
  const events = await eventsOf(db, idsOf(proposals))
  const silences = await silencesOf(db, idsOf(proposals))
  const claims = await claimsOn(db, { proposal: idsOf(proposals), proposal_event: idsOf(events) })
  const plates = await platesIn(db, [processId])
  return threadLines({ proposals, events, silences, claims }, plates(processId), null, day)
}

async function documentsOf(db: Db, processId: number) {
  const documents = await documentsIn(db, processId)
  return documentLines(documents, await claimsOn(db, { document: idsOf(documents) }))
}
