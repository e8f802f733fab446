/* The words of which English titles of office are made. Folded. */

const listed = (words: string) => new Set(words.split(/\s+/).filter(Boolean))

/** Nouns that make a phrase an office. */
export const heads =
  listed(`president premier chancellor minister secretary ambassador envoy general colonel admiral king queen
  prince princess sultan emir chief head leader adviser advisor aide spokesman spokeswoman spokesperson chairman chairwoman
  chairperson chair speaker senator governor commander director negotiator representative commissioner mediator delegate diplomat
  coordinator facilitator taoiseach pope cardinal archbishop bishop judge prosecutor congressman congresswoman lawmaker rapporteur
  counsel mayor captain major lieutenant marshal brigadier undersecretary under-secretary under-secretary-general secretary-general
  vice-president counsellor counselor consul vice-chairman vice-minister co-chair professor analyst historian researcher deputy
  member official cleric ombudsman commandant interpreter emissary guarantor gen lt col adm sen gov rep amb maj capt brig prof crown-prince
  mp mep mla mna presenter anchor newsreader
  attache registrar reporter correspondent journalist columnist ex-president ex-minister ex-premier plenipotentiary observer officer wali prefect sheriff imam mufti rabbi interlocutor counterpart colleague economist strategist lawyer
  superintendent inspector sergeant councillor councilor legislator parliamentarian corporal constable commodore warden`)

/** What may stand before or within. */
export const modifiers =
  listed(`foreign defence defense interior finance energy economy trade justice prime deputy first second vice
  assistant under acting interim former ex late chief lead senior top special presidential permanent national security military
  intelligence political press state high joint government rebel opposition peace humanitarian army navy naval parliamentary personal
  outgoing veteran then-foreign newly crown party delegation team mission main principal executive regional federal supreme then
  external european lead-negotiator environment health agriculture transport culture education labour labor water home cabinet
  plenipotentiary caretaker human rights police border liaison retired resources development reform reforms cooperation industry innovation
  technology communications youth sports tourism planning reintegration infrastructure mining fisheries forestry commerce investment
  investments management ministry office department parliament duma commission
  kremlin tribal regimental eu un nato delegation's technical legal policy longtime long-time current incoming`)

/** Whether a word makes a phrase an office: "Ambassador-at-Large" and "vice-chairman" too. */
export function isHead(folded: string): boolean {
  return (
    heads.has(folded) ||
    /(?:ologist|ographer)$/.test(folded) ||
    (folded.includes('-') &&
      /(?:^|-)(?:minister|president|general|secretary|ambassador|chairman|chief|premier|envoy)(?:-|$)/.test(
        folded,
      ))
  )
}

/** What parts of a delegation do; no office of state. */
export const roles = listed(
  'negotiator delegate mediator member head leader facilitator interpreter expert chair chairman chairwoman guarantor interlocutor',
)

/** Capitalised words that end or make up the name of a body, a place or a thing, and not that of a person. */
export const bodies =
  listed(`council ministry office affairs committee commission union front army forces party movement league agency
  university institute railway railways center centre palace hotel house street square airport sea ocean river valley lake bay island islands strait
  gulf mountains east west north south eastern western northern southern agreement treaty accord accords memorandum protocol
  declaration convention plan process summit conference talks group mission bank fund court parliament senate congress duma assembly
  cabinet government embassy foundation times post news press radio tv television daily herald tribune journal guardian telegraph
  chronicle gazette courier observer dispatch ledger review monitor echo sentinel wire newswire bulletin mail globe mirror express star sun standard inquirer examiner argus quarterly monthly weekly
  media channel republic kingdom federation state states province region district corridor line zone base cross crescent day war
  world international national security defense defence human rights nuclear joint working round church cathedral mosque hall villa
  castle chancellery residence school club company corporation inc ltd department staff directorate service services delegation
  administration authority organization organisation association society alliance coalition community communities charter
  constitution act law bill resolution declaration initiative framework roadmap dialogue forum nations minister president foreign
  general city town village port harbour harbor pass bridge road highway station ground field plant oblast kraj governorate
  shoal shoals reef reefs rocks islet islets isle isles atoll atolls archipelago cape mount canal prefecture county canton emirate raion voivodeship
  peninsula coast basin desert plateau highlands lowlands sunday monday tuesday wednesday thursday friday saturday january february
  march april may june july august september october november december christmas easter ramadan orthodox catholic islamic christian
  muslim jewish arab african asian european american latin central middle black white red green pacific atlantic mediterranean
  telegram twitter facebook youtube whatsapp skype zoom google x prisoners bodies civilians war ceasefire humanitarian`)

/** Words that begin sentences, and lists of them: capitals that name nobody. */
export const common =
  listed(`a an the this that these those it its he she they we you i his her their our your my one two three four
  five six seven eight nine ten some many most few several all both each every other another such no not none any and or but nor so yet
  for if when while after before since until because although though however whereas as at by in on of to from with without within
  under over into onto between among during about against across along around behind beyond despite except near through toward
  towards upon according speaking asked meanwhile earlier later today yesterday tomorrow tonight now then here there where why what
  who whom whose which how once also still even only just more less least last next first second third fourth fifth finally
  moreover nevertheless instead indeed perhaps maybe yes no q a question answer update updated live breaking exclusive analysis
  opinion editorial officials sources diplomats negotiators delegations talks negotiations following ahead amid per mr mrs ms dr sir
  lord lady dame asked replied added noted photo image video file read watch share please sources based thanks let do does did is are
  was were will would can could should may might must has have had be been being agree agreed end ends begin begins hold holds neither
  either whether nothing everything something anything nobody everybody somebody anyone everyone someone note notes statement
  citing quoting asking responding answering addressing commenting referring turning outside inside`)

export const speech =
  listed(`said says told tells added adds stated states noted notes stressed stresses announced announces confirmed
  confirms explained explains insisted insists argued argues warned warns declared declares emphasized emphasised underlined underscored
  wrote writes replied replies answered answers recalled recalls claimed claims admitted admits acknowledged reiterated remarked
  commented comments continued concluded suggested asked asks urged complained conceded joked responded denied quipped observed tweeted
  posted pointed described called thanked recounted saying adding noting stressing cautioned predicted signalled signaled hinted vowed boasted lamented mused say tell add stress insist argue warn
  confirm explain`)

/** What people do, and bodies seldom. */
export const deeds =
  listed(`met led leads headed heads chaired chairs arrived left flew hosted hosts spoke speaks thanked attended walked
  returned read shook travelled traveled visited greeted smiled nodded represents represented recalled remembers remembered sat stood
  received attends attend landed departed believes thinks joined joins presided presides`)

export const honorifics = listed(
  'mr mrs ms dr sir lord lady dame prof hon h.e. excellency madam sheikh sheik ayatollah mullah datu hajji maulana',
)

export const particles = listed(
  'bin bint al el de del della la van von der den dos das do da di du ibn abu ben ter af zu d des le les',
)
