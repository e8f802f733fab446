import { expect, test } from 'vitest'
import { ofKind } from '../../src/intake/examined.ts'
import { sayChain } from '../../src/intake/measure.ts'
import { read } from './read.ts'

/* Who is heard without a name, or through an outlet whose name says nothing: whatever noun phrase has a verb of speech. */
const told: Array<[sentence: string, chain: string]> = [
  ['Police say the bridge was closed at noon.', 'Police'],
  ['The road is open again, police said.', 'police'],
  ['Rescuers said the boat had sunk.', 'Rescuers'],
  ['Contacted by telephone, her spokeswoman said the text was not final.', 'her spokeswoman'],
  ['His lawyer said he would appeal.', 'His lawyer'],
  ["Asked about the map, the minister's spokesman said it was old.", "the minister's spokesman"],
  ['A spokesperson for the company said the line would open.', 'A spokesperson for the company'],
  ['Party circles say the talks have failed.', 'Party circles'],
  [
    'Straza wrote, quoting circles close to the presidency, that it was over.',
    'Straza < circles close to the presidency',
  ],
  ['CNN Brasil reported that it was over.', 'CNN Brasil'],
  ['Anna Voss told BBC Persian it was over.', 'BBC Persian < Anna Voss'],
  ['Sky News Australia said it was over.', 'Sky News Australia'],
  ['Shopkeepers near the crossing say trade has died.', 'Shopkeepers near the crossing'],
  [
    'Several farmers along the border told El Diario they were afraid.',
    'El Diario < Several farmers along the border',
  ],
  ['Those present say nobody shouted.', 'Those present'],
  ['Critics say the plan is thin.', 'Critics'],
  ['“It was over,” one of the engineers recalled.', 'one of the engineers'],
  ['“It was over,” a taxi driver outside the hotel said.', 'a taxi driver outside the hotel'],
  ['Citing an unnamed lawmaker, Vijesti said it was over.', 'Vijesti < an unnamed lawmaker'],
  ['Vijesti quoted a government source as saying it was over.', 'Vijesti < a government source'],
  ['In an interview with Vijesti published on Sunday, Anna Voss said it was over.', 'Vijesti < Anna Voss'],
  ['A palace adviser confirmed to AFP that it was over.', 'AFP < A palace adviser'],
  ["The ambassador's driver, reached by phone, said he had waited.", "The ambassador's driver"],
  ['Western diplomats following the talks warned that it was over.', 'Western diplomats following the talks'],
  ['A text leaked to Vijesti speaks of six months.', 'Vijesti < A text'],
  ['Vijesti has seen a draft that speaks of six months.', 'Vijesti < a draft'],
  ['In a draft seen by Vijesti, six months are named.', 'Vijesti < a draft'],
  ['As a senior negotiator put it, nobody won.', 'a senior negotiator'],
  ['“Nobody won,” as one senior negotiator put it.', 'one senior negotiator'],
  ['Nobody won, in the words of one diplomat.', 'one diplomat'],
  ['State-run television reported that it was over.', 'State-run television'],
  ['The lawyer for the families said nobody asked them.', 'The lawyer for the families'],
  ['Teachers in the valley told Radio Marca they had no heating.', 'Radio Marca < Teachers in the valley'],
  ["The Kremlin's spokesman said it was over.", "The Kremlin's spokesman"],
  ["The ministry's spokeswoman said it was over.", "The ministry's spokeswoman"],
  [
    '“It is over”, a high-ranking official in the finance ministry is quoted as saying.',
    'a high-ranking official in the finance ministry',
  ],
  ['Speaking on condition of anonymity, a general said it was over.', 'a general'],
  ['Asked whether it was over, an aide to the president laughed and said no.', 'an aide to the president'],
  ['The ministry declined to comment, but an official there said a decision was near.', 'an official there'],
  [
    '“We have seen this film before,” sighed a customs officer at the crossing.',
    'a customs officer at the crossing',
  ],
  [
    'A veteran of three earlier rounds told me the mood had never been worse.',
    'A veteran of three earlier rounds',
  ],
  ['Diplomats here say privately that it is over.', 'Diplomats here'],
  ['Privately, officials on both sides admit that it is over.', 'officials on both sides'],
  [
    'But aid workers reached by The Associated Press described empty villages.',
    'Associated Press < aid workers',
  ],
  ['Satellite images reviewed by the AP show burned houses.', 'AP < Satellite images'],
  ['Local radio reported shooting after dark.', 'Local radio'],
  ['Hospital staff said two soldiers were killed.', 'Hospital staff'],
  ['A WhatsApp message seen by Reuters called on them to stop.', 'Reuters < A WhatsApp message'],
  ['In an audio message shared with the BBC, a commander said they would go on.', 'BBC < a commander'],
  [
    "The prime minister's adviser told Al Jazeera they would go on.",
    "Al Jazeera < The prime minister's adviser",
  ],
  ['Sahara Post, which is close to the government, said shots had been fired.', 'Sahara Post'],
  ['An editorial in Yeni Zaman called it a betrayal.', 'Yeni Zaman'],
  ['Unconfirmed reports say it is over.', 'Unconfirmed reports'],
  ['Speaking to SUNA, Foreign Minister Anna Voss denied it.', 'SUNA < Anna Voss'],
  ['Foreign Minister Anna Voss, in an interview aired on Al Hadath, denied it.', 'Al Hadath < Anna Voss'],
  [
    'An analyst at the International Crisis Group said it was over.',
    'An analyst at the International Crisis Group',
  ],
  ['A rights group said 30 people were held.', 'A rights group'],
  ['Human rights lawyers said 30 people were held.', 'Human rights lawyers'],
  ['An opposition MP said 30 people were held.', 'An opposition MP'],
  ["The dam's engineers say it is safe.", "The dam's engineers"],
  ['Many in Selby say it is over.', 'Many in Selby'],
  [
    'Workers of the plant, gathered at the gates since Monday, complained that nobody asked.',
    'Workers of the plant',
  ],
  ['The weekly Straza, which has seen the minutes, wrote that it was over.', 'Straza < the minutes'],
  [
    'The ferry talks stalled again over fees, two persons briefed by the Danish side said.',
    'two persons briefed by the Danish side',
  ],
  [
    'A shepherd who saw the helicopters land said they stayed an hour.',
    'A shepherd who saw the helicopters land',
  ],
  ['Quoting a participant, SRF said the text was all but final.', 'SRF < a participant'],
  ['SRF obtained a copy of the document.', 'SRF < a copy'],
  ['The document was leaked to SRF.', 'SRF'],
  ['Tribal elders said they had not been consulted.', 'Tribal elders'],
  [
    'Radio Dabanga quoted a displaced woman in Zalingei as saying she had not been consulted.',
    'Radio Dabanga < a displaced woman in Zalingei',
  ],
  ['A hospital source put the toll at three.', 'A hospital source'],
  ['On Monday officials said a date would be set.', 'officials'],
  ['A date will be set, reports BNS.', 'BNS'],
  ['The state broadcaster, LRT, said a date would be set.', 'LRT'],
  [
    'Truckers waiting at the border told LRT they had run out of water.',
    'LRT < Truckers waiting at the border',
  ],
  ['Historians note that the deal is old.', 'Historians'],
  ['Lawyers for the company said the deal was void.', 'Lawyers for the company'],
  ["The company's lawyers said the deal was void.", "The company's lawyers"],
]
/* A side, a person, a text and a question tell nothing through anybody. */
const silent = [
  'A statement said the talks had failed.',
  'The statement said the talks had failed.',
  'The treaty says the river is shared.',
  'The company said the line would open.',
  'The paper, an influential weekly, said the talks had failed.',
  'The report, by the think tank Orbis, says it is over.',
  'The rebels said they would go on.',
  'Both sides said it was useful.',
  'The delegation said it was useful.',
  "The governor's office said it was useful.",
  'Torland said it was useful.',
  'The mayor of Selby said nobody asked him.',
  'The mayor of Selby, Anna Voss, said nobody asked her.',
  'A map published by the ministry says otherwise.',
  'A poll said 60 percent were against.',
  'The same source added that it was over.',
  'What officials said was not clear.',
  'Both men said it was over.',
  'The two women said it was over.',
  'Few people in Selby say so.',
  'The numbers say little.',
  'Its authors say the map is wrong.',
  '“They promised us schools,” said Amina, who lost her shop.',
  'The union of port pilots said it had not been asked.',
  '“Tired” was the word that a Swiss diplomat used.',
  'The elders said they had not been consulted.',
  'The toll is three, the Sudan Doctors Network said.',
  'Reporters in the hall saw him leave.',
  'An AFP journalist at the scene saw three bodies.',
  'Speaking to journalists, Anna Voss said it was over.',
  'Anna Voss told a news conference it was over.',
  'Anna Voss wrote on X that it was over.',
  'In a post on Telegram, Anna Voss said it was over.',
  'Karl Brandt told parliament it was over.',
]

const relays = (text: string) =>
  ofKind(read(text, '2025-07-23').suggestions, 'relay').map(({ value }) => sayChain(value.chain))

test.each(told)('%s', (sentence, chain) => {
  expect(relays(sentence)).toEqual([chain])
})

test.each(silent)('nobody is between: %s', (sentence) => {
  expect(relays(sentence)).toEqual([])
})
