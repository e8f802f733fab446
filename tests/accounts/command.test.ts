import { expect, test } from 'vitest'
import { accountFor } from '../../src/accounts/account.ts'
import { run } from '../process/program.ts'
import { PASSWORD, serveHere } from '../process/served.ts'
import { accept, trail } from './door.ts'

const account = (path: string, args: string[]) => run('src/commands/account.ts', path, { args }).ended

test('an account is invited, reset and given a role from the command line, without a password on it', async () => {
  const { path, db, visit } = await serveHere()
  const invited = await account(path, [
    'invite',
    'Nora',
    '--role',
    'administrator',
    '--address',
    'https://parley.example/',
  ])
  expect(invited).toMatchObject({ code: 0, err: '' })
  const said =
    /^For Nora, once and within seven days: https:\/\/parley\.example(\/invitation\?key=[\w-]{43})\n$/
  const link = said.exec(invited.out)?.[1] ?? ''
  expect((await accept(visit, link, PASSWORD)).status).toBe(303)
  expect(await accountFor(db, 'Nora', PASSWORD)).toMatchObject({ role: 'administrator' })

  const refused = await account(path, ['disable', 'Nora'])
  expect([refused.code, refused.err]).toEqual([
    1,
    'Nora is the last administrator who can sign in: make somebody else one first.\n',
  ])
  expect((await account(path, ['role', 'Nora', '--role', 'analyst'])).code).toBe(1)

  const reset = await account(path, ['reset', 'nora'])
  expect(reset.out).toMatch(/^For Nora, once and within seven days: http:\/\/localhost:\d+\/invitation\?key=/)
  expect((await visit.get('/account')).status).toBe(303)
  expect(await accountFor(db, 'Nora', PASSWORD)).toBeNull()
  expect(await account(path, ['role', 'Nora', '--role', 'editor'])).toMatchObject({
    out: 'Done: Nora is editor.\n',
  })
  expect(await trail(db)).toEqual([
    'command line: account invited, Nora, administrator',
    'Nora: invitation accepted',
    'Nora: signed in',
    'command line: account reset, Nora',
    'command line: role set, Nora: administrator to editor',
  ])
})
