/** The privacy statement for reporters, and for people in a signal (AVG 13 and 14), in plain Dutch. */
import { spanOf, USUAL_TERMS } from '../../services/municipality/terms.ts'
import { type Given, inWords, list, type Paper, paper } from './paper.ts'

export function statementPaper(given: Given): Paper {
  const { municipality: town } = given
  const terms = town.retention ?? USUAL_TERMS
  const { dpo } = town
  return paper(
    given,
    'privacyverklaring',
    'Wat wij met jouw gegevens doen',
    `Met Signaalpunt vertellen medewerkers van de gemeente ${town.name} wat zij zien of horen over mensenhandel, uitbuiting, ` +
      'zorgfraude en ondermijning. Een mens leest het en beslist.',
    [
      '## Als jij iets vertelt',
      list([
        'Je kiest zelf wie mag weten dat jij het was: wie dienst heeft bij het meldpunt, niemand, of je vertelt het anoniem met een code.',
        'Je naam staat apart en op slot. Opvragen kan alleen met een reden, en dat blijft bewaard.',
        `Je naam wordt vergeten ${inWords({ days: terms.identityDays })} nadat je het laatste bericht kreeg over een signaal dat klaar is.`,
        'Teams bewaart zelf wat je typt, zolang als de gemeente daar instelt. Namen kun je beter op het formulier zetten.',
        'Je naam gaat nooit naar een andere organisatie.',
      ]),
      '## Als iemand iets over jou vertelde',
      list([
        'Wat iemand vertelt is een signaal. Het is geen bewijs en geen verdenking.',
        'Een mens bekijkt of het klopt. Een computer geeft niemand een cijfer en beslist niets.',
        'Je BSN bewaren wij niet. Je herkomst of nationaliteit telt nooit mee.',
        'Soms geven wij iets door aan een organisatie die erover gaat, zoals hulp, toezicht of politie. Dat doet altijd een mens, en wij leggen vast waarom het mag.',
        'Wij laten het je weten als dat veilig kan. Soms kan dat pas later, of niet: als iemand daardoor gevaar loopt, of als onderzoek anders niet meer kan.',
        `Komt er niets uit, dan bewaren wij het ${inWords(spanOf('noAction', terms))}. Was het een vergissing, dan ${inWords(spanOf('refuted', terms))}. Is het opgepakt of doorgegeven, dan ${inWords(spanOf('handled', terms))}.`,
      ]),
      '## Wat je kunt vragen',
      list([
        'wat wij over jou bewaren, en aan wie het gegeven is',
        'iets recht te zetten dat niet klopt: wie het kreeg, hoort dat ook',
        'het te wissen, of er tijdelijk niets mee te doen',
        'bezwaar te maken',
      ]),
      'Wie iets vertelde, laten wij je niet weten: dat beschermt mensen die iets durven te zeggen.',
      dpo
        ? `Vraag het aan de functionaris gegevensbescherming: ${dpo.name}, ${dpo.email}, ${dpo.phone}. Of bel ${town.phone}.`
        : `Vraag het aan de gemeente: ${town.phone}.`,
      'Ben je het er niet mee eens? Dan kun je klagen bij de Autoriteit Persoonsgegevens.',
    ],
  )
}
