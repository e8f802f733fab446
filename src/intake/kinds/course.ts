/* The course of a round: its format, its parts, and what it ended with. Found by set phrases. */
import type { Format, FormatMark, OutcomeMark, SessionMark } from '../article.ts'
import { marked, type Reading } from '../reading.ts'

const formats: Array<[Format, string]> = [
  [
    'heads only',
    'one-on-one|one-to-one|tête-à-tête|face-to-face (?:meeting|talks)|between the heads (?:of (?:the|both) delegations )?only',
  ],
  ['plenary', 'plenary|full-format|full format|in plenary'],
  [
    'proximity',
    'proximity talks|indirect (?:talks|negotiations)|in separate rooms|never (?:met|sat) in the same room|messages between the (?:rooms|delegations)',
  ],
  ['shuttle', 'shuttle (?:diplomacy|talks|mediation)|shuttl(?:ed|ing) between'],
  ['working group', 'working[- ]groups?|technical (?:talks|level|teams?)|expert[- ]level'],
  ['summit', 'summit'],
  ['telephone', 'by (?:tele)?phone|(?:tele)?phone (?:call|conversation)|over the (?:tele)?phone'],
  ['video', 'video[- ](?:link|conference|call)|videoconference|by video'],
  ['press conference', 'press (?:conference|briefing)|news conference'],
  ['ceremony', 'signing ceremony|ceremony'],
]
const formatPatterns = formats.map(([format, words]): [Format, RegExp] => [
  format,
  new RegExp(`\\b(?:${words})\\b`, 'giu'),
])

/** The formats of the text, each where it is first named. */
export function formatsIn(reading: Reading): FormatMark[] {
  return formatPatterns.flatMap(([format, pattern]) => {
    for (const { text, start } of reading.sentences) {
      const found = [...text.matchAll(pattern)][0]
      if (!found) continue
      const span = { start: start + found.index, end: start + found.index + found[0].length }
      return [marked(reading, 'format', span, { format })]
    }
    return []
  })
}

const sessions: Array<[string, Format | null, string]> = [
  [
    'Meeting of the heads',
    'heads only',
    '(?:one-on-one|one-to-one|tête-à-tête|face-to-face)(?: (?:meeting|talks|session))?|(?:heads|leaders) of (?:the|both|the two) delegations (?:held|met|had|spoke)',
  ],
  ['Plenary', 'plenary', 'plenary(?: session| meeting)?|full-format (?:meeting|talks)'],
  ['Preliminary meeting', null, '(?:preliminary|preparatory) (?:meeting|session|talks|consultations)'],
  [
    'Working groups',
    'working group',
    'working[- ]groups? (?:met|session|meeting|convened)|(?:session|meeting) of (?:the )?working groups?',
  ],
  ['Press conference', 'press conference', 'press (?:conference|briefing)|news conference'],
  ['Signing ceremony', 'ceremony', 'signing ceremony'],
]
const BEFORE = /\b(?:ahead of|before|prior to|preceded|in advance of|earlier)\b/i
const AFTER = /\b(?:after|following|followed by|afterwards|later)\b/i

export function sessionsIn(reading: Reading): SessionMark[] {
  return sessions.flatMap(([title, format, words]) => {
    const pattern = new RegExp(`\\b(?:${words})`, 'iu')
    for (const { text, start } of reading.sentences) {
      const found = pattern.exec(text)
      if (!found) continue
      const span = { start: start + found.index, end: start + found.index + found[0].length }
      const order = BEFORE.test(text) ? 'before' : AFTER.test(text) ? 'after' : null
      return [marked(reading, 'session', span, { title, format, order })]
    }
    return []
  })
}

/** In this order: what says less about the same words comes later. */
const outcomes: Array<[OutcomeMark['value']['outcome'], string]> = [
  [
    'no agreement',
    '(?:without|no|failed to reach (?:an|any)|did not reach (?:an|any)|short of an?|neither side reached an?)(?: (?:a|an|any|final|formal|overall|comprehensive|substantive))* (?:agreements?|deal|accord|breakthrough|result|document|statement)|ended inconclusively',
  ],
  [
    'preliminary agreement',
    '(preliminary|tentative|provisional) (?:agreement|deal|accord|understanding)|(agree(?:d|ment)) in principle|(in principle)',
  ],
  [
    'ceasefire',
    '(agree[ds]?|announced?|declared?|signed?|accepted?|extended?)(?: (?:on|to|upon))?(?: (?:an?|the|immediate|unconditional|full|temporary|humanitarian|\\d+-(?:day|hour)))* (?:cease-?fire|truce)',
  ],
  [
    'extension',
    '(extended?|prolong(?:ed)?|agreed to extend)(?: (?:the|its|their|this))? (?:truce|cease-?fire|agreement|mandate|deadline|talks|memorandum|corridor)[^.,;]{0,30}',
  ],
  [
    'suspension',
    '(suspend(?:ed|s)?|broke off|adjourned|walked out of|froze)(?: (?:the|its|their|all|further))* (?:talks|negotiations|participation|round)|talks (?:were|have been) (suspended|adjourned|broken off)',
  ],
  ['understanding', '(?:reached|came to|have)(?: (?:an|a|some|common|broad|general))* (understandings?)'],
  [
    'statement',
    '(issued|adopted|published|read out|released|agreed)(?: (?:on|a|the|an|short|brief))* (?:joint )?(?:statement|communiqu[eé]|declaration)',
  ],
  [
    'next meeting',
    '(agreed|plan(?:ned)?|will|would|expected|scheduled|due|hope|intend)(?: (?:to|again|be|held|is|are|for|meet|convene|continue|dialogue|the|a))*(?: (?:meet again|reconvene|next (?:round|meeting|session)|another round|continue(?: the)? (?:dialogue|talks|negotiations)))|next (?:round|meeting)[^.;,]{0,40}? (will|would|is to|is (?:scheduled|planned|expected|due))|(agreed) to (?:continue (?:the )?(?:dialogue|talks|negotiations)|meet again)',
  ],
  [
    'agreement',
    '(signed|sign|initialled|initialed|concluded)(?: (?:an?|the|\\p{Lu}?\\p{L}+)){0,3} (?:agreement|memorandum|protocol|accord|treaty|document|deal|pact)|(agree[ds]?|have agreed|had agreed)(?: (?:on|to|upon|that))\\b|(reached|struck|clinched|seal(?:ed|s)?)(?: (?:an|a|the))?(?: \\p{L}+)? (?:agreement|deal|accord|pact)|((?:is|are) being (?:planned|prepared)|(?:is|are) planned)|(agree[ds]?)(?=[ ,]|$)',
  ],
]
const outcomePatterns = outcomes.map(([outcome, words]): [OutcomeMark['value']['outcome'], RegExp] => [
  outcome,
  new RegExp(`\\b(?:${words})`, 'giu'),
])

export function outcomesIn(reading: Reading): OutcomeMark[] {
  return reading.sentences.flatMap((sentence) => {
    const marks: OutcomeMark[] = []
    for (const [outcome, pattern] of outcomePatterns)
      for (const found of sentence.text.matchAll(pattern)) {
        const span = {
          start: sentence.start + found.index,
          end: sentence.start + found.index + found[0].trimEnd().length,
        }
        if (marks.some((one) => one.start < span.end && span.start < one.end)) continue
        const certainty = found.slice(1).find(Boolean) ?? found[0].trim()
        marks.push(marked(reading, 'outcome', span, { outcome, certainty }))
      }
    return marks
  })
}
