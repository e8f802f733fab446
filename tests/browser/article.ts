/* A page as it is pasted, of the project's own writing: a round of the Istanbul talks of 2025 that never was. */
import type { Page } from 'playwright-core'
import { field } from './desk.ts'

export const article = {
  html: `<html><head><title>The Strait Courier</title></head><body>
<p>Home › World</p>
<h1>Delegations agree on lists of prisoners in Istanbul</h1>
<p>LATEST</p>
<p>ISTANBUL, 11 September 2025 — Delegations of Russia and Ukraine met in Istanbul on Wednesday evening for a fourth round of talks. The meeting at the Çırağan Palace began at 7:05 p.m. local time and lasted about 55 minutes.</p>
<p>The Russian delegation was led by Vladimir Medinsky, aide to the Russian president. The Ukrainian delegation was led by Rustem Umerov, Secretary of the National Security and Defense Council.</p>
<p>According to informed sources cited by TASS, the two sides reached a preliminary agreement on lists of sick prisoners.</p>
<p>Ukraine proposed meeting again before the end of October. “We left a list of names on the table,” Umerov told reporters.</p>
<p>Popular Articles</p>
<p>Ferry to the islands runs late again</p>
</body></html>`,
  publisher: 'The Strait Courier',
  title: 'Lists of prisoners in Istanbul',
  url: 'https://strait-courier.example/lists',
  published: '12 September 2025',
  reference: '11 September 2025',
  furniture: 'Ferry to the islands runs late again',
  ticks: [
    '11 September 2025',
    'Russia',
    'Ukraine',
    'Çırağan Palace',
    '7:05 p.m. local time',
    'about 55 minutes',
    'Vladimir Medinsky',
    'Rustem Umerov',
    'According to informed sources cited by TASS',
    'preliminary agreement',
    'We left a list of names on the table',
  ],
  quote: 'We left a list of names on the table',
}

/** On the page where a text is pasted. */
export async function pasteArticle(page: Page): Promise<void> {
  for (const name of ['publisher', 'title', 'url', 'published', 'reference'] as const)
    await field(page, name).fill(article[name])
  await field(page, 'article').fill(article.html)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.waitForURL(/\/desk\/intake\/\d+$/)
}

/** The phrases of these words, once each. */
export async function tick(page: Page, words: readonly string[]): Promise<void> {
  for (const phrase of words)
    await page
      .getByRole('checkbox', { name: `“${phrase}”` })
      .first()
      .check()
}
