import { languageName } from '../kernel/language.ts'
import { sayDate } from '../kernel/say-date.ts'
import { capital, clip, counted } from '../kernel/words.ts'
import type { Claims } from './claim-reads.ts'
import { type ClaimWords, claimWords } from './evidence.ts'
import { type Fact, fact } from './facts.ts'
import type { Source, sourcesBehind, sourcesByPublisher } from './reads.ts'

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

const grades: Record<string, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
}

/** "Anadolu: Third round of talks ends", as far as its title was read. */
export function sourceName({ publisher, title }: { publisher: string; title: string | null }): string {
  return title ? `${publisher}: ${clip(title, 120)}` : publisher
}

type SourceRow = Awaited<ReturnType<typeof sourcesByPublisher>>[number]

export function sourceRow({ id, publisher, title, published, kind }: SourceRow, claims: Map<number, number>) {
  return {
    href: `/sources/${id}`,
    publisher,
    title: title ?? '',
    published: published === null ? 'date not given' : sayDate(published),
    kind: capital(kind),
    claims: counted(claims.get(id) ?? 0, 'claim'),
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

/** What it is a version of or carries word for word, and what does the same with it. */
export function relatives(
  { version_of_id, republishes_id }: Source,
  originals: Source[],
  { versions, republished }: Awaited<ReturnType<typeof sourcesBehind>>,
) {
  const line = (says: string) => (other: { id: number; publisher: string; title: string | null }) => ({
    says,
    href: `/sources/${other.id}`,
    name: sourceName(other),
  })
  return [
    ...originals.filter(({ id }) => id === version_of_id).map(line('An earlier state of')),
    ...originals.filter(({ id }) => id === republishes_id).map(line('Carries word for word')),
    ...versions.map(line('An earlier state of it')),
    ...republished.map(line('Carried word for word by')),
  ]
}
