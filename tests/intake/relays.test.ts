import { describe, expect, test } from 'vitest'
import { ofKind } from '../../src/intake/examined.ts'
import { sayChain } from '../../src/intake/measure.ts'
import { read } from './read.ts'

/* The grammar of attribution, one sentence each: through whom a statement is said to have reached the text. */
const told: Array<[sentence: string, ...chains: string[]]> = [
  // An outlet speaks.
  ['The paper was signed on Monday, Koha Veriore says.', 'Koha Veriore'],
  ['Talks broke down before noon, Reuters reported.', 'Reuters'],
  ['Vesti Dnestra wrote that the bridge stays closed.', 'Vesti Dnestra'],
  ['As Nova Straza has reported, the bridge stays closed.', 'Nova Straza'],
  ['Halden Tidende’s report that the talks had failed was denied.', 'Halden Tidende'],
  ['A report in Le Monde spoke of a breakthrough.', 'Le Monde'],
  ['A Reuters report spoke of a breakthrough.', 'Reuters'],
  ['The talks failed, per Axios.', 'Axios'],
  ['The talks failed (AFP reports).', 'AFP'],
  ['It was first reported by Axios.', 'Axios'],
  ['Footage broadcast by Al Jazeera showed the delegation leaving.', 'Al Jazeera'],
  ['A video published by RIA Novosti shows an empty table.', 'RIA Novosti'],
  // An outlet cites.
  [
    'Reuters, citing a source close to the president, said the talks had failed.',
    'Reuters < a source close to the president',
  ],
  ['Interfax quoted a diplomat as saying that the talks had failed.', 'Interfax < a diplomat'],
  ['Interfax quoted Deputy Minister Anna Voss as saying that the talks had failed.', 'Interfax < Anna Voss'],
  ['Anna Voss was quoted by Interfax as saying that the talks had failed.', 'Interfax < Anna Voss'],
  ['A diplomat was quoted by Interfax as saying that the talks had failed.', 'Interfax < A diplomat'],
  ['The talks failed, TASS said, citing the defence ministry.', 'TASS < the defence ministry'],
  ['The talks failed, according to Al Hadath, citing two officials.', 'Al Hadath < two officials'],
  [
    'According to Reuters, which cited three people familiar with the matter, the talks failed.',
    'Reuters < three people familiar with the matter',
  ],
  ['The talks failed, AFP reported on Tuesday, quoting an airport official.', 'AFP < an airport official'],
  [
    'Citing unnamed officials, the Washington Post reported that the talks had failed.',
    'Washington Post < unnamed officials',
  ],
  [
    'The talks failed, the Baku Herald reported with reference to a source in the ministry.',
    'Baku Herald < a source in the ministry',
  ],
  ['TASS cites a source as saying the round may be delayed.', 'TASS < a source'],
  ['The talks failed, according to a cabinet memo seen by Reuters.', 'Reuters < a cabinet memo'],
  ['The weekly Straza, relying on court papers, wrote that they had failed.', 'Straza < court papers'],
  ['The daily Straza, which refers to port workers, wrote that they had failed.', 'Straza < port workers'],
  ['An account published by Dagens on Monday, which cited neighbours, was denied.', 'Dagens < neighbours'],
  ['BELEN (SANA-TAP) - The talks failed, one learned from a diplomat.', 'a diplomat'],
  ['That the talks had failed comes from Tass.', 'Tass'],
  ['State radio mentioned no figures.', 'State radio'],
  ['The Torland paper Straza has it that they failed.', 'Straza'],
  ['Axios is reporting that they failed.', 'Axios'],
  ['Straza Nova reported that, according to police sources, they failed.', 'Straza Nova < police sources'],
  ['AFP has the same from a Torland official.', 'AFP < a Torland official'],
  ['A police report dated 30 June and seen by Reuters counts 21 ships.', 'Reuters < A police report'],
  ['They failed, according to minutes obtained by Reuters.', 'Reuters < minutes'],
  // Somebody speaks to an outlet.
  ['They failed, Torland diplomatic sources informed EFE.', 'EFE < Torland diplomatic sources'],
  ['Mayor Anna Voss told Alsumaria that they had failed.', 'Alsumaria < Anna Voss'],
  ['Mayor Anna Voss told dzRH that they had failed.', 'dzRH < Anna Voss'],
  ['Mayor Anna Voss lamented on Canal Sur that they had failed.', 'Canal Sur < Anna Voss'],
  ['Anna Voss, who sat in as an observer, told Reuters that they had failed.', 'Reuters < Anna Voss'],
  ['The deaths were confirmed to Reuters by two nurses.', 'Reuters < two nurses'],
  ['A Torland source was telling the BBC that they had failed.', 'BBC < A Torland source'],
  [
    'The head of the Torland team told the public broadcaster TRF that they had failed.',
    'TRF < The head of the Torland team',
  ],
  // Somebody unnamed speaks to the text; what is called, told or taken down does not.
  ['They failed over Ayungin Shoal, an official privy to the talks said.', 'an official privy to the talks'],
  [
    'A Torland priest who took notes for both sides remembers two years.',
    'A Torland priest who took notes for both sides',
  ],
  ['Tenders must be called by June.'],
  ['Two officials were told to leave.'],
  [
    'A senior official told Reuters on condition of anonymity that the talks had failed.',
    'Reuters < A senior official',
  ],
  ['Speaking to AFP on condition of anonymity, a mediator said the talks had failed.', 'AFP < a mediator'],
  ['In comments carried by Anadolu, Anna Voss said the talks had failed.', 'Anadolu < Anna Voss'],
  ['“We go on,” Anna Voss said in remarks aired by NTV.', 'NTV < Anna Voss'],
  ['“We go on,” Anna Voss was quoted as saying by the Kyodo news agency.', 'Kyodo < Anna Voss'],
  ['“We go on,” Anna Voss said on Fox News.', 'Fox News < Anna Voss'],
  ['“We go on,” Anna Voss told Al Hadath in an interview.', 'Al Hadath < Anna Voss'],
  ['“We go on,” a minister from the delegation told Axios.', 'Axios < a minister from the delegation'],
  ['An aide to the president told Bloomberg it was over.', 'Bloomberg < An aide to the president'],
  [
    'Officials briefed on the plan told the Financial Times it was over.',
    'Financial Times < Officials briefed on the plan',
  ],
  ['Two of the negotiators told Reuters it was over.', 'Reuters < Two of the negotiators'],
  ['Reuters was told by two diplomats that it was over.', 'Reuters < two diplomats'],
  ['One delegate confided to Le Figaro that it was over.', 'Le Figaro < One delegate'],
  ['Interviewed by Dagens Monitor, Anna Voss called it a success.', 'Dagens Monitor < Anna Voss'],
  ['Anna Voss went on Sky News to say it was over.', 'Sky News < Anna Voss'],
  ['Anna Voss declared on the waves of Radio Selby that it was over.', 'Radio Selby < Anna Voss'],
  ['Anna Voss, quoted by Interfax, said it was over.', 'Interfax < Anna Voss'],
  ['A fisherman told the television station xTV it was over.', 'xTV < A fisherman'],
  [
    'A member of the Torland team, who begged for anonymity, told the Balkan Ledger it was over.',
    'Balkan Ledger < A member of the Torland team',
  ],
  ['Anna Voss, speaking to Otra Mirada at the airport, said it was over.', 'Otra Mirada < Anna Voss'],
  [
    'Axios said on Monday, citing a secret cabinet paper, that it was over.',
    'Axios < a secret cabinet paper',
  ],
  ['Confidential letters, which Axios has seen, show that it was over.', 'Axios < Confidential letters'],
  [
    'A worker with one of the shippers, who was not allowed to speak, told Axios it was over.',
    'Axios < A worker with one of the shippers',
  ],
  ['Public broadcaster XTV called it a defeat.', 'XTV'],
  ['A Torland official told Straza that it was over.', 'Straza < A Torland official'],
  ['Alba Info, a local website, has published a map.', 'Alba Info'],
  ['The daily Straza, for its part, quoted port workers as saying it was over.', 'Straza < port workers'],
  ['According to a police report dated 9 January, seen by Axios, it was over.', 'Axios < a police report'],
  ['Broadcaster XTV put it at 18 percent.', 'XTV'],
  ['It was over, one of them told Axios.', 'Axios < one of them'],
  ['Anna Voss shrugged when asked by Axios.', 'Axios < Anna Voss'],
  ['Voice of Selby, citing court papers, reported that it was over.', 'Voice of Selby < court papers'],
  // Nobody is named.
  ['A palace official in Selby called the figures a dream.', 'A palace official in Selby'],
  ['Two others, both members of the team, said it was not.', 'Two others'],
  ['According to a summary published by the government, it was over.', 'a summary'],
  ['A driver reached by telephone said it was over.', 'A driver'],
  ['Meanwhile, hydrologists in Selby say the river is dry.', 'hydrologists in Selby'],
  ['The two ministers said it was over.'],
  ['Residents of Selby, the town nearest to the bridge, said they heard shots.', 'Residents of Selby'],
  ['“It was over,” says a woman who saw them and does not want to be named.', 'a woman who saw them'],
  ['The talks failed, Torland’s official news agency reported.', 'Torland’s official news agency'],
  [
    'The talks failed, according to two people at the table and a copy of the minutes seen by Axios.',
    'two people at the table',
    'Axios < a copy',
  ],
  ['The talks failed, Straza learns from party circles.', 'Straza < party circles'],
  ['What do residents say?'],
  ['A spokesman for the rebels said the talks had failed.', 'A spokesman for the rebels'],
  ['Two Western officials interviewed for this study consider it plausible.', 'Two Western officials'],
  ['An official I spoke to by telephone says it is over.', 'An official'],
  ['The talks failed, according to a source close to the mediation.', 'a source close to the mediation'],
  ['Officials briefed on the talks said they had failed.', 'Officials briefed on the talks'],
  ['The talks failed, people familiar with the matter said.', 'people familiar with the matter'],
  ['The talks failed, a person who attended said.', 'a person who attended'],
  ['Sources in the ministry confirmed the date.', 'Sources in the ministry'],
  ['One of the mediators said the talks had failed.', 'One of the mediators'],
  ['A third delegate, who asked not to be named, said they had failed.', 'A third delegate'],
  ['“They failed,” said a member of the Torland team.', 'a member of the Torland team'],
  ['A senior aide to Anna Voss said the talks had failed.', 'A senior aide to Anna Voss'],
  ['Diplomats in Geneva spoke of a breakthrough.', 'Diplomats in Geneva'],
  ['It is understood from diplomatic sources that they failed.', 'diplomatic sources'],
  [
    'The talks failed, two sources with knowledge of the talks told us.',
    'two sources with knowledge of the talks',
  ],
  ['The date was confirmed by two officials.', 'two officials'],
  ['Local media say the talks have failed.', 'Local media'],
  ['Turkish media reported that the talks had failed.', 'Turkish media'],
  ['State television said the talks had failed.', 'State television'],
  ['Residents said they had heard shots.', 'Residents'],
  // A body is a relay where something is according to it.
  ['The talks failed, according to the foreign ministry.', 'the foreign ministry'],
  ['The talks failed, according to a ministry statement.', 'a ministry statement'],
  ['The talks failed, according to a Kremlin readout.', 'a Kremlin readout'],
  ['The talks failed, according to the Kremlin.', 'the Kremlin'],
  ['The talks failed, according to Torland’s foreign minister, Anna Voss.', 'Anna Voss'],
  // None of these is a relay.
  ['The foreign ministry said the talks had failed.'],
  ['The Kremlin said the talks had failed.'],
  ['Ankara said the talks had failed.'],
  ['Foreign Minister Anna Voss told reporters the talks had failed.'],
  ['Anna Voss told the Security Council the talks had failed.'],
  ['According to the plan, the talks go on.'],
  ['The officials flew home.'],
  ['The agency of Anna Voss’s deputy is small.'],
  ['Elizabeth Moran said the talks had failed.'],
  ['Foreign Minister Tariel Gvaneli said little. Gvaneli said they had failed.'],
]

const relays = (text: string) =>
  ofKind(read(text, '2025-07-23').suggestions, 'relay').map(({ value }) => sayChain(value.chain))

test.each(told)('%s', (sentence, ...chains) => {
  expect(relays(sentence)).toEqual(chains)
})

describe('who was named before speaks again:', () => {
  test.each<[string, ...string[]]>([
    [
      'TASS quoted a diplomat on Monday. The talks had failed, the agency said.',
      'TASS < a diplomat',
      'TASS < a diplomat',
    ],
    [
      'TASS reported no progress. They had failed, the agency quoted Anna Voss as saying.',
      'TASS',
      'TASS < Anna Voss',
    ],
    ['Minister Anna Voss left. According to her, the talks had failed.', 'Anna Voss'],
    [
      'Interfax quoted a source. “They failed,” the interlocutor of the agency said.',
      'Interfax < a source',
      'Interfax < a source',
    ],
    ['NTV said it was over. An official told the broadcaster that it was not.', 'NTV', 'NTV < An official'],
    ['Axios spoke of a deal. According to the report, it was over.', 'Axios'],
    ['Reuters spoke to a source in the team. The source said it was over.', 'Reuters < a source in the team'],
  ])('%s', (text, ...chains) => {
    expect(relays(text)).toEqual(chains)
  })
})
