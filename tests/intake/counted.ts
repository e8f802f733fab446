/* How much of a text is gone through, counted and not timed: machines differ, counts do not. */

/** Letters that regular expressions and searches advanced over while the work was done. */
export function lettersRead(work: () => void): number {
  let letters = 0
  const { exec } = RegExp.prototype
  const { indexOf } = String.prototype
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, text)
    // A sticky one looks at one place only.
    const to =
      found === null ? (this.sticky ? from : String(text).length) : found.index + (found[0]?.length ?? 0)
    letters += Math.max(0, to - from) + 1
    return found
  } as typeof exec
  String.prototype.indexOf = function (this: string, what: string, from = 0) {
    const found = indexOf.call(this, what, from)
    letters += (found < 0 ? this.length : found) - from + 1
    return found
  }
  try {
    work()
  } finally {
    RegExp.prototype.exec = exec
    String.prototype.indexOf = indexOf
  }
  return letters
}
