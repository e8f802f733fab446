/* People who speak and are not named: "a source", "two senior officials", "Turkish media reports". */

const QUALIFIERS =
  "(?:an?|the|one|two|three|four|five|several|some|many|multiple|numerous|its|their|his|our|another|other|unnamed|anonymous|informed|well-informed|diplomatic|government|governmental|senior|top|high-ranking|military|security|local|foreign|regional|western|european|state|official|well-placed|knowledgeable|own|various|different|unidentified|[A-Z][\\p{L}-]+(?:[’']s)?|[a-z]+-based|[a-z]+)"
const NOUNS =
  '(?:sources?|officials?|diplomats?|insiders?|observers?|interlocutors?|delegates?|negotiators?|participants?|members?|aides?|advisers?|people|persons?|media(?: reports?| outlets?)?|(?:news|press) reports?|outlets?|newspapers?|reports|witness(?:es)?|eyewitness(?:es)?|correspondents?|channels?|bloggers?|representatives?|envoys?|attendees?|staff members?|security guards?|figures?)'
const BEHIND =
  '(?:,? (?:close to|familiar with|briefed on|with (?:direct )?knowledge of|in|within|from|at|inside|of|on|who (?:was|were|is|are|has|had|attended|took part|spoke|asked|declined|requested|requires)|speaking|on condition|taking part|present|involved)\\b[^,.;:“”"«»()—–]{0,90})?'
const UNNAMED = `(?:${QUALIFIERS} ){0,5}${NOUNS}`

/** A stretch of text that names a source without a name, from its beginning. */
export const unnamedAt = new RegExp(`^${UNNAMED}\\b${BEHIND}`, 'u')
/** The same at the end of a stretch, before its verb. */
export const unnamedBefore = new RegExp(
  `(?:^|[\\s“"(])(?:((?:${QUALIFIERS} ){0,3}${NOUNS}${BEHIND}))(?:,)?$`,
  'u',
)

export function isUnnamed(words: string): boolean {
  return new RegExp(`^${UNNAMED}\\b`, 'u').test(words)
}

/** "the source" speaks of somebody who was heard before. */
export function isBackReference(words: string): boolean {
  return /^(?:the|this|that|these|those) (?:same )?(?:sources?|officials?|diplomats?|interlocutors?|agency|outlet)$/i.test(
    words,
  )
}
