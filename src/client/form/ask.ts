/* What the server knows that begins as was typed. */

export interface Hit {
  value: string
  name: string
  apart: string
}

/** Sources are cited by number. */
export function isNumber({ value, name }: Hit): boolean {
  return value !== name && /^\d+$/.test(value)
}

export async function ask(record: string, input: HTMLInputElement, signal: AbortSignal): Promise<Hit[]> {
  const query = new URLSearchParams({ record, q: input.value, ...around(input) })
  const reply = await fetch(`/desk/lookup?${query}`, { headers: { Accept: 'application/json' }, signal })
  const { hits } = (await reply.json()) as { hits: Hit[] }
  return hits
}

/** What stands around it in the form: the round's track, its day and venue, the person in the same row. */
function around({ form, name }: HTMLInputElement): Record<string, string> {
  const row = name.slice(0, name.lastIndexOf('.') + 1)
  const fields = { near: 'track_id', date: 'date', venue: 'venue', person: `${row}person` }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([asked, name]) => {
      const field = form?.elements.namedItem(name)
      const isFilled =
        (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.value
      return isFilled ? [[asked, field.value]] : []
    }),
  )
}
