/* Which words call people without naming them; joined to one expression. */

const QUALIFIERS = [
  '[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ultiple|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Aa]nother|other|same|second|third|fourth|more|few',
  '[Ii]nformed|[Dd]iplomatic|[Ss]enior|[Gg]overnment|[Mm]ilitary|[Ss]ecurity|[Ll]ocal|[Ff]oreign|[Mm]edia|[Ss]tate|top|high-ranking|well-placed|own|various|state|knowledgeable|unidentified|present|industry|intelligence|defen[cs]e|embassy|ministry|party|news|press|peace|aid|airport|hotel|border|court|police',
  "[\\p{L}-]+[’']s|(?!(?:But|And|Yet|So|Or|However|Meanwhile|Later|Earlier|Now|Then|Still|Also|When|While|As|If|After|Before|In|On|At|\\p{L}+day|Few|What|How|Why|Where|Who|That|There|Here|Both)\\b)\\p{Lu}[\\p{L}-]+|U\\.S\\.|U\\.N\\.|[\\p{L}]+-based",
  '[a-z-]+(?:ed|al|an|ish|ese|ic|ous|ary|ern|ior|ly)',
].join('|')
const NOUNS =
  '[Ss]ources?|[Oo]fficials?|[Dd]iplomats?|[Ii]nsiders?|[Oo]bservers?|[Ii]nterlocutors?|[Dd]elegates?|[Nn]egotiators?|[Pp]articipants?|[Mm]embers?|[Aa]ides?|[Aa]dvis[eo]rs?|[Pp]eople|persons?|[Mm][ae]n|[Ww]om[ae]n|(?:[Ss]tate|[Oo]fficial|[Pp]ublic|[Nn]ational)(?:-run|-owned)? (?:news |press )?(?:agency|broadcaster|newspaper)|(?:media|news|press)(?: reports?| outlets?)|media|television|TV|radio|outlets?|[Nn]ewspapers?|[Rr]eports|(?:[Ee]ye)?[Ww]itness(?:es)?|correspondents?|channels?|[Bb]loggers?|representatives|[Aa]ttendees?|staff members?|[Gg]uards?|figures?|[Oo]rgani[sz]ers|[Mm]ediators|[Rr]esidents|[Vv]illagers|[Aa]nalysts|[Ee]xperts|[Ll]awmakers|[Oo]fficers|[Ss]oldiers|[Ee]nvoys|[Mm]onitors|circles'
/** Somebody by what they do: "minister", "fisherman", "trustee". Things are called so too, and do not speak. */
const DOER =
  '(?!\\p{L}*(?:ment|paper|letter|number|chapter|quarter|cident|center)s?\\b|(?:order|border|matter|river|power|water|offer|answer|event|after|over|under|other|later|former|whether|either|never|rather|earlier|further|together|however)s?\\b)\\p{Ll}[\\p{L}-]{2,20}(?:[eo]r|ist|ian|[ae]nt|m[ae]n|ee)s?'
/** People whose calling has no ending of its own. */
const CALLINGS =
  '(?:MP|analyst|resident|veteran|(?:rights|aid|advocacy|monitoring|civic|lobby|relief) (?:group|agency|organi[sz]ation)|general|colonel|captain|major|judge|priest|bishop|chief|guide|nurse|cook|monk|nun|pilot|deputy|envoy|expert|activist|scholar|relative|friend|colleague|neighbour|neighbor|local|guest|host|staffer|secretary|crew member|trader|spokesperson)s?'
/** "a Malian minister", "two retired border guards": led in as somebody new. */
const NEW =
  '(?<!\\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) )(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Mm]any|[Aa]nother) (?:(?!(?:that|which|who|and|of|in|on|to|for|by|from|with|as)\\b)[\\p{L}.’-]+ ){0,3}'
const OF_SEVERAL =
  '(?:(?:[Aa]t least )?(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ost|[Bb]oth|[Aa]nother|[Aa] (?:number|group|handful|couple)) of )?'
export const BEHIND =
  '(?: (?:here|there|present))?(?:,? (?:(?<=(?:[Aa]ide|[Aa]dvis[eo]r)s? )to|close to|familiar with|briefed (?:on|by|about)|with|in|within|from|at|inside|outside|near|along|across|around|behind|under|for|of|on|who \\p{Ll}+|\\p{Ll}{3,12}ing|based|stationed|posted|employed|stranded|displaced|gathered|assigned|acquainted|attached|invited|involved|taking part|present|interviewed|contacted|consulted|reached by|quoted by|cited by|I (?:spoke|talked) (?:to|with)|we (?:spoke|talked) (?:to|with))\\b[^,.;:“”"«»()—–]{0,90})?(?:, (?:(?:who|one of|both|gathered|reached|contacted|consulted|asked|interviewed|\\p{Ll}{3,12}ing)\\b[^,.;:“”"«»()—–]{0,90}|the [^,.;:“”"«»()—–]{3,90}(?=,)))?'
/** "his spokesman", "the ambassador’s driver": whoever belongs to somebody. */
const BELONGING = `(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|(?:[Tt]he |[Aa]n? )?(?:[\\p{L}-]+ ){0,2}[\\p{L}-]+['’]s?) (?:press |chief |deputy |former |own )?(?:spokes\\p{L}{3,6}|lawyers?|attorneys?|staff|drivers?|brother|sister|wife|widow|husband|father|mother|son|daughter|doctor|interpreter|assistant|bodyguards?|colleagues?|friends?|neighbours?|neighbors?|family|relatives|supporters|followers|entourage|chief of staff|(?:senior |political |military )?(?:(?!author|minister|president|governor|ambassador|leader|parliament|government|chairman|chancellor|premier|minist)${DOER}|adviser|aide))`
/** "The lawyer for the families" */
const FOR = '(?:[Tt]he|[Aa]) (?:lawyer|attorney|spokes\\p{L}{3,6})(?= (?:for|of)\\b)'
/** "one of them", "two others" */
const OTHERS =
  '(?:(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Bb]oth) of (?:them|those present)|(?:(?:[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome) )?[Oo]thers|(?:[Mm]any|[Ss]ome|[Ss]everal)(?= (?:in|at|on|close to)\\b)|[Tt]he (?:others?|latter)|[Tt]hose(?: present| involved|(?= who\\b)))'
export const UNNAMED = `(?:${OF_SEVERAL}(?:(?:${QUALIFIERS}) ){0,5}(?:${NOUNS})|${NEW}(?:${DOER}|${NOUNS}|${CALLINGS}|\\p{Ll}[\\p{L}-]+(?= who\\b))|${BELONGING}|${FOR}|[Cc]ircles(?= (?:close to|near|within|around))|${OTHERS})`
