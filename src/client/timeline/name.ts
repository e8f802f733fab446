import { element } from './label.ts'
import type { Item } from './rounds.ts'
import { shortDay } from './words.ts'

/** What stands beside the mark of a round. */
export function nameOf({ label, date, disputed }: Item): HTMLElement {
  const name = element('span', '', `${label} `)
  name.append(element('small', '', shortDay(date)))
  if (disputed > 0) name.append(' ', element('small', 'disputed', String(disputed)))
  return name
}
