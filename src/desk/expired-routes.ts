/* A form whose sign-in ran out while it was typed: nothing of it is lost. */
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { accountOf, formToken, me } from '../accounts/access.ts'
import type { Account } from '../accounts/account.ts'
import { signInPage } from '../accounts/sign-in-page.ts'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { bodyOf } from '../web/request.ts'
import { holdsToken } from '../web/security.ts'
import { typedRow, withDraft } from './drafts/kept.ts'
import { isAnothers } from './drafts/reads.ts'
import { keepDraft } from './drafts/writes.ts'
import { addressOf, formAt } from './form.ts'
import { formPage } from './form-page.ts'
import { allForms } from './forms.ts'
import { mayPublish } from './review/reads.ts'
import { newToken } from './token.ts'
import { sentIn } from './typed.ts'

type Found = NonNullable<ReturnType<typeof formAt>>

/** Before forms without their session's token are refused: one of the desk comes back, with all that was typed. */
export function giveBackTyped({ db }: House): RequestHandler {
  return async (req: Request, res: Response, next: NextFunction) => {
    const body = bodyOf(req)
    const isOurs = req.method === 'POST' && typeof body._form === 'string' && !holdsToken(req)
    const found =
      isOurs && req.accepts(['html', 'json']) === 'html' ? formAt(allForms, req.originalUrl) : null
    if (!found) return next()
    if (accountOf(res)) return again(res, found, body)
    res.locals.chrome.token = formToken(req)
    page(
      res.status(401),
      'accounts/sign-in',
      signInPage({ next: addressOf(found.kind, found.asked), typed: body }),
    )
  }

  async function again(res: Response, { kind, asked }: Found, body: Record<string, unknown>): Promise<void> {
    const form = await kind.open(db, asked)
    const sent = sentIn(form.part, body)
    const mine = await mayPublish(db, me(res), await form.processOf(db, sent.draft))
    const notice =
      'You signed in anew since this form was opened. Nothing was saved yet: look it over and send it.'
    const shown = { ...sent, of: null, notice }
    page(res.status(403), 'desk/sheet', await formPage(db, form, addressOf(kind, asked), mine, shown))
  }
}

/** Keeps what the sign-in page carried over as a draft of whoever signed in. @returns where it is typed on; null where it was no form */
export function keepCarried({ db, clock }: House) {
  return async (
    { id, name }: Account,
    address: string,
    typed: Record<string, string>,
  ): Promise<string | null> => {
    const found = formAt(allForms, address)
    if (!found) return null
    const form = await found.kind.open(db, found.asked)
    const sent = sentIn(form.part, typed)
    const token = (await isAnothers(db, id, sent.token)) ? newToken() : sent.token
    const row = typedRow({ ...found, form, sent: { ...sent, token } })
    const draft = await keepDraft(db, { account_id: id, who: name, clock }, row)
    return withDraft(row.address, draft)
  }
}
