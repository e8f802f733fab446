import { beforeAll, describe, expect, test } from 'vitest'
import { recordNamed } from '../../src/catalogue/records.ts'
import { formOn } from '../desk/form.ts'
import { examples, pathOf } from '../desk/records.ts'
import { house, type OpenHouse } from '../house.ts'
import type { Form, Reply, Visit } from '../visit.ts'
import { expectCalm } from './calm.ts'
import { hostile, hostileIds, impossibleDates, unseen } from './hostile.ts'
import { wholeRecord } from './whole-record.ts'

let { db }: OpenHouse = {} as OpenHouse
let ana: Visit = {} as Visit
beforeAll(async () => {
  const open = await house()
  db = open.db
  ana = await open.signedIn()
})

let showings = 0
/** Sent as if typed into a form of its own, so that no answer is that to an earlier one. */
function sendAnew(path: string, sheet: Form, typed: Form): Promise<Reply> {
  showings += 1
  return ana.post(path, { ...sheet, _form: `showing-of-the-tests-${showings}`, ...typed })
}

const plainOf = ({ text, ...reply }: Reply) => ({
  ...reply,
  text: text.replaceAll(/ value="[^"]*"|<textarea.*?<\/textarea>/gs, ''),
})

describe.each(examples)('the form of a $record', ({ record, least, edits }) => {
  const path = `${pathOf(record)}/new`
  const names = [...new Set([...Object.keys(least), ...Object.keys(edits)])]
  const kindOf = (name: string) => {
    const fields = recordNamed(record)?.fields ?? {}
    return fields[name] ?? fields[`${name}_id`]
  }
  let sheet: Form = {}
  beforeAll(async () => {
    sheet = formOn(await ana.get(path))
  })

  test('answers whatever is typed into all of it with a sentence', async () => {
    for (const text of hostile) {
      const reply = await sendAnew(path, sheet, Object.fromEntries(names.map((name) => [name, text])))
      expectCalm(plainOf(reply), text)
      expect([303, 413, 422], text).toContain(reply.status)
    }
  }, 60_000)

  test('refuses in each field what nobody sees, and days and numbers that are none', async () => {
    const before = await wholeRecord(db)
    for (const name of names) {
      const { control, refers } = kindOf(name) ?? {}
      const wrong = [
        `a${unseen[1]}b`,
        `a${unseen[5]}b`,
        ...(control === 'date' ? impossibleDates : []),
        // By now somebody on record is called "abc".
        ...(refers && refers !== 'person' ? hostileIds.filter((id) => id !== ' 1') : []),
      ]
      for (const text of wrong) {
        const { status } = await sendAnew(path, sheet, { ...least, [name]: text })
        expect([name, text, status]).toEqual([name, text, 422])
      }
      const long = await sendAnew(path, sheet, { ...least, [name]: 'x'.repeat(7000) })
      if (record !== 'capture' || name !== 'text') expect([name, long.status]).toEqual([name, 422])
    }
    if (record !== 'capture') expect(await wholeRecord(db)).toEqual(before)
  }, 60_000)

  test('takes nothing that it does not offer', async () => {
    const odd = {
      id: '77',
      withdrawn: 'x',
      version: '9',
      name_folded: 'x',
      '__proto__.x': '1',
      'offices.-1.title': 'x',
    }
    const { status } = await sendAnew(path, sheet, { ...least, ...odd, [names[0] ?? '']: '' })
    expect([409, 422]).toContain(status)
  })
})

test('what was stored is markup on no page', async () => {
  const people = await db.selectFrom('person').select('id').execute()
  expect(people.length).toBeGreaterThan(20)
  for (const { id } of people.slice(5))
    for (const path of [`/people/${id}`, `/people/${id}/edit`, `/people/${id}/withdraw`])
      expect((await ana.get(path)).text, path).not.toMatch(/<script>alert|<img src=x|<svg onload|<!-- -->/)
})
