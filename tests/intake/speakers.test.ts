import { expect, test } from 'vitest'
import { ofKind } from '../../src/intake/examined.ts'
import { read } from './read.ts'

/* Whose a quote is: whoever has the verb beside it, and not whom the quote or the sentence is about. */
const said: Array<[text: string, ...quotes: string[]]> = [
  [
    'Anna Voss, the chief negotiator, met Karl Brandt. Voss said Brandt "was late again".',
    'Anna Voss: was late again',
  ],
  [
    'Foreign Minister Anna Voss met Karl Brandt. "We agreed on nothing," Brandt said afterwards.',
    'Karl Brandt: We agreed on nothing',
  ],
  [
    'Foreign Minister Anna Voss left early. "I have a train to catch," she said. "The rest can wait."',
    'Anna Voss: I have a train to catch',
    'Anna Voss: The rest can wait',
  ],
  ['A diplomat told the Selby Ledger: "Nobody read the annex."', 'A diplomat: Nobody read the annex'],
  ['Foreign Minister Anna Voss told reporters: "Nobody read the annex."', 'Anna Voss: Nobody read the annex'],
  [
    'Foreign Minister Anna Voss met Karl Brandt. A guard at the gate shook his head. "Nobody signs today," he said.',
    'A guard at the gate: Nobody signs today',
  ],
  [
    'Resident Coordinator Anna Voss and Mayor Karl Brandt met. The Resident Coordinator spoke of what she called "three days of listening".',
    'Anna Voss: three days of listening',
  ],
  ['The talks, the Torlandic leader said, were "a beginning".', 'the Torlandic leader: a beginning'],
  ['"We try," Anna Voss, accompanied by Mayor Karl Brandt, told reporters.', 'Anna Voss: We try'],
  ['The text speaks of "mutual restraint", a phrase that both sides like.'],
  ['The foreign ministry said the offer was "not serious".', 'The foreign ministry: not serious'],
  ['The treaty, which names a "common river", was signed in 1960.'],
  ['Mayor Anna Voss said police had found "nothing of note" in the boat.', 'Anna Voss: nothing of note'],
  [
    '"Nothing will be signed today," the spokesman for the rebels, Karl Brandt, said.',
    'Karl Brandt: Nothing will be signed today',
  ],
  [
    'Asked about the map, Karl Brandt shrugged. "Maps are drawn by winners," he said.',
    'Karl Brandt: Maps are drawn by winners',
  ],
  ['According to Karl Brandt, the rebels want "roads and schools".', 'Karl Brandt: roads and schools'],
  ['Minister Anna Voss spoke first. According to her, the plan is "a beginning".', 'Anna Voss: a beginning'],
  [
    '"The boats stay," said Karl Brandt, who heads the union. Anna Voss of the ministry replied: "Then so do the fines."',
    'Karl Brandt: The boats stay',
    'Anna Voss: Then so do the fines',
  ],
  [
    'His adviser Karl Brandt wrote that the minister "never saw the text".',
    'Karl Brandt: never saw the text',
  ],
  [
    'Envoy Karl Brandt quoted Prime Minister Anna Voss as saying that it was "time to go".',
    'Anna Voss: time to go',
  ],
  [
    'Envoy Karl Brandt flew to Selby. "We waited for an hour," one of the drivers said.',
    'one of the drivers: We waited for an hour',
  ],
  ['Minister Anna Voss has little time for what she calls "the map people".', 'Anna Voss: the map people'],
  ['Her husband Karl Brandt, "the quiet one" to friends, did not speak.'],
  ['"It is over," Anna Voss told Karl Brandt.', 'Anna Voss: It is over'],
  ['In a letter to President Karl Brandt, Anna Voss wrote of "an open door".', 'Anna Voss: an open door'],
  [
    '"They ask for more each time," complains Karl Brandt. He sells nets. "And then more."',
    'Karl Brandt: They ask for more each time',
    'Karl Brandt: And then more',
  ],
  ['Karl Brandt, the envoy, was blunter: "No map, no money."', 'Karl Brandt: No map, no money'],
  ['Minister Anna Voss thanked envoy Karl Brandt for his "patient work".', 'Anna Voss: patient work'],
  [`Anna Voss's office dismissed the report as "invented".`, `Anna Voss's office: invented`],
  [
    'A source in the delegation of Anna Voss called the offer "an insult".',
    'A source in the delegation of Anna Voss: an insult',
  ],
]

test.each(said)('%s', (text, ...quotes) => {
  const found = ofKind(read(text, '2025-07-23').suggestions, 'quote')
  expect(found.map(({ value, words }) => `${value.speaker ?? '?'}: ${words.replace(/[.,]$/, '')}`)).toEqual(
    quotes,
  )
})
