import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allRecords, recordNamed } from '../../src/catalogue/records.ts'
import { rowsAmong } from '../../src/catalogue/rows.ts'
import { exportFolder } from '../../src/exchange/export.ts'
import { importFolder } from '../../src/exchange/import.ts'
import { house } from '../house.ts'
import { emptyRecord, newFolder, somebody } from '../record/folders.ts'
import { faultAt, formOn, send } from './form.ts'
import { examples, pathOf } from './records.ts'

const { db, visit, signedIn } = await house()
const ana = await signedIn('editor', 'Ana')
const ben = await signedIn('editor', 'Ben')

const revisions = (record: string, id: number) =>
  db
    .selectFrom('revision')
    .selectAll()
    .where('record', '=', record)
    .where('record_id', '=', id)
    .orderBy('id')
    .execute()
const lastId = async (record: string) =>
  (
    await db
      .selectFrom(record as 'round')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id
const rowOf = async (record: string, id: number) => (await rowsAmong(db, record, [id])).get(id)
const countOf = async () =>
  (await db.selectFrom('revision').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id

test('every kind of record has its forms', () => {
  const own = ['round', 'claim', 'relay', 'reading', 'merger']
  const kinds = allRecords.map(({ name }) => name).filter((name) => !own.includes(name))
  expect(examples.map(({ record }) => record).sort()).toEqual(kinds.sort())
})

describe.each(examples)('$record', ({ record, least, edits }) => {
  let id = 0
  const path = () => `${pathOf(record)}/${id}`

  test('is added with the least, and shown where it belongs', async () => {
    const reply = await send(ana, `${pathOf(record)}/new`, least)
    expect(reply.status).toBe(303)
    id = await lastId(record)
    expect((await visit.get(reply.headers.get('location') ?? '')).status).toBe(200)
    expect((await revisions(record, id)).map(({ action, who }) => `${action} by ${who}`)).toEqual([
      'created by Ana',
    ])
  })

  test('is not added without what it needs', async () => {
    const before = await countOf()
    for (const name of Object.keys(least).filter((name) => record !== 'third_party' || name !== 'person')) {
      const reply = await send(ana, `${pathOf(record)}/new`, { ...least, [name]: '' })
      expect([name, reply.status]).toEqual([name, 422])
      const at = record === 'name' && name === 'person' ? 'venue' : name
      expect(faultAt(reply, at)).not.toBe('')
    }
    expect(await countOf()).toBe(before)
  })

  test('a form that is sent unchanged changes nothing', async () => {
    const before = await countOf()
    expect((await send(ana, `${path()}/edit`, {})).status).toBe(303)
    expect(await countOf()).toBe(before)
  })

  test('each field can be changed, and the history tells it field by field', async () => {
    for (const [name, text] of Object.entries(edits)) {
      const asked = { [name]: text, ...(name === 'start_time' ? { zone: 'Europe/Zurich' } : {}) }
      const reply = await send(ana, `${path()}/edit`, asked)
      expect([name, reply.status, faultAt(reply, name)]).toEqual([name, 303, ''])
      const last = (await revisions(record, id)).at(-1)
      const fields = recordNamed(record)?.fields ?? {}
      const column = `${name}_id` in fields ? `${name}_id` : name
      expect([name, Object.keys(JSON.parse(last?.after ?? '{}'))]).toEqual([name, [column]])
    }
    const row = await rowOf(record, id)
    const form = formOn(await ana.get(`${path()}/edit`))
    for (const name of Object.keys(edits)) expect([name, form[name]]).not.toEqual([name, ''])
    expect(row?.withdrawn).toBeNull()
  })

  test('of two who change it the second is shown what the first did', async () => {
    const [name = '', began = ''] = Object.entries(edits)[0] ?? []
    const form = formOn(await ben.get(`${path()}/edit`))
    expect((await send(ana, `${path()}/edit`, { [name]: String(least[name] ?? '') })).status).toBe(303)
    const crossed = await ben.post(`${path()}/edit`, { ...form, version: String(form.version) })
    expect(crossed.status).toBe(409)
    expect(formOn(crossed)[name]).not.toBe(form[name])
    expect((await send(ana, `${path()}/edit`, { [name]: began })).status).toBe(303)
  })

  test('is withdrawn with a reason, and restored', async () => {
    expect((await send(ana, `${path()}/withdraw`, { reason: ' ' })).status).toBe(422)
    const gone = await send(ana, `${path()}/withdraw`, { reason: 'entered twice' })
    expect(gone.status).toBe(303)
    expect((await rowOf(record, id))?.withdrawn).toBe('entered twice')
    expect((await ana.get(`${path()}/edit`)).status).toBe(410)
    expect((await ana.get(`${path()}/withdraw`)).status).toBe(410)
    const back = await send(ana, `${path()}/restore`, { reason: 'it was not' })
    expect(back.status).toBe(303)
    expect((await visit.get(back.headers.get('location') ?? '')).status).toBe(200)
    expect((await rowOf(record, id))?.withdrawn).toBeNull()
    expect((await ana.get(`${path()}/restore`)).status).toBe(409)
    expect((await revisions(record, id)).slice(-2).map(({ action, reason }) => [action, reason])).toEqual([
      ['withdrawn', 'entered twice'],
      ['restored', 'it was not'],
    ])
  })
})

test('the record that the forms made leaves and comes back', async () => {
  const [out, again] = [newFolder(), newFolder()]
  await exportFolder(db, out)
  const other = emptyRecord()
  expect(await importFolder(other, somebody, out)).toMatchObject({ ok: true })
  await exportFolder(other, again)
  for (const file of readdirSync(out))
    expect([file, readFileSync(join(again, file), 'utf8')]).toEqual([
      file,
      readFileSync(join(out, file), 'utf8'),
    ])
})
