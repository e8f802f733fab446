// C0 and C1 controls, save tab and line ends; a lone half of a surrogate pair; marks that reorder what is read.
const control = /[^\P{Cc}\t\n\r]/u
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** What is wrong with a piece of typed text, as the end of a sentence; null where nothing is. */
export function textFault(text: string): string | null {
  if (control.test(text)) return 'must not contain control characters'
  if (!text.isWellFormed()) return 'must be whole characters (half of a pair was sent)'
  if (bidi.test(text)) return 'must not contain invisible marks that turn the reading direction'
  return null
}

/** Text as it is stored: composed (NFC), line ends as \n, no blanks at either end. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
}

/** Somebody's typing as it may stand in a sentence of ours: short, and nothing in it that hides or turns what follows. */
export function quotable(text: string): string {
  const plain = [...text.slice(0, 60)].map((letter) =>
    textFault(letter) || /[^\S ]/.test(letter) ? '\uFFFD' : letter,
  )
  return plain.join('') + (text.length > 60 ? '…' : '')
}

/** What XML 1.0 does not allow at all is replaced, also where markup stands around it. */
export function lawfulInXml(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
