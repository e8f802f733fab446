import { wordsIn } from '../kernel/fold.ts'
import { countryName } from '../kernel/words.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Names still used beside the one of today. */
const besides: Record<string, string> = {
  Turkey: 'TR',
  'Czech Republic': 'CZ',
  Burma: 'MM',
  'Ivory Coast': 'CI',
}

let known: Array<[code: string, words: string]> | null = null

/** ISO 3166 codes of the countries that are so coded, or whose English names begin so. */
export function countriesCalled(typed: string): string[] {
  if (/^[a-z]{2}$/i.test(typed)) return [typed.toUpperCase()]
  known ??= namedCountries()
  const begun = wordsIn(typed).join(' ')
  return begun === ''
    ? []
    : [...new Set(known.filter(([, words]) => words.startsWith(begun)).map(([code]) => code))]
}

function namedCountries(): Array<[string, string]> {
  const codes = letters.flatMap((one) => letters.map((other) => one + other))
  const named = codes
    .map((code): [string, string] => [code, countryName(code)])
    .filter(([code, name]) => name !== code)
  const all = [...named, ...Object.entries(besides).map(([name, code]): [string, string] => [code, name])]
  return all.map(([code, name]) => [code, wordsIn(name).join(' ')])
}
