/** What a data protection impact assessment (AVG 35) asks of the software: facts to weigh, never the weighing itself. */
import { openGates } from '../../services/municipality/goLive.ts'
import { partnersNow } from '../../services/municipality/municipality.ts'
import { type Given, list, type Paper, paper, table } from './paper.ts'
import { groundsOf } from './register.ts'
import { BASES_NL } from './words.ts'

/** A risk, what the software does about it, and what is left for people. */
const RISKS: readonly (readonly [risk: string, done: string, left: string])[] = [
  [
    'De naam van een melder lekt',
    'Zij staat apart en verzegeld; alleen wie dienst heeft kan haar opvragen, met een reden; anoniem melden kan',
    'Teams bewaart wat iemand in de chat typt: stel een korte bewaartermijn in, en spreek af wie bij eDiscovery mag',
  ],
  [
    'Een onbevestigd signaal wordt een feit',
    'Elk feit staat op niet bevestigd tot een mens het bevestigt; wat weerlegd is, wordt overal weerlegd, ook bij wie het kreeg',
    'Spreek met organisaties af dat zij een correctie verwerken',
  ],
  [
    'Een register wordt een zwarte lijst',
    'Geen score, geen nationaliteit of herkomst, geen koppeling naar andere systemen, geen lijst van personen; zoeken vraagt een doel en staat in het spoor',
    'Bekijk elke maand wie zocht en waarvoor',
  ],
  [
    'Een jongere wordt alleen als verdachte gezien',
    'Bij een mogelijke minderjarige wordt eerst gevraagd of zij slachtoffer is; handhaving alleen kan dan niet zonder antwoord',
    'De functionaris kent de weg naar Veilig Thuis en de zorgcoördinator',
  ],
  [
    'Iemand kijkt zonder reden',
    'Elke blik staat in het spoor; vrijgeven van een naam vraagt een reden; ongewoon veel openen wordt gemeld',
    'Het hoofd bekijkt die meldingen',
  ],
  [
    'De computer beslist',
    'Wat wordt voorgesteld, zegt waarom en op welke regels; niets staat al aangevinkt; niets gaat weg zonder een mens',
    'Leg vast wie beslist en wie vervangt',
  ],
  [
    'Gegevens blijven te lang',
    'Elke klasse heeft een termijn met een bovengrens; vernietigen gaat met een lijst en een verklaring',
    'De archivaris en de FG stellen de termijnen vast',
  ],
]

export function dpiaPaper(given: Given, today: Date): Paper {
  const { municipality: town } = given
  const open = openGates(town.goLive, today)
  return paper(
    given,
    'dpia-invoer',
    'Invoer voor de DPIA',
    'Een DPIA is hier verplicht (AVG artikel 35): gevoelige gegevens op grote schaal, over kwetsbare mensen, die het vaak niet weten. ' +
      'Dit zijn de feiten uit het systeem. Wegen doet de gemeente, met advies van de FG.',
    [
      '## Waar het om gaat',
      list([
        'Medewerkers vertellen in een chat van Teams wat zij zagen; een functionaris weegt dat en besluit.',
        `Het gaat om ${town.officers.length} mensen die lezen, en ${partnersNow(town).length} organisaties waar iets heen kan.`,
        `Grondslag van het beoordelen: ${groundsOf('assess')
          .map((each) => BASES_NL[each])
          .join('; ')}.`,
        town.reportsOutsideAs === 'municipality'
          ? 'Naar buiten meldt de gemeente, niet de medewerker.'
          : 'Naar buiten meldt de medewerker zelf. Zeg dat vooraf tegen melders.',
        'Wie in een signaal staat, wordt ingelicht als dat veilig kan (AVG artikel 14 lid 3): per besluit staat vast of dat nu gebeurt, later, of niet, en waarom.',
      ]),
      '## Risico’s, en wat het systeem eraan doet',
      table(['risico', 'wat het systeem doet', 'wat de gemeente doet'], RISKS),
      '## Wat nog open staat voor echte signalen',
      open.length === 0
        ? 'Niets: protocol, DPIA, advies van de FG en akkoord van de archivaris zijn ingevuld.'
        : list(open.map((gate) => gate.split(':')[0] ?? gate)),
    ],
  )
}
