import type { Response } from 'express'
import type { Assets } from './assets.ts'
import { carryKnown } from './carry.ts'
import { filled } from './templates.ts'
import type { ViewAddress } from './view-bar.ts'

/** What stands around every page. */
export interface Chrome {
  assets: Assets
  nonce: string
  /** Null for readers. */
  account: { name: string } | null
  /** Goes into every form that changes something; null without a session. */
  token: string | null
  /** The main menu, with the current entry marked. */
  menu: Array<{ label: string; href: string; isCurrent: boolean }>
  /** Leads back here after signing in. */
  signIn: string
  known: KnownSwitch
  /** For whoever takes the page's list along. */
  view: ViewAddress
}

/** The switch that sets the record back to what was known on a day. */
export interface KnownSwitch {
  /** ISO 8601; null where the page shows what is known today. */
  iso: string | null
  /** "Thursday 24 July 2025", or "today". */
  words: string
  isPast: boolean
  /** This address without the day, and its other names, which the form sends along. */
  today: string
  /** Where the difference to today is listed. */
  since: string
  path: string
  carried: Array<{ name: string; value: string }>
}

/** The title is the window's; a template gets the page's own properties and `chrome`. */
export interface Page {
  title: string
  /** Never stored by browsers or proxies. */
  isPrivate?: boolean
  usesTimeline?: boolean
  /** Where the form is whose result this page shows before anything is saved. */
  preview?: string
  /** The feed of the same things, from the root. */
  feed?: string
  usesForm?: boolean
  /** Stands alone, for frames of other pages: in the colours of this sheet, or in those that its reader likes. */
  frame?: { sheet: 'light.css' | 'dark.css' | null } | null
}

/** Tests set this to a proxy that throws where a template names a property that the model lacks. */
export const guard = { wrap: <T extends object>(model: T): T => model }

/** Shows a finished page. Only views hand data in, never a request. */
export function page<P extends Page>(res: Response, view: string, model: P): void {
  const chrome = res.locals.chrome as Chrome
  const body = filled(view, guard.wrap({ ...model, chrome }))
  const {
    title,
    usesTimeline = false,
    usesForm = false,
    isPrivate = false,
    preview = '',
    feed = '',
    frame = null,
  } = model
  if (chrome.account || isPrivate) res.set('Cache-Control', 'no-store')
  const isPast = chrome.known.isPast && !isPrivate
  const around = { title, usesTimeline, usesForm, isPast, isPrivate, preview, feed, frame, chrome, body }
  const html = filled(frame ? 'bare' : 'layout', guard.wrap(around))
  res.type('html').send(isPast ? carryKnown(html, chrome.known.iso ?? '') : html)
}

/** What is no page: a file. */
export function markup<M extends object>(view: string, model: M): string {
  return filled(view, guard.wrap(model))
}
