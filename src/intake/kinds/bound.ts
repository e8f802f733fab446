import type { Amount } from '../article.ts'

const bounds: Array<[Amount, string]> = [
  ['at least', 'at least|no fewer than|no less than|not less than|a minimum of'],
  ['at most', 'at most|up to|no more than|not more than|a maximum of|as many as'],
  ['more than', 'more than|over|upwards of|well over'],
  ['less than', 'less than|fewer than|under|almost|nearly|just under|close to'],
  ['about', 'about|around|approximately|roughly|some|an estimated|in the region of'],
  ['exact', 'exactly|precisely'],
]

/** Words before an amount that say how exactly it is meant. */
export const LEAD = `(?:(?:${bounds.map(([, words]) => words).join('|')}) )?`

export function boundOf(lead: string): Amount {
  const words = lead.trim().toLowerCase()
  // "Nearly five hours" tells the hour more than it tells that there were fewer.
  if (/^(?:nearly|almost|close to)$/.test(words)) return 'about'
  return bounds.find(([, some]) => some.split('|').includes(words))?.[0] ?? 'exact'
}
