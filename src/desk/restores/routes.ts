import { type Request, Router } from 'express'
import { by, only } from '../../accounts/access.ts'
import { recording } from '../../evidence/status-writes.ts'
import { historyPath, versionPath } from '../../sources/paths.ts'
import { type Asked, recordAt } from '../../versions/record-reads.ts'
import { versionsOf } from '../../versions/versions.ts'
import type { House } from '../../web/house.ts'
import { page } from '../../web/render.ts'
import { bodyOf, idIn } from '../../web/request.ts'
import { readReason, reasonForm } from '../withdraw.ts'
import { restoreVersion } from './restore.ts'

/** A version of a record is restored here, by those who are signed in. */
export function restoreRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const path = '/:kind/:id/versions/:number/restore'

  async function read({ params }: Request): Promise<{ asked: Asked; number: number }> {
    const asked = await recordAt(db, String(params.kind), String(params.id))
    const number = idIn(params.number)
    ;(await versionsOf(db, asked)).at(number)
    return { asked, number }
  }

  routes.get(path, only('draft'), async (req, res) => {
    const { asked, number } = await read(req)
    page(res, 'desk/withdraw', form(asked, number))
  })

  routes.post(path, only('draft'), async (req, res) => {
    const { asked, number } = await read(req)
    const { kind, id } = asked
    const reading = readReason(bodyOf(req))
    if (!reading.ok)
      return page(res.status(422), 'desk/withdraw', form(asked, number, reading.typed, reading.fault))
    await recording(db, (db) => restoreVersion(db, by(res, house), kind, id, number, reading.reason))
    res.redirect(303, historyPath(kind.name, id))
  })

  return routes
}

function form({ kind, id, name }: Asked, number: number, typed = '', fault = '') {
  const back = versionPath(kind.name, id, number)
  return reasonForm({
    title: `Restore version ${number} of ${name}`,
    lead: 'Its own fields become what they were in that version, and it stands again where it was withdrawn. What belongs to it has versions of its own. Restoring is a step of its own: nothing leaves the history.',
    crumbs: [
      { label: name, href: historyPath(kind.name, id) },
      { label: `Version ${number}`, href: back },
    ],
    action: `${back}/restore`,
    back,
    act: 'Restore it',
    typed,
    fault,
  })
}
