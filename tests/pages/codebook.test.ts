import { expect, test } from 'vitest'
import { allRecords } from '../../src/catalogue/records.ts'
import { claimColumns } from '../../src/evidence/claims-table.ts'
import { disputeColumns } from '../../src/evidence/dispute-table.ts'
import { commitmentColumns } from '../../src/outcomes/cells.ts'
import { personTable } from '../../src/parties/tables-page.ts'
import { csvColumns } from '../../src/rounds/csv-cells.ts'
import { sourceTable } from '../../src/sources/table-page.ts'
import { house } from '../house.ts'

const { visit } = await house()
const { text } = await visit.get('/codebook')

test('the codebook names every column of every file', () => {
  for (const { name, fields } of allRecords) {
    const section = text.slice(text.indexOf(`id="record-${name}"`))
    for (const column of Object.keys(fields)) expect(section).toContain(`<code>${column}</code>`)
  }
})

test.each([
  ['rounds', csvColumns],
  ['claims', claimColumns],
  ['disputes', disputeColumns],
  ['commitments', commitmentColumns],
  ['people', personTable.columns],
  ['sources', sourceTable.columns],
])('the codebook explains the columns of a list of %s', (id, columns) => {
  const from = text.slice(text.indexOf(`<section class="section" id="${id}"`))
  const section = from.slice(0, from.indexOf('</section>'))
  for (const column of Object.keys(columns)) expect(section).toContain(`<code>${column}</code>`)
})

test('the codebook says how facts are marked and how the record is taken along', () => {
  expect(text).toMatch(
    /id="marks".*Disputed.*Agreed.*Single source.*Unsourced.*last link of its relay chain/s,
  )
  expect(text).toContain('npm run export -- FOLDER')
  expect(text).toMatch(/plain.*spreadsheet/s)
})
