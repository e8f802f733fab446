import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { idOf, invited, tokenOf } from './door.ts'

/** As in the browser's tests: matters of taste in the source. */
const formatting = {
  'no-trailing-whitespace': 'off',
  'long-title': 'off',
  'void-style': 'off',
  'doctype-style': 'off',
} as const

async function faultsOf(html: string): Promise<string[]> {
  const rules = { extends: ['html-validate:standard'], rules: formatting }
  const report = await new HtmlValidate(rules).validateString(html)
  return report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`))
}

test('every page of accounts is valid HTML, filled, empty and refused', async () => {
  const { db, visit, signedIn } = await house()
  const ada = await signedIn('administrator', 'Ada "& <Co>')
  const bare = await ada.get('/account')
  const link = await invited(ada, 'Nora', 'analyst')
  await signedIn('editor', 'Ada')
  await tokenOf(ada, { label: '<b>&"', lasts: '1 year' })
  const pages = [
    bare,
    await ada.get('/account'),
    await ada.get('/accounts'),
    await ada.get(`/accounts/${await idOf(db, 'Nora')}/reset`),
    await ada.post('/accounts', { name: 'Cy', role: 'editor' }),
    await ada.post('/accounts', { name: '', role: '' }),
    await ada.post('/account/password', {}),
    await ada.post('/account/tokens', { label: '' }),
    await ada.post('/account/tokens', { label: 'x', scope: 'write', lasts: '' }),
    await ada.get('/accounts/audit'),
    await ada.get('/accounts/audit?who=Nobody'),
    await visit.get(link),
    await visit.post('/invitation', { key: link.split('=')[1] ?? '', password: 'x' }),
    await visit.get('/invitation?key=x'),
  ]
  expect(pages.map(({ status }) => status)).toEqual([
    200, 200, 200, 200, 200, 422, 422, 422, 200, 200, 200, 200, 422, 404,
  ])
  for (const [at, { text }] of pages.entries()) expect(await faultsOf(text), `page ${at}`).toEqual([])
})
