import type Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { hearing } from '../../src/bench/hearing.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { createRecord } from '../../src/history/record-writes.ts'
import { ofKind } from '../../src/intake/examined.ts'
import { askedBy, knownRounds } from '../../src/intake/known-round-reads.ts'
import { lexiconFor } from '../../src/intake/lexicon-reads.ts'
import { readArticle } from '../../src/intake/read-article.ts'
import { suggestionsIn } from '../../src/intake/suggest.ts'
import { personRecord } from '../../src/parties/fields.ts'
import { house, type OpenHouse, stillClock } from '../house.ts'
import { expectedOf, read, said, textOf } from './read.ts'

const by = { account_id: null, who: 'the tests', clock: stillClock }
let parley: OpenHouse
beforeAll(async () => {
  parley = await house()
})

async function known(text: string, reference: string) {
  const lexicon = await lexiconFor(parley.db, readArticle(text))
  return { lexicon, ...read(text, reference, lexicon) }
}

describe('names of the record are known in a text', () => {
  test('by name, alias, other script and without accents', async () => {
    const { suggestions } = await known(
      'Minister Ywa Dworkin of Varenia and Isik Aydin met Jonas Brandt at the Cinar Palace. Іва Дворкін did not speak.',
      '2024-07-01',
    )
    const ids = (kind: string) =>
      suggestions.flatMap((one) =>
        one.kind === kind && 'id' in one.value ? [[one.words, one.value.id]] : [],
      )
    expect(ids('person')).toEqual([
      ['Ywa Dworkin', 1],
      ['Isik Aydin', 2],
      ['Jonas Brandt', 3],
    ])
    expect(ids('party')).toEqual([['Varenia', 1]])
    expect(ids('venue')).toEqual([['Cinar Palace', 1]])
  })

  test('by surname alone, where one person bears it; whom the text itself names so comes first', async () => {
    const ids = async (text: string) =>
      ofKind((await known(text, '2024-07-01')).suggestions, 'person').map(({ value }) => [
        value.name,
        value.id,
      ])
    expect(await ids('Dvorkin said that the talks had failed.')).toEqual([['Iva Dvorkin', 1]])
    expect(await ids('The talks went on in Dvorkin.')).toEqual([])
    expect(await ids('General Anna Dvorkin arrived. Dvorkin said nothing.')).toEqual([['Anna Dvorkin', null]])
    await recording(parley.db, (db) => createRecord(db, by, personRecord, { name: 'Lena Brandt' }))
    expect(await ids('Brandt said that the talks had failed.')).toEqual([['Brandt', null]])
  })

  test('and the office of that day is the one that the record has', async () => {
    const { checks } = await known(textOf('ministry.txt'), expectedOf('ministry.txt').reference)
    expect(said(checks, 'office')).toEqual([
      'The text calls Iva Dvorkin “Foreign Minister of the Republic of Varenia”; the record has on 13 October 2023 “Deputy Foreign Minister”.',
    ])
  })
})

describe('a round that is known already is found', () => {
  const asked = async (text: string, reference: string) => {
    const article = readArticle(text)
    const suggestions = suggestionsIn(article, await lexiconFor(parley.db, article), { reference })
    return knownRounds(parley.db, askedBy(article.text, suggestions, reference))
  }

  test('by its day, its place and its parties, with the reasons in words', async () => {
    const round = await parley.db
      .selectFrom('round')
      .selectAll()
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    const found = await asked('Varenia and Torland met at the Çınar Palace in Port Helm.', round.date)
    expect(found[0]).toMatchObject({ id: 1 })
    expect(found[0]?.reasons.join('; ')).toMatch(/the same day.*; held at Çınar Palace; .* took part/)
  })

  test('not by its day alone, nor by what happened a year earlier', async () => {
    const round = await parley.db
      .selectFrom('round')
      .selectAll()
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    expect(await asked('Somebody met somebody.', round.date)).toEqual([])
    expect(await asked('Varenia and Torland met at the Çınar Palace.', '1950-01-01')).toEqual([])
  })
})

test('however large the record, only what the text names is looked up', async () => {
  const queries: Array<[string, Database.Database]> = []
  const stop = hearing(({ sql, file }) => queries.push([sql, file]))
  try {
    const text = textOf('ministry.txt')
    const article = readArticle(text)
    const lexicon = await lexiconFor(parley.db, article)
    await knownRounds(parley.db, askedBy(text, suggestionsIn(article, lexicon, { reference: null }), null))
  } finally {
    stop()
  }
  expect(queries.length).toBeGreaterThan(10)
  expect(queries.length).toBeLessThan(40)
  // SQLite reads nothing at all for an empty list, whatever its plan says.
  const asked = queries.filter(([sql]) => !sql.includes('in ()'))
  const scans = asked.flatMap(([sql, file]) => {
    const blanks = (sql.match(/\?/g) ?? []).map(() => null)
    const steps = file.prepare(`explain query plan ${sql}`).all(...blanks) as Array<{ detail: string }>
    return steps.filter(({ detail }) => detail.startsWith('SCAN ')).map(({ detail }) => `${detail}: ${sql}`)
  })
  expect(scans).toEqual([])
})
