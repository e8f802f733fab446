/* Another program that writes as fast as it can, and says what is safely written. */
import { openWriter } from '../../src/db/open.ts'

const [path = ''] = process.argv.slice(2)
const file = openWriter(path)
file.pragma('busy_timeout = 5000')
const write = file.prepare("insert into audit (at, who, event) values ('2024-07-01T12:00:00Z', 'writer', ?)")
function next(count: number): void {
  const { lastInsertRowid } = write.run('x'.repeat(2000))
  process.stdout.write(`${lastInsertRowid}\n`)
  if (count < 100_000) setImmediate(next, count + 1)
}
next(0)
