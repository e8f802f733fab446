import { type Request, type Response, Router } from 'express'
import { by, me, only } from '../accounts/access.ts'
import { may } from '../accounts/roles.ts'
import { asOf } from '../web/as-of.ts'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { bodyOf } from '../web/request.ts'
import { baseOf } from './crossed.ts'
import { changeRows } from './draft.ts'
import { nextRow, openedDraft, typedRow, withDraft } from './drafts/kept.ts'
import { theDraft } from './drafts/reads.ts'
import { type Seen, seenIn } from './drafts/seen.ts'
import { markPublished } from './drafts/step-writes.ts'
import { beginDraft, keepDraft, NotKept, settleDraft, submitDraft } from './drafts/writes.ts'
import { type Asked, addressOf, askedIn, type Form, type FormKind } from './form.ts'
import { formPage, type ShownForm } from './form-page.ts'
import { allForms } from './forms.ts'
import { mayPublish } from './review/reads.ts'
import { type Answer, publish, rehearse, type Sent } from './send.ts'
import { firstDue } from './sheet.ts'
import { newToken } from './token.ts'
import { sentIn } from './typed.ts'

/** A form that came in: where it was sent to, and what was typed. */
interface Post {
  kind: FormKind
  asked: Asked
  form: Form
  sent: Sent
  /** The draft of somebody else that it was opened from. */
  of: Seen | null
}

/** The analyst's desk: every form is shown, kept, handed in and published here, by those who are signed in. */
export function deskRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  for (const kind of allForms) {
    routes.get(kind.path, only('draft'), (req, res) => open(req, res, kind))
    routes.post(kind.path, only('draft'), (req, res) => receive(req, res, kind))
  }

  async function open(req: Request, res: Response, kind: FormKind): Promise<void> {
    const asked = askedIn(req)
    const form = await kind.open(db, asked)
    const kept = await openedDraft(db, me(res), addressOf(kind, asked), form.part, req.query.draft)
    const { begins: draft, version } = form
    const fresh = {
      draft,
      version,
      token: newToken(),
      base: baseOf(form.part, draft),
      of: null,
      focus: firstDue(form),
    }
    await show(res, { kind, asked, form }, kept ?? fresh)
  }

  async function show(res: Response, { kind, asked, form }: Omit<Post, 'sent' | 'of'>, shown: ShownForm) {
    const mine = await mayPublish(db, me(res), await form.processOf(db, shown.draft))
    page(res, 'desk/sheet', await formPage(db, form, addressOf(kind, asked), mine, shown))
  }

  async function receive(req: Request, res: Response, kind: FormKind): Promise<void> {
    const [asked, body] = [askedIn(req), bodyOf(req)]
    const form = await kind.open(db, asked)
    const of = may(me(res).role, 'review') ? await seenHere(body._of, addressOf(kind, asked)) : null
    const post: Post = { kind, asked, form, sent: sentIn(form.part, body), of }
    try {
      await act(req, res, post)
    } catch (error) {
      if (!(error instanceof NotKept) || !wantsPage(req)) throw error
      await show(res.status(409), post, { ...post.sent, of, notice: error.message })
    }
  }

  /** What the form was opened from, where that is a draft of this very form. */
  async function seenHere(sent: unknown, address: string): Promise<Seen | null> {
    const seen = seenIn(sent)
    return seen && (await theDraft(db, seen.id)).address === address ? seen : null
  }

  async function act(req: Request, res: Response, post: Post): Promise<void> {
    const [{ form }, body] = [post, bodyOf(req)]
    const focus = changeRows(form.part, post.sent.draft, body)
    if (focus !== null) return grown(res, post, focus)
    if (body._act === 'keep') return keep(req, res, post)
    if (body._act === 'preview' && form.preview) return preview(res, post, form.preview)
    const process_id = await form.processOf(db, post.sent.draft)
    const isPublishing = body._act !== 'submit' && (await mayPublish(db, me(res), process_id))
    const answer = await (isPublishing ? enter(res, post) : rehearse(db, by(res, house), post))
    if (answer.kind !== 'saved') return again(res, post, answer)
    const leadsTo = isPublishing ? answer.leadsTo : `/desk/drafts/${await handIn(res, post)}`
    res.redirect(303, body._act === 'next' ? await next(res, post) : leadsTo)
  }

  /** A row more or less: what was typed so far is kept. */
  async function grown(res: Response, post: Post, focus: string): Promise<void> {
    await keepDraft(db, by(res, house), typedRow(post))
    await show(res, post, { ...post.sent, of: post.of, focus })
  }

  /** The page as it would be; the form itself is kept, to be gone back to. */
  async function preview(res: Response, post: Post, { view, page: pageOf }: NonNullable<Form['preview']>) {
    const author = by(res, house)
    let shown = { title: '' }
    const answer = await rehearse(db, author, post, async (db, { id }) => {
      shown = await pageOf(db, id, asOf(res).day)
    })
    if (answer.kind !== 'saved') return again(res, post, answer)
    const id = await keepDraft(db, author, typedRow(post))
    page(res, view, { ...shown, isPrivate: true, preview: draftAddress(post, id) })
  }

  async function keep(req: Request, res: Response, post: Post): Promise<void> {
    const author = by(res, house)
    const id = await keepDraft(db, author, typedRow(post))
    if (wantsPage(req)) return res.redirect(303, draftAddress(post, id))
    res.json({ draft: id, at: author.clock().toISOString().slice(11, 16) })
  }

  function enter(res: Response, post: Post): Promise<Answer> {
    const author = by(res, house)
    return publish(db, author, post, async (db, { leadsTo, isAgain }) => {
      await settleDraft(db, author, post.sent.token, leadsTo)
      if (post.of !== null && !isAgain) await markPublished(db, author, post.of, leadsTo)
    })
  }

  async function handIn(res: Response, post: Post): Promise<number> {
    return submitDraft(db, by(res, house), typedRow(post))
  }

  async function again(res: Response, post: Post, answer: Exclude<Answer, { kind: 'saved' }>): Promise<void> {
    const { sent, of, form } = post
    if (answer.kind === 'refused') return show(res.status(422), post, { ...sent, of, ...answer })
    if (answer.kind === 'made')
      return show(res.status(409), post, { ...sent, of, token: newToken(), made: answer.leadsTo })
    const { version, meeting } = answer
    const base = baseOf(form.part, form.begins)
    await show(res.status(409), post, { ...sent, of, version, base, draft: meeting.draft, meeting })
  }

  /** The next one like it stands ready as a draft. */
  async function next(res: Response, post: Post): Promise<string> {
    const row = nextRow(post)
    const id = row && (await beginDraft(db, by(res, house), row))
    return row && id !== null ? withDraft(row.address, id) : post.form.back
  }

  return routes
}

/** A script keeps what is typed and stays on its page. */
function wantsPage(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'html'
}

function draftAddress({ kind, asked }: Post, id: number): string {
  return withDraft(addressOf(kind, asked), id)
}
