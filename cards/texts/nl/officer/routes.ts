/** How a route stands, who is asked when nobody answers, what every partner is asked, and answers that are sealed. */

import type { RouteStanding } from '../../../../services/signal/reading/routes.ts'
import type { HelpThere, SixQuestion, SixText, WayName } from '../../../../services/signal/route.ts'

export const routes = {
  /** One word for how it stands; with the mark it is never colour alone. */
  is: {
    planned: '○ gepland, nog niet overgedragen',
    handedOver: '● overgedragen',
    received: '● ontvangen, ze hebben het',
    takenUp: '● opgepakt',
    question: '○ vraag aan ons',
    passedOn: '● doorgezet',
    answered: '● klaar: de uitkomst is bekend',
    declined: '● niet opgepakt',
    silent: '○ stil',
    givenUp: '● geen antwoord gekregen',
  } satisfies Record<RouteStanding['is'], string>,
  /** Silence, by how often it was asked and who was asked last. */
  silent: {
    never: '○ stil: de dag is voorbij, nog niet opnieuw gevraagd',
    times: (times: number) => `○ stil: ${times}e keer gevraagd`,
    now: (said: string, who: string) => `${said}, nu: ${who}`,
    heads: (who: string, ours: string) => `${who}, door ${ours}`,
    /** On the list, where no organisation is named. */
    listed: (said: string) => `Een organisatie antwoordt niet. ${said}`,
  },
  ways: {
    telephone: 'telefoon',
    portal: 'portaal',
    secureMail: 'beveiligde mail',
    mail: 'mail zonder inhoud',
  } satisfies Record<WayName, string>,
  asked: {
    who: (who: string, role: string) => `${who} (${role})`,
    line: (who: string, name: string, moment: string) =>
      `Gevraagd: ${who} · genoteerd door ${name} · ${moment}`,
    by: (who: string, way: string) => `${who}, via ${way}`,
    until: (day: string) => `Antwoord gevraagd vóór ${day}.`,
    themselves: 'de organisatie zelf',
  },
  /** Named after what it does to whom. */
  chase: {
    again: 'Opnieuw gevraagd',
    againTo: (who: string) => `Gevraagd: ${who}`,
    contact: (who: string) => `Gevraagd: ${who}`,
    head: (who: string) => `Hoofd gevraagd: ${who}`,
    next: {
      again: (who: string) => `Nu aan de beurt: opnieuw vragen aan ${who}.`,
      contact: (who: string) => `Nu aan de beurt: ${who}, een ander contact daar.`,
      head: (who: string, ours: string) => `Nu aan de beurt: hoofd tot hoofd. ${ours} vraagt ${who}.`,
    },
    ourHead: 'ons hoofd',
    onlyAgain: 'Van deze organisatie staat geen ander contact in de lijst.',
    lastStep: 'Alle stappen zijn gedaan. Vraag opnieuw, of stop met vragen.',
    done: (who: string, day: string) => `Genoteerd: ${who} is gevraagd. We vragen antwoord vóór ${day}.`,
  },
  /** Taken up: what comes of it. */
  result: {
    by: (day: string) => `Op ${day} vragen we wat eruit kwam.`,
    late: (day: string) => `Te laat: op ${day} zouden we horen wat eruit kwam. Vraag ernaar.`,
    askedAgain: 'Uitkomst gevraagd',
    noMore: 'Er komt niets meer',
    note: 'Uitkomst noteren',
    ended: (name: string, moment: string) => `Er komt niets meer, zegt ${name} · ${moment}`,
    done: {
      askedAgain: 'Genoteerd dat je ernaar vroeg. Op de nieuwe dag herinner ik je eraan.',
      noMore: 'Genoteerd: hier komt niets meer van.',
    },
  },
  received: {
    button: 'Ze hebben het',
    title: (partner: string) => `${partner} heeft het ontvangen`,
    about: 'Noteer wat je weet. Alles mag leeg blijven. Wat nog niet gezegd is, vragen we later weer.',
    send: 'Bewaar: ze hebben het',
    done: (partner: string) => `Genoteerd: ${partner} heeft het ontvangen.`,
  },
  six: {
    heading: 'Dit vragen we altijd',
    fromLink: 'Volgens de link is al ingevuld wat zij daar schreven. Kijk of het klopt.',
    hint: 'Vul in wat ze zeiden. Wat leeg blijft, staat in het dossier als nog niet gezegd.',
    ask: {
      takesUp: 'Pakken jullie het op?',
      contact: 'Wie is contactpersoon?',
      hearBy: 'Wanneer horen we iets?',
      mayTell: 'Wat mogen wij tegen de melder zeggen?',
      mustNot: 'Wat moeten wij vooral niet doen?',
      helpThere: 'Is er hulp voor het slachtoffer geregeld?',
    } satisfies Record<SixQuestion, string>,
    theirNumber: 'Onder welk nummer kennen zij dit?',
    help: { yes: 'Ja, geregeld', no: 'Nee, nog niet', notNeeded: 'Niet nodig' } satisfies Record<
      HelpThere,
      string
    >,
    helpNone: 'Niet gezegd',
    said: {
      contact: 'Contactpersoon',
      theirNumber: 'Hun nummer',
      mayTell: 'Dit mogen we tegen de melder zeggen',
      mustNot: 'Dit moeten we niet doen',
    } satisfies Record<SixText, string>,
    hearBy: (day: string) => `Ze laten iets horen vóór ${day}.`,
    helpSaid: (help: string) => `Hulp voor het slachtoffer: ${help}`,
    unanswered: (questions: string) => `Nog niet gezegd, vraag dit: ${questions}`,
    /** On the form of the feedback. */
    mayTell: (partner: string) => `${partner} zegt wat we tegen de melder mogen zeggen:`,
    mayTellSealed: (partner: string) =>
      `Wat we van ${partner} tegen de melder mogen zeggen, staat in het afgeschermde antwoord.`,
    mayTellUnknown: (partner: string) => `${partner} zei nog niet wat we tegen de melder mogen zeggen.`,
  },
  tellReporter: {
    label: 'Pakken ze het op? Hoort de melder dat dan?',
    choices: { yes: 'Ja, met een bericht zonder namen', no: 'Nee, nu niet' },
  },
  untold: 'De melder hoort niet dat dit is opgepakt. Zo is gekozen.',
  notToHear: 'De melder wil niet horen of het is opgepakt. Zeg dat dus niet.',
  sealed: {
    /** Above the fields of a form. */
    about:
      'Wat deze organisatie zegt, bewaren we afgeschermd. Het staat niet in het dossier en niemand vindt het met zoeken. ' +
      'Lezen kan op een eigen pagina, met een reden.',
    line: (what: string, name: string, moment: string) =>
      `${what} · afgeschermd, genoteerd door ${name} · ${moment}`,
    mustNot: 'Let op: ze zeiden wat we niet moeten doen. Lees dat voordat je iets doet.',
    button: 'Lees wat is afgeschermd',
    title: (partner: string) => `Afgeschermd antwoord van ${partner}`,
    why: 'Waarvoor lees je dit?',
    whyHint: 'Bijvoorbeeld: ik moet weten of we langs mogen',
    whyMissing: 'Schrijf in een paar woorden waarvoor.',
    ask: 'Voor deze gegevens geldt een eigen wet. Dat je kijkt, wordt vastgelegd met je reden.',
    send: 'Lees het',
    shown: 'Je ziet dit nu één keer. Neem er niets van over in een notitie, een overdracht of een bericht.',
    none: 'Hier staat niets dat is afgeschermd.',
    gone: 'Let op: dit kan ik niet openen. De sleutel past niet.',
    looked: (name: string, moment: string) => `${name} las dit · ${moment}`,
    done: 'Je ziet nu wat is afgeschermd. Dat is vastgelegd.',
    /** In the overview for an access request. */
    exists:
      'Er is ook een antwoord van een organisatie met een eigen wet, zoals politie of RIEC. Dat staat hier niet. ' +
      'De jurist beslist of dit gegeven wordt (UAVG 41).',
  },
}
