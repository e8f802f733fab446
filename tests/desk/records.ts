import { pathOfKind } from '../../src/sources/paths.ts'
import type { Form } from '../visit.ts'

/** For each kind of record: the least that makes one, and another text for each field of its own. */
export interface Example {
  record: string
  least: Form
  edits: Form
}

export const examples: Example[] = [
  {
    record: 'source',
    least: { publisher: 'Helm Radio', kind: 'broadcast' },
    edits: {
      publisher: 'Radio Helm',
      author: 'Lena Fisk',
      title: 'The evening news',
      url: 'https://helm.example/news',
      archive_url: 'https://archive.example/helm',
      published: '2 May 2024',
      language: 'en',
      kind: 'other',
      reliability: 'C',
      version_of_id: '2',
      republishes_id: '2',
      correction: 'None.',
      note: 'Heard, not read.',
    },
  },
  {
    record: 'venue',
    least: { name: 'Lighthouse', kind: 'other' },
    edits: {
      name: 'Red Lighthouse',
      kind: 'residence',
      city: 'Halden',
      country: 'NO',
      latitude: '59.1',
      longitude: '11.4',
      coordinate_precision: 'city',
      note: 'By the sea.',
    },
  },
  {
    record: 'party',
    least: { name: 'Isle of Brod', code: 'BRD', kind: 'state' },
    edits: {
      name: 'Brod',
      code: 'BRO',
      kind: 'non-state actor',
      iso_alpha3: 'BRD',
      gwno: '902',
      cown: '903',
      note: 'An isle.',
    },
  },
  {
    record: 'person',
    least: { name: 'Mara Lund' },
    edits: { name: 'Mara Lund-Berg', note: 'Speaks for Brod.' },
  },
  {
    record: 'office',
    least: { person: 'Silent Clerk', title: 'Clerk' },
    edits: { person: 'Petra Osk', title: 'First clerk', party: 'Varenia', held: '2020/2024' },
  },
  {
    record: 'name',
    least: { name: 'Klerk', kind: 'alias', person: 'Silent Clerk' },
    edits: { name: 'Klerk II', kind: 'historical', language: 'nl', person: '4' },
  },
  {
    record: 'process',
    least: { title: 'Brod talks', slug: 'brod-talks', date: '2024', status: 'ongoing' },
    edits: {
      title: 'Talks on Brod',
      slug: 'talks-on-brod',
      date: '2024/..',
      status: 'suspended',
      summary: 'Short.',
      conflict_name: 'Brod',
      ucdp_conflict_id: '5',
      pax_process_id: '6',
    },
  },
  {
    record: 'track',
    least: { process: 'Talks that nobody held', title: 'Second track', level: '2' },
    edits: { process: 'osk-valley', title: 'Third track', level: '1.5', summary: 'Quiet.' },
  },
  {
    record: 'issue',
    least: { title: 'Lights', code: 'lights' },
    edits: { title: 'Lights at sea', code: 'sea-lights', parent: 'Passage', pax_code: 'L1' },
  },
  {
    record: 'session',
    least: { round: 'Halden, May 2024', title: 'Closing' },
    edits: {
      round: '2',
      title: 'Plenary',
      position: '4',
      date: '2 April 2024',
      zone: 'Europe/Zurich',
      start_time: '10:00',
      start_exactness: 'about',
      end_time: '11:00',
      end_exactness: 'exact',
      duration_minutes: '60',
      duration_exactness: 'about',
      venue: 'Oskburg',
      format: 'plenary',
      participants: 'Both heads',
      summary: 'An hour.',
    },
  },
  {
    record: 'delegation',
    least: { round: 'Halden, May 2024', party: 'Varenia' },
    edits: {
      round: '4',
      party: 'Kingdom of Torland',
      position: '3',
      size: '7',
      mandate: 'Fees.',
      note: 'Late.',
    },
  },
  {
    record: 'delegate',
    least: { delegation_id: '5', person: 'Iva Dvorkin', role: 'member' },
    edits: {
      delegation_id: '1',
      person: 'Işık Aydın',
      office: 'Ambassador at large',
      role: 'expert',
      position: '8',
      note: 'In part.',
    },
  },
  {
    record: 'third_party',
    least: { round: 'Halden, May 2024', party: 'League of Ports', role: 'host' },
    edits: {
      round: '4',
      party: 'Varenia',
      person: 'Jonas Brandt',
      office: 'Secretary-General',
      role: 'chair',
      note: 'By letter.',
    },
  },
  {
    record: 'proposal',
    least: { process: 'Strait of Marrow talks', title: 'A pilot on every ship' },
    edits: {
      process: '2',
      title: 'A pilot on each ship',
      proposer: 'Varenia',
      addressee: 'Kingdom of Torland',
      wording: 'Paid by the port.',
      deadline: '1 August 2024',
    },
  },
  {
    record: 'proposal_event',
    least: { proposal: 'Free passage for fishing boats', verb: 'restated', date: '1 June 2024' },
    edits: {
      round: 'Halden, May 2024',
      verb: 'amended',
      party: 'Varenia',
      person: 'Iva Dvorkin',
      date: '2 June 2024',
      wording: 'Under 25 metres.',
    },
  },
  {
    record: 'proposal_issue',
    least: { proposal: 'Free passage for fishing boats', issue: 'Detained sailors' },
    edits: { issue: 'fees' },
  },
  {
    record: 'position',
    least: {
      process: 'Strait of Marrow talks',
      party: 'Varenia',
      issue: 'Passage',
      date: 'May 2024',
      stance: 'demands',
    },
    edits: {
      process: '2',
      party: 'Kingdom of Torland',
      issue: 'detained',
      round: 'Halden, May 2024',
      proposal: '1',
      date: 'June 2024',
      stance: 'silent',
      wording: 'No word.',
    },
  },
  {
    record: 'document',
    least: { process: 'Strait of Marrow talks', title: 'A letter', kind: 'letter', access: 'leaked' },
    edits: {
      process: '2',
      round: 'Halden, May 2024',
      title: 'The letter',
      kind: 'draft',
      access: 'published',
      date: '3 May 2024',
      party: 'Varenia',
      note: 'Two pages.',
    },
  },
  {
    record: 'outcome',
    least: { round: 'Halden, May 2024', title: 'A date is set', kind: 'next meeting' },
    edits: {
      round: '4',
      title: 'A day is set',
      kind: 'other',
      level: 'written',
      wording: 'In June.',
      document: 'Oskburg protocol',
    },
  },
  {
    record: 'commitment',
    least: { outcome: 'Ceasefire along the river', title: 'Guns withdrawn' },
    edits: {
      outcome: '1',
      title: 'Boats returned',
      debtor: 'Varenia',
      creditor: 'Kingdom of Torland',
      quantity: '4',
      quantity_bound: 'at least',
      unit: 'boats',
      deadline: 'July 2024',
    },
  },
  {
    record: 'follow_up',
    least: { commitment: 'Release of sailors', title: 'Three more arrive' },
    edits: {
      title: 'Three arrive',
      date: '1 May 2024',
      reporter: 'Varenia',
      quantity: '3',
      quantity_bound: 'exact',
      implementation: '3',
      note: 'By ferry.',
    },
  },
  {
    record: 'capture',
    least: { source_id: '5', text: 'What the papers say.' },
    edits: { source_id: '6', captured: '3 May 2024', text: 'What the papers said.' },
  },
]

export function pathOf(record: string): string {
  return `/${pathOfKind(record)}`
}
