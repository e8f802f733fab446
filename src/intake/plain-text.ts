import { tidy } from '../kernel/text.ts'
import { type Block, blocksOf, isMarkup } from './markup.ts'

/** The most that is read of a pasted text, in characters. */
export const LONGEST_TEXT = 2_000_000

/** Marks that nobody sees and that hide or turn what follows; the record refuses them too. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** The paragraphs of a pasted text or page, without markup, in order. */
export function plainBlocks(raw: string): Block[] {
  const text = raw.slice(0, LONGEST_TEXT).toWellFormed().replaceAll('\0', '')
  const found = isMarkup(text) ? blocksOf(text) : linesOf(text)
  return found
    .map(({ text, isHeading }) => ({ text: tidy(text.replace(INVISIBLE, '')), isHeading }))
    .filter(({ text }) => text !== '')
}

/** The text alone, its paragraphs parted by an empty line. */
export function plainText(raw: string): string {
  return plainBlocks(raw)
    .map(({ text }) => text)
    .join('\n\n')
}

/** Where lines were broken to a width, empty lines part the paragraphs; elsewhere each line is one. */
function linesOf(text: string): Block[] {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/)
  return (isWrapped(lines) ? joined(lines) : lines).map((line) => ({
    text: line.replace(/\s+/g, ' '),
    isHeading: false,
  }))
}

/** Broken to a width: lines within paragraphs are nearly as long as the longest, and end in the midst of a sentence. */
function isWrapped(lines: string[]): boolean {
  const inner = lines.filter((line, at) => line.trim() !== '' && (lines[at + 1] ?? '').trim() !== '')
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const midway = inner.filter((line) => line.length > longest * 0.7 && !/[.!?:”"»)]\s*$/.test(line))
  return longest >= 40 && longest <= 120 && inner.length >= 3 && midway.length > inner.length / 2
}

function joined(lines: string[]): string[] {
  const paragraphs: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') paragraphs.push([])
    else paragraphs.at(-1)?.push(line.trim())
  }
  return paragraphs.map((some) => some.join(' '))
}
