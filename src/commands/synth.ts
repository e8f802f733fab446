import { makeBareRounds } from '../bench/synthetic/bare.ts'
import { makeRecord } from '../bench/synthetic/made.ts'
import { counted } from '../kernel/words.ts'
import { command, Misuse, say } from './command.ts'

const help = `npm run synth -- --rounds N [--claims 10] [--seed 1] [--bare] [--database FILE]
Makes up a record of N rounds for trying things out: parties, people, places, talks in bursts, proposals, promises, and
about so many claims on each round, in proportion to the starter record. The same numbers make the same record.
It goes to FILE, else to the database of DATABASE_URL, which must not hold anything yet. With --bare there are rounds on their
tracks and nothing else, a million of them in about ten seconds; the file must not be there yet.`

const options = {
  rounds: { type: 'string' },
  claims: { type: 'string' },
  seed: { type: 'string' },
  bare: { type: 'boolean' },
  database: { type: 'string' },
} as const

await command(help, options, async ({ config, options }) => {
  const number = (name: string, least: number, most: number, otherwise?: string) => {
    const text = String(options[name] ?? otherwise ?? '')
    if (!/^\d{1,10}$/.test(text) || Number(text) < least || Number(text) > most)
      throw new Misuse(`--${name} must be a whole number from ${least} to ${most}.\n\n${help}`)
    return Number(text)
  }
  const size = {
    rounds: number('rounds', 1, 5_000_000),
    claims: number('claims', 0, 1000, '10'),
    seed: number('seed', 0, 2 ** 32 - 1, '1'),
  }
  const path = options.database ? String(options.database) : config.database
  const began = performance.now()
  if (options.bare) makeBareRounds(path, size.rounds)
  else await makeRecord(path, size)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(`${counted(size.rounds, 'round')} made up in ${path}, in ${seconds} s.`)
})
