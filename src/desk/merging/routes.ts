import { Router } from 'express'
import { only } from '../../accounts/access.ts'
import { idNamed } from '../../catalogue/address-reads.ts'
import { tidy } from '../../kernel/text.ts'
import { pathOfKind } from '../../sources/paths.ts'
import type { House } from '../../web/house.ts'
import { page } from '../../web/render.ts'
import { mergeable } from './kinds.ts'
import { otherPage, othersMeant } from './other-page.ts'
import { theOne } from './pair.ts'

/** Asks for the other record by name or number; the form itself knows it by its number. */
export function mergingRoutes({ db }: House): Router {
  const routes = Router()
  for (const { kind, by } of mergeable) {
    const path = `/${pathOfKind(kind.name)}/:id/merge`
    routes.get(path, only('draft'), async (req, res, next) => {
      const typed = tidy(String([req.query.into ?? ''].flat()[0]))
      if (/^[1-9]\d*$/.test(typed)) return next()
      const from = await theOne(db, kind, await idNamed(db, kind.name, String(req.params.id)))
      const among = typed === '' ? [] : await othersMeant(db, kind, from.row.id, typed)
      const [only] = among
      if (only && among.length === 1) return res.redirect(303, `${req.path}?into=${only.row.id}`)
      const status = typed === '' || among.length > 0 ? 200 : 422
      page(res.status(status), 'desk/other', await otherPage(db, kind, by, from, typed, among))
    })
  }
  return routes
}
