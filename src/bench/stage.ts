/* A made-up record of one size with both servers over it, in a temporary folder that goes when it is closed. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAccount } from '../accounts/account.ts'
import { makeToken } from '../accounts/token-writes.ts'
import { openRecord } from '../db/open.ts'
import type { Db } from '../db/tables.ts'
import { wallClock } from '../kernel/clock.ts'
import { ask } from './asking.ts'
import { crowd } from './crowd.ts'
import { type Measure, measures } from './measures.ts'
import { type Running, startApplication, startRaw } from './programs.ts'
import type { Answers } from './raw.ts'
import { statementsFor } from './recorded.ts'
import { makeBareRounds } from './synthetic/bare.ts'
import type { Size } from './synthetic/fill.ts'
import { makeRecord } from './synthetic/made.ts'

export interface Stage {
  rounds: number
  /** The file of the record. */
  path: string
  application: string
  raw: string
  /** What an editor sends along. */
  headers: Record<string, string>
  /** The address of a measure at a turn. */
  addressOf(measure: Measure, turn: number): string
  close(): void
}

/** Rounds of the record with fifty and with a thousand claims on one field. */
export const CROWDED = { few: 10, many: 20 }

export interface Wanted extends Size {
  /** Rounds and nothing about them: only a browser has enough to look at. */
  isBare: boolean
}

export async function openStage(wanted: Wanted, turns: number, say: (line: string) => void): Promise<Stage> {
  const { rounds, isBare } = wanted
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const path = join(folder, 'record.sqlite')
  const began = performance.now()
  await make(path, wanted)
  const made = `${rounds.toLocaleString('en')} rounds made in ${seconds(began)}`
  const db = openRecord(path)
  const authorization = `Bearer ${await editorsToken(db)}`
  const slugs = (await db.selectFrom('process').select('slug').orderBy('id').limit(20).execute()).map(
    ({ slug }) => slug,
  )
  await db.destroy()
  const addressOf = ({ path }: Measure, turn: number) =>
    path(turn, rounds).replace(/:slug-(\d+)/, (_, at) => slugs[Number(at) % slugs.length] ?? '')
  const answers = join(folder, 'answers.json')
  writeFileSync(answers, JSON.stringify(isBare ? {} : await answersOf(path, turns, addressOf)))
  const starting = performance.now()
  const application = await startApplication(path)
  say(`${made}; ${await counted(application, starting)}`)
  const running = [application, await startRaw(path, answers)] as [Running, Running]
  return {
    ...{ rounds, path, addressOf, headers: { authorization } },
    ...{ application: running[0].origin, raw: running[1].origin },
    close() {
      for (const one of running) one.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

async function make(path: string, { isBare, ...size }: Wanted): Promise<void> {
  if (isBare) return makeBareRounds(path, size.rounds)
  await makeRecord(path, size)
  const db = openRecord(path)
  await crowd(db, CROWDED.few, 50, 50_000_000)
  await crowd(db, CROWDED.many, 1000, 60_000_000)
  await db.destroy()
}

/** A program that has just started counts its rounds before it answers. */
async function counted({ origin, memory }: Running, began: number): Promise<string> {
  await ask(`${origin}/timeline.json`)
  const taken = memory()
  return `the program counted them ${seconds(began)} after its start${taken ? `, and takes ${taken}` : ''}`
}

export function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}

async function editorsToken(db: Db): Promise<string> {
  const account_id = await addAccount(db, wallClock, 'the bench', 'editor', randomUUID())
  const by = { account_id, who: 'the bench', clock: wallClock }
  return makeToken(db, by, { account_id, label: 'bench', scope: 'write', days: 1 })
}

/** What the raw engine runs for each address that it is asked. */
async function answersOf(path: string, turns: number, addressOf: Stage['addressOf']): Promise<Answers> {
  const answers: Answers = {}
  const seen = new Set<string>()
  for (const measure of measures)
    for (let turn = 0; turn < turns && measure.raw; turn++) {
      const { raw } = measure
      if (raw === 'as the application') seen.add(addressOf(measure, turn))
      else answers[addressOf(measure, turn)] = [{ sql: raw.sql, values: raw.values(turn) }]
    }
  return { ...answers, ...(await statementsFor(path, [...seen])) }
}
