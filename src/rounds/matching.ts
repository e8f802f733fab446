import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Db, Tables } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import { isKnown } from '../sources/hidden-reads.ts'
import { type Filter, spanOf } from './filter.ts'

type Where = ExpressionBuilder<Tables, 'round'>

/** Rounds that stand and meet the filter, without an order. */
export function roundsMatching(db: Db, filter: Filter) {
  return db
    .selectFrom('round')
    .where('round.withdrawn', 'is', null)
    .where((where) => where.and(conditions(where, filter)))
}

function conditions(where: Where, filter: Filter): Array<ExpressionWrapper<Tables, 'round', SqlBool>> {
  const { first, last } = spanOf(filter)
  const when = (is: boolean, condition: () => unknown) =>
    is ? [condition() as ExpressionWrapper<Tables, 'round', SqlBool>] : []
  return [
    ...when(
      filter.q !== null,
      () =>
        sql<SqlBool>`round.id in (select rowid from search where search match ${matchOf(filter.q ?? '')})`,
    ),
    ...when(filter.process.length > 0, () => where('track_id', 'in', tracksOf(where, filter.process))),
    ...when(filter.track.length > 0, () => where('track_id', 'in', filter.track)),
    ...when(filter.party.length > 0, () => where('round.id', 'in', roundsOfParties(filter.party))),
    ...when(filter.person.length > 0, () => where('round.id', 'in', roundsOfPeople(filter.person))),
    ...when(filter.venue.length > 0, () => where('round.id', 'in', roundsAtVenues(filter.venue))),
    ...when(filter.country.length > 0, () => where('round.id', 'in', roundsIn(filter.country))),
    ...when(filter.format.length > 0, () => where('format', 'in', filter.format as never[])),
    ...when(filter.status.length > 0, () => where('status', 'in', filter.status as never[])),
    ...when(filter.source.length > 0, () => where('round.id', 'in', roundsCiting(filter.source))),
    ...when(filter.evidence.length > 0, () => where('round.id', 'in', roundsWith(filter.evidence))),
    ...when(first !== null, () => where('date_latest', '>=', first)),
    ...when(last !== null, () => where('date_earliest', '<=', last)),
  ]
}

/** Every word must begin a word of the round. Quoted, so that nobody's typing is read as query syntax. */
function matchOf(typed: string): string {
  const words = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0
    ? '""'
    : words
        .slice(0, 12)
        .map((word) => `"${word}"*`)
        .join(' ')
}

function tracksOf(where: Where, slugs: string[]) {
  return where
    .selectFrom('track')
    .innerJoin('process', 'process.id', 'track.process_id')
    .where('process.slug', 'in', slugs)
    .select('track.id')
}

function roundsOfParties(ids: number[]) {
  return sql<number>`(select round_id from delegation where party_id in (${sql.join(ids)}) and withdrawn is null
    union select round_id from third_party where party_id in (${sql.join(ids)}) and withdrawn is null)`
}

function roundsOfPeople(ids: number[]) {
  return sql<number>`(select round_id from delegate join delegation on delegation.id = delegation_id
      where person_id in (${sql.join(ids)}) and delegate.withdrawn is null and delegation.withdrawn is null
    union select round_id from third_party where person_id in (${sql.join(ids)}) and withdrawn is null)`
}

function roundsAtVenues(ids: number[]) {
  return sql<number>`(select id from round where venue_id in (${sql.join(ids)}) and ${isKnown('round', 'venue_id')}
    union select round_id from session where venue_id in (${sql.join(ids)}) and withdrawn is null and ${isKnown('session', 'venue_id')})`
}

function roundsIn(countries: string[]) {
  return sql<number>`(select round.id from venue join round on round.venue_id = venue.id where country in (${sql.join(countries)}) and ${isKnown('round', 'venue_id')}
    union select round_id from venue join session on session.venue_id = venue.id
      where country in (${sql.join(countries)}) and session.withdrawn is null and ${isKnown('session', 'venue_id')})`
}

/** Any field of the round or of its parts. */
function roundsWith(statuses: string[]) {
  return sql<number>`(select round_id from field_status where status in (${sql.join(statuses)}) and round_id is not null)`
}

/** Whatever part of a round the source is cited for, the round is found. */
function roundsCiting(ids: number[]) {
  const cited = (record: string) =>
    sql`select record_id from claim where source_id in (${sql.join(ids)}) and record = ${record} and withdrawn is null`
  return sql<number>`(${cited('round')}
    union select round_id from session where id in (${cited('session')}) and withdrawn is null
    union select round_id from delegation where id in (${cited('delegation')}) and withdrawn is null
    union select round_id from delegate join delegation on delegation.id = delegation_id
      where delegate.id in (${cited('delegate')}) and delegate.withdrawn is null and delegation.withdrawn is null
    union select round_id from third_party where id in (${cited('third_party')}) and withdrawn is null
    union select round_id from proposal_event
      where id in (${cited('proposal_event')}) and round_id is not null and withdrawn is null
    union select round_id from outcome where id in (${cited('outcome')}) and withdrawn is null
    union select round_id from outcome join commitment on outcome_id = outcome.id
      where commitment.id in (${cited('commitment')}) and outcome.withdrawn is null and commitment.withdrawn is null
    union select round_id from document where id in (${cited('document')}) and round_id is not null and withdrawn is null)`
}
