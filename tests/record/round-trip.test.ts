import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allRecords } from '../../src/catalogue/records.ts'
import { exportFolder } from '../../src/exchange/export.ts'
import { importFolder } from '../../src/exchange/import.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { emptyRecord, newFolder, somebody } from './folders.ts'

const starter = join(ROOT, 'data')

function filesIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.csv'))
}

test('what is exported is byte for byte what was imported', async () => {
  const db = emptyRecord()
  expect(await importFolder(db, somebody, starter)).toMatchObject({ ok: true })
  const out = newFolder()
  await exportFolder(db, out)
  expect(filesIn(out).sort()).toEqual(allRecords.map(({ name }) => `${name}.csv`).sort())
  for (const file of filesIn(starter)) {
    expect([file, readFileSync(join(out, file), 'utf8')]).toEqual([
      file,
      readFileSync(join(starter, file), 'utf8'),
    ])
  }
})

test('every record of an import has its history, in one piece', async () => {
  const db = emptyRecord()
  const result = await importFolder(db, somebody, starter)
  const total = result.ok ? Object.values(result.counts).reduce((sum, count) => sum + count, 0) : 0
  const { revisions } = await db
    .selectFrom('revision')
    .where('action', '=', 'created')
    .select((of) => of.fn.countAll<number>().as('revisions'))
    .executeTakeFirstOrThrow()
  expect(total).toBeGreaterThan(0)
  expect(revisions).toBe(total)
})

test('awkward text survives export and import', async () => {
  const first = emptyRecord()
  const names = [
    '=1+1',
    '-2',
    '@sum',
    'a "quote"',
    'one, two',
    "'apostrophe",
    'Çırağan',
    '🕊️',
    '#N/A',
    '00012',
  ]
  for (const [at, name] of names.entries()) {
    const row = {
      id: at + 1,
      name,
      name_folded: name,
      note: `first line\nsecond ${name}`,
      withdrawn: at ? null : 'twice',
    }
    await first.transaction().execute((db) => db.insertInto('person').values(row).execute())
  }
  const out = newFolder()
  await exportFolder(first, out)
  const second = emptyRecord()
  expect(await importFolder(second, somebody, out)).toMatchObject({ ok: true })
  const people = (db: typeof first) =>
    db.selectFrom('person').select(['id', 'name', 'note', 'withdrawn']).orderBy('id').execute()
  expect(await people(second)).toEqual(await people(first))
})
