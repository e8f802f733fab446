/* The text that a round is taken from, beside its form. */
import type { Db } from '../../db/tables.ts'
import { sourceAt } from '../../sources/reads.ts'
import { idIn } from '../../web/request.ts'
import type { Draft } from '../draft.ts'
import { type Intake, theIntake } from './reads.ts'

/** The text that the address names; null where it names none. @throws Refusal 404 */
export async function intakeNamed(db: Db, { intake }: Record<string, string>): Promise<Intake | null> {
  return intake === undefined ? null : theIntake(db, idIn(intake))
}

/** The form cites the text as its source: by its number where its address is on record, else described. */
export async function citing(db: Db, draft: Draft, intake: Intake): Promise<Draft> {
  const [source] = draft.rows.source ?? []
  if (!source) return draft
  const known = intake.url === null ? null : await sourceAt(db, intake.url)
  const { publisher, title, url, published, kind } = intake
  const described = { publisher, title: title ?? '', url: url ?? '', published: published ?? '', kind }
  Object.assign(source.typed, known ? { source_id: String(known.id) } : described)
  return draft
}

/** The article without the page around it, for reading beside the form. */
export function besideOf({ id, publisher, title, article }: Intake) {
  return {
    href: `/desk/intake/${id}`,
    title: title ?? publisher,
    publisher,
    paragraphs: article.paragraphs
      .filter(({ isFurniture }) => !isFurniture)
      .map(({ text, isHeadline }) => ({ text, isHeadline })),
  }
}

export type Beside = ReturnType<typeof besideOf>
