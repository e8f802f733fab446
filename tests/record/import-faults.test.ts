import { describe, expect, test } from 'vitest'
import { allRecords } from '../../src/catalogue/records.ts'
import { pagesOf } from '../../src/catalogue/rows.ts'
import type { Db } from '../../src/db/tables.ts'
import { type ImportFault, sayFault } from '../../src/exchange/fault.ts'
import { importFolder } from '../../src/exchange/import.ts'
import { emptyRecord, folderOf, somebody } from './folders.ts'

const source = (...rows: string[]) =>
  [
    'id,publisher,author,title,url,archive_url,published,language,kind,reliability,version_of_id,republishes_id,correction,note',
    ...rows,
  ].join('\n')
const person = (...rows: string[]) => ['id,name,note', ...rows].join('\n')
const claim = (...rows: string[]) =>
  [
    'id,record,record_id,field,affirms,value,value_exactness,weekday_printed,certainty,asserter,asserter_party_id,asserter_person_id,asserted,source_id,quote,locator,credibility,taken,taken_on,kept,note',
    ...rows,
  ].join('\n')
const issue = (...rows: string[]) => ['id,code,title,parent_id,pax_code', ...rows].join('\n')

const press = source('1,Varenia Press,,,,,,,news report,,,,,')
const claimOn = (record: string, id: number, field: string, quote = '') =>
  claim(`1,${record},${id},${field},1,,,,,,,,,1,${quote},,,,,,`)

async function faultsOf(db: Db, files: Record<string, string | Buffer>): Promise<ImportFault[]> {
  const result = await importFolder(db, somebody, folderOf(files))
  return result.ok ? [] : result.faults
}

async function sentencesOn(files: Record<string, string | Buffer>): Promise<string[]> {
  return (await faultsOf(emptyRecord(), files)).map(sayFault)
}

async function rowsIn(db: Db): Promise<number> {
  let count = 0
  for (const kind of allRecords) for await (const rows of pagesOf(db, kind)) count += rows.length
  return count
}

test('all bad cells of all files are named at once, and nothing is stored', async () => {
  const db = emptyRecord()
  const files = {
    'source.csv': source(
      '1,Varenia Press,,,,,2025-02-30,,news report,,,,,',
      '2,Helm Post,,,ftp://x,,,,rumour,,,,,',
    ),
    'person.csv': person('1,Nora Lind,', ',Anonymous,'),
    'claim.csv': claim('1,person,9,name,1,,,,,,,,,2,,,,,,,'),
  }
  const faults = await faultsOf(db, files)
  expect(faults.map(({ file, line, column, value }) => [file, line, column, value])).toEqual([
    ['source.csv', 2, 'published', '2025-02-30'],
    ['source.csv', 3, 'url', 'ftp://x'],
    ['source.csv', 3, 'kind', 'rumour'],
    ['person.csv', 3, 'id', ''],
    ['claim.csv', 2, 'record_id', '9'],
  ])
  expect(faults.map(({ advice }) => advice).join('\n')).toContain('must be a date such as 23 July 2025')
  expect(sayFault(faults[0] as ImportFault)).toMatch(
    /^source\.csv, line 2, column published: "2025-02-30" must be/,
  )
  expect(await rowsIn(db)).toBe(0)
  expect(await db.selectFrom('revision').selectAll().execute()).toEqual([])
})

test('a line is counted as an editor counts it, line breaks within cells included', async () => {
  const [said] = await sentencesOn({
    'person.csv': person('1,Nora Lind,"one\ntwo\nthree"', '', 'x,Ada Voss,'),
  })
  expect(said).toMatch(/^person\.csv, line 6, column id: "x" must be/)
})

test.each([
  ['of a kind that is none', 'rumour,1,2', 'column record: "rumour" must be a kind of record'],
  ['of what is itself evidence', 'claim,1,2', 'column record: "claim" must be a kind of record'],
  ['of nobody', 'person,9,2', 'column record_id: "9" must be the id of a row in person.csv'],
  ['into nobody', 'person,1,9', 'column into_id: "9" must be the id of another row in person.csv'],
  ['into itself', 'person,1,1', 'column into_id: "1" must be the id of another row in person.csv'],
])('a merger %s is refused', async (_what, cells, sentence) => {
  const sentences = await sentencesOn({
    'person.csv': person('1,Nora Lind,', '2,N. Lind,'),
    'merger.csv': `id,record,record_id,into_id,parent_id,reason\n1,${cells},,Twice.`,
  })
  expect(sentences.join('\n')).toContain(sentence)
})

describe('a file is refused', () => {
  test.each([
    [
      'with two columns of one name',
      { 'person.csv': 'id,name,name,note\n1,A,B,' },
      'column name: stands twice',
    ],
    [
      'with an unknown column',
      { 'person.csv': 'id,name,note,shoe_size\n1,A,,43' },
      'column shoe_size: is no column of',
    ],
    [
      'without a column it needs',
      { 'person.csv': 'id,note\n1,\n2,' },
      'column name: is missing from the first line',
    ],
    [
      'in another encoding',
      { 'person.csv': Buffer.from(person('1,Çırağan,'), 'latin1') },
      'line 1: must be UTF-8',
    ],
    ['with a quote that never ends', { 'person.csv': person('1,"Nora,') }, 'cannot be read as CSV'],
    ['with a row of another length', { 'person.csv': person('1,Nora Lind') }, 'line 2: has 2 cells where'],
    ['that is empty', { 'person.csv': '' }, 'column id: is missing'],
    [
      'that the format does not know',
      { 'people.csv': person('1,Nora,') },
      'people.csv: is no file of the import format',
    ],
    ['where there is none at all', { 'notes.txt': 'hello' }, 'holds no file of the import format'],
  ])('%s', async (_what, files, words) => {
    const said = await sentencesOn(files as unknown as Record<string, string | Buffer>)
    expect(said[0]).toContain(words)
    expect(said.length).toBeLessThanOrEqual(3)
  })
})

describe('a row is refused', () => {
  const thirteen = 'one two three four five six seven eight nine ten eleven twelve thirteen'
  test.each([
    [
      'with a number that another row has',
      { 'person.csv': person('1,A,', '1,B,') },
      'line 3, column id: "1" must be unique',
    ],
    [
      'with a reference to nowhere',
      { 'claim.csv': claimOn('person', 1, ''), 'person.csv': person('1,A,') },
      'column source_id: "1" must be the id of a row in source.csv',
    ],
    [
      'with a claim about nobody',
      { 'source.csv': press, 'claim.csv': claimOn('person', 1, '') },
      'column record_id: "1" must be the id of a row in person.csv',
    ],
    [
      'with a claim about a field that does not exist',
      { 'source.csv': press, 'claim.csv': claimOn('source', 1, 'colour') },
      'column field: "colour" must be a field of source: publisher',
    ],
    [
      'with a claim about a name of the language itself',
      { 'source.csv': press, 'claim.csv': claimOn('source', 1, 'constructor') },
      'column field: "constructor" must be',
    ],
    [
      'with a claim about a rumour',
      { 'source.csv': press, 'claim.csv': claimOn('rumour', 1, '') },
      'column record: "rumour" must be a kind of record',
    ],
    [
      'with a claim about a claim',
      { 'source.csv': press, 'claim.csv': claimOn('claim', 1, '') },
      'column record: "claim" must be a kind of record',
    ],
    [
      'with a quote of thirteen words',
      { 'source.csv': press, 'claim.csv': claimOn('source', 1, '', thirteen) },
      'column quote: "one two',
    ],
    [
      'with control characters',
      { 'person.csv': person('1,A\u0007,') },
      'must not contain control characters',
    ],
    [
      'with a code that another row has',
      { 'issue.csv': issue('1,land,Land,,', '2,land,Territory,,') },
      'line 3, column code: "land" must be unique; a row on line 2',
    ],
    [
      'that is part of its own part',
      { 'issue.csv': issue('1,land,Land,2,', '2,sea,Sea,1,') },
      'line 2, column parent_id: "2" must not lead back',
    ],
  ])('%s', async (_what, files, words) => {
    const said = await sentencesOn(files as unknown as Record<string, string>)
    expect(said[0]).toContain(words)
  })
})

test('a quote of a dozen words is enough, and may stand', async () => {
  const dozen = 'one two three four five six seven eight nine ten eleven twelve'
  expect(await sentencesOn({ 'source.csv': press, 'claim.csv': claimOn('source', 1, '', dozen) })).toEqual([])
})

test('a number or a code that the record has already is refused', async () => {
  const db = emptyRecord()
  expect(await faultsOf(db, { 'issue.csv': issue('1,land,Land,,') })).toEqual([])
  const faults = await faultsOf(db, { 'issue.csv': issue('1,sea,Sea,,', '2,land,Land,,') })
  expect(faults.map(sayFault)).toEqual([
    'issue.csv, line 2, column id: "1" is already in the record; a new issue needs a number of its own',
    'issue.csv, line 3, column code: "land" must be unique; a row in the record, number 1, has it too',
  ])
  expect(await rowsIn(db)).toBe(1)
})

test('rows may stand before those they point to, and point into the record', async () => {
  const db = emptyRecord()
  expect(await faultsOf(db, { 'issue.csv': issue('1,crimea,Crimea,2,', '2,land,Land,,') })).toEqual([])
  expect(await faultsOf(db, { 'issue.csv': issue('3,donbas,Donbas,2,') })).toEqual([])
  expect(await rowsIn(db)).toBe(3)
})

test('a file as a spreadsheet saves it, with a mark in front and other line ends, is read', async () => {
  const db = emptyRecord()
  const saved = `\uFEFF${person('1,Çırağan,').replaceAll('\n', '\r\n')}\r\n`
  expect(await faultsOf(db, { 'person.csv': saved })).toEqual([])
  expect(await db.selectFrom('person').select(['name', 'name_folded']).execute()).toEqual([
    { name: 'Çırağan', name_folded: 'ciragan' },
  ])
})

test('a hundred thousand bad cells are refused without delay', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `${at + 1},,\u0007`)
  const began = performance.now()
  expect(await faultsOf(emptyRecord(), { 'person.csv': person(...rows) })).toHaveLength(40_000)
  expect(performance.now() - began).toBeLessThan(5000)
})
