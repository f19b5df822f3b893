/** The entry for the register of algorithms: what proposes something, on what, by which version, and who decides. */
import { MATCH_FIELDS, STRENGTHS } from '../../services/matching/match.ts'
import { type Given, list, type Paper, paper, table } from './paper.ts'

export function algorithmsPaper(given: Given): Paper {
  return paper(
    given,
    'algoritmeregister',
    'Algoritmeregister: Signaalpunt',
    'Drie onderdelen stellen iets voor aan een mens. Geen ervan beslist, geeft iemand een score of leert van wat er gemeld wordt.',
    [
      table(
        ['onderdeel', 'wat het voorstelt', 'waarop', 'wie beslist'],
        [
          [
            'lezen',
            'waar een tekst over kan gaan, welke feiten erin staan, of er gevaar kan zijn',
            'woorden en een klein taalmodel dat in het programma zit; niets gaat naar buiten',
            'de melder kijkt het na, de functionaris bevestigt',
          ],
          [
            'herkennen',
            'of een persoon, organisatie of adres al eerder voorkwam',
            `gelijkenis van ${MATCH_FIELDS.length} soorten gegevens, met de reden erbij`,
            'de functionaris, met twee drukken',
          ],
          [
            'waarheen',
            'welke organisaties passen, in welke volgorde, en wat niet eerst',
            `vaste regels, versie ${given.rules}`,
            'de functionaris; niets staat al aangevinkt',
          ],
        ],
      ),
      '## Wat er niet in zit',
      list([
        'nationaliteit, geboorteland, herkomst, geloof, huidskleur of een naam als aanwijzing',
        'een voorspelling over een persoon',
        'leren van signalen: de regels en het taalmodel veranderen alleen met een nieuwe versie',
        'een dienst buiten het programma',
      ]),
      '## Hoe het te volgen is',
      list([
        `Bij herkennen staat een van ${STRENGTHS.length} sterktes, met elke overeenkomst en elk verschil.`,
        'Bij een besluit blijven de versie van de regels, het voorstel en de afwijking van de functionaris bewaard.',
        'Een proef gaat na dat een andere naam of herkomst geen ander voorstel geeft.',
        'Een tekst die niet begrepen wordt, komt altijd bij een mens.',
      ]),
      '## Risico',
      'Wat gelezen wordt kan fout zijn, en een gelijkenis kan toeval zijn. Daarom staat bij elk voorstel waarop het rust, is weerleggen één druk, ' +
        'en hoort ieder die het kreeg dat iets weerlegd is.',
    ],
  )
}
