/* People who speak and are not named: "a source", "two senior officials", "Turkish media reports". */

const QUALIFIERS = [
  '[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ultiple|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Aa]nother|other',
  '[Ii]nformed|[Dd]iplomatic|[Ss]enior|[Gg]overnment|[Mm]ilitary|[Ss]ecurity|[Ll]ocal|[Ff]oreign|[Mm]edia|top|high-ranking|well-placed|own|various|state|knowledgeable|unidentified|present|industry|intelligence|defen[cs]e|embassy|ministry|party|news|press|peace|aid|airport|hotel|border|court|police',
  "[\\p{L}-]+[’']s|(?!(?:But|And|Yet|So|Or|However|Meanwhile|Later|Earlier|Now|Then|Still|Also|When|While|As|If|After|Before|In|On|At)\\b)\\p{Lu}[\\p{L}-]+|U\\.S\\.|U\\.N\\.|[\\p{L}]+-based",
  '[a-z-]+(?:ed|al|an|ish|ese|ic|ous|ary|ern|ior|ly)',
].join('|')
const NOUNS =
  '[Ss]ources?|[Oo]fficials?|[Dd]iplomats?|insiders?|observers?|interlocutors?|[Dd]elegates?|negotiators?|participants?|members?|aides?|advis[eo]rs?|people|persons?|(?:media|news|press)(?: reports?| outlets?)|media|television|TV|radio|outlets?|newspapers?|reports|(?:eye)?witness(?:es)?|correspondents?|channels?|bloggers?|representatives|attendees?|staff members?|guards?|figures?|organi[sz]ers|mediators'
const BEHIND =
  '(?:,? (?:close to|familiar with|briefed on|with (?:direct )?knowledge of|in|within|from|at|inside|of|on|who (?:was|were|is|are|has|had|attended|took part|spoke|asked|declined|requested|requires)|speaking|involved|taking part|present)\\b[^,.;:“”"«»()—–]{0,90})?'
const UNNAMED = `(?:(?:${QUALIFIERS}) ){0,5}(?:${NOUNS})`

/** A stretch of text that names a source without a name, from its beginning. */
export const unnamedAt = new RegExp(`^${UNNAMED}\\b${BEHIND}`, 'u')
/** The same at the end of a stretch, before its verb. */
export const unnamedBefore = new RegExp(
  `(?:^|[\\s“"(])(${UNNAMED}${BEHIND}),?(?: (?:also|later|has|had|have))?$`,
  'u',
)

/** Without what is told of them behind a comma: "a diplomat, speaking on condition of anonymity". */
export function callOf(words: string): string {
  return (words.split(',')[0] ?? words).replace(/(?: (?:has|had|have|also|later|then))+$/, '')
}

/** "the source" speaks of somebody who was heard before. */
export function isBackReference(words: string): boolean {
  return /^(?:the|this|that|these|those) (?:same |second |agency[’']s |outlet[’']s )?(?:sources?|officials?|diplomats?|interlocutors?|delegates?|people|agency|outlet)$/i.test(
    words,
  )
}
