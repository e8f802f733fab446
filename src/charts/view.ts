import { capital, counted, sayNumber } from '../kernel/words.ts'
import { type Filter, queryOf } from '../rounds/filter.ts'
import { type Chart, type Counted, countOf, type Part, told } from './chart.ts'
import { drawingOf } from './drawing.ts'

/** A chart with its drawing, and the same as a table. */
export function chartView(chart: Chart, filter: Filter) {
  const links = (part: Part) => part.listed?.href ?? partPath(chart, part, filter)
  const rows = told(chart.parts)
  return {
    name: chart.name,
    title: chart.title,
    words: [chart.words.trim(), chart.limit].filter(Boolean).join(' '),
    drawing: drawingOf(chart, links),
    isEmpty: rows.length === 0,
    emptyWords: emptyWords[chart.counts],
    counts: capital(`${chart.counts}s`),
    rows: rows.map((part) => ({
      label: part.label,
      note: part.note ?? '',
      count: sayNumber(countOf(part)),
      unit: countOf(part) === 1 ? chart.counts : `${chart.counts}s`,
      href: links(part),
    })),
    isLong: rows.length > 12,
    apart: chart.apart.map((part) => ({
      href: links(part),
      count: counted(countOf(part), chart.counts),
      words: agreeing(part.label, countOf(part)),
    })),
    hasApart: chart.apart.length > 0,
    csv: `/charts/${chart.name}.csv${queryOf({ ...filter, page: 1 })}`,
  }
}

const emptyWords: Record<Counted, string> = {
  round: 'No round can be counted here.',
  proposal: 'No proposal can be counted here.',
  commitment: 'No commitment was made at these rounds.',
}

/** "have no length recorded", "has no length recorded" */
function agreeing(words: string, count: number): string {
  if (count !== 1) return words
  return words.replace(/^\w+/, (verb) => singular[verb] ?? verb)
}

const singular: Record<string, string> = { have: 'has', are: 'is', were: 'was', reach: 'reaches' }

/** The list of exactly the rows of a part. */
export function partPath(
  { name }: Pick<Chart, 'name'>,
  { key }: Pick<Part, 'key'>,
  filter: Filter,
  ending = '',
): string {
  return `/charts/${name}/${key}${ending}${queryOf({ ...filter, page: 1 })}`
}

/** What a part is called on its own page. */
export function sayPart(chart: Chart, part: Part): string {
  return chart.apart.includes(part) ? `${capital(chart.counts)}s that ${part.label}` : part.label
}
