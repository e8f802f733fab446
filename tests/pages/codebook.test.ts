import { expect, test } from 'vitest'
import { allRecords } from '../../src/catalogue/records.ts'
import { csvColumns } from '../../src/rounds/csv-cells.ts'
import { house } from '../house.ts'

const { visit } = await house()
const { text } = await visit.get('/codebook')

test('the codebook names every column of every file', () => {
  for (const { name, fields } of allRecords) {
    const section = text.slice(text.indexOf(`id="record-${name}"`))
    for (const column of Object.keys(fields)) expect(section).toContain(`<code>${column}</code>`)
  }
})

test('the codebook explains the columns of a list of rounds', () => {
  const section = text.slice(text.indexOf('id="rounds"'), text.indexOf('id="records"'))
  for (const column of Object.keys(csvColumns)) expect(section).toContain(`<code>${column}</code>`)
})

test('the codebook says how facts are marked and how the record is taken along', () => {
  expect(text).toMatch(
    /id="marks".*Disputed.*Agreed.*Single source.*Unsourced.*last link of its relay chain/s,
  )
  expect(text).toContain('npm run export -- FOLDER')
  expect(text).toMatch(/plain.*spreadsheet/s)
})
