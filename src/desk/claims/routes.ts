import { type Request, type Response, Router } from 'express'
import { by, only } from '../../accounts/access.ts'
import { recording } from '../../evidence/status-writes.ts'
import { withdrawRecord } from '../../history/record-writes.ts'
import type { Claim } from '../../sources/claim-reads.ts'
import { claimRecord } from '../../sources/fields.ts'
import type { House } from '../../web/house.ts'
import { page } from '../../web/render.ts'
import { bodyOf, idIn } from '../../web/request.ts'
import { crossings, rebase } from '../crossed.ts'
import { changeRows, emptyDraft, readDraft } from '../draft.ts'
import { newToken, tokenIn } from '../token.ts'
import { readReason, reasonForm } from '../withdraw.ts'
import { claimPart } from './part.ts'
import { storedClaim, theClaim } from './stored.ts'
import { type Subject, subjectIn, theSubject } from './subject.ts'
import { submitClaim } from './submit.ts'
import { claimForm, type ShownClaim } from './view.ts'

/** Claims are added to a field, corrected and taken out by those who are signed in. */
export function claimRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const show = async (res: Response, subject: Subject, shown: ShownClaim) =>
    page(res, 'desk/sheet', await claimForm(db, subject, shown))

  routes.get('/claims/new', only('draft'), async (req, res) => {
    const subject = await subjectIn(db, { ...req.query, record_id: req.query.id })
    const part = claimPart(subject.kind)
    const draft = emptyDraft(part)
    draft.rows.links = []
    await show(res, subject, { part, draft, id: null, token: newToken(), version: 0 })
  })

  routes.post('/claims/new', only('draft'), async (req, res) => {
    await receive(req, res, await subjectIn(db, bodyOf(req)), null)
  })

  routes.get('/claims/:id/edit', only('draft'), async (req, res) => {
    const claim = await theClaim(db, idIn(req.params.id))
    const subject = await subjectOf(claim)
    const part = claimPart(subject.kind, claim.value)
    const draft = await storedClaim(db, part, claim)
    await show(res, subject, { part, draft, id: claim.id, token: newToken(), version: claim.version })
  })

  routes.post('/claims/:id/edit', only('draft'), async (req, res) => {
    const claim = await theClaim(db, idIn(req.params.id))
    await receive(req, res, await subjectOf(claim), claim)
  })

  routes.get('/claims/:id/withdraw', only('draft'), async (req, res) => {
    const claim = await theClaim(db, idIn(req.params.id))
    page(res, 'desk/withdraw', withdrawForm(claim, await subjectOf(claim)))
  })

  routes.post('/claims/:id/withdraw', only('draft'), async (req, res) => {
    const claim = await theClaim(db, idIn(req.params.id))
    const subject = await subjectOf(claim)
    const reading = readReason(bodyOf(req))
    if (!reading.ok)
      return page(
        res.status(422),
        'desk/withdraw',
        withdrawForm(claim, subject, reading.typed, reading.fault),
      )
    await recording(db, async (db) => {
      await theClaim(db, claim.id)
      await withdrawRecord(db, by(res, house), claimRecord, claim.id, reading.reason)
    })
    res.redirect(303, subject.evidence)
  })

  function subjectOf({ record, record_id, field }: Claim): Promise<Subject> {
    return theSubject(db, record, record_id, field)
  }

  async function receive(req: Request, res: Response, subject: Subject, claim: Claim | null): Promise<void> {
    const body = bodyOf(req)
    const part = claimPart(subject.kind, claim?.value ?? null)
    const draft = readDraft(part, body)
    const id = claim?.id ?? null
    const sent = { part, draft, id, token: tokenIn(body._form), version: Number(body.version) || 0 }
    const focus = changeRows(part, draft, body)
    if (focus !== null) return show(res, subject, { ...sent, focus })
    const answer = await submitClaim(db, by(res, house), subject, sent)
    if (answer.kind === 'saved') return res.redirect(303, subject.evidence)
    if (answer.kind === 'refused') return show(res.status(422), subject, { ...sent, ...answer })
    const { stored, version } = answer
    const crossed = crossings(part, draft, stored)
    await show(res.status(409), subject, { ...sent, draft: rebase(part, draft, stored), version, crossed })
  }

  return routes
}

function withdrawForm(claim: Claim, subject: Subject, typed = '', fault = '') {
  return reasonForm({
    title: `Withdraw claim ${claim.id} on ${subject.title}`,
    lead: 'It no longer counts and leaves all pages and downloads; its history stays, and it can be restored from there. Where the source itself took it back, correct the claim instead: it then stays, marked.',
    crumbs: subject.crumbs,
    action: `/claims/${claim.id}/withdraw`,
    back: subject.evidence,
    act: 'Withdraw the claim',
    typed,
    fault,
  })
}
