import type { Form, Reply, Visit } from '../visit.ts'

/** A round of which only what must be known is known. */
export const atHalden = {
  track_id: '1',
  title: 'Halden, 5 June 2024',
  date: '5 June 2024',
  status: 'held',
}

/** The same with a place, people, a proposal, an outcome and a source that the record does not know. */
export const wholeRound = {
  ...atHalden,
  start_time: '9.05',
  start_exactness: 'about',
  zone: 'Europe/Oslo',
  venue: 'Rød Lighthouse',
  'new_venue.kind': 'other',
  'new_venue.city': 'Halden',
  'new_venue.country': 'NO',
  'delegations.0.party': 'varenia',
  'delegations.0.size': '4',
  'delegations.0.people.0.person': 'Iva Dvorkin',
  'delegations.0.people.0.office': 'Special Envoy',
  'delegations.0.people.0.role': 'head',
  'delegations.1.party': 'Isle of Brod',
  'delegations.1.code': 'BRD',
  'delegations.1.kind': 'non-state actor',
  'delegations.1.people.0.person': 'Mara Lund',
  'delegations.1.people.0.role': 'head',
  'third_parties.0.person': 'Jonas Brandt',
  'third_parties.0.office': 'secretary-general',
  'third_parties.0.role': 'host',
  'proposals.0.title': 'A pilot on every ship',
  'proposals.0.proposer': 'Isle of Brod',
  'proposals.0.addressee': 'VARENIA',
  'proposals.0.events.0.verb': 'rejected',
  'proposals.0.events.0.party': 'Republic of Varenia',
  'outcomes.0.kind': 'no agreement',
  'outcomes.0.title': 'The sides part without a date',
  'outcomes.0.level': 'none',
  'source.publisher': 'Halden Post',
  'source.kind': 'news report',
  'source.url': 'https://halden.example/lighthouse',
  'source.published': '6 June 2024',
  'source.quote': 'no date was set',
  'source.locator': 'paragraph 2',
  'source.relays': 'Torland Wire > a pilot',
}

/** What a browser would send of the form on this page, untouched. */
export function formOn({ text }: Reply): Form {
  const form: Form = {}
  const sheet = text.slice(text.indexOf('class="sheet"'))
  for (const [tag] of sheet.matchAll(/<input [^>]*>/g))
    if (!/type="radio"/.test(tag) || / checked/.test(tag))
      form[attribute(tag, 'name')] = attribute(tag, 'value')
  for (const [, tag = '', value = ''] of sheet.matchAll(/<textarea ([^>]*)>\n([^<]*)<\/textarea>/g))
    form[attribute(tag, 'name')] = plain(value)
  for (const [, tag = '', options = ''] of sheet.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs))
    form[attribute(tag, 'name')] = plain(/value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  return form
}

/** Opens the form and sends it, with these fields filled in. */
export async function send(visit: Visit, path: string, filled: Form): Promise<Reply> {
  return visit.post(path, { ...formOn(await visit.get(path)), ...filled })
}

/** Reads what was handed in, and publishes it. */
export async function readAndPublish(visit: Visit, draft: string): Promise<Reply> {
  return visit.post(`${draft}/publish`, formOn(await visit.get(draft)))
}

/** The number of the round that a saved form leads to. */
export function roundOf(reply: Reply): number {
  return Number(/^\/rounds\/(\d+)$/.exec(reply.headers.get('location') ?? '')?.[1])
}

/** The words at a field that was refused. */
export function faultAt({ text }: Reply, name: string): string {
  const id = `field-${name.replaceAll('.', '-')}`
  return plain(new RegExp(`id="${id}-fault">([^<]*)<`).exec(text)?.[1] ?? '')
}

function attribute(tag: string, name: string): string {
  return plain(new RegExp(` ?\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

function plain(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
