/** The list of terms for the archivist: each class with its term here, the most that it can be, and its category. */
import { LONGEST, SELECTION, spanOf, USUAL_TERMS } from '../../services/municipality/terms.ts'
import type { RetentionClass } from '../../services/signal/rights/types.ts'
import { type Given, inWords, list, type Paper, paper, table } from './paper.ts'
import { CLASSES_NL } from './words.ts'

const classes = Object.keys(CLASSES_NL).filter((name): name is RetentionClass =>
  Object.hasOwn(CLASSES_NL, name),
)

export function retentionPaper(given: Given): Paper {
  const terms = given.municipality.retention ?? USUAL_TERMS
  return paper(
    given,
    'bewaartermijnen',
    'Bewaartermijnen',
    'Hoe lang wat bewaard blijft, en op welke categorie van de Selectielijst gemeenten 2020 dat rust.',
    [
      table(
        ['klasse', 'vanaf', 'hier', 'nooit langer dan', 'Selectielijst'],
        classes.map((name) => [
          CLASSES_NL[name].what,
          CLASSES_NL[name].from,
          inWords(spanOf(name, terms)),
          inWords(LONGEST[name]),
          SELECTION[name],
        ]),
      ),
      `Wie meldde, wordt ${inWords({ days: terms.identityDays })} na de laatste terugkoppeling op een afgesloten signaal vergeten. Dat gaat vanzelf; ` +
        'het is geen archiefstuk, en wachten zou mensen alleen blootstellen.',
      '## Hoe het gaat',
      list([
        'Zonder besluit loopt er geen termijn: het signaal blijft als te laat op de werklijst staan.',
        'Kijken, een notitie of een koppeling verschuift een termijn niet.',
        'Een mens vernietigt: de functionaris krijgt elke week een lijst zonder inhoud, en geeft akkoord of haalt er iets af, met een reden en een dag.',
        'Van elke vernietiging blijft een verklaring: het nummer, de klasse, de dagen, en wie akkoord gaf. Niets over mensen.',
        'Een signaal dat bevroren is (AVG artikel 18) wordt niet vernietigd tot dat is opgeheven.',
        'Reservekopieën vallen hierbuiten: spreek af dat die eindigen voor een termijn gehaald mag heten.',
      ]),
    ],
  )
}
