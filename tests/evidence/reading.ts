/** The claims whose rows a page shows, in its order. */
export function claimsShown(text: string): number[] {
  return [...text.matchAll(/<tr id="claim-(\d+)"/g)].map(([, id]) => Number(id))
}
