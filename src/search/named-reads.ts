/* What the words of a question name: records by what they are called, and the values of field words. */
import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { date } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import { boundsOf, OPEN, parseEdtf } from '../kernel/edtf.ts'
import { fold, wordsIn } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import { quotable } from '../kernel/text.ts'
import { formats } from '../kernel/vocabulary.ts'
import { mostOfEach } from './band-reads.ts'
import { countriesCalled } from './country.ts'
import { markOf } from './document.ts'
import { type Asked, phraseOf } from './expression.ts'
import { type FoundKind, numberOf } from './kinds.ts'
import type { FieldTerm, Phrase, Question } from './query.ts'
import { evidences } from './sourced-reads.ts'
import { spelledOut } from './spelling-reads.ts'
import { marksAfter, marksBefore, yearMark } from './years.ts'

/** What only the record itself can answer, row by row. */
export interface Besides {
  /** Days since 1970-01-01. */
  before: number[]
  after: number[]
}

export interface Meant {
  asked: Asked
  besides: Besides
  /** What nothing is called, and words that name too many: each a sentence. */
  faults: string[]
}

/** Records that one word may lead to; it costs as much as so many words. */
const MANY = 500
/** A round is found by the names of these. */
const leading: FoundKind[] = ['person', 'party', 'venue', 'process', 'track']

export async function meaningOf(db: Db, question: Question): Promise<Meant> {
  const meant: Meant = {
    asked: { terms: [], fields: [] },
    besides: { before: [], after: [] },
    faults: [...question.faults],
  }
  for (const typed of question.terms) {
    const term = await spelledOut(db, typed)
    const marks = await marksCalled(db, leading, [term], (kind) =>
      meant.faults.push(
        `More than ${MANY} ${kind} names hold “${term.words.join(' ')}”: rounds are found by the latest of them.`,
      ),
    )
    meant.asked.terms.push({ ...term, marks })
  }
  const groups = groupBy(question.fields, ({ field, isNot }) => `${isNot} ${field}`)
  for (const [, some] of groups) await addField(db, meant, some)
  return meant
}

/** A field word given twice means either. */
async function addField(db: Db, { asked, besides, faults }: Meant, some: FieldTerm[]): Promise<void> {
  const marks: string[] = []
  const isNot = some[0]?.isNot ?? false
  for (const { field, value } of some) {
    const read = await meantBy(db, field, value)
    if ('fault' in read) faults.push(read.fault)
    else if ('day' in read) {
      const is = isNot ? opposite(read) : read
      besides[is.side].push(is.day)
      asked.fields.push({
        isNot: false,
        marks: is.side === 'before' ? marksBefore(is.day) : marksAfter(is.day),
      })
    } else marks.push(...read.marks)
  }
  if (marks.length > 0) asked.fields.push({ isNot, marks })
}

interface Side {
  side: 'before' | 'after'
  day: number
}

/** What is not before a day lasts to it or longer. */
function opposite({ side, day }: Side): Side {
  return side === 'before' ? { side: 'after', day: day - 1 } : { side: 'before', day: day + 1 }
}

type Value = { marks: string[] } | Side | { fault: string }

function meantBy(db: Db, field: FieldTerm['field'], value: string): Promise<Value> | Value {
  if (field === 'before' || field === 'after') return dayOf(field, value)
  if (field === 'year') return yearOf(value)
  if (field === 'format') return chosen(field, value, formats)
  if (field === 'evidence') return evidenceOf(value) ?? noSuch(field, value, evidences)
  if (field === 'status') return evidenceOf(value) ?? chosenStatus(db, value)
  if (field === 'country') return country(db, value)
  return called(db, field, value)
}

function noSuch(field: string, value: string, known: readonly string[] = []): { fault: string } {
  const there = known.length > 0 ? ` There is ${known.join(', ')}.` : ''
  return { fault: `No ${field} is called “${quotable(value)}”, so it was left out.${there}` }
}

function evidenceOf(value: string): { marks: string[] } | null {
  const status = evidences.find((one) => one.startsWith(fold(value)) && value.length > 2)
  return status ? { marks: [`evidence${status}`] } : null
}

function chosen(field: string, value: string, known: readonly string[]): Value {
  const begun = markOf(fold(value))
  const fitting = begun === '' ? [] : known.filter((one) => markOf(one).startsWith(begun))
  return fitting.length > 0
    ? { marks: fitting.map((one) => field + markOf(one)) }
    : noSuch(field, value, known)
}

/** Of rounds and processes: those that occur. */
async function chosenStatus(db: Db, value: string): Promise<Value> {
  const { rows } = await sql<{ term: string }>`select term from search_word
    where term >= 'status' and term < 'statut' and col = 'marks'`.execute(db)
  const read = chosen(
    'status',
    value,
    rows.map(({ term }) => term.slice('status'.length)),
  )
  return 'fault' in read ? { fault: `${read.fault} Of evidence there is ${evidences.join(', ')}.` } : read
}

const dateKind = date({ label: 'A date' })

function dayOf(field: 'before' | 'after', value: string): Value {
  const read = readOne(dateKind, value)
  const edtf = 'fault' in read ? null : parseEdtf(read.value)
  if (!edtf)
    return {
      fault: `“${quotable(value)}” behind ${field}: is no date, so it was left out. Write 2025-07-23, 2025-07 or 2025.`,
    }
  const { earliest, latest } = boundsOf(edtf)
  const day = field === 'before' ? earliest : latest
  if (Math.abs(day) === OPEN)
    return { fault: `“${quotable(value)}” behind ${field}: has no such end, so it was left out.` }
  return { side: field, day }
}

function yearOf(value: string): Value {
  if (!/^-?\d{1,6}$/.test(value))
    return { fault: `“${quotable(value)}” is no year, so it was left out. Write year:2025.` }
  return { marks: [yearMark(Number(value))] }
}

async function country(db: Db, value: string): Promise<Value> {
  const codes = countriesCalled(value)
  if (codes.length === 0)
    return {
      fault: `No country is called “${quotable(value)}”, so it was left out. Write its code, such as TR, or its English name.`,
    }
  const marks = codes.map((code) => `country${code.toLowerCase()}`)
  const bearing = await idsBearing(db, ['venue'], `marks : (${marks.map((one) => `"${one}"`).join(' OR ')})`)
  return { marks: [...marks, ...(bearing.get('venue') ?? []).map((id) => `venue${id}`)] }
}

/** A number is the record's own; anything else what it is called. */
async function called(
  db: Db,
  field: 'venue' | 'party' | 'person' | 'process' | 'track' | 'issue' | 'source',
  value: string,
): Promise<Value> {
  const words = wordsIn(value)
  const phrases = words.map(
    (word, at): Phrase => ({ words: [word], isBegun: at === words.length - 1 && word.length > 1 }),
  )
  const marks = /^[1-9]\d{0,14}$/.test(value) ? [`${field}${value}`] : []
  marks.push(...(await marksCalled(db, [field], phrases)))
  if (marks.length > 0) return { marks }
  return noSuch(field, value, field === 'issue' ? await issues(db) : [])
}

async function issues(db: Db): Promise<string[]> {
  const found = await db
    .selectFrom('issue')
    .select('code')
    .where('withdrawn', 'is', null)
    .orderBy('code')
    .limit(40)
    .execute()
  return found.map(({ code }) => code)
}

/** Marks of the records of these kinds whose names hold all of the phrases; a process leads to its tracks too. */
async function marksCalled(
  db: Db,
  kinds: FoundKind[],
  phrases: Phrase[],
  tellMany: (kind: string) => void = () => {},
): Promise<string[]> {
  if (phrases.length === 0) return []
  const spelled = await Promise.all(phrases.map((phrase) => spelledOut(db, phrase)))
  const match = spelled.map((phrase) => `{name} : ${phraseOf(phrase)}`).join(' AND ')
  const marks: string[] = []
  const bearing = await idsBearing(db, kinds, match)
  for (const kind of kinds) {
    const ids = bearing.get(kind) ?? []
    if (ids.length > MANY) tellMany(kind)
    marks.push(...ids.slice(0, MANY).map((id) => kind + id))
    if (kind === 'process') marks.push(...(await tracksOf(db, ids.slice(0, MANY))))
  }
  return marks
}

async function tracksOf(db: Db, processes: number[]): Promise<string[]> {
  if (processes.length === 0) return []
  const tracks = await db
    .selectFrom('track')
    .select('id')
    .where('process_id', 'in', processes)
    .limit(MANY)
    .execute()
  return tracks.map(({ id }) => `track${id}`)
}

/** Those that were known by the day, of each kind the latest entered. */
async function idsBearing(db: Db, kinds: FoundKind[], match: string): Promise<Map<FoundKind, number[]>> {
  const rows = groupBy(await mostOfEach(db, kinds, match, MANY + 1), ({ kind }) => kind)
  const found = new Map<FoundKind, number[]>()
  for (const kind of kinds) {
    const ids = rows.get(numberOf(kind))?.map(({ id }) => id)
    if (!ids) continue
    const { rows: there } = await sql<{
      id: number
    }>`select asked.value as id from json_each(${JSON.stringify(ids)}) asked
      where exists (select 1 from ${sql.table(kind)} one where one.id = asked.value) order by asked.key`.execute(
      db,
    )
    found.set(
      kind,
      there.map(({ id }) => id),
    )
  }
  return found
}
