import { isEnglish } from '../grammar.ts'
import { bodies, common, isHead, modifiers, speech } from '../titles.ts'
import type { Token } from '../tokens.ts'
import { isTown } from '../towns.ts'

export const BEFORE = /^(?:in|at|near|outside|around|inside|off)$/
/** "in central Geneva", "in nearby Orvan" */
const PART =
  /^(?:downtown|central|nearby|neighbou?ring|old|greater|inner|upper|lower|(?:north|south)?(?:east|west)?(?:ern)?)$/
/** "left Orvan for Selby": places that are gone to or left. */
const REACHING = /^(?:le(?:ft|aves?|aving)|(?:reach|visit|tour|enter)(?:e[sd]|s|ed|ing)?)$/
/** "the port of Lankaran", "the shelling of Halden" */
const OF_TOWN =
  /^(?:ports?|islands|islets?|towns|villages|cities|provinces?|hamlets?|suburbs|enclave|exclave|ruins|monastery|airport|camp|neighbou?rhood|quarter|peninsula|bridge|township|settlement|residents|inhabitants|villagers|island|isle|incidents|events|clashes|battle|governorate|province|town|city|village|capital|district|suburb|municipality|resort|shelling|siege|bombing|bombardment|capture|fall|outskirts|centre|center|streets|kitchen|garden|gardens|lobby|gates|steps|grounds|ballroom|basement|mayor|bishop|monks|nuns|voters|elders|people|farmers|fishermen|herders|traders|north|south|east|west)$/
/** Only towns that are towns elsewhere too: "to Moscow" may be to its government. */
const TOWARDS = /^(?:to|towards|from|via|through|for|between|and|or|leave|left|reached|reach|visit|visited)$/
const GOING =
  /^(?:flew|fly|moved|flying|travelled|traveled|travel|travelling|traveling|arrived|arrive|return|returned|returning|went|headed|trip|visit|back|road|route|canal|highway|railway|flights?|ferry|halfway|drove|moved|c[ao]mes?|coming|climb(?:s|ed|ing)?|walk(?:s|ed|ing)?|sail(?:s|ed|ing)?|march(?:ed|ing)?|withdr[ae]w|spread|transferred|relocated|escorted|evacuated|crossed|shipped|driven|taken|trucks|convoys?|bus(?:es)?|trains?|shuttled|retreat(?:ed|ing)?|gathered|convened|meeting|meet|invited|left|leaves|departed|go|goes|gone|going|come|send|sends|sending|sent|town|village|line|track|stretch|bound|moves|move|bring|brings|bringing|brought)$/
const NO_TOWN =
  /^(?:english|arabic|russian|french|turkish|spanish|public|private|parliament|congress|brief|general|particular|principle|telegram|islam|mr|mrs|ms|dr|phase|article|annex|chapter|track|group|room|building|gate|building|line|road|route|cold|wave)$/

/** Whether words for a place lead to this word; `lastPlace` is where the last place of the sentence ended. */
export function isAfterPlaceWord(tokens: readonly Token[], from: number, lastPlace?: number): boolean {
  const [before, token] = [tokens[from - 1], tokens[from]]
  if (!before || !token || token.isPossessive || !/^,? $/.test(token.gap)) return false
  if (lastPlace !== undefined && isListed(tokens, from, lastPlace)) return true
  if (token.gap !== ' ') return false
  if (BEFORE.test(before.folded) || REACHING.test(before.folded)) return true
  const verb = tokens[from - 2]?.folded ?? ''
  if (BEFORE.test(verb) && PART.test(before.folded)) return true
  if (before.folded === 'of' && OF_TOWN.test(verb)) return true
  // "on Lifou"
  if (before.folded === 'on' && !speech.has(verb) && isTown(token.text) && !isEnglish(token.folded))
    return true
  // "From Benghazi, a spokeswoman warns"
  if (before.text === 'From' && /^, $/.test(tokens[from + 1]?.gap ?? '')) return true
  if (before.folded === 'the') return BEFORE.test(verb)
  return (
    TOWARDS.test(before.folded) &&
    (GOING.test(verb) || [3, 4, 5].some((back) => GOING.test(tokens[from - back]?.folded ?? '')))
  )
}

/** "Cairo" of "in Addis Ababa and Cairo", "from Addis Ababa to Cairo". */
function isListed(tokens: readonly Token[], from: number, lastPlace: number): boolean {
  if (/^(?:and|or|then|to|for)$/.test(tokens[from - 1]?.folded ?? ''))
    return tokens[from - 2]?.end === lastPlace
  return (
    tokens[from]?.gap === ', ' &&
    tokens[from - 1]?.end === lastPlace &&
    (isFollowedByAnd(tokens, from) || isRegionBehind(tokens, from))
  )
}

/** "Zambales" of "In Masinloc, Zambales, a fisherman": a name behind a place, between commas. */
function isRegionBehind(tokens: readonly Token[], from: number): boolean {
  const [name, next] = [tokens[from], tokens[from + 1]]
  if (!name?.isCapital || !(next === undefined || next.gap === ', ')) return false
  return isTown(name.text) || !isEnglish(name.folded)
}

/** "Ruhwa" of "at Nemba, Ruhwa and Kanyaru Haut"; behind a comma alone anything may follow. */
function isFollowedByAnd(tokens: readonly Token[], from: number): boolean {
  const next = tokens[from + 1]?.isCapital ? from + 2 : from + 1
  return tokens[next]?.folded === 'and' && (tokens[next + 1]?.isCapital ?? false)
}

export function isTownWord({ text, folded }: Token): boolean {
  if (
    (text.length < 3 && !/^\p{Lu}\p{Ll}$/u.test(text)) ||
    /day(?:s)?$/.test(folded) ||
    (text === text.toUpperCase() && text.length < 6)
  )
    return false
  if (NO_TOWN.test(folded) || common.has(folded) || isHead(folded) || modifiers.has(folded)) return false
  return (
    !bodies.has(folded) ||
    /^(?:port|new|east|west|north|south|saint|san|el|fort|harbour|bay|city|island)$/.test(folded)
  )
}

/** "the Orvan talks": a place by what is held there. */
export function isHeldAt(tokens: readonly Token[], to: number): boolean {
  return (
    tokens[to]?.gap === ' ' &&
    /^(?:talks|round|meeting|summit|conference|negotiations)$/.test(tokens[to]?.folded ?? '')
  )
}

/** "in Orvan’s old town hall": what a town has, a few words on. */
export function isOwnerOfPlace(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at + 1, at + 4)
    .some(({ folded }) =>
      /^(?:hall|hotel|palace|castle|airport|port|harbou?r|square|suburbs?|outskirts|quarter|district|cent(?:re|er)|university|cathedral|museum|theat(?:re|er)|stadium|market|streets)$/.test(
        folded,
      ),
    )
}
