import { Router } from 'express'
import { by, only } from '../../accounts/access.ts'
import type { Suggestion } from '../../intake/article.ts'
import { readArticle } from '../../intake/read-article.ts'
import type { House } from '../../web/house.ts'
import { page } from '../../web/render.ts'
import { bodyOf, idIn } from '../../web/request.ts'
import { baseOf } from '../crossed.ts'
import { readDraft } from '../draft.ts'
import { typedRow, withDraft } from '../drafts/kept.ts'
import { keepDraft } from '../drafts/writes.ts'
import { type Faults, readEntry } from '../entry.ts'
import { formAt } from '../form.ts'
import { roundForms } from '../round-form.ts'
import { newToken } from '../token.ts'
import { type Chosen, eachOnce, intakePage, nothingTicked, pastePage, understood } from './page.ts'
import { cleaned, intakePart } from './part.ts'
import { theIntake } from './reads.ts'
import { type Tick, take } from './take.ts'
import { likelyUses, uses } from './uses.ts'
import type { Ticked } from './view.ts'
import { keepIntake, setFurniture } from './writes.ts'

/** A text is pasted here, and what it says of a round accepted piece by piece. */
export function intakeRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/desk/intake', only('draft'), async (_req, res) => {
    page(res, 'desk/intake', await pastePage(db))
  })

  routes.post('/desk/intake', only('draft'), async (req, res) => {
    const body = bodyOf(req)
    const pasted = typeof body.article === 'string' ? cleaned(body.article) : ''
    const draft = readDraft(intakePart, { ...body, article: pasted })
    const faults: Faults = new Map()
    const { article: raw, reference, ...source } = readEntry(intakePart, draft, null, faults).values
    const article = readArticle(raw ?? '')
    if (article.text === '') faults.set('article', 'Text or HTML must hold words')
    if (faults.size > 0) return page(res.status(422), 'desk/intake', await pastePage(db, draft, faults))
    const described = { ...source, reference: reference ?? source.published }
    const id = await keepIntake(db, by(res, house), described, article)
    res.redirect(303, `/desk/intake/${id}`)
  })

  routes.get('/desk/intake/:id', only('draft'), async (req, res) => {
    const intake = await theIntake(db, idIn(req.params.id))
    const read = await understood(db, intake)
    const chosen: Chosen = { ticked: nothingTicked, into: '', track: '', fault: '' }
    page(res, 'desk/intake-text', await intakePage(db, intake, read, chosen))
  })

  routes.post('/desk/intake/:id/furniture', only('draft'), async (req, res) => {
    const intake = await theIntake(db, idIn(req.params.id))
    const dropped = new Set([bodyOf(req).dropped ?? []].flat().map(Number))
    await setFurniture(db, intake.id, intake.article, dropped)
    res.redirect(303, `/desk/intake/${intake.id}`)
  })

  routes.post('/desk/intake/:id', only('draft'), async (req, res) => {
    const intake = await theIntake(db, idIn(req.params.id))
    const read = await understood(db, intake)
    const body = bodyOf(req)
    const chosen = chosenIn(body)
    const atOnce = tickedAtOnce(read.suggestions, body._tick)
    if (atOnce) {
      const ticked = { ...chosen.ticked, is: atOnce.is }
      return page(res, 'desk/intake-text', await intakePage(db, intake, read, { ...chosen, ticked }))
    }
    const address = addressFor(intake.id, chosen)
    const found = formAt(roundForms, address)
    if (!found) {
      const fault = 'Say whether it goes into a round on record or a new one'
      return page(
        res.status(422),
        'desk/intake-text',
        await intakePage(db, intake, read, { ...chosen, fault }),
      )
    }
    const form = await found.kind.open(db, found.asked)
    const draft = take(form.begins, intake.article, ticksOf(read.suggestions, chosen.ticked))
    const sent = { draft, token: newToken(), version: form.version, base: baseOf(form.part, form.begins) }
    const row = typedRow({ ...found, form, sent })
    res.redirect(303, withDraft(row.address, await keepDraft(db, by(res, house), row)))
  })

  return routes
}

/** What a button ticks, whatever was ticked before; null where none was pressed. */
function tickedAtOnce(suggestions: Suggestion[], pressed: unknown): Ticked | null {
  if (pressed === 'all') return eachOnce(suggestions)
  return pressed === 'none' ? nothingTicked : null
}

function chosenIn(body: Record<string, unknown>): Chosen {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const ticked = {
    is: (at: number) => body[`take.${at}`] !== undefined,
    as: (at: number) => text(`as.${at}`) || undefined,
  }
  return { ticked, into: text('into'), track: text('track'), fault: '' }
}

/** The form that what was ticked goes into; no address of a form where neither round was chosen. */
function addressFor(id: number, { into, track }: Chosen): string {
  const number = /^[1-9]\d{0,14}$/
  if (into === 'new') return `/rounds/new?intake=${id}${number.test(track) ? `&track=${track}` : ''}`
  return number.test(into) ? `/rounds/${into}/edit?intake=${id}` : ''
}

function ticksOf(suggestions: Suggestion[], ticked: Ticked): Tick[] {
  const likely = likelyUses(suggestions)
  return suggestions.flatMap((mark, at) => {
    const as = uses[mark.kind].find((one) => one === ticked.as(at)) ?? likely[at] ?? ''
    return ticked.is(at) ? [{ mark, as }] : []
  })
}
