import type { Link, Span } from '../../article.ts'
import type { Outlet } from '../../outlets.ts'
import type { Mention } from '../../people/figures.ts'
import type { Sentence } from '../../sentences.ts'

/** A sentence with those whom it names. */
export interface Where {
  sentence: Sentence
  people: Mention[]
  outlets: Outlet[]
  /** Who was named last before the sentence. */
  before: Mention | null
}

/** A chain on the words that tell of it. */
export interface Chain extends Span {
  chain: Link[]
}
