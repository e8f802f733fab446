import { counted } from '../../kernel/words.ts'
import type { Check } from '../article.ts'
import { type Examined, ofKind } from '../examined.ts'

/** What the record takes of somebody else's words. */
export const LONGEST_QUOTE = 12

export function longQuoteChecks({ suggestions }: Examined): Check[] {
  return ofKind(suggestions, 'quote')
    .filter(({ value }) => value.length > LONGEST_QUOTE)
    .map(({ start, end, value }) => ({
      check: 'long quote' as const,
      says: `The quote has ${counted(value.length, 'word')}; a dozen at most can be kept.`,
      spans: [{ start, end }],
      choices: ['Choose the few decisive words', 'Paraphrase it'],
    }))
}
