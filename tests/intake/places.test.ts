import { describe, expect, test } from 'vitest'
import { ofKind } from '../../src/intake/examined.ts'
import { read } from './read.ts'

const places = (text: string) =>
  ofKind(read(text, '2025-07-23').suggestions, 'venue').map(({ value }) => value.name)

/* Words that lead to a town, a building or a crossing, one sentence each. */
const led: Array<[sentence: string, ...places: string[]]> = [
  ['The delegations met in the port of Orvan.', 'Orvan'],
  ['They met in the Torland border town of Orvan.', 'Orvan'],
  ['They met in the southern city of Orvan.', 'Orvan'],
  ['They met at a villa outside Orvan on Monday.', 'Orvan'],
  ['They met on the outskirts of Orvan.', 'Orvan'],
  ['They met in Kuwait City and on Kalta Island.', 'Kuwait City', 'Kalta Island'],
  ['Ships lay off Kalta Shoal. They spoke of Kalta Oblast.', 'Kalta Shoal', 'Kalta Oblast'],
  ['The Belize City Council and the Faroe Islands agreed.'],
  ['In Masinloc, Zambales, a fisherman waited.', 'Masinloc', 'Zambales'],
  ['They met in La Línea de la Concepción.', 'La Línea de la Concepción'],
  ['They met at the Palacio de la Aduana.', 'Palacio de la Aduana'],
  ['They met on Martín García Island.', 'Martín García Island'],
  ['The talks were held at Kalta University.', 'Kalta University'],
  ['He is a hydrologist at Kalta University.'],
  ['The marbles would go to Athens.', 'Athens'],
  ['They met in Antigua Guatemala.', 'Antigua Guatemala'],
  ['The talks, held in Orvan and hosted by Torland, went on.', 'Orvan'],
  ['The Orvan-based mediators went home.'],
  ['The Orvan talks went on.', 'Orvan'],
  ['A second round in Orvan, Norway, is planned.', 'Orvan'],
  ['The delegation left Orvan for Selby on Monday.', 'Orvan', 'Selby'],
  ['The delegation flew from Orvan to Selby.', 'Orvan', 'Selby'],
  ['Shots were heard near Orvan and Selby.', 'Orvan', 'Selby'],
  ['The road between Orvan and Selby is closed.', 'Orvan', 'Selby'],
  ['They met halfway between Orvan and Selby.', 'Orvan', 'Selby'],
  ['They met 40 km north of Orvan.', 'Orvan'],
  ['They met aboard a ship off Orvan.', 'Orvan'],
  ['They met in downtown Orvan.', 'Orvan'],
  ['They met in central Geneva.', 'Geneva'],
  ['They met in Orvan’s old town hall.', 'Orvan'],
  ['The hotel in Orvan where they met is old.', 'Orvan'],
  ['They met in Dar es Salaam and in Rio de Janeiro.', 'Dar es Salaam', 'Rio de Janeiro'],
  ['They brought the two sides to Selby.', 'Selby'],
  ['They met in a flat in Ledra Street.', 'Ledra Street'],
  ['They met on the Avenida Libertador.', 'Avenida Libertador'],
  ['It was printed in The Wall Street Journal.'],
  ['Downing Street said no.'],
  ['They gathered at the Selby Grand Hotel.', 'Selby Grand Hotel'],
  ['They gathered at the Palais des Nations in Geneva.', 'Palais des Nations', 'Geneva'],
  ['They gathered at the Ministry of Foreign Affairs in Geneva.', 'Geneva'],
  ['The exchange took place at the Kalta crossing.', 'Kalta crossing'],
  ['The exchange took place at the Kalta checkpoint.', 'Kalta checkpoint'],
  ['The exchange took place at the Kalta bridge.', 'Kalta bridge'],
  ['They met at the Ba Selu temple.', 'Ba Selu temple'],
  ['In a Facebook post he spoke of the Thai-Laotian talks.'],
  ['They waited at the Kalta border.', 'Kalta border'],
  ['They waited at the Thai-Laotian border.'],
  ['MOSCOW, December 4. /TURAN VOSTOKA/. The talks opened.', 'Moscow'],
  ['The route between Orvan and Selby is closed.', 'Orvan', 'Selby'],
  ['Prisoners were handed over at Selby airport.', 'Selby airport'],
  ['The next round is due to open in Orvan.', 'Orvan'],
  ['The next round moves to Orvan.', 'Orvan'],
  ['ORVAN, July 23 (Reuters) - The talks opened on Monday.', 'Orvan'],
  ['ORVAN (AP) — The talks opened on Monday.', 'Orvan'],
  ['ORVAN: The talks opened on Monday.', 'Orvan'],
  ['Orvan, 23 July 2025 – The talks opened on Monday.', 'Orvan'],
  ['ORVAN/SELBY, July 23 (Reuters) - The talks opened on Monday.', 'Orvan', 'Selby'],
  ['They met in Um Garat, in El Fasra and in Ras al-Madi.', 'Um Garat', 'El Fasra', 'Ras al-Madi'],
  ['A ceasefire in Orvan province is due.', 'Orvan'],
  ['Fighting in the Orvan region went on.'],
  ['Moscow said that the talks had failed.'],
  ['In Parliament and in English they said so.'],
  ['The Selby delegation went home.'],
  ['They said Athienou was lost.', 'Athienou'],
  ['They spoke of the Athienou rail link, of Professor Davit Gabala and of the University of Leeds.'],
  ['They work at the Kalta metering station.', 'Kalta metering station'],
  ['Work on the Kalta metering station went on.'],
  ['It was over.</p><p>Dili, 8 May 2026', 'Dili'],
]

test.each(led)('%s', (sentence, ...names) => {
  expect(places(sentence)).toEqual(names)
})

describe('a building in British, French or Arabic dress:', () => {
  test.each([
    ['They met at Lancaster House in London.', 'Lancaster House', 'London'],
    ['They met at the Château de Vaux.', 'Château de Vaux'],
    ['They met in the Diwan al-Amiri.', 'Diwan al-Amiri'],
    ['They met at Qasr al-Madi palace.', 'Qasr al-Madi palace'],
  ])('%s', (sentence, ...names) => {
    expect(places(sentence)).toEqual(names)
  })
})
