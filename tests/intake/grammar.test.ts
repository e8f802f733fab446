import { expect, test } from 'vitest'
import { isEnglish, partsOf } from '../../src/intake/grammar.ts'
import { readArticle } from '../../src/intake/read-article.ts'
import { sentencesOf } from '../../src/intake/sentences.ts'
import { phraseAt, subjectOf } from '../../src/intake/subject.ts'
import { isTown } from '../../src/intake/towns.ts'

/* What the model of English and the gazetteer say of words, and how subjects are read from it. */

const sentence = (text: string) => {
  const [one] = sentencesOf(readArticle(`<p>${text}</p>`))
  if (!one) throw new Error(`No sentence: ${text}`)
  return one
}

test('each token has its part of speech, accents and signs or not', () => {
  const one = sentence('Kıbrıs Postası’nın sahibi, Işık Aydın (54) – a “quiet” man – met 3 ministers.')
  const parts = partsOf(one)
  expect(parts).toHaveLength(one.tokens.length)
  expect(parts[one.tokens.findIndex(({ text }) => text === 'met')]).toBe('VERB')
  expect(parts[one.tokens.findIndex(({ text }) => text === 'ministers')]).toBe('NOUN')
})

test('the dictionary has words and no names', () => {
  expect(['oil', 'unit', 'superintendent', 'boundary', 'reports'].filter((word) => !isEnglish(word))).toEqual(
    [],
  )
  expect(['guterres', 'mwakyembe', 'athienou', 'two words'].filter(isEnglish)).toEqual([])
})

test('towns and regions are known however their names are typed', () => {
  const known = [
    'Nong Khai',
    'nong khai',
    'Foz do Iguaçu',
    'Foz do Iguacu',
    'Port Vila',
    'New York',
    'Astana',
    'Chiriquí',
  ]
  expect(known.filter((name) => !isTown(name))).toEqual([])
  expect(['Guterres', 'Oskburg', ''].filter(isTown)).toEqual([])
})

const subjects: Array<[text: string, verb: string, subject: string | null]> = [
  ['The date is open, two waiters at the hotel said.', 'said', 'two waiters at the hotel'],
  ['A shepherd who saw the boats told Dagen so.', 'told', 'A shepherd who saw the boats'],
  ['One of the rebel sources also said so.', 'said', 'One of the rebel sources'],
  [
    'The irrigation and water resources ministry said so.',
    'said',
    'The irrigation and water resources ministry',
  ],
  ['Torland, acting as a mediator, said so.', 'said', null],
  ['“They promised us schools,” said Amina.', 'said', null],
]
test.each(subjects)('%s %s', (text, verb, expected) => {
  const one = sentence(text)
  const found = subjectOf(
    one,
    one.tokens.findIndex((token) => token.text === verb),
  )
  const words = found && one.tokens.slice(found.from, found.to)
  expect(words?.map((token) => token.text).join(' ') ?? null).toBe(expected)
})

test('a phrase ends where a verb begins', () => {
  const one = sentence('A guard with long experience of borders doubts it.')
  const found = phraseAt(one, 0)
  expect(
    one.tokens
      .slice(0, found?.to)
      .map(({ text }) => text)
      .join(' '),
  ).toBe('A guard with long experience of borders')
})
