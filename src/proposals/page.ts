import type { Db } from '../db/tables.ts'
import { sayDate } from '../kernel/say-date.ts'
import { type PlateMaker, plateOr } from '../rounds/plates.ts'
import type { Claims } from '../sources/claim-reads.ts'
import { evidenceAbout, evidenceIfAny, evidenceOn } from '../sources/evidence.ts'
import { type Fact, fact } from '../sources/facts.ts'
import { formLinks } from '../sources/form-links.ts'
import { historyPath } from '../sources/paths.ts'
import { sourcesWithIds } from '../sources/reads.ts'
import { tallyOn } from '../sources/tally.ts'
import { sourceLines } from '../sources/view.ts'
import type { Course } from './course.ts'
import { drawingOf } from './drawing.ts'
import { claimsOnCourses, gatherCourses, platesOf } from './gather.ts'
import { sidesOf } from './lines.ts'
import { theProposal } from './reads.ts'
import { type Step, stepsOf } from './steps.ts'
import { sayStanding } from './words.ts'

/** One proposal with what is recorded of it, and the claims beneath. @throws Refusal 404 or 410 */
export async function gatherProposal(db: Db, id: number, day: number) {
  const [course] = (await gatherCourses(db, [await theProposal(db, id)], day)) as [Course]
  const claims = await claimsOnCourses(db, [course])
  return { course, claims }
}

/** The page of one proposal: its thread through the rounds, and where it stands. */
export async function proposalPage(db: Db, id: number, day: number) {
  const { course, claims } = await gatherProposal(db, id, day)
  const { proposal, issues, standing } = course
  const [plates, sources] = await Promise.all([
    platesOf(db, [course]),
    sourcesWithIds(db, claims.sourceIds()),
  ])
  const plate = plates(proposal.process_id)
  const steps = stepsOf(course, plate)
  const sides = sidesOf(course, plate)
  const drawing = drawingOf(course, steps, sides.proposer?.tone ?? 'grey')
  return {
    title: proposal.title,
    history: historyPath('proposal', id),
    forms: formLinks('proposal', id, [
      { label: 'Add an event', record: 'proposal_event', column: 'proposal_id' },
      {
        label: 'Add a position on it',
        record: 'position',
        column: 'proposal_id',
        besides: { process_id: proposal.process_id },
      },
    ]),
    crumbs: [
      { label: 'Processes', href: '/processes' },
      { label: proposal.process, href: `/processes/${proposal.process_slug}` },
      { label: 'Proposals', href: `/proposals?process=${proposal.process_slug}` },
    ],
    ...sides,
    standing: sayStanding(standing, proposal.deadline, day),
    bar: tallyOn(claims),
    drawing: drawing ?? { tone: 'grey', marks: [], lines: [], days: [] },
    steps: steps.map((step) => stepLine(step, claims)),
    hasSteps: drawing !== null,
    facts: factsOf(course, claims, plate),
    issues: issues.map(({ code, title }) => ({ href: `/issues/${code}`, title })),
    hasIssues: issues.length > 0,
    sources: sourceLines(sources, claims),
    hasSources: sources.length > 0,
    timeline: `/?process=${proposal.process_slug}&lanes=proposals`,
    cite: `Parley, “${proposal.title}”, proposal, ${proposal.process}. Version ${proposal.version}. /proposals/${id}`,
    csv: `/proposals/${id}.csv`,
    json: `/proposals/${id}.json`,
  }
}

function stepLine(step: Step, claims: Claims) {
  const { record, id, plate } = step
  const evidence =
    record === null ? evidenceOn(claims, 'proposal', id, 'deadline') : evidenceAbout(claims, record, id)
  return { ...step, anchor: `${record ?? 'deadline'}-${id}`, tone: plate?.tone ?? 'grey', evidence }
}

function factsOf({ proposal }: Course, claims: Claims, plate: PlateMaker): Fact[] {
  // What nobody speaks of in particular rests on what is said of the proposal as a whole.
  const on = (field: string) => evidenceIfAny(claims, 'proposal', proposal.id, field)
  const { proposer_id, proposer, proposer_code, addressee_id, addressee, addressee_code } = proposal
  return [
    ...fact('Proposed by', proposer, {
      href: plateOr(plate, proposer_id, proposer_code, proposer)?.href ?? null,
      evidence: on('proposer_id'),
    }),
    ...fact('Addressed to', addressee, {
      href: plateOr(plate, addressee_id, addressee_code, addressee)?.href ?? null,
      evidence: on('addressee_id'),
    }),
    ...fact('Wording', proposal.wording, { evidence: on('wording') }),
    ...fact('Deadline', proposal.deadline && sayDate(proposal.deadline), { evidence: on('deadline') }),
  ]
}
