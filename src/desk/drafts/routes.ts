import { type Request, type Response, Router } from 'express'
import { by, me, only } from '../../accounts/access.ts'
import { prose } from '../../fields/kinds.ts'
import { readOne } from '../../fields/read.ts'
import { notFound, Refusal } from '../../kernel/fault.ts'
import type { House } from '../../web/house.ts'
import { page } from '../../web/render.ts'
import { bodyOf, idIn } from '../../web/request.ts'
import { formAt } from '../form.ts'
import { allForms } from '../forms.ts'
import { publishOver } from '../send.ts'
import { mayRead, sentOf } from './kept.ts'
import { draftPage, type Refused, whyNot } from './page.ts'
import { type KeptDraft, theDraft } from './reads.ts'
import { type Seen, seenIn } from './seen.ts'
import { markPublished, sendBack, takeBack } from './step-writes.ts'
import { dropDraft } from './writes.ts'

const remarkKind = prose({ label: 'Remark', max: 1000 })

/** Drafts are looked at, taken back and dropped by their authors; published or sent back by others. */
export function draftRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/desk/drafts/:id', only('draft'), async (req, res) => show(res, await readable(req, res)))

  routes.post('/desk/drafts/:id/take-back', only('draft'), async (req, res) => {
    const draft = await own(req, res)
    await takeBack(db, by(res, house), draft.id)
    res.redirect(303, `/desk/drafts/${draft.id}`)
  })

  routes.post('/desk/drafts/:id/drop', only('draft'), async (req, res) => {
    const draft = await own(req, res)
    await dropDraft(db, by(res, house), draft.token)
    res.redirect(303, '/desk')
  })

  routes.post('/desk/drafts/:id/send-back', only('review'), async (req, res) => {
    const draft = await anothers(req, res)
    const sent = bodyOf(req).remark
    const read = readOne(remarkKind, typeof sent === 'string' ? sent : '')
    if ('fault' in read) {
      const refused = {
        lines: [],
        fault: `Remark ${read.fault}`,
        remark: typeof sent === 'string' ? sent : '',
      }
      return show(res.status(422), draft, refused)
    }
    await sendBack(db, by(res, house), seenOf(req, draft), read.value)
    res.redirect(303, '/desk')
  })

  routes.post('/desk/drafts/:id/publish', only('review'), async (req, res) => {
    const draft = await anothers(req, res)
    const found = formAt(allForms, draft.address) ?? notFound('form', draft.address)
    const form = await found.kind.open(db, found.asked)
    const [reader, seen] = [by(res, house), seenOf(req, draft)]
    const author = { ...reader, account_id: draft.account_id, who: draft.who, published_by: reader.who }
    const sending = { ...found, sent: sentOf(form.part, draft) }
    const answer = await publishOver(db, author, sending, (db, { leadsTo }) =>
      markPublished(db, reader, seen, leadsTo),
    )
    if (answer.kind === 'saved') return res.redirect(303, answer.leadsTo)
    await show(res.status(answer.kind === 'refused' ? 422 : 409), draft, { lines: whyNot(answer) })
  })

  async function show(res: Response, draft: KeptDraft, refused?: Refused): Promise<void> {
    page(res, 'desk/draft', await draftPage(db, me(res), draft, refused))
  }

  async function readable(req: Request, res: Response): Promise<KeptDraft> {
    const draft = await theDraft(db, idIn(req.params.id))
    return mayRead(me(res), draft) ? draft : notFound('draft', draft.id)
  }

  async function own(req: Request, res: Response): Promise<KeptDraft> {
    const draft = await readable(req, res)
    if (draft.account_id !== me(res).id) throw new Refusal(403, 'This draft is another person’s.')
    return draft
  }

  async function anothers(req: Request, res: Response): Promise<KeptDraft> {
    const draft = await readable(req, res)
    if (draft.account_id === me(res).id)
      throw new Refusal(403, 'Your own work is published by somebody else.')
    return draft
  }

  return routes
}

/** What the page was that the reader decided on. @throws Refusal 409 where they saw none of this draft */
function seenOf(req: Request, { id }: KeptDraft): Seen {
  const seen = seenIn(bodyOf(req)._seen)
  if (seen?.id !== id) throw new Refusal(409, 'Read it first: open its own page, and decide there.')
  return seen
}
