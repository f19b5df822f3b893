/** Pages of ours that people open in a browser. */
import type { LinkSaid } from '../../../services/handover/link/linkAnswer.ts'
import { files } from './filePages.ts'

export const pages = {
  /** The name of the part of a page in which the language is chosen, to a screen reader. */
  languages: 'Taal',
  /** Stands on the page in the other language. */
  inThisLanguage: 'Lees dit in het Nederlands',
  neutral: {
    title: 'Deze pagina kun je nu niet gebruiken',
    text: 'De link is niet (meer) geldig, of het antwoord is al gegeven.',
    whole: 'Kwam de link uit een mail? Kijk of je de hele link hebt gekopieerd.',
    teams: 'Kwam de link uit Teams? Vraag daar dan een nieuwe.',
    call: 'Wil je ons iets laten weten? Bel dan de gemeente, en zeg dat je een link van ons kreeg.',
    municipality: (name: string): string => `Gemeente ${name}`,
  },
  later: {
    title: 'Dat lukt nu niet',
    text: 'Wacht een paar minuten en probeer het nog een keer. Twee keer versturen is niet erg: het telt één keer.',
  },
  answer: {
    title: 'Laat weten of je dit oppakt',
    about:
      'De gemeente gaf je iets door, of vroeg je iets. Op deze pagina staat niet waarover: dat weet je van ons, of je belt ons.',
    municipality: 'Van',
    number: 'Nummer',
    phone: 'Onze contactpersoon',
    what: 'Wat laat je weten?',
    choices: {
      takenUp: 'We pakken het op',
      notTakenUp: 'We pakken het niet op',
      question: 'We hebben eerst een vraag',
      passedOn: 'We hebben het doorgezet naar een ander',
    } satisfies Record<LinkSaid, string>,
    passedTo: 'Naar wie is het doorgezet?',
    passedToHint: 'Alleen als je het hebt doorgezet. Bijvoorbeeld: de afdeling Toezicht.',
    contact: 'Wie is bij jullie het contact?',
    reach: 'Hoe kunnen we die bereiken?',
    reachHint: 'Een telefoonnummer van het werk is het handigst.',
    day: 'Wanneer weten jullie meer, of willen jullie antwoord?',
    line: 'Wil je er iets bij zeggen?',
    lineHint:
      'Kort. Noem geen namen, adressen of burgerservicenummers: bel daarvoor liever. Dit komt versleuteld bij de gemeente.',
    optional: '(mag leeg blijven)',
    send: 'Verstuur dit antwoord',
    notSent: 'Dit is nog niet verstuurd',
    sendAgain: 'Kijk het na, en verstuur het nog een keer.',
    errors: 'Dit klopt nog niet',
    errorTitle: (title: string): string => `Nog niet verstuurd: ${title}`,
    wrong: {
      what: 'Kies wat je wilt laten weten.',
      passedTo: 'Schrijf op naar wie het is doorgezet.',
      question: 'Schrijf je vraag op, of hoe we je kunnen bellen.',
      day: 'Kies een dag in de toekomst, of laat dit leeg.',
      long: (most: number): string => `Dit is te lang. Er passen ${most} tekens.`,
    },
  },
  thanks: {
    title: 'Dank je, je antwoord is binnen',
    final: 'De gemeente leest dit. Je hoeft niets meer te doen. De link werkt nu niet meer.',
    question:
      'De gemeente leest dit en neemt contact op. De link blijft werken: laat daarna weten of je het oppakt.',
    hidden: 'Er stond een getal in dat op een burgerservicenummer lijkt. Dat hebben we niet bewaard.',
    call: 'Klopt er iets niet? Bel onze contactpersoon.',
  },
  files,
}
