/** How many letters have to be changed, added, left out or swapped with their neighbour to make one word of the other. */
export function distanceOf(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = b.map((_, at) => at + 1)
  last.unshift(0)
  for (const [i, letter] of a.entries()) {
    const row = [i + 1]
    for (const [j, there] of b.entries()) {
      const changed = (last[j] ?? 0) + (letter === there ? 0 : 1)
      const least = Math.min(changed, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1)
      const isSwapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === there
      row.push(isSwapped ? Math.min(least, (before[j - 1] ?? 0) + 1) : least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
