/* What can be recorded, each kind with its form. */
import { recordNamed } from '../../catalogue/records.ts'
import { recordWords } from '../../catalogue/view.ts'
import { withArticle } from '../../kernel/words.ts'
import { pathOfKind } from '../../sources/paths.ts'

const groups: Array<{ heading: string; records: string[] }> = [
  { heading: 'Talks', records: ['round', 'process', 'track', 'issue'] },
  { heading: 'At a round', records: ['session', 'delegation', 'delegate', 'third_party'] },
  { heading: 'Who and where', records: ['person', 'party', 'venue', 'office', 'name'] },
  {
    heading: 'Proposals and positions',
    records: ['proposal', 'proposal_event', 'proposal_issue', 'position'],
  },
  { heading: 'What came of it', records: ['outcome', 'commitment', 'follow_up', 'document'] },
  { heading: 'Where it was read', records: ['source', 'capture'] },
]

export function addPage() {
  return {
    title: 'What do you want to record?',
    isPrivate: true,
    crumbs: [{ label: 'Desk', href: '/desk' }],
    groups: groups.map(({ heading, records }) => ({ heading, kinds: records.map(kindLine) })),
  }
}

function kindLine(record: string) {
  return {
    href: `/${pathOfKind(record)}/new`,
    label: `Add ${withArticle(recordWords(record).toLowerCase())}`,
    about: recordNamed(record)?.about ?? '',
  }
}
