/* What a page carries around its article: menus, teasers, sharing, adverts. Marked, never removed. */
import { readDate } from '../kernel/read-date.ts'

const FIXED: Array<[string, RegExp]> = [
  [
    'a placeholder for an image',
    /^(?:spot_img|spot-img|placeholder|image|img|photo|video|advertisement[- ]?image|\s)+$/i,
  ],
  [
    'the heading of a list of other articles',
    /^(?:latest|trending|popular|most (?:read|popular|viewed|shared)|popular articles?|related|related (?:posts?|articles?|news|stories|topics|coverage)|recommended(?: for you)?|you (?:may|might) also like|more (?:news|stories|from|on|in) ?.{0,40}|read (?:more|also|next)|see also|also read|editors?[’' ]?s? picks?|top stories|breaking news|don[’']t miss|what to read next|latest (?:news|posts?|articles?|stories)|recent (?:posts?|articles?)|up next)[:.]?$/i,
  ],
  [
    'a pointer to another article',
    /^(?:read (?:more|also|next)|see also|also read|related|watch(?: also)?|more)\s?[:|›»>]/i,
  ],
  [
    'a line for sharing',
    /^(?:share(?: (?:this|on|via|article|post|story).{0,40})?|tweet|pin it|e-?mail|print|copy link|whatsapp|telegram|facebook|twitter|linkedin|follow us.{0,60}|like us on.{0,40}|join (?:us|our) .{0,60}|(?:\d+ )?(?:shares?|comments?|likes?|views?))$/i,
  ],
  [
    'a line for sharing',
    /^(?:(?:share|facebook|twitter|x|linkedin|whatsapp|telegram|e-?mail|print|copy link|reddit|pinterest|viber)[\s|·•,/]*){2,}$/i,
  ],
  [
    'a line about cookies or privacy',
    /\b(?:we use cookies|uses cookies|cookie (?:policy|settings|preferences)|accept (?:all )?cookies|privacy policy|terms (?:of (?:use|service)|and conditions)|gdpr)\b/i,
  ],
  [
    'an invitation to subscribe',
    /^(?:.{0,40}\b)?(?:subscribe (?:to|now|for)|sign up (?:for|to)|newsletter|get (?:our|the) .{0,30}(?:inbox|newsletter)|already a subscriber|start your free trial|support (?:our|independent) journalism|become a member|log ?in|create (?:an )?account)\b.{0,120}$/i,
  ],
  [
    'an advertisement',
    /^(?:advertisements?|sponsored(?: content)?|promoted|ad|ads by .{0,30}|story continues below.{0,40}|article continues.{0,60}|continue reading.{0,60})$/i,
  ],
  [
    'a photo credit',
    /^(?:(?:photo|image|picture|video|foto|illustration|file photo|credit|source|©)(?: credit| courtesy| by)?\s?[:/©].{0,140}|.{0,240}[([](?:photo|image|file|picture)(?: by| credit)?\b.{0,80}[)\]]|©.{0,120}|.{0,60}\/ ?(?:reuters|afp|ap|getty(?: images)?|epa|anadolu|tass)(?: ?\/.{0,60})?|.{0,80}\/ ?getty images.{0,40})$/i,
  ],
  ['a copyright line', /^(?:copyright|©|\(c\)|all rights reserved)\b|\ball rights reserved\.?$/i],
  ['a tag or category line', /^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|in this article)\s?:/i],
  [
    'the time it takes to read',
    /^(?:\d+|one|two|three|four|five) ?-?min(?:ute)?s?(?: read)?$|^(?:estimated )?reading time\b.{0,30}$/i,
  ],
  [
    'a part of the menu',
    /^(?:home|menu|search|skip to (?:main )?content|back to top|next|previous|(?:next|previous) (?:article|post)|close|open menu|sections?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|leave a (?:reply|comment)|no comments?|comments?|load more|show more|view all|listen(?: to (?:this )?article)?|0:00.{0,20}|opinion|world|politics|business|sports?|culture)$/i,
  ],
  ['a trail of the menu', /^home\s?[›»>/|].{0,160}$/i],
]
/** Who else worked on a report. */
const CONTRIBUTED = /\bcontributed (?:to this (?:report|story|article)|reporting)\.?$/i
const BYLINE = /^(?:by:?|words by|text by|written by|posted by|author:|edited by|reporting by)\s.{1,100}$/i
const UPDATED =
  /^(?:published|updated|last updated|posted|modified|last modified|publication date)\b[ :].{0,80}$/i

/** Why a paragraph belongs to the page and not to the article; null where it does not. */
export function furnitureIn(paragraph: string): string | null {
  const text = paragraph.trim()
  if (text.length > 300) return null
  if (isDate(text)) return 'the date of the page'
  if (UPDATED.test(text)) return 'the date of the page'
  if (isStamp(text)) return 'the date of the page'
  if (BYLINE.test(text) && !/[.!?]$/.test(text)) return 'the name of the writer'
  if (CONTRIBUTED.test(text)) return 'the name of the writer'
  const fixed = FIXED.find(([, pattern]) => pattern.test(text))
  if (fixed) return fixed[0]
  return /\p{L}|\p{N}/u.test(text) ? null : 'no words'
}

/** A bare date, with a clock time perhaps: "Sunday, July 27, 2025 - 14:05". */
function isDate(text: string): boolean {
  if (text.length > 60) return false
  const day = text
    .replace(
      /[,|·•–—-]?\s*(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:GMT|UTC|[A-Z]{2,4})(?:[+-]\d{1,2}(?::\d\d)?)?\)?)?$/i,
      '',
    )
    .replace(/[.,|\s]+$/, '')
  return day !== '' && /\d/.test(day) && !/^\d{1,4}$/.test(day) && readDate(day) !== null
}

const CLOCK = /\b\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?/i
const FULL_DAY =
  /\b(?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})/u

/** "The Ledger / 05:12 AM February 06, 2026": a day and an hour with nothing but names beside them. */
function isStamp(text: string): boolean {
  if (text.length > 120 || !CLOCK.test(text) || !FULL_DAY.test(text)) return false
  const rest = text.replace(FULL_DAY, ' ').replace(CLOCK, ' ')
  return !/(?<![\p{L}])(?!(?:at|on|by|in|of|the|and|updated|published|posted|local|time|ist|read|min)\b)\p{Ll}\p{L}*/u.test(
    rest,
  )
}
