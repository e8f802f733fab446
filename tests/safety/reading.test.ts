import { beforeAll, expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/account.ts'
import { house, type OpenHouse, PASSWORD, stillClock } from '../house.ts'
import { everyPage } from './hostile.ts'
import { memberAt, send } from './letter.ts'
import { wholeRecord } from './whole-record.ts'

let { origin, db }: OpenHouse = {} as OpenHouse
let cookie = ''
beforeAll(async () => {
  ;({ origin, db } = await house())
  await addAccount(db, stillClock, 'Nora', 'editor', PASSWORD)
  cookie = (await memberAt(origin, 'Nora', PASSWORD)).cookie
})

test('reading changes nothing, whoever reads and whatever the address seems to ask for', async () => {
  const before = await wholeRecord(db)
  const readers: Array<Record<string, string>> = [{}, { cookie }]
  const orders = [
    '/sign-out',
    '/rounds/1/withdraw?reason=x',
    '/rounds/1/edit?title=x',
    '/rounds/1/delete',
    '/rounds/new?title=x',
  ]
  for (const path of [...everyPage, ...orders])
    for (const headers of readers)
      for (const method of ['GET', 'HEAD', 'OPTIONS']) await send(origin, method, path, { headers })
  expect(await wholeRecord(db)).toEqual(before)
  const { text } = await send(origin, 'GET', '/', { headers: { cookie } })
  expect(text).toContain('<a href="/account">Nora</a>')
})

test('no header makes a GET into anything else', async () => {
  const before = await wholeRecord(db)
  const headers = { cookie, origin, 'x-http-method-override': 'POST', 'x-method-override': 'DELETE' }
  for (const path of ['/sign-out', '/rounds/1/withdraw?_method=POST&reason=x'])
    await send(origin, 'GET', path, { headers })
  expect(await wholeRecord(db)).toEqual(before)
})

test('readers leave no trace: no cookie is set and nothing stored before somebody wants to sign in', async () => {
  const signIns = () => db.selectFrom('sign_in').select('key_hash').execute()
  const before = await signIns()
  for (const path of everyPage.filter((path) => path !== '/sign-in'))
    expect((await send(origin, 'GET', path)).headers['set-cookie'], path).toBeUndefined()
  expect(await signIns()).toEqual(before)
})
