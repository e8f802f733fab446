import { groupBy } from '../../kernel/group.ts'
import { originOf } from '../../sources/origin.ts'
import type { Check, Link, Span } from '../article.ts'
import { type Examined, ofKind } from '../examined.ts'

interface Statement {
  span: Span
  chain: Link[]
}

/** Statements that look like several sources and go back to one. */
export function originChecks({ suggestions }: Examined): Check[] {
  const relays = ofKind(suggestions, 'relay')
  // A quote within a statement that came through a chain is part of that statement.
  const isRelayed = (at: number) =>
    relays.some(({ value: { covers } }) => covers.start <= at && at < covers.end)
  const statements: Statement[] = [
    ...relays.map(({ start, end, value }) => ({
      span: { start, end },
      chain: value.chain,
    })),
    ...ofKind(suggestions, 'quote')
      .filter(({ start, value }) => value.relay.length > 0 && !isRelayed(start))
      .map(({ start, end, value }) => ({ span: { start, end }, chain: value.relay })),
  ]
  return [...groupBy(statements, ({ chain }) => originOfChain(chain))].flatMap(([origin, some]) =>
    some.length < 2 ? [] : [checkOf(origin, some)],
  )
}

function originOfChain(chain: Link[]): string {
  const relays = chain.map(({ name, isNamed }) => ({ name, named: isNamed ? 1 : 0 }))
  return originOf({ publisher: '', asserter: null, asserter_person_id: null, relays })
}

function checkOf(origin: string, some: Statement[]): Check {
  const name = some.flatMap(({ chain }) => chain.filter(({ isNamed }) => isNamed)).at(-1)?.name ?? origin
  const says =
    origin === ''
      ? `${some.length} statements come from people whom the text does not name; they count as one origin, its publisher.`
      : `${some.length} statements go back to one origin: ${name}.`
  return {
    check: 'one origin',
    says,
    spans: some.map(({ span }) => span),
    choices: ['Enter each with its chain; they count as one', 'Enter the strongest of them'],
  }
}
