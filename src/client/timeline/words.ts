import { counted } from '../../kernel/words.ts'
import type { Item } from '../../timeline/items.ts'
import type { Thread, ThreadStep } from '../../timeline/threads.ts'
import type { CardWords } from './card.ts'
import type { Stop } from './keys.ts'

/** The page of a round or a proposal, read as of the day that this page is read as of. */
export function pathOf({ of }: Stop, known: string | null): string {
  const path = 'round' in of ? `/rounds/${of.round.id}` : `/proposals/${of.thread.id}`
  return known === null ? path : `${path}?${new URLSearchParams({ known })}`
}

/** A stop as it is read aloud. */
export function spoken({ of }: Stop): string {
  return 'round' in of ? spokenRound(of.round) : spokenStep(of)
}

function spokenRound(round: Item): string {
  return [round.title, round.date, round.venue, disputedWords(round)].filter(Boolean).join(', ')
}

function spokenStep({ thread, step }: { thread: Thread; step: ThreadStep }): string {
  const from = thread.party ? `, proposed by ${thread.party}` : ''
  return `${thread.title}${from}: ${step.words}. ${thread.standing.replace(/\.$/, '')}`
}

export function cardWords(stop: Stop, known: string | null): CardWords {
  const href = pathOf(stop, known)
  if (!('round' in stop.of)) {
    const { thread, step } = stop.of
    const below = [step.words, step.wording].filter(Boolean).join('. ')
    return {
      above: thread.process,
      title: thread.title,
      aside: thread.standing,
      below,
      open: 'Open the thread',
      href,
    }
  }
  const { round } = stop.of
  return {
    above: [round.date, round.venue].filter(Boolean).join(' · '),
    title: round.title,
    aside: disputedWords(round),
    below: round.result,
    open: 'Open the round',
    href,
  }
}

function disputedWords({ disputed }: Item): string {
  return disputed > 0 ? counted(disputed, 'disputed field') : ''
}
