import { expect } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { unseen } from './hostile.ts'

interface Answered {
  status: number
  text: string
  headers: Headers | Record<string, unknown>
}

const inside = /node_modules|\.[jt]s:\d+|SqliteError|SQLITE_|syntax error|no such (column|table)|parley-test-/
const reordering = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** The promise is one second, or two for what is hard; a busy machine is given more, for a stalled one takes for ever. */
export const PROMPT = 4000

/** Not broken, telling nothing of our inside, and where it refuses, saying why in a sentence. */
export function expectCalm(answer: Answered, asked: string): void {
  const about = `${asked} answered ${answer.status}: ${answer.text.slice(0, 300)}`
  expect(answer.status, about).toBeLessThan(500)
  expect(inside.exec(answer.text)?.[0], asked).toBeUndefined()
  expect(answer.text.includes(ROOT), asked).toBe(false)
  if (answer.status < 400) return
  expect(sentenceOf(answer), about).toMatch(/^\p{Lu}.* .{8,}$/su)
  for (const mark of unseen) expect(answer.text.includes(mark), about).toBe(false)
  expect(reordering.test(answer.text), about).toBe(false)
}

/** What a refusal says, on a page or to a program. */
export function sentenceOf({ text }: Answered): string {
  if (text.startsWith('{')) return JSON.parse(text).detail
  const said = /<div class="(?:notice.*?<p>|error-summary.*?<a[^>]*>)([^<]*)</s.exec(text)
  return said?.[1] ?? ''
}

/** Asks for many things, a few at a time. */
export async function each<T>(things: readonly T[], ask: (thing: T) => Promise<unknown>): Promise<void> {
  const left = [...things]
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await ask(one)
  }
  await Promise.all(Array.from({ length: 6 }, worker))
}
