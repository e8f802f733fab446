import { languageName } from '../kernel/language.ts'
import { sayDate } from '../kernel/say-date.ts'
import { capital, clip, counted } from '../kernel/words.ts'
import type { Claims } from './claim-reads.ts'
import { type ClaimWords, claimWords } from './evidence.ts'
import { type Fact, fact } from './facts.ts'
import {
  COUNTED_CLAIMS,
  type republicationsOf,
  type SaidCount,
  type Source,
  type sourcesByPublisher,
} from './reads.ts'

export interface SourceLine {
  href: string
  publisher: string
  title: string
  published: string
  url: string | null
  kind: string
  /** The relay chains its claims here came through, each once. */
  chains: Array<{ links: ClaimWords['chain'] }>
  reliability: string
  correction: string
}

/** The sources a page rests on, with the chains that lie behind them. */
export function sourceLines(sources: Source[], claims: Claims): SourceLine[] {
  return sources.map((source) => ({
    href: `/sources/${source.id}`,
    publisher: source.publisher,
    title: source.title ?? '',
    published: source.published === null ? 'date not given' : sayDate(source.published),
    url: source.url,
    kind: capital(source.kind),
    chains: chainsOf(source.id, claims),
    reliability: source.reliability === null ? 'not graded yet' : source.reliability,
    correction: source.correction ?? '',
  }))
}

function chainsOf(sourceId: number, claims: Claims): SourceLine['chains'] {
  const relayed = claims.all
    .filter((claim) => claim.source_id === sourceId && claim.relays.length > 0)
    .map(claimWords)
  const once = new Map(relayed.map(({ chain, chainText }) => [chainText, { links: chain }]))
  return [...once.values()]
}

/** The Admiralty scale of sources. */
const grades: Record<string, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
}

/** The Admiralty scale of single statements. */
export const credences: Record<string, string> = {
  1: 'confirmed by others',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
}

/** "credibility 2, probably true"; empty until graded. */
export function sayCredibility(grade: string | null): string {
  return grade === null ? '' : `credibility ${grade}, ${credences[grade]}`
}

/** "Anadolu: Third round of talks ends", as far as its title was read. */
export function sourceName({ publisher, title }: { publisher: string; title: string | null }): string {
  return title ? `${publisher}: ${clip(title, 120)}` : publisher
}

type SourceRow = Awaited<ReturnType<typeof sourcesByPublisher>>[number]

export function sourceRow(
  { id, publisher, title, published, kind }: SourceRow,
  counts: Map<number, SaidCount>,
) {
  const { claims, disputed } = counts.get(id) ?? { claims: 0, disputed: 0 }
  const isMore = claims > COUNTED_CLAIMS
  return {
    href: `/sources/${id}`,
    publisher,
    title: title ?? '',
    published: published === null ? 'date not given' : sayDate(published),
    kind: capital(kind),
    claims: isMore ? `more than ${counted(COUNTED_CLAIMS, 'claim')}` : counted(claims, 'claim'),
    disputed:
      disputed === 0
        ? ''
        : isMore
          ? `${disputed} of the first ${COUNTED_CLAIMS} on disputed fields`
          : `${disputed} on disputed fields`,
  }
}

export function sourceFacts(source: Source): Fact[] {
  const { language, reliability, published } = source
  return [
    ...fact('Publisher', source.publisher),
    ...fact('Author', source.author),
    ...fact('Title', source.title),
    ...fact('Published', published === null ? 'date not given' : sayDate(published)),
    ...fact('Language', language && languageName(language)),
    ...fact('Kind', capital(source.kind)),
    ...fact('Reliability', reliability ? `${reliability}, ${grades[reliability]}` : 'not graded yet'),
    ...fact('Note', source.note),
  ]
}

export function addressesOf({ url, archive_url }: Source) {
  const line = (label: string, href: string | null) => (href === null ? [] : [{ label, href }])
  return [...line('Web address', url), ...line('Archived copy', archive_url)]
}

/** What it carries word for word, and who carries it so. */
export function relatives(original: Source[], republished: Awaited<ReturnType<typeof republicationsOf>>) {
  const line = (says: string) => (other: { id: number; publisher: string; title: string | null }) => ({
    says,
    href: `/sources/${other.id}`,
    name: sourceName(other),
  })
  return [
    ...original.map(line('Carries word for word')),
    ...republished.map(line('Carried word for word by')),
  ]
}

/** The states of its page in their order; the addresses are those of what changed from each to the next. */
export function versionLines(versions: Source[], id: number, kept: ReadonlySet<number>) {
  return versions.map((version, at) => {
    const before = versions[at - 1]
    return {
      href: `/sources/${version.id}`,
      name: versionName(version),
      title: version.title ?? 'Title not recorded',
      text: kept.has(version.id) ? 'Text kept' : 'No text kept',
      isCurrent: version.id === id,
      hasEarlier: before !== undefined,
      changes: before ? changesPath(before.id, version.id) : '',
    }
  })
}

/** "15 March 2024, source 1": two states may be of one day. */
export function versionName({ id, published }: Pick<Source, 'id' | 'published'>): string {
  return `${published === null ? 'Date not given' : capital(sayDate(published))}, source ${id}`
}

export function changesPath(earlier: number, later: number): string {
  return `/sources/${earlier}/changes/${later}`
}
