/* One sending of the form to be kept. */

export type Answer =
  | { kind: 'kept'; address: string }
  | { kind: 'signed out' }
  | { kind: 'no connection' }
  | { kind: 'refused'; why: string }
  /** For a newer one. */
  | { kind: 'given up' }

/** What a request may carry that outlives its page. */
const OUTLIVES = 60_000

export async function send(form: HTMLFormElement, signal: AbortSignal): Promise<Answer> {
  try {
    const first = await post(form, signal)
    const isStale = first.status === 401 || first.status === 403
    return await answerIn(form, isStale && (await renewToken(form)) ? await post(form, signal) : first)
  } catch {
    return { kind: signal.aborted ? 'given up' : 'no connection' }
  }
}

function post(form: HTMLFormElement, signal: AbortSignal): Promise<Response> {
  const typed = new URLSearchParams([...new FormData(form)] as Array<[string, string]>)
  typed.set('_act', 'keep')
  return fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: typed,
    keepalive: typed.toString().length < OUTLIVES,
    signal,
  })
}

async function answerIn({ action }: HTMLFormElement, reply: Response): Promise<Answer> {
  if (reply.status === 401 || reply.status === 403) return { kind: 'signed out' }
  const said = await reply.json()
  if (!reply.ok) return { kind: 'refused', why: said.detail }
  const address = new URL(action)
  address.searchParams.set('draft', said.draft)
  return { kind: 'kept', address: address.href }
}

/** Whoever signed in anew, in another tab, has a new token. @returns whether there is one */
async function renewToken(form: HTMLFormElement): Promise<boolean> {
  // To be led to the sign-in page is answer enough.
  const reply = await fetch(form.action, { redirect: 'manual' })
  if (!reply.ok) return false
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
  const token = page.querySelector<HTMLInputElement>('form[data-keep] [name=_token]')?.value
  const own = [...document.querySelectorAll<HTMLInputElement>('[name=_token]')]
  if (!token || own.every(({ value }) => value === token)) return false
  for (const input of own) input.value = token
  return true
}
