/* People who speak and are not named: "a source", "two senior officials", "one of the mediators", "Turkish media reports". */

const QUALIFIERS = [
  '[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ultiple|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Aa]nother|other|second|third|fourth|more|few',
  '[Ii]nformed|[Dd]iplomatic|[Ss]enior|[Gg]overnment|[Mm]ilitary|[Ss]ecurity|[Ll]ocal|[Ff]oreign|[Mm]edia|[Ss]tate|top|high-ranking|well-placed|own|various|state|knowledgeable|unidentified|present|industry|intelligence|defen[cs]e|embassy|ministry|party|news|press|peace|aid|airport|hotel|border|court|police',
  "[\\p{L}-]+[’']s|(?!(?:But|And|Yet|So|Or|However|Meanwhile|Later|Earlier|Now|Then|Still|Also|When|While|As|If|After|Before|In|On|At)\\b)\\p{Lu}[\\p{L}-]+|U\\.S\\.|U\\.N\\.|[\\p{L}]+-based",
  '[a-z-]+(?:ed|al|an|ish|ese|ic|ous|ary|ern|ior|ly)',
].join('|')
const NOUNS =
  '[Ss]ources?|[Oo]fficials?|[Dd]iplomats?|[Ii]nsiders?|[Oo]bservers?|[Ii]nterlocutors?|[Dd]elegates?|[Nn]egotiators?|[Pp]articipants?|[Mm]embers?|[Aa]ides?|[Aa]dvis[eo]rs?|[Pp]eople|persons?|[Mm][ae]n|[Ww]om[ae]n|(?:[Ss]tate|[Oo]fficial|[Pp]ublic|[Nn]ational)(?:-run|-owned)? (?:news |press )?(?:agency|broadcaster|newspaper)|(?:media|news|press)(?: reports?| outlets?)|media|television|TV|radio|outlets?|[Nn]ewspapers?|[Rr]eports|(?:[Ee]ye)?[Ww]itness(?:es)?|correspondents?|channels?|[Bb]loggers?|representatives|[Aa]ttendees?|staff members?|[Gg]uards?|figures?|[Oo]rgani[sz]ers|[Mm]ediators|[Rr]esidents|[Vv]illagers|[Aa]nalysts|[Ee]xperts|[Ll]awmakers|[Oo]fficers|[Ss]oldiers|[Ee]nvoys|[Mm]onitors'
/** Somebody by what they do: "minister", "fisherman", "trustee". Things are called so too, and do not speak. */
const DOER =
  '(?!\\p{L}*(?:ment|paper|letter|number|chapter|quarter|cident|center)s?\\b|(?:order|border|matter|river|power|water|offer|answer|event|after|over|under|other|later|former|whether|either|never|rather|further|together|however)s?\\b)\\p{Ll}[\\p{L}-]{2,20}(?:[eo]r|ist|ian|[ae]nt|m[ae]n|ee)s?'
/** "a Malian minister", "two retired border guards": led in as somebody new. */
const NEW =
  '(?<!\\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) )(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Mm]any|[Aa]nother) (?:(?!(?:that|which|who|and|of|in|on|to|for|by|from|with|as)\\b)[\\p{L}.’-]+ ){0,3}'
const OF_SEVERAL =
  '(?:(?:[Aa]t least )?(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ost|[Bb]oth|[Aa]nother|[Aa] (?:number|group|handful|couple)) of )?'
const BEHIND =
  '(?:,? (?:(?<=(?:[Aa]ide|[Aa]dvis[eo]r)s? )to|(?<=[Ss]pokes\\p{L}{3,6} )for|close to|familiar with|briefed on|with|in|within|from|at|inside|of|on|who \\p{Ll}+|speaking|involved|taking part|present|interviewed|contacted|reached by|I (?:spoke|talked) (?:to|with)|we (?:spoke|talked) (?:to|with))\\b[^,.;:“”"«»()—–]{0,90})?(?:, (?:(?:who|speaking|one of|both)\\b[^,.;:“”"«»()—–]{0,90}|the [^,.;:“”"«»()—–]{3,90}(?=,)))?'
/** "fishermen", "glaciologists" without an article, at the head of a clause. */
const MANY = `(?<=(?:^|[,;(“"]|\\b(?:and|but|while|that)) ?)\\p{Ll}[\\p{L}-]{2,20}(?:[eo]rs|ists|ians|men|women)`
/** "one of them", "two others" */
const OTHERS =
  '(?:(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Bb]oth) of (?:them|those present)|(?:(?:[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome) )?[Oo]thers)'
const UNNAMED = `(?:${OF_SEVERAL}(?:(?:${QUALIFIERS}) ){0,5}(?:${NOUNS})|${NEW}(?:${DOER}|${NOUNS})|${MANY}|${OTHERS})`

/** A stretch of text that names a source without a name, from its beginning. */
export const unnamedAt = new RegExp(`^${UNNAMED}\\b${BEHIND}`, 'u')
/** The same at the end of a stretch, before its verb. */
export const unnamedBefore = new RegExp(
  `(?:^|[\\s“"(])(${UNNAMED}\\b${BEHIND}),?(?: (?:also|later|has|had|have))?$`,
  'u',
)

/** Without what is told of them behind a comma: "a diplomat, speaking on condition of anonymity", and without when. */
export function callOf(words: string): string {
  return (words.split(/,| and (?=an? (?:copy|draft|document|recording|transcript|note|memo)\b)/)[0] ?? words)
    .replace(/ and (?:do(?:es)? not|did not|asked|spoke|requested|declined|insisted)\b.*$/, '')
    .replace(/ (?:(?:I|we) (?:spoke|talked)|interviewed|contacted|reached) .*$/, '')
    .replace(/(?: (?:has|had|have|also|later|then))+$/, '')
    .replace(
      / (?:late |early )?on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day.*|condition of anonymity.*)$/i,
      '',
    )
}

/** "the source" speaks of somebody who was heard before. */
export function isBackReference(words: string): boolean {
  return /^(?:the|this|that|these|those) (?:same |second |agency[’']s |outlet[’']s )?(?:sources?|officials?|diplomats?|interlocutors?|delegates?|advis[eo]r|aide|insider|man|woman|witness|people|agency|outlet)(?: of the agency)?$/i.test(
    words,
  )
}
