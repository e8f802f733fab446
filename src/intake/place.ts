/* Where in an article words stand, as a citation says it. */
import { passagesIn } from '../sources/capture.ts'
import type { Article } from './article.ts'

/** "headline", "paragraph 3"; null where the words are not in the text. Paragraphs of the page around it do not count. */
export function placeIn({ text, paragraphs }: Article, quote: string): string | null {
  const [passage] = passagesIn(text, [{ id: 0, quote }])
  const start = passage?.spans?.[0]?.start
  if (start === undefined) return null
  const at = paragraphs.findIndex(({ end }) => start < end)
  if (paragraphs[at]?.isHeadline) return 'headline'
  const before = paragraphs
    .slice(0, at + 1)
    .filter(({ isFurniture, isHeadline }) => !isFurniture && !isHeadline)
  return `paragraph ${before.length}`
}
