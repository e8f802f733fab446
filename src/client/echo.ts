import { readDate } from '../kernel/read-date.ts'
import { sayDateWithWeekday } from '../kernel/say-date.ts'

/** "We read this as …" beneath a date, while it is typed; in rows that are added later too. */
export function echoDates(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.echo !== undefined) echo(target)
  })
}

function echo({ value, dataset }: HTMLInputElement): void {
  const said = document.getElementById(dataset.echo ?? '')
  const edtf = readDate(value)
  if (!said) return
  said.hidden = edtf === null
  const [words, notation] = said.querySelectorAll('b, code')
  if (words) words.textContent = edtf && sayDateWithWeekday(edtf)
  if (notation) notation.textContent = edtf
}
