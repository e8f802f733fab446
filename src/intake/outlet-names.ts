/* What outlets are called. */
import { fold } from '../kernel/fold.ts'
import type { Article } from './article.ts'
import { isJoined } from './lexicon.ts'
import type { Sentence } from './sentences.ts'
import { isHead } from './titles.ts'
import type { Token } from './tokens.ts'

export const knownOutlets = new Map(
  `TASS,Reuters,AFP,Agence France-Presse,AP,Associated Press,Anadolu,Anadolu Agency,Interfax,Interfax-Ukraine,RIA Novosti,RIA,Sputnik,
  Ukrinform,UNIAN,Xinhua,Kyodo,Yonhap,DPA,dpa,EFE,ANSA,PTI,IRNA,ISNA,Tasnim,Mehr,Fars,SPA,WAM,QNA,MENA,Belta,BelTA,NTB,TT,Al Jazeera,
  Al-Jazeera,Al Arabiya,BBC,CNN,CNN Turk,NTV,TRT,TRT World,TRT Haber,Sky News,Fox News,NBC,NBC News,CBS,CBS News,ABC News,Bloomberg,
  Axios,Politico,Financial Times,New York Times,Washington Post,Wall Street Journal,Guardian,Times,Economist,Le Monde,Le Figaro,
  Der Spiegel,Spiegel,Bild,Die Zeit,Frankfurter Allgemeine,El Pais,La Repubblica,Corriere della Sera,Haaretz,Times of Israel,Ynet,
  Kommersant,Izvestia,Vedomosti,RBC,RT,Rossiya 24,Rossiya 1,Meduza,Novaya Gazeta,Kyiv Independent,Ukrainska Pravda,Suspilne,Hurriyet,
  Daily Sabah,Milliyet,Sabah,Al Mayadeen,Al Ahram,Asharq Al-Awsat,Dawn,Hindu,Nikkei,NHK,Global Times,South China Morning Post,
  Radio Free Europe,RFE/RL,Deutsche Welle,DW,France 24,Euronews,Voice of America,VOA,Sky News Arabia,Middle East Eye,Agencia EFE,
  Press Trust of India,Globe and Mail,Channel 12,Kan,Irish Times,Sydney Morning Herald,El Mundo,La Stampa,Die Welt,Le Soir,NRC,DR,NRK,SVT,YLE,ARD,ZDF,RAI`
    .split(/,\s*/)
    .map((name): [string, string] => [fold(name), name]),
)
/** Behind a capitalised name they make it an outlet. */
export const KIND_BEHIND =
  /^ (?:(?:state )?news ?agency|wire service|news (?:site|website|portal|service|channel)|newspaper|daily|weekly|magazine|broadcaster|television|channel|TV|radio|website|portal|agency|press agency)\b/
/** ", a Beirut daily close to Hezbollah" */
export const APPOSED =
  /^, (?:an?|the) [^,.;]{0,60}?\b(?:daily|newspaper|agency|channel|broadcaster|website|magazine|weekly|portal|station|outlet)\b[^,.;]{0,40}(?=,)/
const KIND_BEFORE =
  /(?:\b(?:news ?agency|wire service|news (?:site|website|portal|outlet)|(?:news)?paper|daily|weekly|magazine|broadcaster|channel|station|portal|agency|outlet))$/i

/** "the newspaper X", "broadcaster X". */
export function isCalledOutlet({ tokens, text, start }: Sentence, from: number, to = from + 1): boolean {
  const at = (tokens[from]?.start ?? start) - start
  const end = (tokens[to - 1]?.end ?? start) - start
  if (KIND_BEHIND.test(text.slice(end, end + 40)) || APPOSED.test(text.slice(end, end + 120))) return true
  // "The state broadcaster, XTV, said"
  if (text[end] === ',' && text.slice(at - 2, at) === ', ')
    return KIND_BEFORE.test(text.slice(Math.max(0, at - 30), at).replace(/,\s$/, ''))
  return KIND_BEFORE.test(text.slice(Math.max(0, at - 30), at).trimEnd())
}

/** The agency that a dateline names: "OSLO (Harbour Wire) -", "MINSK, 9 June. /SEVER/." By folded name. */
export function outletsOfDatelines({ paragraphs }: Article): Map<string, string> {
  const names = paragraphs.flatMap(
    ({ text }) =>
      /^\p{Lu}[\p{L}\d ,.'’/-]{1,60}?[/(](\p{Lu}[\p{L} -]{1,30})[/)]\.?(?: ?[-–—]| \p{Lu})/u.exec(
        text.slice(0, 120),
      )?.[1] ?? [],
  )
  return new Map(names.map((name) => [fold(name), name]))
}

/** Channels that go by their country or their language, too. */
const EDITIONED =
  /^(?:CNN|BBC|News|NBC|CBS|CNBC|RT|TV|Sputnik|DW|VOA|RFE\/RL|Euronews|Jazeera|Arabiya|Bloomberg|TRT|Fox|NRK|SVT|YLE|ARD|ZDF|RAI|SBS|NHK)$/
const NO_EDITION =
  /day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|he|she|it|that|the)$/

/** "CNN Chile", "BBC Persian": where the name that ends at `to` ends with its edition. */
export function editionEnd(tokens: readonly Token[], to: number): number {
  const [before, token] = [tokens[to - 1], tokens[to]]
  if (!before || !token || !EDITIONED.test(before.text)) return to
  const isEdition = isJoined(token, before) && token.isCapital && !token.isPossessive
  return isEdition && !isHead(token.folded) && !NO_EDITION.test(token.folded) ? to + 1 : to
}
