import { type Request, Router } from 'express'
import { only } from '../../accounts/access.ts'
import { type Called, calledKinds } from '../../catalogue/called-writes.ts'
import { Refusal } from '../../kernel/fault.ts'
import type { House } from '../../web/house.ts'
import { type Around, findOffice, findZone } from './around.ts'
import { find, findProposal, type Hit } from './find.ts'

const LONGEST = 200

/** Answers the inputs of the desk's forms as one types. */
export function lookupRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/desk/lookup', only('draft'), async (req, res) => {
    const { record, q } = textsIn(req)
    const hits = await hitsFor(record ?? '', q ?? '', aroundIn(req))
    res.json({ hits: hits.map(({ value, name, apart }) => ({ value, name, apart })) })
  })

  function hitsFor(record: string, typed: string, around: Around): Promise<Hit[]> {
    if (record === 'zone') return findZone(db, typed, around)
    if (record === 'proposal') return findProposal(db, typed, around)
    if (record === 'office') return findOffice(db, typed, around)
    if (!calledKinds.includes(record as Called))
      throw new Refusal(400, `Record must be one of: zone, proposal, ${calledKinds.join(', ')}.`)
    return find(db, record as Called, typed, around)
  }

  return routes
}

function aroundIn(req: Request): Around {
  const { near = '', person = '', date = '', venue = '' } = textsIn(req)
  return { near: /^[1-9]\d{0,14}$/.test(near) ? Number(near) : null, person, date, venue }
}

/** Each name of the query once; longer texts name nothing. */
function textsIn({ query }: Request): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, given]) => {
      const text = String([given].flat()[0] ?? '')
        .toWellFormed()
        .replaceAll('\0', '')
      return text.length > LONGEST ? [] : [[name, text]]
    }),
  )
}
