import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { migrate } from '../../db/migrate.ts'
import { openWriter } from '../../db/open.ts'
import { Refusal } from '../../kernel/fault.ts'

const PROCESSES = 60
const FIRST_DAY = -9100
const LAST_DAY = 20_400
const BURST = 12

/**
 * Makes a database of bare rounds, with nothing claimed about them: in seconds, where a whole record of that size takes
 * minutes. Sixty processes of two tracks meet in bursts of twelve rounds, from 1945 to 2025.
 * @throws where the file is there already
 */
export function makeBareRounds(path: string, rounds: number): void {
  if (existsSync(path))
    throw new Refusal(409, `${path} is there already. Choose another file for bare rounds.`)
  mkdirSync(dirname(path), { recursive: true })
  const file = openWriter(path)
  migrate(file)
  const process =
    file.prepare(`insert into process (id, slug, title, title_folded, date, date_earliest, date_latest, status)
    values (?, ?, ?, ?, '1945/2025', ${FIRST_DAY}, ${LAST_DAY}, 'ongoing')`)
  const track = file.prepare(
    "insert into track (id, process_id, title, title_folded, level) values (?, ?, ?, ?, '1')",
  )
  const round =
    file.prepare(`insert into round (track_id, ordinal, title, title_folded, date, date_earliest, date_latest, status)
    values (?, ?, ?, ?, date(? * 86400, 'unixepoch'), ?, ?, 'held')`)
  file.transaction(() => {
    for (let id = 1; id <= PROCESSES; id++) process.run(id, `talks-${id}`, `Talks ${id}`, `talks ${id}`)
    for (let id = 1; id <= PROCESSES * 2; id++) track.run(id, Math.ceil(id / 2), `Track ${id}`, `track ${id}`)
    for (let nth = 0; nth < rounds; nth++) {
      const burst = Math.floor(nth / BURST)
      const bursts = Math.ceil(rounds / BURST)
      const day = FIRST_DAY + Math.floor((burst / bursts) * (LAST_DAY - FIRST_DAY)) + (nth % BURST) * 3
      const title = `House ${nth % 50}, number ${nth}`
      round.run(1 + (burst % (PROCESSES * 2)), (nth % BURST) + 1, title, title.toLowerCase(), day, day, day)
    }
  })()
  file.close()
}
