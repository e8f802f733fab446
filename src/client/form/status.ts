/* Says quietly whether what was typed is kept. */
import type { Answer } from './send.ts'

export class Status {
  readonly #line: HTMLElement | null

  constructor(form: HTMLFormElement) {
    this.#line = form.querySelector('[data-keep-status]')
  }

  tell(answer: Answer): void {
    if (answer.kind === 'kept') this.#say(`Draft kept ${now()}`)
    if (answer.kind === 'no connection') this.#say('Not kept yet: no connection')
    if (answer.kind === 'refused') this.#say(`Not kept yet. ${answer.why}`)
    if (answer.kind === 'signed out')
      this.#say('You are signed out: ', signInLink(), ', then go on. Nothing typed is lost.')
  }

  clear(): void {
    this.#line?.replaceChildren()
  }

  /** The same words twice are not read aloud twice. */
  #say(...words: Array<string | Element>): void {
    const text = words.map((word) => (typeof word === 'string' ? word : word.textContent)).join('')
    if (this.#line && this.#line.textContent !== text) this.#line.replaceChildren(...words)
  }
}

function now(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

function signInLink(): Element {
  const link = document.createElement('a')
  link.href = '/sign-in'
  link.target = '_blank'
  link.textContent = 'sign in in another tab'
  return link
}
