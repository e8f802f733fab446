import { type Place, placesByKey, placesOf } from '../catalogue/reads.ts'
import { fieldOrWhole, placeLink, recordWords } from '../catalogue/view.ts'
import { isoDate } from '../kernel/days.ts'
import { sayDate, sayDateWithWeekday } from '../kernel/say-date.ts'
import { claimsWithIds } from '../sources/claim-reads.ts'
import { claimWords, type Mark, marks } from '../sources/evidence.ts'
import { fieldOf, subjectsOf } from '../sources/field-ref.ts'
import type { StatusRow } from '../sources/fields.ts'
import { evidencePath } from '../sources/paths.ts'
import { numbered, turns } from '../web/paging.ts'
import type { Row } from '../web/table.ts'
import { viewBar } from '../web/view-bar.ts'
import { claimRows } from './claims-table.ts'
import { statusesOfFields } from './field-reads.ts'
import { sayCounts } from './history.ts'
import type { Look } from './look.ts'
import { type Asked, readAsked } from './since-asked.ts'
import { type Event, eventsSince } from './since-reads.ts'

const PAGE = 100
const EXPORTED_AT_ONCE = 500

/** What was claimed or taken back after the day that the address names, and what came of it. */
export async function sincePage(look: Look, query: Record<string, unknown>) {
  const asked = await readAsked(look, query)
  const { known, within, page, pairs } = asked
  const events = await eventsSince(look.today, look.day, within, {
    limit: PAGE + 1,
    offset: (page - 1) * PAGE,
  })
  const shown = events.slice(0, PAGE)
  const about = await changesOf(look, shown)
  const query_ = pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
  return {
    title: `What changed since ${sayDate(known)}`,
    day: sayDateWithWeekday(known),
    name: asked.name,
    href: asked.href,
    events: shown.map(about.eventLine),
    changed: about.changed,
    hasChanged: about.changed.length > 0,
    isEmpty: shown.length === 0,
    pages: turns(page, events.length > PAGE, numbered('/since', 'page', pairs)),
    view: viewBar(`What changed since ${sayDate(known)}${asked.name && `; ${asked.name}`}`, '', {
      path: '/since',
      query: query_,
    }),
  }
}

/** The fields that these events are about: what they are called, and their status then and now. */
async function changesOf(look: Look, events: Event[]) {
  const { db, today } = look
  const subjects = subjectsOf(events)
  const [places, then, now, claims] = await Promise.all([
    placesOf(today, subjects),
    statusesOfFields(db, events, subjects),
    statusesOfFields(today, events, subjects),
    claimsWithIds(
      today,
      events.map(({ claim_id }) => claim_id),
    ),
  ])
  const named = placesByKey(places)
  const said = new Map(claims.map((claim) => [claim.id, claim]))
  const fieldLine = (ref: Event) => ({
    ...aboutOf(ref, named.get(`${ref.record} ${ref.record_id}`)),
    before: statusOf(then.get(fieldOf(ref))),
    now: statusOf(now.get(fieldOf(ref))),
  })
  const once = [...new Map(events.map((event) => [fieldOf(event), event])).values()]
  const rows = async (): Promise<Row[]> => {
    const cells = await claimRows({ ...look, db: today, known: null }, claims, subjects)
    const found = new Map(cells.map((row) => [row.id, row]))
    return events.map((event) => ({
      ...found.get(event.claim_id),
      day: isoDate(event.day),
      what: event.what,
      status_then: then.get(fieldOf(event))?.status ?? null,
      status_now: now.get(fieldOf(event))?.status ?? null,
    }))
  }
  return {
    changed: once
      .filter((ref) => then.get(fieldOf(ref))?.status !== now.get(fieldOf(ref))?.status)
      .map(fieldLine),
    eventLine: (event: Event) => {
      const claim = said.get(event.claim_id)
      return {
        ...fieldLine(event),
        day: sayDate(isoDate(event.day)),
        isTakenBack: event.what === 'taken back',
        claims: claim ? [claimWords(claim)] : [],
      }
    },
    rows,
  }
}

function aboutOf({ record, record_id, field }: Event, place: Place | undefined) {
  return {
    record: place?.label ?? `${recordWords(record)} ${record_id}`,
    kind: recordWords(record),
    place: place ? placeLink(place) : null,
    field: fieldOrWhole(record, field),
    href: evidencePath(record, record_id, field || null),
  }
}

/** Null where the field was not known. */
function statusOf(row: StatusRow | undefined): { mark: Mark; counts: string } | null {
  return row ? { mark: marks[row.status], counts: sayCounts(row.claims, row.origins) } : null
}

/** All of it for a table, some hundred at a time. */
export async function* sinceTable(look: Look, { within }: Asked): AsyncGenerator<Row[]> {
  for (let offset = 0; ; offset += EXPORTED_AT_ONCE) {
    const events = await eventsSince(look.today, look.day, within, { limit: EXPORTED_AT_ONCE, offset })
    if (events.length === 0) return
    yield await (await changesOf(look, events)).rows()
  }
}
