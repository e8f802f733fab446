/** A bin of a packed list: its number, how many it holds, and what must not be averaged away. */
export interface Bin {
  bin: number
  count: number
  flags: number
}

/** Reads three numbers for each bin: how far behind the one before it, the count, flags. */
export function unpack(packed: readonly number[], from: number): Bin[] {
  const bins: Bin[] = []
  let bin = from
  for (let at = 0; at < packed.length; at += 3) {
    bin += packed[at] ?? 0
    bins.push({ bin, count: packed[at + 1] ?? 0, flags: packed[at + 2] ?? 0 })
  }
  return bins
}
