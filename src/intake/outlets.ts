/* Agencies, papers and channels: by name, and by what they are called beside it. */
import { fold } from '../kernel/fold.ts'
import type { Lexicon, Span } from './article.ts'
import type { Cast } from './cast.ts'
import { isJoined, phrasesAt } from './lexicon.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { bodies, heads } from './titles.ts'

export interface Outlet extends Span {
  name: string
  /** `tokens.slice(from, to)` */
  from: number
  to: number
}

const known = new Map(
  `TASS,Reuters,AFP,Agence France-Presse,AP,Associated Press,Anadolu,Anadolu Agency,Interfax,Interfax-Ukraine,RIA Novosti,RIA,Sputnik,
  Ukrinform,UNIAN,Xinhua,Kyodo,Yonhap,DPA,dpa,EFE,ANSA,PTI,IRNA,ISNA,Tasnim,Mehr,Fars,SPA,WAM,QNA,MENA,Belta,BelTA,NTB,TT,Al Jazeera,
  Al-Jazeera,Al Arabiya,BBC,CNN,CNN Turk,NTV,TRT,TRT World,TRT Haber,Sky News,Fox News,NBC,NBC News,CBS,CBS News,ABC News,Bloomberg,
  Axios,Politico,Financial Times,New York Times,Washington Post,Wall Street Journal,Guardian,Times,Economist,Le Monde,Le Figaro,
  Der Spiegel,Spiegel,Bild,Die Zeit,Frankfurter Allgemeine,El Pais,La Repubblica,Corriere della Sera,Haaretz,Times of Israel,Ynet,
  Kommersant,Izvestia,Vedomosti,RBC,RT,Rossiya 24,Rossiya 1,Meduza,Novaya Gazeta,Kyiv Independent,Ukrainska Pravda,Suspilne,Hurriyet,
  Daily Sabah,Milliyet,Sabah,Al Mayadeen,Al Ahram,Asharq Al-Awsat,Dawn,Hindu,Nikkei,NHK,Global Times,South China Morning Post,
  Radio Free Europe,RFE/RL,Deutsche Welle,DW,France 24,Euronews,Voice of America,VOA,Sky News Arabia,Middle East Eye,Agencia EFE`
    .split(/,\s*/)
    .map((name): [string, string] => [fold(name), name]),
)
/** Behind a capitalised name they make it an outlet. */
const KIND_BEHIND =
  /^ (?:(?:state )?news ?agency|wire service|news (?:site|website|portal|service|channel)|newspaper|daily|weekly|magazine|broadcaster|television|channel|TV|radio|website|portal|agency|press agency)\b/
const KIND_BEFORE =
  /(?:\b(?:news ?agency|wire service|news (?:site|website|portal|outlet)|newspaper|daily|weekly|magazine|broadcaster|channel|portal|agency|outlet))$/
const ENDS =
  /^(?:agency|news|times|post|herald|tribune|gazette|journal|telegraph|courier|observer|chronicle|press|radio|tv|television|wire|dispatch|daily|today|broadcasting|media|newswire|service|review|standard|monitor|echo|sentinel)$/

export function outletsIn({ lexicon, parties }: Reading, cast: Cast, sentence: Sentence): Outlet[] {
  const { tokens } = sentence
  const people = cast.within.get(sentence) ?? []
  const found: Outlet[] = []
  for (let from = 0; from < tokens.length; ) {
    const isPerson = people.some((one) => one.from === from && one.isFull)
    const outlet = isPerson ? null : (named(lexicon, sentence, from) ?? described(sentence, from))
    const isParty = (parties.get(sentence) ?? []).some(
      (one) => one.from === from && one.to === outlet?.to && one.by !== 'adjective',
    )
    if (outlet && !isParty) found.push(outlet)
    from = outlet?.to ?? from + 1
  }
  return found
}

function named({ outlets }: Lexicon, { tokens, text, start }: Sentence, from: number): Outlet | null {
  for (const { folded, printed, to } of phrasesAt(tokens, from)) {
    const name = known.get(folded) ?? outlets.get(folded)
    if (!name || (name.length <= 4 && printed !== name)) continue
    const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
    const kind = KIND_BEHIND.exec(text.slice(span.end - start, span.end - start + 40))
    return { ...span, end: span.end + (kind?.[0].length ?? 0), name: printed, from, to }
  }
  return null
}

/** "the Varen Press Agency", "Harbour Wire", "the newspaper Dagen". */
function described({ tokens, text, start }: Sentence, from: number): Outlet | null {
  const first = tokens[from]
  if (!first?.isCapital || heads.has(first.folded)) return null
  let to = from + 1
  while (
    to < Math.min(tokens.length, from + 5) &&
    tokens[to]?.isCapital &&
    isJoined(tokens[to] as never, tokens[to - 1] as never)
  )
    to++
  const last = tokens[to - 1]
  if (!last) return null
  const behind = KIND_BEHIND.exec(text.slice(last.end - start, last.end - start + 40))
  const isBefore = KIND_BEFORE.test(
    text.slice(Math.max(0, first.start - start - 30), first.start - start).trimEnd(),
  )
  const isNamed = to - from >= 2 && ENDS.test(last.folded)
  if (!isNamed && !behind && !isBefore) return null
  if (!isNamed && bodies.has(first.folded)) return null
  const name = text.slice(first.start - start, last.end - start)
  return { start: first.start, end: last.end + (behind?.[0].length ?? 0), name, from, to }
}
