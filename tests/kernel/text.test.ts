import { describe, expect, test } from 'vitest'
import { textFault, tidy } from '../../src/kernel/text.ts'

describe('text is refused that holds', () => {
  test.each([
    ['a NUL', 'Istanbul\u0000', 'control characters'],
    ['an escape', '\u001b[31mred', 'control characters'],
    ['a C1 control', 'a\u0085b', 'control characters'],
    ['a delete', 'a\u007fb', 'control characters'],
    ['half of a pair', 'a\ud83d', 'half of a pair'],
    ['the other half', '\ude00a', 'half of a pair'],
    ['an override of direction', 'user\u202excod.exe', 'reading direction'],
    ['an isolate', 'a\u2066b', 'reading direction'],
    ['an Arabic letter mark', 'a\u061cb', 'reading direction'],
  ])('%s', (_what, text, words) => {
    expect(textFault(text)).toContain(words)
  })
})

test.each(['Çırağan', 'Умєров', 'محادثات إسطنبول', 'שיחות', 'two\nlines', 'a\ttab', '🕊️', ''])(
  'text of any script may stand: %j',
  (text) => {
    expect(textFault(text)).toBeNull()
  },
)

test('text is stored composed, with plain line ends and no blanks around it', () => {
  expect(tidy('  C\u0327\u0131ra\u011fan \r\n')).toBe('Çırağan')
  expect(tidy('one\r\ntwo\rthree')).toBe('one\ntwo\nthree')
})
