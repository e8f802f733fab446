/* The page on which people sign in, finished for its template. */

interface SignIn {
  /** Where to go on afterwards: a path of ours. */
  next: string
  name?: string
  fault?: string | null
  /** A form that was typed when its sign-in ran out: the names of its inputs to what was typed. */
  typed?: Record<string, unknown>
}

/** Its hidden inputs carry what was typed elsewhere. */
const CARRIED = 'typed.'

export function signInPage({ next, name = '', fault = null, typed = {} }: SignIn) {
  const carried = Object.entries(typed).flatMap(([input, text]) =>
    typeof text === 'string' && input !== '_token' ? [{ name: CARRIED + input, value: text }] : [],
  )
  return { title: 'Sign in', isPrivate: true, name, next, fault, carried }
}

/** What a sign-in carried over; empty where nothing was. */
export function carriedIn(body: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, text]) =>
      name.startsWith(CARRIED) && typeof text === 'string' ? [[name.slice(CARRIED.length), text]] : [],
    ),
  )
}
