import { beforeAll, expect, test } from 'vitest'
import { house, type OpenHouse } from '../house.ts'
import { each, expectCalm } from './calm.ts'
import { hostile, hostileIds, recordKinds } from './hostile.ts'

let { visit, signedIn }: OpenHouse = {} as OpenHouse
beforeAll(async () => {
  ;({ visit, signedIn } = await house())
})

test('a number that is no record is 404 on every kind of page', async () => {
  const paths = recordKinds.flatMap((kind) =>
    [...hostileIds, '999999', '9007199254740991'].flatMap((id) => {
      const path = `/${kind}/${encodeURIComponent(id)}`
      return kind === 'rounds' ? [path] : [path, `${path}.csv`]
    }),
  )
  await each(paths, async (path) => {
    const answer = await visit.get(path)
    expectCalm(answer, path)
    expect(answer.status, path).toBe(404)
  })
})

test('whatever stands where a number should, the answer is a sentence', async () => {
  const paths = recordKinds.flatMap((kind) => hostile.map((text) => `/${kind}/${encodeURIComponent(text)}`))
  await each(paths, async (path) => expectCalm(await visit.get(path), path.slice(0, 200)))
})

test('the desk knows no such numbers either', async () => {
  const analyst = await signedIn('editor', 'Nora')
  const paths = hostileIds.flatMap((id) => [
    `/rounds/${encodeURIComponent(id)}/edit`,
    `/rounds/${encodeURIComponent(id)}/withdraw`,
  ])
  for (const path of paths) {
    for (const answer of [await analyst.get(path), await analyst.post(path, { title: 'x', reason: 'x' })]) {
      expectCalm(answer, path)
      expect(answer.status, path).toBe(404)
    }
  }
})
