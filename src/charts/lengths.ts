import { type Chart, Placing, stepsFrom, told } from './chart.ts'

interface Lasting {
  id: number
  duration_minutes: number | null
  duration_exactness: string | null
}

const HOUR = 60
const DAY = 24 * HOUR
const scale = stepsFrom([
  [0, 'under-1-hour', 'less than 1 hour'],
  [HOUR, '1-to-2-hours', '1 hour to less than 2'],
  [2 * HOUR, '2-to-4-hours', '2 hours to less than 4'],
  [4 * HOUR, '4-to-8-hours', '4 hours to less than 8'],
  [8 * HOUR, '8-to-24-hours', '8 hours to less than 24'],
  [DAY, '1-to-3-days', '1 day to less than 3'],
  [3 * DAY, '3-days', '3 days or more'],
])

/** How long rounds lasted, as far as it is recorded. */
export function lengthsChart(rounds: readonly Lasting[], limit: string): Chart {
  const placing = new Placing(scale)
  for (const round of rounds) place(placing, round)
  const { parts, open, untold } = placing
  return {
    name: 'lengths',
    title: 'Length of rounds',
    words: 'As recorded; “about” counts as it is said.',
    counts: 'round',
    shape: 'bars',
    parts,
    apart: told([
      { key: 'open', label: 'are known only to have lasted longer or shorter than some length', ids: open },
      { key: 'not-recorded', label: 'have no length recorded', ids: untold },
    ]),
    limit,
  }
}

function place(
  placing: Placing,
  { id, duration_minutes: minutes, duration_exactness: exactness }: Lasting,
): void {
  if (minutes === null) placing.untold.push(id)
  else if (exactness === 'at least' || exactness === 'more than') placing.place(id, minutes, Number.MAX_VALUE)
  else if (exactness === 'less than') placing.place(id, 0, minutes - 1)
  else placing.place(id, exactness === 'at most' ? 0 : minutes, minutes)
}
