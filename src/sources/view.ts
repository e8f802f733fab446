import { sayDate } from '../kernel/say-date.ts'
import { capital } from '../kernel/words.ts'
import { claimWords } from './evidence.ts'
import type { Claims, Source } from './reads.ts'

export interface SourceLine {
  href: string
  publisher: string
  title: string
  published: string
  url: string | null
  kind: string
  /** The relay chains its claims here came through, each once. */
  chains: Array<{ links: Array<{ name: string; isNamed: boolean }>; text: string }>
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
  const once = new Map(relayed.map(({ chain, chainText }) => [chainText, { links: chain, text: chainText }]))
  return [...once.values()]
}
