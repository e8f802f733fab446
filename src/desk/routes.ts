import { type Request, type Response, Router } from 'express'
import { by, only } from '../accounts/access.ts'
import { gatherRound } from '../rounds/gather.ts'
import { theRound } from '../rounds/reads.ts'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { bodyOf, idIn } from '../web/request.ts'
import { crossings, rebase } from './crossed.ts'
import { changeRows, type Draft, emptyDraft, readDraft } from './draft.ts'
import { roundPart } from './parts.ts'
import { storedDraft } from './stored.ts'
import { submit } from './submit.ts'
import { newToken, tokenIn } from './token.ts'
import { formPage, type Shown } from './view.ts'
import { withdrawal, withdrawPage } from './withdraw.ts'

/** The analyst's desk: rounds are added, edited and withdrawn here, by those who are signed in. */
export function deskRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const show = async (res: Response, shown: Shown) => page(res, 'desk/sheet', await formPage(db, shown))

  routes.get('/rounds/new', only('draft'), async (req, res) => {
    await show(res, { draft: newDraft(req.query.track), round: null, token: newToken(), version: 0 })
  })

  routes.post('/rounds/new', only('draft'), (req, res) => receive(req, res, null))

  routes.get('/rounds/:id/edit', only('draft'), async (req, res) => {
    const all = await gatherRound(db, idOf(req))
    const { round } = all
    await show(res, { draft: storedDraft(all), round, token: newToken(), version: round.version })
  })

  routes.post('/rounds/:id/edit', only('draft'), async (req, res) => {
    await receive(req, res, await theRound(db, idOf(req)))
  })

  routes.get('/rounds/:id/withdraw', only('draft'), async (req, res) => {
    page(res, 'desk/withdraw', withdrawPage(await theRound(db, idOf(req))))
  })

  routes.post('/rounds/:id/withdraw', only('draft'), async (req, res) => {
    const round = await theRound(db, idOf(req))
    const refused = await withdrawal(db, by(res, house), round, bodyOf(req))
    if (refused) return page(res.status(422), 'desk/withdraw', refused)
    res.redirect(303, `/rounds?track=${round.track_id}`)
  })

  async function receive(req: Request, res: Response, round: Shown['round']): Promise<void> {
    const body = bodyOf(req)
    const draft = readDraft(roundPart, body)
    const sent = { draft, round, token: tokenIn(body._form), version: Number(body.version) || 0 }
    const focus = changeRows(roundPart, draft, body)
    if (focus !== null) return show(res, { ...sent, focus })
    const answer = await submit(db, by(res, house), { ...sent, id: round?.id ?? null })
    if (answer.kind === 'saved') return res.redirect(303, `/rounds/${answer.id}`)
    if (answer.kind === 'refused') return show(res.status(422), { ...sent, faults: answer.faults })
    const { stored, version } = answer
    const crossed = crossings(roundPart, draft, stored)
    await show(res.status(409), { ...sent, draft: rebase(roundPart, draft, stored), version, crossed })
  }

  return routes
}

function idOf(req: Request): number {
  return idIn(String(req.params.id))
}

/** Two delegations stand ready, for there are two sides to a table; whatever else there was is added by its button. */
function newDraft(track: unknown): Draft {
  const draft = emptyDraft(roundPart)
  for (const list of ['third_parties', 'proposals', 'outcomes']) draft.rows[list] = []
  draft.rows.delegations?.push(emptyDraft(roundPart.lists.delegations, 1))
  if (typeof track === 'string' && /^\d{1,15}$/.test(track)) draft.typed.track_id = track
  return draft
}
