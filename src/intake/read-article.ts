import type { Article, Paragraph } from './article.ts'
import { furnitureIn } from './furniture.ts'
import type { Block } from './markup.ts'
import { plainBlocks } from './plain-text.ts'

const GAP = '\n\n'

/** A pasted text or page as an article: its paragraphs, those of the page around it marked. */
export function readArticle(raw: string): Article {
  const blocks = plainBlocks(raw)
  const headline = headlineAmong(blocks)
  let start = 0
  const paragraphs = blocks.map(({ text }, at): Paragraph => {
    const from = start
    start += text.length + GAP.length
    const why = at === headline ? null : furnitureIn(text)
    return {
      start: from,
      end: from + text.length,
      text,
      isFurniture: why !== null,
      why,
      isHeadline: at === headline,
    }
  })
  return { text: blocks.map(({ text }) => text).join(GAP), paragraphs }
}

/** The same article with one paragraph taken for furniture, or not any more. */
export function withFurniture(article: Article, index: number, isFurniture: boolean): Article {
  const paragraphs = article.paragraphs.map((one, at) =>
    at === index
      ? { ...one, isFurniture, why: isFurniture ? (one.why ?? 'said by an analyst') : one.why }
      : one,
  )
  return { ...article, paragraphs }
}

/** The heading of the page; without one, the first short line that is no sentence and stands above a sentence. */
function headlineAmong(blocks: Block[]): number {
  const heading = blocks.findIndex(({ text, isHeading }) => isHeading && furnitureIn(text) === null)
  if (heading >= 0) return heading
  const first = blocks.findIndex(({ text }) => furnitureIn(text) === null && text.split(' ').length >= 4)
  const text = blocks[first]?.text ?? ''
  const isSentence = /(?:[.:!]|[.!?…][”"»])$/.test(text) || text.length > 220 || blocks.length - first < 2
  return isSentence ? -1 : first
}
