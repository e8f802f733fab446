import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { accountFor } from '../../src/accounts/account.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { newFolder, run } from './program.ts'
import { PASSWORD, serveHere } from './served.ts'
import { smallRecord } from './small-record.ts'

const account = (path: string, args: string[], input = '') =>
  run('src/commands/account.ts', path, { args, input }).ended

describe('an account is made, changed and shut from the command line:', () => {
  test('it can sign in once it is added, and is out at once when it is disabled', async () => {
    const { path, db, visit } = await serveHere()
    const added = await account(
      path,
      ['add', 'Nora', '--role', 'analyst', '--password-stdin'],
      `${PASSWORD}\n`,
    )
    expect(added).toEqual({ code: 0, out: 'The analyst Nora can sign in.\n', err: '' })
    await visit.get('/sign-in')
    expect((await visit.post('/sign-in', { name: 'nora', password: PASSWORD })).status).toBe(303)
    expect((await visit.get('/rounds')).text).toContain('Nora')

    expect((await account(path, ['disable', 'Nora'])).code).toBe(0)
    expect((await visit.get('/rounds')).text).not.toContain('Nora')
    expect(await db.selectFrom('sign_in').selectAll().where('account_id', 'is not', null).execute()).toEqual(
      [],
    )
    expect(await accountFor(db, 'Nora', PASSWORD)).toBeNull()
    const trail = await db.selectFrom('audit').select(['who', 'event']).orderBy('id').execute()
    expect(trail.map(({ who, event }) => `${who}: ${event}`)).toEqual([
      'command line: account added',
      'Nora: signed in',
      'command line: account disabled',
    ])
  })

  test('a new password ends the sign-ins of the old one', async () => {
    const { path, db, visit } = await serveHere()
    await account(path, ['add', 'Nora', '--role', 'editor', '--password-stdin'], `${PASSWORD}\n`)
    await visit.get('/sign-in')
    await visit.post('/sign-in', { name: 'Nora', password: PASSWORD })
    const changed = await account(path, ['password', 'Nora', '--password-stdin'], 'a second password\n')
    expect(changed.out).toBe('Done: Nora.\n')
    expect((await visit.get('/rounds')).text).not.toContain('Nora')
    expect(await accountFor(db, 'Nora', PASSWORD)).toBeNull()
    expect(await accountFor(db, 'Nora', 'a second password')).toMatchObject({ role: 'editor' })
  })
})

describe('a command that cannot be met says what would be right, and changes nothing:', () => {
  test.each([
    [
      'an unknown role',
      ['add', 'Nora', '--role', 'king', '--password-stdin'],
      PASSWORD,
      /--role must be one of analyst/,
    ],
    ['no role', ['add', 'Nora', '--password-stdin'], PASSWORD, /--role must be one of analyst/],
    [
      'a short password',
      ['add', 'Nora', '--role', 'analyst', '--password-stdin'],
      'short',
      /12 characters or more/,
    ],
    ['no password', ['add', 'Nora', '--role', 'analyst', '--password-stdin'], '', /No password was given/],
    ['no terminal to ask on', ['add', 'Nora', '--role', 'analyst'], PASSWORD, /with --password-stdin/],
    [
      'a name on two lines',
      ['add', 'Nora\nLind', '--role', 'analyst', '--password-stdin'],
      PASSWORD,
      /single line/,
    ],
    ['an account that is not there', ['disable', 'Nobody'], '', /no account named Nobody/],
    ['an unknown verb', ['promote', 'Nora'], '', /npm run account -- add NAME/],
    ['an unknown option', ['add', 'Nora', '--rule', 'analyst'], '', /--rule/],
  ])('%s', async (_what, args, input, words) => {
    const { path, db } = await serveHere()
    const { code, out, err } = await account(path, args, input)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(words)
    expect(err).not.toMatch(/\n\s+at /)
    expect(await db.selectFrom('account').selectAll().execute()).toEqual([])
  })
})

test('restate finds what the stored statuses get wrong, puts it right, and then finds nothing', async () => {
  const path = await smallRecord()
  const restate = () => run('src/commands/restate.ts', path, {}).ended
  expect(await restate()).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+ records judged anew: no difference/),
  })
  const file = new Database(path)
  file.exec(
    "update field_step set status = 'disputed' where record = 'round' and record_id = 1 and field = 'date' and until = 1000000000",
  )
  file.close()
  expect(await restate()).toMatchObject({ code: 1, err: 'round 1\n1 record differed and was put right.\n' })
  expect(await restate()).toMatchObject({ code: 0 })
})

describe('every command explains itself without touching anything:', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const ours = Object.entries(scripts).filter(([name, line]) => /--import tsx/.test(line) && name !== 'dev')

  test.each(ours)('npm run %s -- --help', async (name, line) => {
    const path = join(newFolder(), 'record.sqlite')
    const { code, out, err } = await run(line.split(' ').at(-1) ?? '', path, { args: ['--help'] }).ended
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(new RegExp(`^npm (run )?${name}`))
    expect(existsSync(path)).toBe(false)
  })
})
