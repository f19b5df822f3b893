/** What is a fact and what is none, kind by kind, with the one form in which it is given. */
import { describe, expect, test } from '@jest/globals'
import type { FactKind } from '../../../../services/understanding/reading.ts'
import { understand } from '../../../../services/understanding/understand.ts'

const found = (text: string, kind: FactKind): readonly (readonly [string, string])[] =>
  understand([text])
    .facts.filter((fact) => fact.kind === kind)
    .map(({ at, value }) => [at.words, value] as const)

const CASES: Record<FactKind, readonly (readonly [text: string, words: string, value: string])[]> = {
  address: [
    ['op molenend 3 wonen ze', 'molenend 3', 'molenend 3'],
    ['12 Baker Street, above the shop', '12 Baker Street', 'baker street 12'],
    ['Plein 1944 nummer 12', 'Plein 1944 nummer 12', 'plein 1944 12'],
    ['Hauptstrasse 12, Kleve', 'Hauptstrasse 12, Kleve', 'hauptstrasse 12 kleve'],
    ['hij woont kerkstraat 14b', 'kerkstraat 14b', 'kerkstraat 14 b'],
    ['Kerkstraat 14-B, boven', 'Kerkstraat 14-B', 'kerkstraat 14 b'],
    ['op Molenweg 12-II slapen er tien', 'Molenweg 12-II', 'molenweg 12 ii'],
    ['Molenweg nr 3 hs', 'Molenweg nr 3 hs', 'molenweg 3 hs'],
    ['op molen weide 12', 'molen weide 12', 'molen weide 12'],
    ['op de Zonnewende 12', 'Zonnewende 12', 'zonnewende 12'],
    ['Watermolen 16, 6715 RS Ede', 'Watermolen 16, 6715 RS Ede', 'watermolen 16 6715RS'],
    ['postcode 1234ab', '1234ab', '1234AB'],
    ['het is 1234 AB 12', '1234 AB 12', '1234AB 12'],
    ['Laan van Meerdervoort 101', 'Laan van Meerdervoort 101', 'laan van meerdervoort 101'],
    ['Burg. de Vrieslaan 3', 'Burg. de Vrieslaan 3', 'burg. de vrieslaan 3'],
    [
      'hoek van de Brinkweg en de Kolkstraat',
      'hoek van de Brinkweg en de Kolkstraat',
      'hoek brinkweg kolkstraat',
    ],
    ['in chalet 41', 'chalet 41', 'chalet 41'],
    ['huisje 12 op park De Eik', 'huisje 12 op park De Eik', 'huisje 12 park de eik'],
    ['boven de kapper in de Molenstraat', 'Molenstraat', 'molenstraat'],
  ],
  plate: [
    ['duitse plaat: B-MW 4471', 'B-MW 4471', 'BMW4471'],
    ['een busje VX-123-B', 'VX-123-B', 'VX123B'],
    ['kenteken 12abc3', '12abc3', '12ABC3'],
    ['auto xp 123 b', 'xp 123 b', 'XP123B'],
    ['84-HF-NK reed weg', '84-HF-NK', '84HFNK'],
    ['Pools kenteken WX 4471C', 'WX 4471C', 'WX4471C'],
    ['plaat B 123 ABC uit Roemenië', 'B 123 ABC', 'B123ABC'],
    ['1-ABC-123 uit België', '1-ABC-123', '1ABC123'],
    ['license plate LR19 XDN', 'LR19 XDN', 'LR19XDN'],
  ],
  telephone: [
    ['bel me op 06 twaalf 34 56 78', '06 twaalf 34 56 78', '+31612345678'],
    ['ring 0044 7700 900123', '0044 7700 900123', '+447700900123'],
    ['bel 06-12345678', '06-12345678', '+31612345678'],
    ['bel 06 12 34 56 78', '06 12 34 56 78', '+31612345678'],
    ['bel 06.1234.5678', '06.1234.5678', '+31612345678'],
    ['tel 612345678', '612345678', '+31612345678'],
    ['zij belt met +48 512 345 678', '+48 512 345 678', '+48512345678'],
    ['0031 6 12345678', '0031 6 12345678', '+31612345678'],
    [
      'nul zes twaalf vierendertig vijf zes zeven acht',
      'nul zes twaalf vierendertig vijf zes zeven acht',
      '+31612345678',
    ],
  ],
  companyNumber: [
    ['KvK 12345678', '12345678', '12345678'],
    ['k.v.k. 12 34 56 78', '12 34 56 78', '12345678'],
    ['vestigingsnummer 000012345678', '000012345678', '000012345678'],
  ],
  iban: [
    ['naar NL91 ABNA 0417 1643 00', 'NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
    ['naar nl91abna0417164300', 'nl91abna0417164300', 'NL91ABNA0417164300'],
    ['DE89370400440532013000', 'DE89370400440532013000', 'DE89370400440532013000'],
  ],
  mail: [
    ['mail Jan@Wok.example', 'Jan@Wok.example', 'jan@wok.example'],
    [
      'casting at pinkdoor punt example punt nl',
      'casting at pinkdoor punt example punt nl',
      'casting@pinkdoor.example.nl',
    ],
  ],
  birthYear: [
    ['04-11-2007 is haar geboortedatum', '04-11-2007', '2007-11-04'],
    ["dochter is van '08", "'08", '2008'],
    ['op zeventien mei tweeduizendacht geboren', 'zeventien mei tweeduizendacht', '2008-05-17'],
    ['geb. 12 okt 84', '12 okt 84', '1984-10-12'],
    ['moeder 1985 en vader', '1985', '1985'],
    ['meisje geb 12-3-2009', '12-3-2009', '2009-03-12'],
    ['hij is geboren in Sofia in 2008', '2008', '2008'],
    ['een jongen uit 2008', '2008', '2008'],
    ["ze is bouwjaar '07", "'07", '2007'],
    ['Luca (2011) is weg', '2011', '2011'],
    ['geboortedatum: 3 juli 2008', '3 juli 2008', '2008-07-03'],
  ],
  organisation: [
    ['BV Haagland is de verhuurder', 'BV Haagland', 'bv haagland'],
    ['hij rijdt voor Transbalt UAB', 'Transbalt UAB', 'transbalt uab'],
    ['in dienst bij bakkerij van eck, zegt ze', 'bakkerij van eck', 'bakkerij van eck'],
    ['bij Van Dijk Vastgoed B.V.', 'Van Dijk Vastgoed B.V.', 'van dijk vastgoed bv'],
    ['restaurant De Gouden Wok', 'restaurant De Gouden Wok', 'restaurant de gouden wok'],
    ['uitzendbureau flexpoint', 'uitzendbureau flexpoint', 'uitzendbureau flexpoint'],
    ['kapsalon samira in de stad', 'kapsalon samira', 'kapsalon samira'],
    ['Bakker & Partners Bewind', 'Bakker & Partners Bewind', 'bakker & partners bewind'],
    ['Balkan Trans d.o.o.', 'Balkan Trans d.o.o.', 'balkan trans d.o.o.'],
    ["zorgboerderij 't Hoefijzer", "zorgboerderij 't Hoefijzer", "zorgboerderij 't hoefijzer"],
  ],
  person: [
    ["meneer van 't Hof belde", "meneer van 't Hof", "meneer van 't hof"],
    ['rekening tnv k. dimitrov', 'k. dimitrov', 'k. dimitrov'],
    ['haar vriend jayden wacht buiten', 'jayden', 'jayden'],
    ['ik zag Mehmet staan', 'Mehmet', 'mehmet'],
    ['Volgens Mehmet klopt het', 'Mehmet', 'mehmet'],
    ['de eigenaar, een Jan de Groot', 'Jan de Groot', 'jan de groot'],
    ['haar vriend danny', 'danny', 'danny'],
    ['mw. Van den Berg-Yilmaz', 'mw. Van den Berg-Yilmaz', 'mw. van den berg-yilmaz'],
    ['tante fatma zegt', 'fatma', 'fatma'],
    ['ene J. de V.', 'J. de V.', 'j. de v.'],
    ['hij heet bogdan', 'bogdan', 'bogdan'],
  ],
  time: [
    ['24/7 open', '24/7', '24/7'],
    ['om de week een ander', 'om de week', 'om de week'],
    ['al drie maanden geen loon', 'drie maanden', 'drie maanden'],
    ['afgelopen dinsdag rond half 4', 'afgelopen dinsdag rond half 4', 'afgelopen dinsdag rond half 4'],
    ['elke ochtend om 5 uur', 'elke ochtend om 5 uur', 'elke ochtend om 5 uur'],
    ['op 14 maart 2024', '14 maart 2024', '2024-03-14'],
    ["'s nachts", "'s nachts", "'s nachts"],
    ['gisteravond', 'gisteravond', 'gisteravond'],
    ['3 weken geleden', '3 weken geleden', '3 weken geleden'],
  ],
}

describe.each(Object.entries(CASES) as [FactKind, (typeof CASES)[FactKind]][])('%s', (kind, cases) => {
  test.each(cases)('%s', (text, words, value) => {
    expect(found(text, kind)).toEqual([[words, value]])
  })
})

describe('no fact', () => {
  const NONE: readonly (readonly [FactKind, string])[] = [
    ['address', 'ik sta op nummer 1 van de wachtrij'],
    ['address', 'in de straat 14 mensen'],
    ['address', 'er wonen 14 mensen, 3 vrouwen, in een flat'],
    ['address', 'ik ben onderweg 20 minuten'],
    ['address', 'kan ik naar balie 4 of kamer 2.14'],
    ['address', 'in 2026 is er een feest'],
    ['plate', 'zaak Z/24/118203 en code E-502'],
    ['plate', 'pagina 91 zegt iets en 25 kilo'],
    ['telephone', 'bel 112 of 0800-1205'],
    ['telephone', 'zes keer een nul'],
    ['telephone', 'S-2026-0001'],
    ['companyNumber', 'ticket 55012345 staat open'],
    ['iban', 'ISO 9001 en NL2026'],
    ['birthYear', 'auto uit 2008 zonder apk'],
    ['birthYear', 'het rapport uit 2019'],
    ['birthYear', 'een leerlinge van 16'],
    ['birthYear', 'bouwjaar 1998 van de flat'],
    ['organisation', 'de garage staat leeg en het restaurant is dicht'],
    ['organisation', 'het bedrijf betaalt contant'],
    ['organisation', 'ik belde Veilig Thuis'],
    ['person', 'de eigenaar zegt dat de baas kwam'],
    ['person', 'mevrouw van de balie'],
    ['person', 'een Poolse man in een Mercedes uit Utrecht'],
    ['person', 'Woning is leeg. Bedrijf is dicht.'],
    ['person', 'Beste Karin, kun je helpen?'],
    ['time', 'artikel 5:20 Awb'],
    ['time', 'ze werken 60 uur per week'],
    ['time', 'ik heb vrijdag vrij, mijn dienst begint om 8 uur'],
    ['time', '10/10!!'],
  ]
  test.each(NONE)('%s: %s', (kind, text) => expect(found(text, kind)).toEqual([]))
})

test('what a person is goes with the name, as it was written', () => {
  const roles = understand([
    'haar vriend Danny en de eigenaar, een Jan de Groot. Mehmet, de kok, zag het.',
  ]).facts
  expect(roles.filter(({ kind }) => kind === 'person').map(({ value, role }) => [value, role])).toEqual([
    ['danny', 'vriend'],
    ['jan de groot', 'eigenaar'],
    ['mehmet', 'kok'],
  ])
})

test('the name of the municipality is no person', () => {
  const persons = (municipality?: string) =>
    understand(['Volgens Voorstad klopt het, en ik sprak Voorstad en Mehmet.'], { municipality })
      .facts.filter(({ kind }) => kind === 'person')
      .map(({ value }) => value)
  expect(persons()).toEqual(['voorstad', 'voorstad', 'mehmet'])
  expect(persons('Gemeente Voorstad')).toEqual(['mehmet'])
})

test('a street without a number is in doubt, with one it is sure', () => {
  const sure = (text: string) => understand([text]).facts.map((fact) => fact.sure)
  expect(sure('in de Molenstraat')).toEqual(['doubt'])
  expect(sure('Molenstraat 12')).toEqual(['sure'])
})

test('each fact says in which message it stands and where', () => {
  const messages = ['Er is iets.', 'Bel Mehmet op 06-12345678.']
  for (const { at } of understand(messages).facts) {
    expect(at.message).toBe(1)
    expect(messages[1]?.slice(at.from, at.to)).toBe(at.words)
  }
})
