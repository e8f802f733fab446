import { isAbsolute } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BadConfig, readConfig } from '../../src/kernel/config.ts'

test('without any variable it listens to this machine alone and keeps the record in data', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', sessionSecret: null, logLevel: 'info' })
  expect(config.database).toMatch(/data\/parley\.sqlite$/)
  expect(isAbsolute(config.database)).toBe(true)
})

test('every variable is heeded', () => {
  const env = {
    PORT: '0',
    HOST: '::1',
    DATABASE_URL: 'sqlite:/var/lib/parley.sqlite',
    SESSION_SECRET: 'x'.repeat(32),
    LOG_LEVEL: 'silent',
  }
  expect(readConfig(env)).toEqual({
    port: 0,
    host: '::1',
    database: '/var/lib/parley.sqlite',
    sessionSecret: 'x'.repeat(32),
    logLevel: 'silent',
  })
})

describe('a variable that cannot be used is named, with what it should be:', () => {
  test.each([
    ['PORT', 'http', 'a number from 0 to 65535'],
    ['PORT', '65536', 'a number from 0 to 65535'],
    ['PORT', '-1', 'a number from 0 to 65535'],
    ['PORT', '', 'a number from 0 to 65535'],
    ['HOST', 'not a host', 'a host name or an address'],
    ['HOST', '', 'a host name or an address'],
    ['DATABASE_URL', 'postgres://localhost/parley', 'sqlite:PATH'],
    ['DATABASE_URL', 'sqlite:', 'sqlite:PATH'],
    ['DATABASE_URL', '/var/lib/parley.sqlite', 'sqlite:PATH'],
    ['SESSION_SECRET', 'short', '32 characters'],
    ['SESSION_SECRET', '', '32 characters'],
    ['LOG_LEVEL', 'loud', 'one of trace, debug'],
  ])('%s=%s', (name, value, words) => {
    const reading = () => readConfig({ [name]: value })
    expect(reading).toThrow(BadConfig)
    expect(reading).toThrow(new RegExp(`^${name} must .*${words}`))
  })
})

test('a secret is never repeated in the message about it', () => {
  expect(() => readConfig({ SESSION_SECRET: 'hunter2' })).not.toThrow('hunter2')
})
