import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/account.ts'
import { openRecord } from '../../src/db/open.ts'
import { wallClock } from '../../src/kernel/clock.ts'
import { wholeRound } from '../desk/form.ts'
import { type Visit, visitorTo } from '../visit.ts'
import { addressOf, startParley } from './program.ts'
import { smallRecord } from './small-record.ts'

const PASSWORD = 'a password of the tests'
const people = ['ana', 'ben', 'cem', 'dag']
/** Each kill falls so many milliseconds after the fourth round that was acknowledged since the start. */
const instants = [0, 35, 5, 50, 20, 11]

test('whatever was acknowledged before kill -9 is on record, whole; nothing is there by half', async () => {
  const path = await smallRecord()
  await addPeople(path)
  const port = await freePort()
  const acknowledged: string[] = []
  const visits = people.map(() => visitorTo(`http://127.0.0.1:${port}`))
  for (const [turn, instant] of instants.entries()) {
    const program = startParley(path, port)
    await addressOf(program)
    if (turn === 0) for (const [at, visit] of visits.entries()) await signIn(visit, people[at] ?? '')
    const work = visits.map((visit, at) => submitUntilKilled(visit, `${people[at]} ${turn}`, acknowledged))
    await grown(acknowledged, 4)
    await new Promise((resolve) => setTimeout(resolve, instant))
    program.child.kill('SIGKILL')
    await Promise.all([program.ended, ...work])
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(24)
  const missing = wholeRounds(path)
  expect(acknowledged.filter((title) => !missing.whole.has(title))).toEqual([])
  expect(missing.half).toEqual([])
}, 120_000)

async function addPeople(path: string): Promise<void> {
  const db = openRecord(path)
  for (const name of people) await addAccount(db, wallClock, name, 'editor', PASSWORD)
  await db.destroy()
}

async function grown(list: unknown[], by: number): Promise<void> {
  const enough = list.length + by
  while (list.length < enough) await new Promise((resolve) => setTimeout(resolve, 2))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function signIn(visit: Visit, name: string): Promise<void> {
  await visit.get('/sign-in')
  const reply = await visit.post('/sign-in', { name, password: PASSWORD })
  expect(reply.status).toBe(303)
}

/** Records round after round; the sign-in made before the first kill must serve to the last. */
async function submitUntilKilled(visit: Visit, who: string, acknowledged: string[]): Promise<void> {
  try {
    for (let count = 0; ; count += 1) {
      const form = await visit.get('/rounds/new')
      expect(form.status).toBe(200)
      const title = `Kill ${who} ${count}`
      const _form = /name="_form" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
      const reply = await visit.post('/rounds/new', { ...wholeRound, ...ownNames(title), title, _form })
      if (reply.status === 303) acknowledged.push(title)
    }
  } catch (error) {
    // The connection broke: that is the kill.
    if (!(error instanceof TypeError)) throw error
  }
}

/** Each round brings a venue and a source of its own, and a party that is known already. */
function ownNames(title: string): Record<string, string> {
  return {
    venue: `Lighthouse of ${title}`,
    'delegations.1.party': 'Kingdom of Torland',
    'delegations.1.code': '',
    'delegations.1.kind': '',
    'proposals.0.proposer': 'Kingdom of Torland',
    'source.url': `https://halden.example/${encodeURIComponent(title)}`,
  }
}

/** Looks at the file itself: which rounds are there in all their tables, and which only in some. */
function wholeRounds(path: string): { whole: Set<string>; half: string[] } {
  const file = new Database(path)
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(file.pragma('foreign_key_check')).toEqual([])
  for (const index of ['search', 'search_quote'])
    file.exec(`insert into ${index} (${index}) values ('integrity-check')`)
  const rounds = file
    .prepare(
      `select title,
        (select count(*) from delegation where round_id = round.id) = 2
        and (select count(*) from delegation join delegate on delegation_id = delegation.id where round_id = round.id) = 2
        and (select count(*) from third_party where round_id = round.id) = 1
        and (select count(*) from proposal_event where round_id = round.id) >= 1
        and (select count(*) from outcome where round_id = round.id) = 1
        and (select count(*) from revision where record = 'round' and record_id = round.id) = 1
        and (select count(*) from claim where record = 'round' and record_id = round.id) > 0
        and (select count(*) from search where rowid = (15 << 53) + round.id) = 1
        and (select count(*) from submission where record = 'round' and record_id = round.id) = 1 as whole
      from round where title like 'Kill %'`,
    )
    .all() as Array<{ title: string; whole: number }>
  file.close()
  const whole = new Set(rounds.filter((round) => round.whole === 1).map(({ title }) => title))
  return { whole, half: rounds.filter((round) => round.whole !== 1).map(({ title }) => title) }
}
