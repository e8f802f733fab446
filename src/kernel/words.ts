/* Small turns of phrase that many pages need. */

/** Cut at a word, with an ellipsis, where it is longer than that. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`
}

/** "1 round", "16 rounds", "1,200 rounds". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${sayNumber(number)} ${number === 1 ? one : many}`
}

export function sayNumber(number: number): string {
  return number.toLocaleString('en')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "a palace", "an embassy" */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
}

/** "Türkiye" for TR. */
export function countryName(code: string): string {
  return countries.of(code) ?? code
}
const countries = new Intl.DisplayNames('en', { type: 'region' })

/** "39 minutes", "about 5 hours", "more than 1 hour 30 minutes", "13 days". */
export function sayDuration(minutes: number, exactness: string | null): string {
  const said =
    minutes >= 3 * DAY && minutes % DAY === 0 ? counted(minutes / DAY, 'day') : hoursAndMinutes(minutes)
  return exactness && exactness !== 'exact' ? `${exactness} ${said}` : said
}
const DAY = 24 * 60

function hoursAndMinutes(minutes: number): string {
  if (minutes < 90) return minutes === 60 ? '1 hour' : counted(minutes, 'minute')
  const rest = minutes % 60
  return counted(Math.floor(minutes / 60), 'hour') + (rest ? ` ${counted(rest, 'minute')}` : '')
}

/** "20:37", "about 21:16", "before 20:37". */
export function sayTime(time: string, exactness: string | null): string {
  return exactness && exactness !== 'exact' ? `${exactness} ${time}` : time
}

/** "at least 1,200 prisoners". */
export function sayQuantity(quantity: number, bound: string | null, unit: string | null): string {
  return [bound === 'exact' ? null : bound, sayNumber(quantity), unit].filter(Boolean).join(' ')
}
