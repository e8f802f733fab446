import type { Request } from 'express'
import { isoDate } from '../kernel/days.ts'
import { sayDate } from '../kernel/say-date.ts'
import { clip } from '../kernel/words.ts'
import type { AsOf } from './as-of.ts'
import { originOf } from './security.ts'

/** What can be taken along of a list: its address, how it is cited, its rows. */
export interface ViewBar {
  /** The view as a phrase: "Rounds of talks; process: Oslo channel". Empty where only the rows can be taken. */
  words: string
  /** What it is called where it is saved, unless somebody calls it otherwise. */
  name: string
  isCitable: boolean
  /** "16 rounds"; empty where nobody counts them. */
  rows: string
  downloads: Download[]
  hasDownloads: boolean
  /** The line that shows it in another page; empty where it cannot be. */
  embed: string
  /** The same as files of pictures. */
  pictures: Download[]
  /** Where the columns are explained; empty where they need no words. */
  columns: string
}

interface Download {
  label: string
  href: string
}

/** Where the rows of a list are. */
export interface Table {
  /** Without an ending. */
  path: string
  /** With its question mark, or empty. */
  query?: string
  columns?: string
  /** Other forms that its rows have. */
  besides?: Download[]
}

/** The bar of a list that a page is about. */
export function viewBar(words: string, rows: string, table: Table | null = null): ViewBar {
  const downloads = table ? downloadsOf(table) : []
  return {
    words,
    name: clip(words, 120),
    isCitable: words !== '',
    rows,
    downloads,
    hasDownloads: downloads.length > 0,
    embed: '',
    pictures: [],
    columns: table?.columns ?? '',
  }
}

/** The bar of a list beside others, or of one that is no part of the record: only its rows can be taken. */
export function rowsBar(rows: string, table: Table): ViewBar {
  return viewBar('', rows, table)
}

function downloadsOf({ path, query = '', besides = [] }: Table): Download[] {
  const flavoured = `${query}${query === '' ? '?' : '&'}flavour=spreadsheet`
  return [
    { label: 'CSV', href: `${path}.csv${query}` },
    { label: 'CSV for spreadsheets', href: `${path}.csv${flavoured}` },
    { label: 'JSON', href: `${path}.json${query}` },
    ...besides,
  ]
}

/** Where a view is. */
export interface ViewAddress {
  /** As it was asked for. */
  here: string
  /** The same without the site. */
  path: string
  /** As it will be read later too: with the day as of which the record is read. */
  cited: string
  /** "26 November 2026" */
  day: string
}

export function viewAddress(req: Request, { day, known }: Pick<AsOf, 'day' | 'known'>): ViewAddress {
  const path = req.method === 'GET' ? req.originalUrl : '/'
  const [, query] = path.split(/\?(.*)/s)
  const iso = isoDate(day)
  const dated = known === null ? `${path}${query ? '&' : '?'}known=${iso}` : path
  const origin = originOf(req)
  return { here: origin + path, path, cited: origin + dated, day: sayDate(iso) }
}
