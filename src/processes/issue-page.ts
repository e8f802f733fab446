import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayDate } from '../kernel/say-date.ts'
import { theParty } from '../parties/reads.ts'
import { partiesOn, processesOn } from '../proposals/issue-reads.ts'
import { type Stand, standsPage } from '../proposals/stand-reads.ts'
import { queryOf } from '../rounds/filter.ts'
import { type PlateMaker, plateOr, platesIn } from '../rounds/plates.ts'
import { type Claims, claimsOn } from '../sources/claim-reads.ts'
import { evidenceAbout } from '../sources/evidence.ts'
import { formLinks } from '../sources/form-links.ts'
import { historyPath } from '../sources/paths.ts'
import { statusCountsAbout } from '../sources/status-reads.ts'
import { tallyOf } from '../sources/tally.ts'
import { turns } from '../web/paging.ts'
import { viewBar } from '../web/view-bar.ts'
import { wordOf } from './cells.ts'
import { issuesByCode, theIssue } from './reads.ts'
import { shapeOf } from './shapes.ts'
import { formOf, readStandFilter, standsAsked } from './stand-filter-page.ts'

const PAGE_SIZE = 100
/** What has been said on an issue, in order of time, across processes. */
export async function issuePage(db: Db, code: string, query: Record<string, unknown>) {
  const issue = await theIssue(db, code)
  const filter = readStandFilter(query)
  const asked = { ...(await standsAsked(db, filter)), issue: [issue.id] }
  const path = `/issues/${code}`
  const [found, parties, processes, issues, bearers] = await Promise.all([
    standsPage(db, asked, { limit: PAGE_SIZE + 1, offset: (filter.page - 1) * PAGE_SIZE }),
    partiesOn(db, issue.id),
    processesOn(db, issue.id),
    issuesByCode(db),
    Promise.all(filter.party.map((id) => theParty(db, id))),
  ])
  const stands = found.slice(0, PAGE_SIZE)
  const idsOfKind = (kind: Stand['record']) =>
    stands.filter(({ record }) => record === kind).map(({ id }) => id)
  const counts = await statusCountsAbout(db, {
    position: idsOfKind('position'),
    proposal_event: idsOfKind('proposal_event'),
  })
  const unpaged = { ...filter, page: 1 }
  const parts = issues
    .filter(({ parent_id }) => parent_id === issue.id)
    .map((part) => ({ title: part.title, href: `/issues/${part.code}` }))
  const others = [
    ...(bearers.length > 0 ? [{ name: 'all parties', href: path + queryOf({ ...unpaged, party: [] }) }] : []),
    ...parties
      .filter(({ id }) => !filter.party.includes(id))
      .map(({ id, name }) => ({ name, href: path + queryOf({ ...unpaged, party: [id] }) })),
  ]
  return {
    forms: formLinks('issue', issue.id, [
      { label: 'Add a part of it', record: 'issue', column: 'parent_id' },
      { label: 'Add a position', record: 'position', column: 'issue_id' },
    ]),
    title: bearers.length > 0 ? sayWho(issue.title, bearers) : issue.title,
    history: historyPath('issue', issue.id),
    crumbs: crumbsOf(
      issue,
      issues.find(({ id }) => id === issue.parent_id),
      bearers.length > 0,
    ),
    parts,
    hasParts: parts.length > 0,
    others,
    hasOthers: others.length > 0,
    othersLabel: bearers.length > 0 ? 'Also:' : 'By party:',
    filters: formOf(path, filter, parties, processes),
    list: {
      rows: await linesOf(db, stands),
      isEmpty: found.length === 0,
      ...turns(filter.page, found.length > PAGE_SIZE, (page) => path + queryOf({ ...filter, page })),
    },
    tally: tallyOf(counts),
    isNarrowed: queryOf(unpaged) !== '',
    plain: path,
    view: viewBar(
      bearers.length > 0 ? sayWho(issue.title, bearers) : `What was said on ${issue.title}`,
      '',
      stands.length === 0 ? null : { path, query: queryOf(unpaged) },
    ),
  }
}

/** "What Ukraine has said on Ceasefire". */
function sayWho(issue: string, bearers: Array<{ name: string }>): string {
  const named = new Intl.ListFormat('en-GB').format(bearers.map(({ name }) => name))
  return `What ${named} ${bearers.length === 1 ? 'has' : 'have'} said on ${issue}`
}

function crumbsOf(
  issue: { code: string; title: string },
  parent: { code: string; title: string } | undefined,
  isOfSome: boolean,
) {
  return [
    { label: 'Issues', href: '/issues' },
    ...(parent ? [{ label: parent.title, href: `/issues/${parent.code}` }] : []),
    ...(isOfSome ? [{ label: issue.title, href: `/issues/${issue.code}` }] : []),
  ]
}

async function linesOf(db: Db, stands: Stand[]) {
  const idsOfKind = (kind: string) => idsOf(stands.filter(({ record }) => record === kind))
  const [claims, plates] = await Promise.all([
    claimsOn(db, { position: idsOfKind('position'), proposal_event: idsOfKind('proposal_event') }),
    platesIn(db, [...new Set(stands.map(({ process_id }) => process_id))]),
  ])
  return stands.map((stand) => lineOf(stand, claims, plates(stand.process_id)))
}

function lineOf(stand: Stand, claims: Claims, plate: PlateMaker) {
  const { party_id, party, code } = stand
  return {
    date: sayDate(stand.date),
    plate: plateOr(plate, party_id, code, party),
    who: [stand.person, party].filter(Boolean).join(', '),
    word: wordOf(stand),
    shape: shapeOf(wordOf(stand)),
    wording: stand.wording ?? '',
    proposal:
      stand.proposal_id === null
        ? null
        : { href: `/proposals/${stand.proposal_id}`, label: stand.proposal ?? '' },
    round: stand.round_id === null ? null : { href: `/rounds/${stand.round_id}`, label: stand.round ?? '' },
    process: { href: `/processes/${stand.process_slug}`, label: stand.process },
    evidence: evidenceAbout(claims, stand.record, stand.id),
  }
}
