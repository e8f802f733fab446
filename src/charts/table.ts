import { type Chart, countOf, type Part } from './chart.ts'

/** The columns of a chart that leaves the house. */
export const chartColumns = {
  part: 'Key of the bar, as in the address of its list',
  label: 'What it is called',
  count: 'How many rounds, proposals or commitments',
  drawn: '1 for a bar; 0 for what stands apart because no bar can hold it',
} as const

export function chartRows({ parts, apart }: Chart) {
  const row = (drawn: number) => (part: Part) => ({
    part: part.key,
    label: part.label,
    count: countOf(part),
    drawn,
  })
  return [...parts.map(row(1)), ...apart.map(row(0))]
}
