export function label(words: string, aside = '', plate?: { code: string; tone: string }): HTMLElement {
  const whole = document.createElement('span')
  if (plate?.code) {
    const code = document.createElement('span')
    code.className = `plate plate-${plate.tone}`
    code.textContent = plate.code
    whole.append(code, ' ')
  }
  whole.append(`${words} `, small(aside))
  return whole
}

export function small(words: string, className = ''): HTMLElement {
  const made = document.createElement('small')
  made.className = className
  made.textContent = words
  return made
}
