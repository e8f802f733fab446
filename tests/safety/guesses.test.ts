import { beforeEach, expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/account.ts'
import { house, type OpenHouse, PASSWORD, stillClock } from '../house.ts'
import { expectCalm, PROMPT, sentenceOf } from './calm.ts'
import { type Answer, type Session, send, sendForm, strangerAt } from './letter.ts'

let { origin, db }: OpenHouse = {} as OpenHouse
let session: Session = { cookie: '', token: '' }
beforeEach(async () => {
  ;({ origin, db } = await house())
  await addAccount(db, stillClock, 'Nora', 'editor', PASSWORD)
  session = await strangerAt(origin)
})

/** Without a password nothing is hashed: such a try counts like any other, and costs no time. */
function guess(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
  const { cookie, token } = session
  return sendForm(origin, '/sign-in', { _token: token, ...form }, { cookie, origin, ...headers })
}

test('a wrong password and an unknown name are answered in the same words', async () => {
  const wrong = await guess({ name: 'Nora', password: 'a wrong password' })
  const unknown = await guess({ name: 'Nobody', password: 'a wrong password' })
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  expect(sentenceOf(wrong)).toBe('The name or the password is wrong.')
  const nonce = /nonce="[^"]+"/g
  expect(unknown.text.replaceAll('Nobody', 'Nora').replace(nonce, '')).toBe(wrong.text.replace(nonce, ''))
})

test('and take the same time: an unknown name is hashed too', async () => {
  const took = async (name: string) => {
    const began = performance.now()
    await guess({ name, password: 'a wrong password' })
    return performance.now() - began
  }
  await took('Nobody')
  const [known, unknown]: [number[], number[]] = [[], []]
  for (let at = 0; at < 3; at += 1) {
    known.push(await took('Nora'))
    unknown.push(await took(`Nobody ${at}`))
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[1] ?? 0
  // Without the hash it would be a fiftieth; the bound is wide so that a busy machine cannot break it.
  expect(median(unknown) / median(known)).toBeGreaterThan(0.2)
  expect(median(unknown) / median(known)).toBeLessThan(5)
})

test('after ten wrong passwords a name is closed for a while, to the right password too', async () => {
  for (let tries = 0; tries < 10; tries += 1) expect((await guess({ name: 'NORA' })).status).toBe(422)
  const refused = await guess({ name: 'Nora', password: PASSWORD })
  expectCalm(refused, 'the eleventh try')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
})

test('thirty tries are all that one machine has, whatever name it tries and whomever it says it speaks for', async () => {
  const statuses: number[] = []
  for (let tries = 0; tries < 40; tries += 1) {
    const address = `10.0.0.${tries}`
    const headers = { 'x-forwarded-for': address, 'x-real-ip': address, forwarded: `for=${address}` }
    statuses.push((await guess({ name: `Guess ${tries}` }, headers)).status)
  }
  expect(statuses.indexOf(429)).toBeGreaterThan(0)
  expect(statuses.indexOf(429)).toBeLessThanOrEqual(30)
  expect(statuses.slice(statuses.indexOf(429))).toEqual(statuses.slice(statuses.indexOf(429)).fill(429))
})

test('readers are served while many sign in at once', async () => {
  const flood = Array.from({ length: 6 }, (_, at) =>
    guess({ name: `Guess ${at}`, password: 'a wrong password' }),
  )
  const began = performance.now()
  expect((await send(origin, 'GET', '/')).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(PROMPT)
  await Promise.all(flood)
})
