const EVERY = 5 * 60_000

/**
 * Notes at most once in five minutes that something was used. Nobody waits for it, and where it cannot be written
 * nothing is lost but the note: a page that is read must not depend on a write.
 */
export function seenNotes() {
  const writing = new Set<string | number>()
  return (key: string | number, seen: number | null, now: number, write: () => Promise<unknown>): void => {
    if (writing.has(key) || (seen !== null && Math.abs(now - seen) < EVERY)) return
    writing.add(key)
    const done = () => writing.delete(key)
    write().then(done, done)
  }
}
