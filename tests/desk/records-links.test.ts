import { expect, test } from 'vitest'
import { house } from '../house.ts'

const { visit, signedIn } = await house()
const ana = await signedIn('analyst', 'Ana')

const pages: Array<[path: string, leads: string[]]> = [
  ['/venues', ['/venues/new']],
  ['/people', ['/people/new']],
  ['/parties', ['/parties/new']],
  ['/processes', ['/processes/new']],
  ['/sources', ['/sources/new']],
  ['/issues', ['/issues/new']],
  ['/proposals', ['/proposals/new']],
  ['/commitments', ['/commitments/new']],
  ['/rounds', ['/rounds/new', '/desk/add']],
  ['/desk', ['/rounds/new', '/desk/intake', '/desk/add']],
  ['/venues/1', ['/venues/1/edit', '/venues/1/withdraw', '/venues/1/merge', '/names/new?venue_id=1']],
  ['/people/1', ['/people/1/edit', '/people/1/withdraw', '/people/1/merge', '/offices/new?person_id=1']],
  ['/parties/1', ['/parties/1/edit', '/parties/1/withdraw', '/names/new?party_id=1']],
  ['/processes/osk-valley', ['/processes/2/edit', '/processes/2/withdraw', '/tracks/new?process_id=2']],
  ['/sources/1', ['/sources/1/edit', '/captures/1/edit']],
  ['/sources/5', ['/sources/5/withdraw', '/sources/5/merge', '/captures/new?source_id=5']],
  ['/issues/passage', ['/issues/1/edit', '/issues/new?parent_id=1', '/positions/new?issue_id=1']],
  ['/proposals/1', ['/proposals/1/edit', '/proposal-events/new?proposal_id=1']],
  ['/commitments/1', ['/commitments/1/edit', '/follow-ups/new?commitment_id=1']],
  [
    '/rounds/1',
    ['/rounds/1/edit', '/rounds/1/withdraw', '/rounds/1/merge', '/documents/new?round_id=1&amp;process_id=1'],
  ],
  ['/sessions/1/evidence', ['/sessions/1/edit', '/sessions/1/withdraw']],
]

test.each(pages)('%s leads those who are signed in to its forms, and nobody else', async (path, leads) => {
  const [open, plain] = [await ana.get(path), await visit.get(path)]
  for (const href of leads) {
    expect(open.text).toContain(`href="${href}"`)
    expect(plain.text).not.toContain(`href="${href}"`)
    expect([href, (await ana.get(href.replaceAll('&amp;', '&'))).status]).toEqual([href, 200])
  }
})

test('one page leads to every form that adds something', async () => {
  const { text } = await ana.get('/desk/add')
  const forms = [...text.matchAll(/href="(\/[a-z-]+\/new)"/g)].map(([, href = '']) => href)
  expect(forms).toHaveLength(23)
  for (const href of forms) expect([href, (await ana.get(href)).status]).toEqual([href, 200])
})
