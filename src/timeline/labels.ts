/* Titles of lanes, cut to the room that a drawing has for them. Nothing measures letters here: their widths are taken from their script. */
import { clip } from '../kernel/words.ts'

export interface Line {
  y: number
  words: string
}

const LETTER = 6.6
const WIDE_LETTER = 12.5
const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[\u{10000}-\u{10ffff}]/u
const LINE = 15

/** In lanes that are high enough a title takes two lines. The number at the end of the first keeps its place. */
export function linesOf(
  { title, count, height }: { title: string; count: string; height: number },
  left: number,
): Line[] {
  const room = left - 12 - (count === '' ? 0 : (count.length + 1) * LETTER)
  return wrapped(title, room, height < 2 * LINE + 8 ? 1 : 2).map((words, nth) => ({
    y: 16 + nth * LINE,
    words,
  }))
}

function wrapped(text: string, room: number, most: number): string[] {
  const letters = fitting(text, room)
  if (letters >= text.length) return [text]
  if (most === 1) return [clip(text, letters)]
  const blank = text.lastIndexOf(' ', letters)
  const end = blank > 0 ? blank : letters
  return [text.slice(0, end), ...wrapped(text.slice(end).trim(), room, most - 1)]
}

/** So much of a text has room, never half a letter. */
function fitting(text: string, room: number): number {
  let [end, width] = [0, 0]
  for (const letter of text) {
    width += wide.test(letter) ? WIDE_LETTER : LETTER
    if (width > room) return end
    end += letter.length
  }
  return end
}
