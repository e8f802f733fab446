import { type Request, type Response, Router } from 'express'
import { recordVersion } from '../db/unchanged.ts'
import { choice, whole } from '../fields/kinds.ts'
import { lawfulInXml } from '../kernel/text.ts'
import { asOf } from '../web/as-of.ts'
import { freshness } from '../web/fresh.ts'
import { askedOf, type Query } from '../web/query.ts'
import { markup } from '../web/render.ts'
import { onlyStyledBy, originOf } from '../web/security.ts'
import { USUAL_WIDTH } from './drawing/scale.ts'
import { MARGIN, type Picture, pictureOf, type Theme } from './picture.ts'
import { painter, refuseLarge } from './png.ts'
import { stillOf } from './still.ts'
import { queryFor } from './take-along.ts'

const drawing = {
  width: whole({ label: 'Width', min: 320, max: 2400 }),
  theme: choice({ label: 'Theme', of: ['light', 'dark'] }),
}
const painting = { scale: whole({ label: 'Scale', min: 1, max: 3 }) }

/** The timeline as a picture to take along. It is no part of a page: nobody else's page may show it from here. */
export function pictureRoutes(): Router {
  const routes = Router()
  const isFresh = freshness()
  const paint = painter()

  routes.get('/timeline.svg', async (req, res) => {
    if (await isKnown(req, res)) return
    const picture = await pictureFor(req, res)
    onlyStyledBy(res, picture.style)
    named(res, 'svg').send(fileOf(picture))
  })

  routes.get('/timeline.png', async (req, res) => {
    const { scale = 1 } = askedOf(painting, ['scale'], req.query as Query) as { scale?: number }
    if (await isKnown(req, res)) return
    const picture = await pictureFor(req, res, ['scale'])
    refuseLarge(picture, scale)
    named(res, 'png').send(Buffer.from(await paint(fileOf(picture), scale)))
  })

  return routes

  async function isKnown(req: Request, res: Response): Promise<boolean> {
    const { db, day, known } = asOf(res)
    return isFresh(req, res, [await recordVersion(db), day, known, originOf(req), req.originalUrl])
  }
}

async function pictureFor(req: Request, res: Response, besides: string[] = []): Promise<Picture> {
  const query = req.query as Query
  const { width = USUAL_WIDTH + 2 * MARGIN, theme = 'light' } = askedOf(
    drawing,
    ['width', 'theme'],
    query,
  ) as { width?: number; theme?: Theme }
  const still = await stillOf(asOf(res), query, [...Object.keys(drawing), ...besides], width - 2 * MARGIN)
  const address = `${originOf(req)}/?${queryFor(still, asOf(res).known)}`
  return pictureOf(still, address, theme)
}

function fileOf(picture: Picture): string {
  return lawfulInXml(markup('timeline/picture', picture))
}

/** A file by a name of its own, shown where it was asked for. */
function named(res: Response, ending: 'svg' | 'png'): Response {
  return res.type(ending).set('Content-Disposition', `inline; filename="parley-timeline.${ending}"`)
}
