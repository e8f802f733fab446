import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { addAccount, changePassword, setDisabled } from '../accounts/account.ts'
import { type Role, roles } from '../accounts/roles.ts'
import { wallClock } from '../kernel/clock.ts'
import { command, Misuse, say, withRecord } from './command.ts'

const help = `npm run account -- add NAME --role ${roles.join('|')} [--password-stdin]
npm run account -- password NAME [--password-stdin]
npm run account -- disable NAME
npm run account -- enable NAME
Adds an account, gives it a new password, shuts it or opens it again. All but the first end its sign-ins at once.`

const options = { role: { type: 'string' }, 'password-stdin': { type: 'boolean' } } as const

await command(help, options, async ({ config, positionals: [verb, name], options }) => {
  const role = roles.find((role) => role === options.role)
  if (!name || !['add', 'password', 'disable', 'enable'].includes(verb ?? '')) throw new Misuse(help)
  if (verb === 'add' && !role) throw new Misuse(`--role must be one of ${roles.join(', ')}.`)
  const asksPassword = verb === 'add' || verb === 'password'
  const password = asksPassword ? await askPassword(Boolean(options['password-stdin'])) : ''
  await withRecord(config, async (db) => {
    if (verb === 'add') await addAccount(db, wallClock, name, role as Role, password)
    if (verb === 'password') await changePassword(db, wallClock, name, password)
    if (!asksPassword) await setDisabled(db, wallClock, name, verb === 'disable' ? 1 : 0)
  })
  say(verb === 'add' ? `The ${role} ${name} can sign in.` : `Done: ${name}.`)
})

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
