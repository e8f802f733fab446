/* The form that makes two records one. */
import { idNamed } from '../../catalogue/address-reads.ts'
import { recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { unique } from '../../exchange/twins.ts'
import type { Stored } from '../../fields/kind.ts'
import { choice } from '../../fields/kinds.ts'
import type { RecordKind } from '../../fields/record.ts'
import { roundRules } from '../../rounds/fields.ts'
import { pathOfKind } from '../../sources/paths.ts'
import { idIn } from '../../web/request.ts'
import { type Draft, emptyDraft } from '../draft.ts'
import { type Faults, readEntry } from '../entry.ts'
import type { Form, FormKind } from '../form.ts'
import { type Part, part } from '../part.ts'
import { processOfBoth } from '../process-above.ts'
import { reasonPart } from '../reason-form.ts'
import { comparisonOf } from './comparison.ts'
import { mergeable } from './kinds.ts'
import { mergeRecords } from './merge-writes.ts'
import { type Pair, thePair } from './pair.ts'

export const mergeForms: FormKind[] = mergeable.map(({ kind }) => ({
  path: `/${pathOfKind(kind.name)}/:id/merge`,
  open: async (db, { params, query }) =>
    merging(db, await thePair(db, kind, await idNamed(db, kind.name, params.id), idIn(query.into))),
}))

async function merging(db: Db, pair: Pair): Promise<Form> {
  const { kind, from, into } = pair
  const readings = readingPart(pair)
  const fields = Object.keys(readings.fields).filter((name) => name !== 'reason')
  const process_id = await processOfBoth(db, kind, from.row, into.row)
  return {
    title: `Merge ${from.label} into ${into.label}`,
    lead: `${into.label} stays. Whatever points to ${from.label} follows to it, the claims as well, and the old address leads to it.`,
    crumbs: [{ label: into.label, href: into.href }],
    back: into.href,
    act: `Merge the two`,
    comparison: await comparisonOf(db, pair),
    part: readings,
    plan: [
      ...(fields.length > 0 ? [{ heading: 'Which reading stays', note: noteOn(kind), fields }] : []),
      { heading: 'Why', fields: ['reason'] },
    ],
    begins: emptyDraft(readings),
    version: Number(from.row.version) + Number(into.row.version),
    suggestions: async () => [],
    processOf: async () => process_id,
    async write(db, by, draft, { faults }) {
      const values = chosen(pair, readings, draft, faults)
      const { reason } = readEntry(readings, draft, null, faults).values
      judge(pair, values, faults)
      if (faults.size > 0) return null
      await mergeRecords(db, by, kind, from.row.id, into.row.id, values, String(reason))
      return { record: kind.name, id: into.row.id, leadsTo: into.href }
    },
  }
}

function noteOn({ name }: RecordKind): string {
  const isNamed = ['person', 'venue', 'party'].includes(name)
  return isNamed ? 'The name that does not stay becomes a further name, so that search still finds it.' : ''
}

/** For each field in which they differ, which of the two is right; what is empty in the one is taken from the other. */
function readingPart(pair: Pair): Part {
  const { kind, from, into } = pair
  const options = optionsOf(pair)
  const differing = differingIn(pair)
  const asked = differing.map((name) => [
    name,
    choice({ label: kind.fields[name]?.label ?? name, of: options }),
  ])
  const begin = differing.map((name) => {
    const isOnlyThere = into.row[name] === null && from.row[name] !== null
    return [name, options[isOnlyThere ? 1 : 0]]
  })
  return part({
    one: recordWords(kind.name),
    fields: { ...Object.fromEntries(asked), ...reasonPart.fields },
    preset: () => Object.fromEntries(begin),
  })
}

/** By number, so that they mean the same whatever either of them says by then. */
function optionsOf({ kind, from, into }: Pair): [string, string] {
  const words = recordWords(kind.name)
  return [`${words} ${into.row.id}, which stays`, `${words} ${from.row.id}, which is merged`]
}

/** What no two may share, as the word in an address, stays as it is. */
function differingIn({ kind, from, into }: Pair): string[] {
  const kept: readonly string[] = unique[kind.name] ?? []
  return Object.keys(kind.fields).filter((name) => from.row[name] !== into.row[name] && !kept.includes(name))
}

/** The fields that are to read as in the record that is merged. */
function chosen(pair: Pair, readings: Part, draft: Draft, faults: Faults): Record<string, Stored> {
  const { values } = readEntry(readings, draft, null, faults)
  const [, merged] = optionsOf(pair)
  const taken = differingIn(pair).filter((name) => values[name] === merged)
  return Object.fromEntries(taken.map((name) => [name, pair.from.row[name] ?? null]))
}

/** A time of the one and no zone of the other make no round. */
function judge({ kind, into }: Pair, values: Record<string, Stored>, faults: Faults): void {
  if (kind.name !== 'round') return
  const together = { ...into.row, ...values } as unknown as Parameters<typeof roundRules>[0]
  for (const [name, fault] of Object.entries(roundRules(together))) if (fault) faults.set(name, fault)
}
