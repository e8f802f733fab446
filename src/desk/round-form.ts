/* The form of a round, new or on record. */
import type { Db } from '../db/tables.ts'
import { withdrawRecord } from '../history/record-writes.ts'
import { processOfTrack } from '../processes/reads.ts'
import { roundRecord } from '../rounds/fields.ts'
import { type Gathered, gatherRound } from '../rounds/gather.ts'
import { roundPage } from '../rounds/page.ts'
import { theRound } from '../rounds/reads.ts'
import { idIn } from '../web/request.ts'
import type { Draft } from './draft.ts'
import { readEntry } from './entry.ts'
import type { Form, FormKind } from './form.ts'
import { besideOf, citing, intakeNamed } from './intake/citing.ts'
import type { Intake } from './intake/reads.ts'
import { lookUp, namedIn } from './names.ts'
import { following, newRoundDraft } from './new-round.ts'
import { roundPart } from './parts.ts'
import { processAbove, processOfBoth, theOneOf } from './process-above.ts'
import { reasonForm } from './reason-form.ts'
import { restoring } from './records/restoring.ts'
import { roundPlan } from './round-plan.ts'
import { judge } from './rules.ts'
import { saveRound } from './save.ts'
import { storedDraft } from './stored.ts'
import { suggestions, trackChoice } from './suggestions.ts'

export const roundForms: FormKind[] = [
  {
    path: '/rounds/new',
    async open(db, { query }) {
      const intake = await intakeNamed(db, query)
      return roundForm(db, null, await newRoundDraft(db, query), intake)
    },
  },
  {
    path: '/rounds/:id/edit',
    async open(db, { params, query }) {
      const all = await gatherRound(db, idIn(params.id))
      return roundForm(db, all, storedDraft(all), await intakeNamed(db, query))
    },
  },
  { path: '/rounds/:id/withdraw', open: (db, { params }) => withdrawal(db, idIn(params.id)) },
  {
    path: '/rounds/:id/restore',
    open: (db, { params }) => restoring(db, { kind: roundRecord, short: [] }, idIn(params.id)),
  },
]

/** `all` is the round with what belongs to it, null for a new one; `intake` the text that it is taken from. */
async function roundForm(db: Db, all: Gathered | null, empty: Draft, intake: Intake | null): Promise<Form> {
  const begins = intake ? await citing(db, empty, intake) : empty
  const { id, title, version } = all?.round ?? { id: null, title: '', version: 0 }
  const page = `/rounds/${id}`
  return {
    title: all ? `Edit ${title}` : 'Add a round',
    lead: 'Fill in what is known; everything but the track, the title, the date and the status may stay empty.',
    crumbs: [{ label: 'Rounds', href: '/rounds' }, ...(all ? [{ label: title, href: page }] : [])],
    back: all ? page : '/rounds',
    act: 'Save the round',
    part: roundPart,
    plan: roundPlan,
    begins,
    beside: intake && besideOf(intake),
    version,
    next: { address: '/rounds/new', title: 'Add a round', begin: following },
    preview: { view: 'rounds/round', page: roundPage },
    tracks: trackChoice,
    suggestions: async (db, draft) => suggestions(db, (await trackTyped(db, draft)).process_id),
    async processOf(db, draft) {
      const typed = { track_id: (await trackTyped(db, draft)).id }
      const round = await processOfBoth(db, roundRecord, all?.round ?? typed, typed)
      return theOneOf([round, ...(all?.proposals ?? []).map(({ process_id }) => process_id)])
    },
    async write(db, by, draft, { faults }) {
      const entry = readEntry(roundPart, draft, all && begins, faults)
      const names = await lookUp(db, namedIn(roundPart, entry))
      await judge(db, entry, names, faults)
      if (faults.size > 0) return null
      const id = await saveRound(db, by, entry, names, all, intake?.article ?? null)
      return { record: 'round', id, leadsTo: `/rounds/${id}` }
    },
  }
}

/** The track that was chosen, with its process; nothing where it is none that stands. */
async function trackTyped(db: Db, { typed: { track_id = '' } }: Draft) {
  const process_id = /^[1-9]\d{0,14}$/.test(track_id) ? await processOfTrack(db, Number(track_id)) : null
  return { id: process_id === null ? null : Number(track_id), process_id }
}

async function withdrawal(db: Db, id: number): Promise<Form> {
  const { title, version, track_id } = await theRound(db, id)
  return reasonForm({
    title: `Withdraw ${title}`,
    lead: 'It leaves all lists, searches and downloads. Its address then answers with the reason; its history stays.',
    crumbs: [
      { label: 'Rounds', href: '/rounds' },
      { label: title, href: `/rounds/${id}` },
    ],
    back: `/rounds/${id}`,
    act: 'Withdraw the round',
    version,
    process_id: await processAbove(db, roundRecord, { track_id }),
    async does(db, by, reason) {
      await withdrawRecord(db, by, roundRecord, id, reason)
      return { record: 'round', id, leadsTo: `/rounds?track=${track_id}` }
    },
  })
}
