/* The forms by which any record is added or edited. */
import { idNamed } from '../../catalogue/address-reads.ts'
import { type AnyRow, rowsAmong } from '../../catalogue/rows.ts'
import { recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { withArticle } from '../../kernel/words.ts'
import { pathOfKind } from '../../sources/paths.ts'
import type { Draft } from '../draft.ts'
import { readEntry } from '../entry.ts'
import type { Form, FormKind } from '../form.ts'
import type { Part } from '../part.ts'
import { another, newDraft } from './begins.ts'
import { meantIn } from './meant.ts'
import type { Outline } from './outline.ts'
import { outlines } from './outlines.ts'
import { partOf, planOf } from './part.ts'
import { foundOf, listOf } from './places.ts'
import { processOf } from './process-of.ts'
import { restoring } from './restoring.ts'
import { judgeRecord } from './rules.ts'
import { saveRecord } from './save.ts'
import { theWhole, type Whole } from './standing.ts'
import { storedDraft } from './stored.ts'
import { suggestionsFor } from './suggestions.ts'
import { withdrawing } from './withdrawing.ts'

export const recordForms: FormKind[] = outlines.flatMap((outline) => {
  const { name } = outline.kind
  const path = `/${pathOfKind(name)}`
  return [
    { path: `${path}/new`, open: (db, { query }) => adding(db, outline, query) },
    {
      path: `${path}/:id/edit`,
      open: async (db, { params }) => editing(db, outline, await idNamed(db, name, params.id)),
    },
    {
      path: `${path}/:id/withdraw`,
      open: async (db, { params }) => withdrawing(db, outline, await idNamed(db, name, params.id)),
    },
    {
      path: `${path}/:id/restore`,
      open: async (db, { params }) => restoring(db, outline, await idNamed(db, name, params.id)),
    },
  ] satisfies FormKind[]
})

async function adding(db: Db, outline: Outline, query: Record<string, string>): Promise<Form> {
  const { name, about } = outline.kind
  const part = partOf(outline)
  const begins = await newDraft(db, part, outline, query)
  const list = listOf(name)
  const title = `Add ${withArticle(recordWords(name).toLowerCase())}`
  return {
    ...sharedBy(outline, part, begins, null),
    title,
    lead: about,
    crumbs: [list],
    back: list.href,
    plan: planOf(outline),
    version: 0,
    next: { address: `/${pathOfKind(name)}/new`, title, begin: (draft) => another(part, outline, draft) },
  }
}

async function editing(db: Db, outline: Outline, id: number): Promise<Form> {
  const { name, about } = outline.kind
  const whole = await theWhole(db, outline, id)
  const omitted = largeIn(outline, whole)
  const apart = omitted.map((list) => ` Its ${list.replaceAll('_', ' ')} are changed in forms of their own.`)
  const part = partOf(outline, omitted)
  const begins = await storedDraft(db, part, outline, whole)
  const found = await foundOf(db, name, whole.row)
  return {
    ...sharedBy(outline, part, begins, whole),
    title: `Edit ${found.name}`,
    lead: about + apart.join(''),
    crumbs: [listOf(name), found.home],
    back: found.home.href,
    plan: planOf(outline, omitted),
    version: whole.version,
  }
}

/** More rows than one form can hold. */
const TOO_MANY = 100

/** Rows that stand and are too large, or too many, to be sent along. */
function largeIn({ rows = [] }: Outline, { rows: standing }: Whole): string[] {
  return rows.flatMap(({ list, isLarge }) =>
    (standing[list]?.length ?? 0) > (isLarge ? 0 : TOO_MANY) ? [list] : [],
  )
}

type Shared = Pick<Form, 'act' | 'part' | 'begins' | 'suggestions' | 'processOf' | 'write'>

function sharedBy(outline: Outline, part: Part, begins: Draft, whole: Whole | null): Shared {
  const { kind } = outline
  return {
    act: `Save the ${recordWords(kind.name).toLowerCase()}`,
    part,
    begins,
    suggestions: async (db, draft) =>
      suggestionsFor(db, part, await processOf(db, outline, part, draft, whole)),
    processOf: (db, draft) => processOf(db, outline, part, draft, whole),
    async write(db, by, draft, { faults }) {
      const entry = readEntry(part, draft, whole && begins, faults)
      const add = (path: string, sentence: string) => void (faults.has(path) || faults.set(path, sentence))
      const meant = await meantIn(db, part, entry, add)
      if (faults.size === 0) await judgeRecord(db, outline, entry, meant, add)
      if (faults.size > 0) return null
      const id = await saveRecord(db, by, outline, entry, meant, whole)
      return { record: kind.name, id, leadsTo: await homeNow(db, outline, id) }
    },
  }
}

async function homeNow(db: Db, { kind }: Outline, id: number): Promise<string> {
  const row = (await rowsAmong(db, kind.name, [id])).get(id) as AnyRow
  return (await foundOf(db, kind.name, row)).home.href
}
