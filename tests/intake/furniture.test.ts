import { describe, expect, test } from 'vitest'
import { furnitureIn } from '../../src/intake/furniture.ts'
import { noNames } from '../../src/intake/lexicon.ts'
import { readArticle, withFurniture } from '../../src/intake/read-article.ts'
import { suggestionsIn } from '../../src/intake/suggest.ts'

describe('belongs to the page:', () => {
  test.each([
    'LATEST',
    'Popular Articles',
    'Related Posts',
    'spot_imgspot_img',
    'spot_img',
    'Sunday, July 27, 2025',
    '27.07.2025 14:05',
    'July 27, 2025 at 2:05 p.m.',
    'Last updated: 18 September 2025 at 19:40',
    'Share this article',
    'Share | Facebook | X | WhatsApp',
    'We use cookies to improve your experience.',
    'Sign up for our newsletter and get the best stories in your inbox',
    'Photo: Lars Bakke/NTB',
    'Advertisement',
    '© 2025 The Coastal Post. All rights reserved.',
    'Read more: Ten things about cod',
    'By Mira Castellan and Joe Abara',
    'Tags: peace, Norway',
    '* * *',
  ])('%s', (text) => expect(furnitureIn(text)).not.toBeNull())
})

describe('belongs to the article:', () => {
  test.each([
    'The talks ended without an agreement.',
    'On Friday, 13 October 2023, the ministers met.',
    'By Thursday evening both delegations had left.',
    'He shared the latest draft with the mediator.',
    '“We share a border,” she said.',
    'More than 200 prisoners came home.',
    'A photo of the two ministers was published by the ministry on Monday, and then withdrawn.',
    '1996',
  ])('%s', (text) => expect(furnitureIn(text)).toBeNull())
})

test('furniture is marked, not removed; an analyst may take it back', () => {
  const article = readArticle(
    'Talks end in Halden without result\n\nThe ministers left.\n\nSunday, July 27, 2025',
  )
  expect(article.text).toContain('July 27')
  expect(article.paragraphs.map(({ isFurniture }) => isFurniture)).toEqual([false, false, true])
  const dates = (one: typeof article) =>
    suggestionsIn(one, noNames, { reference: null }).filter(({ kind }) => kind === 'date').length
  expect(dates(article)).toBe(0)
  const kept = withFurniture(article, 2, false)
  expect(dates(kept)).toBe(1)
  expect(withFurniture(kept, 2, true)).toEqual(article)
})
