/* Places, parties and people. */
import { nameRecord, officeRecord, partyRecord, personRecord } from '../../parties/fields.ts'
import { venueRecord } from '../../venues/fields.ts'
import type { Outline, Rows } from './outline.ts'

function furtherNames(by: 'venue_id' | 'party_id' | 'person_id'): Rows {
  const others = ['venue_id', 'party_id', 'person_id'].filter((column) => column !== by)
  return {
    list: 'names',
    kind: nameRecord,
    by,
    shared: others,
    one: 'Further name',
    heading: 'Further names',
    note: 'In other languages and scripts, and as they were called before.',
    limit: 60,
    named: ['name'],
    preset: { kind: 'alias' },
    beside: [['name', 'language', 'kind']],
  }
}

const venueOutline: Outline = {
  kind: venueRecord,
  short: ['name', 'kind', 'city', 'country'],
  beside: [
    ['name', 'kind'],
    ['city', 'country'],
    ['latitude', 'longitude', 'coordinate_precision'],
  ],
  rows: [furtherNames('venue_id')],
}

const partyOutline: Outline = {
  kind: partyRecord,
  short: ['name', 'code', 'kind'],
  beside: [
    ['name', 'code', 'kind'],
    ['iso_alpha3', 'gwno', 'cown'],
  ],
  rows: [furtherNames('party_id')],
}

const personOutline: Outline = {
  kind: personRecord,
  short: ['name'],
  rows: [
    {
      list: 'offices',
      kind: officeRecord,
      by: 'person_id',
      one: 'Office',
      heading: 'Offices',
      note: 'A round shows the one held that day.',
      limit: 60,
      named: ['title', 'held'],
      beside: [['title', 'party_id', 'held']],
    },
    furtherNames('person_id'),
  ],
}

const officeOutline: Outline = {
  kind: officeRecord,
  short: ['person_id', 'title', 'party_id', 'held'],
  beside: [
    ['person_id', 'title'],
    ['party_id', 'held'],
  ],
}

const nameOutline: Outline = {
  kind: nameRecord,
  short: ['name', 'language', 'kind', 'venue_id', 'party_id', 'person_id'],
  beside: [
    ['name', 'language', 'kind'],
    ['venue_id', 'party_id', 'person_id'],
  ],
}

export const whoOutlines = [venueOutline, partyOutline, personOutline, officeOutline, nameOutline]
