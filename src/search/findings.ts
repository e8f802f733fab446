import type { Columns, Row } from '../web/table.ts'
import type { Piece } from './passage.ts'

export const findingColumns = {
  kind: 'What kind of record was found',
  id: 'Its number among its kind',
  title: 'What it is called; of a quote, what it is about',
  date: 'When it was, as the page says it',
  passage: 'The words that were found in it, and some around them',
  address: 'Where it is shown, from the root',
} satisfies Columns

interface Line {
  kind: string
  id: number
  title: Piece[]
  date: string
  passage: Piece[]
  href: string
}

export function findingRow({ kind, id, title, date, passage, href }: Line): Row {
  return { kind, id, title: said(title), date, passage: said(passage), address: href }
}

function said(pieces: Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}
