// Letters that carry no removable accent in Unicode, yet are typed without one.
const plain: Record<string, string> = {
  ı: 'i',
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ə: 'e',
  '’': "'",
  ʼ: "'",
  '–': '-',
  '—': '-',
}
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/** The form in which words are compared: no accents, no case. "Çırağan" and "Ciragan" fold alike. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(special, (letter) => plain[letter] ?? letter)
}

/** Words of a name at which its tails begin. */
const WORDS = 20

/** "iva dvorkin", "dvorkin": the folded name, whole and from each of its words to its end. */
export function tailsOf(name: string): string[] {
  const whole = fold(name).trim()
  if (whole === '') return []
  const starts = [...whole.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index).filter((at) => at > 0)
  return [whole, ...starts.slice(0, WORDS).map((at) => whole.slice(at))]
}
