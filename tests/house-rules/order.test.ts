import { expect, test } from 'vitest'
import { files, read, source, templates } from './files.ts'

test('the top level holds what it holds and nothing else', () => {
  const allowed = new Set(
    'package.json package-lock.json tsconfig.json README.md src views migrations data tests'.split(' '),
  )
  const top = [...new Set(files.map((path) => path.split('/')[0] ?? ''))]
  expect(top.filter((name) => !name.startsWith('.') && !allowed.has(name))).toEqual([])
})

test('no folder or file is named for nothing in particular', () => {
  const vague = /(^|[/._-])(utils?|helpers?|common|misc|managers?|services?|dtos?)([/._-]|$)/i
  expect(files.filter((path) => vague.test(path))).toEqual([])
})

test('templates print nothing unescaped but parts and the body of the page', () => {
  const printed = templates.flatMap((path) =>
    [...read(path).matchAll(/<%-\s*([\s\S]*?)\s*-?%>/g)].map(([, what = '']) => ({ path, what })),
  )
  expect(printed.filter(({ what }) => !/^include\(|^(body|json)$/.test(what))).toEqual([])
})

test('templates carry no styles and no scripts of their own', () => {
  const wrong = templates.filter((path) => /<[^%>]*\s(style|on\w+)\s*=|javascript:/i.test(read(path)))
  expect(wrong).toEqual([])
})

test('every script of a template carries the nonce of its page', () => {
  const scripts = templates.flatMap((path) =>
    [...read(path).matchAll(/<script\b[^\n]*/g)].map(([tag]) => tag),
  )
  expect(scripts.filter((tag) => !tag.includes('nonce="<%= chrome.nonce %>"'))).toEqual([])
})

test('only the clock and the days on it ask for the time', () => {
  const asking = source.filter((path) => /Date\.now\(\)|new Date\(\)/.test(read(path)))
  expect(asking.filter((path) => path !== 'src/kernel/clock.ts' && !path.startsWith('src/client/'))).toEqual(
    [],
  )
})
