import { type Response, Router } from 'express'
import { by, only } from '../../accounts/access.ts'
import type { House } from '../../web/house.ts'
import { page } from '../../web/render.ts'
import { bodyOf } from '../../web/request.ts'
import { type Subject, subjectIn } from '../claims/subject.ts'
import { draftOf, emptyDraft, readDraft } from '../draft.ts'
import { newToken, tokenIn } from '../token.ts'
import { adoptions, readingPart } from './part.ts'
import { readingOf } from './reads.ts'
import { settle } from './submit.ts'
import { readingForm, type ShownReading } from './view.ts'

/** A disputed field is settled here, with a rule and a reason, by those who are signed in. */
export function readingRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const show = async (res: Response, subject: Subject, shown: ShownReading) =>
    page(res, 'desk/sheet', await readingForm(db, subject, shown))

  routes.get('/readings/new', only('draft'), async (req, res) => {
    const subject = await subjectIn(db, { ...req.query, record_id: req.query.id })
    const stands = await readingOf(db, subject)
    const draft = stands
      ? draftOf(readingPart, stands.id, { ...stands, adopt: adoptions[0] })
      : emptyDraft(readingPart)
    await show(res, subject, { draft, token: newToken(), version: stands?.version ?? 0 })
  })

  routes.post('/readings/new', only('draft'), async (req, res) => {
    const body = bodyOf(req)
    const subject = await subjectIn(db, body)
    const sent = {
      draft: readDraft(readingPart, body),
      token: tokenIn(body._form),
      version: Number(body.version) || 0,
    }
    const answer = await settle(db, by(res, house), subject, sent)
    if (answer.kind === 'saved') return res.redirect(303, subject.evidence)
    if (answer.kind === 'refused') return show(res.status(422), subject, { ...sent, faults: answer.faults })
    await show(res.status(409), subject, { ...sent, version: answer.version, isCrossed: true })
  })

  return routes
}
