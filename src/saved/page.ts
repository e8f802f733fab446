import { sayMoment } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import type { SavedView } from './reads.ts'

/** What somebody keeps for themselves, each a plain link. */
export function viewsPage(views: SavedView[]) {
  return {
    title: 'Saved views',
    isPrivate: true,
    countWords: counted(views.length, 'saved view'),
    isEmpty: views.length === 0,
    views: views.map(({ id, name, path, created }) => ({
      id,
      name,
      path,
      created: sayMoment(created),
      rename: `/account/views/${id}/rename`,
      delete: `/account/views/${id}/delete`,
    })),
  }
}
