import { Router } from 'express'
import { by, only } from '../../accounts/access.ts'
import { fieldWords, recordWords } from '../../catalogue/view.ts'
import { Refusal } from '../../kernel/fault.ts'
import { counted } from '../../kernel/words.ts'
import { evidencePath } from '../../sources/paths.ts'
import type { House } from '../../web/house.ts'
import { page } from '../../web/render.ts'
import { bodyOf, idIn } from '../../web/request.ts'
import { readReason, reasonForm } from '../withdraw.ts'
import { aboutOf, type Revision, theRevision } from './reads.ts'
import { revert, whyNot } from './revert.ts'

/** One step of the history is undone here, by those who are signed in. */
export function revertRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/revisions/:id/revert', only('draft'), async (req, res) => {
    const revision = await theRevision(db, idIn(req.params.id))
    const refused = whyNot(revision)
    if (refused) throw new Refusal(409, refused)
    page(res, 'desk/withdraw', await form(revision))
  })

  routes.post('/revisions/:id/revert', only('draft'), async (req, res) => {
    const revision = await theRevision(db, idIn(req.params.id))
    const reading = readReason(bodyOf(req))
    if (!reading.ok)
      return page(res.status(422), 'desk/withdraw', await form(revision, reading.typed, reading.fault))
    await revert(db, by(res, house), revision.id, reading.reason)
    res.redirect(303, await placeOf(revision))
  })

  async function placeOf(revision: Revision): Promise<string> {
    const { record, record_id, field } = await aboutOf(db, revision)
    return evidencePath(record, record_id, field)
  }

  async function form(revision: Revision, typed = '', fault = '') {
    const { id, record, record_id, action, who, after } = revision
    const fields = Object.keys(JSON.parse(after ?? '{}')).map((field) => fieldWords(record, field))
    const what =
      action === 'changed' ? `${counted(fields.length, 'field')} changed: ${fields.join(', ')}` : action
    const back = await placeOf(revision)
    const about = `${recordWords(record)} ${record_id}`
    return reasonForm({
      title: `Revert revision ${id}`,
      lead: `${about}, ${what}, by ${who}. Reverting is a revision of its own: nothing leaves the history.`,
      crumbs: [{ label: about, href: back }],
      action: `/revisions/${id}/revert`,
      back,
      act: 'Revert it',
      typed,
      fault,
    })
  }

  return routes
}
