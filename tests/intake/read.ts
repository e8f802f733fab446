import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, Check, Lexicon, Suggestion } from '../../src/intake/article.ts'
import { checksOn } from '../../src/intake/checks.ts'
import { noNames } from '../../src/intake/lexicon.ts'
import type { Expected } from '../../src/intake/measure.ts'
import { readArticle } from '../../src/intake/read-article.ts'
import { suggestionsIn } from '../../src/intake/suggest.ts'
import { ROOT } from '../../src/kernel/root.ts'

const FOLDER = join(ROOT, 'tests/intake/articles')

/** The articles of the project's own writing, by name. */
export const articles = readdirSync(FOLDER)
  .filter((file) => !file.endsWith('.json'))
  .sort()

export interface Read {
  article: Article
  suggestions: Suggestion[]
  checks: Check[]
}

/** A text with all that is suggested from it and found odd about it. */
export function read(raw: string, reference: string | null = null, lexicon: Lexicon = noNames): Read {
  const article = readArticle(raw)
  const suggestions = suggestionsIn(article, lexicon, { reference })
  return { article, suggestions, checks: checksOn(article, suggestions, lexicon, { reference }) }
}

export function textOf(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8')
}

export function expectedOf(file: string): Partial<Expected> & { reference: string } {
  return JSON.parse(readFileSync(join(FOLDER, file.replace(/\.\w+$/, '.json')), 'utf8'))
}

/** What checks of one kind say of a text. */
export function said(checks: Check[], check: Check['check']): string[] {
  return checks.filter((one) => one.check === check).map(({ says }) => says)
}
