import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { accountNamed, addAccount, fromCommandLine } from '../accounts/account.ts'
import { linkPath } from '../accounts/administration-page.ts'
import { invite, type Link, reset } from '../accounts/invitation-writes.ts'
import { changePassword } from '../accounts/password-writes.ts'
import { type Role, roles } from '../accounts/roles.ts'
import { setDisabled, setRole } from '../accounts/standing-writes.ts'
import type { Db } from '../db/tables.ts'
import { wallClock } from '../kernel/clock.ts'
import { command, Misuse, say, withRecord } from './command.ts'

const help = `npm run account -- invite NAME --role ${roles.join('|')}
npm run account -- reset NAME
npm run account -- role NAME --role ${roles.join('|')}
npm run account -- disable NAME
npm run account -- enable NAME
npm run account -- add NAME --role ${roles.join('|')} [--password-stdin]
npm run account -- password NAME [--password-stdin]
The first two print a link that works once and for seven days; whoever opens it chooses the password. --address says
where people reach Parley (http://localhost:3000). Reset, disable and password end all sign-ins of the account at
once; reset ends its tokens too. The last two take a password on a terminal, or from standard input.`

const options = {
  role: { type: 'string' },
  address: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const

interface Asked {
  name: string
  role: Role
  password: string
  address: string
}

/** What each verb does, and the line that says so. */
const verbs: Record<string, (db: Db, asked: Asked) => Promise<string>> = {
  add: async (db, { name, role, password }) => {
    await addAccount(db, wallClock, name, role, password)
    return `The ${role} ${name} can sign in.`
  },
  invite: async (db, { name, role, address }) => linkLine(await invite(db, us, name, role), address),
  reset: async (db, { name, address }) => linkLine(await reset(db, us, await idOf(db, name)), address),
  password: async (db, { name, password }) => {
    await changePassword(db, us, await idOf(db, name), password)
    return `Done: ${name}.`
  },
  role: async (db, { name, role }) => {
    await setRole(db, us, await idOf(db, name), role)
    return `Done: ${name} is ${role}.`
  },
  disable: async (db, { name }) => {
    await setDisabled(db, us, await idOf(db, name), 1)
    return `Done: ${name}.`
  },
  enable: async (db, { name }) => {
    await setDisabled(db, us, await idOf(db, name), 0)
    return `Done: ${name}.`
  },
}
const us = fromCommandLine(wallClock)

await command(help, options, async ({ config, positionals: [verb = '', name], options }) => {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!name || !run) throw new Misuse(help)
  const role = roles.find((role) => role === options.role) as Role
  if (['add', 'invite', 'role'].includes(verb) && !role)
    throw new Misuse(`--role must be one of ${roles.join(', ')}.`)
  const asksPassword = verb === 'add' || verb === 'password'
  const password = asksPassword ? await askPassword(Boolean(options['password-stdin'])) : ''
  const address = String(options.address ?? `http://localhost:${config.port}`).replace(/\/+$/, '')
  await withRecord(config, async (db) => say(await run(db, { name, role, password, address })))
})

async function idOf(db: Db, name: string): Promise<number> {
  return (await accountNamed(db, name)).id
}

function linkLine({ name, key }: Link, address: string): string {
  return `For ${name}, once and within seven days: ${address}${linkPath(key)}`
}

async function askPassword(fromStdin: boolean): Promise<string> {
  if (!fromStdin && !process.stdin.isTTY)
    throw new Misuse('Give the password on a terminal, or with --password-stdin.')
  if (!fromStdin) process.stderr.write('Password: ')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: !fromStdin })
  for await (const line of lines) {
    lines.close()
    if (!fromStdin) process.stderr.write('\n')
    return line
  }
  throw new Misuse('No password was given.')
}
