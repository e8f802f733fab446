import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { house, type OpenHouse } from '../house.ts'
import { downloads } from './hostile.ts'

/** The last wall: even if it stood in the database, past every check of ours. */
const cells = [
  '=HYPERLINK("http://evil.example","x")',
  "+cmd|' /C calc'!A0",
  '-1+2',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\u0000=1+1',
  ' \u00a0\u2003=1+1',
  '\ufeff=1+1',
  '\u200b=1+1',
  '\u202e=1+1',
  '＝1+1',
  '－1',
  '"=1+1',
  "'=1+1",
  ';=1+1',
  ',=1+1',
  'a\r=1+1',
  'a\n=1+1',
  'a\tb',
  'plain, "quoted"; and\r\nbroken',
  ' spaced ',
  '-',
]
const columns = ['title', 'result', 'summary', 'language'] as const

let { visit, db }: OpenHouse = {} as OpenHouse
beforeAll(async () => {
  ;({ visit, db } = await house())
  await atomically(db, async (db) => {
    for (const id of [1, 2, 3, 4, 5, 6])
      await db.updateTable('round').set(valuesOf(id)).where('id', '=', id).execute()
    await db.updateTable('party').set({ name: '=1+1' }).where('id', '=', 1).execute()
    await db.updateTable('person').set({ name: '@person' }).execute()
    await db.updateTable('venue').set({ name: '+venue', city: '\t=city' }).execute()
    await db.updateTable('process').set({ title: '-process' }).execute()
    await db.updateTable('track').set({ title: '\u0000=track' }).execute()
    await db.updateTable('issue').set({ title: '＝issue' }).execute()
    await db.updateTable('source').set({ publisher: ' =source', title: '@title' }).execute()
  })
})

/** Twenty-four cells over the six rounds. */
function valuesOf(id: number): Record<(typeof columns)[number], string> {
  const [title = '', result = '', summary = '', language = ''] = cells.slice((id - 1) * 4, id * 4)
  return { title, result, summary, language }
}

type Row = Record<string, string>
const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true })

test('no cell for a spreadsheet begins what a spreadsheet would run', async () => {
  for (const path of downloads) {
    const { text } = await visit.get(`${path}?flavour=spreadsheet`)
    const rows = rowsOf(text)
    expect(rows.length, path).toBeGreaterThan(0)
    for (const row of rows)
      for (const [column, cell] of Object.entries(row)) {
        const isNumber = /^-?\d+(\.\d+)?$/.test(cell) && ['latitude', 'longitude'].includes(column)
        if (!isNumber) expect(/^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(cell), `${column}: ${cell}`).toBe(false)
      }
  }
})

test('the guard is one apostrophe before the cell, and nothing else is changed', async () => {
  const rows = rowsOf((await visit.get('/rounds.csv?flavour=spreadsheet')).text)
  for (const row of rows)
    for (const column of columns) {
      const stored = valuesOf(Number(row.id))[column]
      expect([stored, `'${stored}`]).toContain(row[column])
    }
})

test('the plain file holds every cell exactly as it is stored', async () => {
  const rows = rowsOf((await visit.get('/rounds.csv')).text)
  expect(rows.length).toBe(6)
  for (const row of rows) {
    expect(Object.keys(row).length).toBe(40)
    for (const column of columns) expect(row[column]).toBe(valuesOf(Number(row.id))[column])
  }
})

test('a line of the file never ends inside a cell that is not quoted', async () => {
  for (const flavour of ['plain', 'spreadsheet']) {
    const { text } = await visit.get(`/rounds.csv?flavour=${flavour}`)
    const outside = text.replaceAll(/"(?:[^"]|"")*"/g, '')
    expect(outside.split(/\r\n|\r|\n/).length, flavour).toBe(8)
  }
})
