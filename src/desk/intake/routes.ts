import { Router } from 'express'
import { by, only } from '../../accounts/access.ts'
import { readArticle } from '../../intake/read-article.ts'
import { Refusal } from '../../kernel/fault.ts'
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
import { intakePage, pastePage, understood } from './page.ts'
import { cleaned, intakePart } from './part.ts'
import { theIntake } from './reads.ts'
import { type Tick, take, uses } from './take.ts'
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
    page(res, 'desk/intake-text', await intakePage(db, intake, { all: req.query.ticked === 'all' }))
  })

  routes.post('/desk/intake/:id/furniture', only('draft'), async (req, res) => {
    const intake = await theIntake(db, idIn(req.params.id))
    const dropped = new Set([bodyOf(req).dropped ?? []].flat().map(Number))
    await setFurniture(db, intake.id, intake.article, dropped)
    res.redirect(303, `/desk/intake/${intake.id}`)
  })

  routes.post('/desk/intake/:id', only('draft'), async (req, res) => {
    const intake = await theIntake(db, idIn(req.params.id))
    const body = bodyOf(req)
    const { article, suggestions } = await understood(db, intake)
    const ticks = suggestions.flatMap((mark, at): Tick[] => {
      const as = uses[mark.kind].find((one) => one === body[`as.${at}`]) ?? uses[mark.kind][0] ?? ''
      return body[`take.${at}`] === undefined ? [] : [{ mark, as }]
    })
    const into = typeof body.into === 'string' && /^\d{1,15}$/.test(body.into) ? body.into : ''
    const track =
      typeof body.track === 'string' && /^\d{1,15}$/.test(body.track) ? `&track=${body.track}` : ''
    const address = into
      ? `/rounds/${into}/edit?intake=${intake.id}`
      : `/rounds/new?intake=${intake.id}${track}`
    const found = formAt(roundForms, address)
    if (!found) throw new Refusal(400, 'Choose a round on record, or a new one.')
    const form = await found.kind.open(db, found.asked)
    const draft = take(form.begins, article, ticks)
    const sent = { draft, token: newToken(), version: form.version, base: baseOf(form.part, form.begins) }
    const row = await typedRow(db, { ...found, form, sent })
    res.redirect(303, withDraft(row.address, await keepDraft(db, by(res, house), row)))
  })

  return routes
}
