/* Whether a sentence speaks of what is to come or of what was, by the verbs near a place of it. */

const FUTURE =
  /\b(?:will|['’]ll|shall|could|may|might|can|would|to be|is to|are to|going to|due|call(?:s|ed) for|scheduled|planned|expected|plans? to|(?:is|are) (?:meeting|flying|travelling|traveling|returning)|(?:threaten|vow|promis|pledg|hop|want|expect|agree)(?:e?d|e?s|ing)? to)(?!\p{L})/u
/** "had hoped to announce it on Friday": that was then. */
const HOPED = /\bhad (?:hoped|planned|wanted|expected|promised|agreed|vowed) to\b/
/** "by Monday" */
const UNTIL = /\b(?:until|by)(?: this| next)? $/
/** "On Thursday, the two ministers will meet" */
const OPENING = /^\S+(?: \S+)?, [^.;:“”"]{0,60}?\b(?:will|is to|are to|is due|are due)\b/

export const HAPPENED =
  /\b(?:\p{Ll}+ed|said|told|met|held|was|were|had|began|left|came|went|broke|spoke|wrote|since|last)\b[^.!?]*$/u

/** A verb of the future shortly before the day or shortly behind it. */
export function looksAhead(text: string, at: number): boolean {
  return (
    FUTURE.test(text.slice(Math.max(0, at - 60), at).replace(HOPED, '')) ||
    UNTIL.test(text.slice(0, at)) ||
    /^\S+(?: \S+)?,? (?:will|is to|are to)\b/.test(text.slice(at, at + 40)) ||
    (at < 6 && OPENING.test(text.slice(at, at + 90)))
  )
}

/** What is over when it is told: "closed its last base in the country in January". */
export const ENDED =
  /\b(?:closed|opened|ended|began|started|met|held|signed|collapsed|resumed|broke|launched|struck|took place|failed|stalled|visited|left|seized|arrested|detained|released|elected|published|adopted|ratified|halted|imposed|killed|died|lapsed|expired|moved|fell|won|lost|became)(?: (?!to\b)[^\s,.;]+){0,6} $/u

/** Behind the day that opens a sentence: "In August, they met". */
export const OPENS = /^,? [^.;]{0,45}?\b(?:was|were|had|met|said|held|\p{Ll}{2,}ed)\b/u
