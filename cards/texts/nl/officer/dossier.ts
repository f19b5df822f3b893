/** The dossier and the page behind *Meer*. */
import type { DeadLetter, Effect } from '../../../../services/outbox/effect.ts'
import type { Undelivered } from '../../../../services/outbox/kinds.ts'

import type { Arrival } from '../../../../services/signal/reading/arrival.ts'

/** What did not arrive: with the name of an officer, or without. */
type Named = Extract<Undelivered, { officer: unknown }>['what']
type Plain = Exclude<Undelivered['what'], Named>
type About = Extract<Effect, { kind: 'tellReporter' }>['message']['about']

export const dossier = {
  unverified: 'Niet geverifieerd: een signaal is geen verdenking.',
  inline:
    'Lokale modus: dit staat hier in het gesprek zelf. In Teams opent het in een eigen venster, ' +
    'alleen voor jou.',
  speak: (reference: string) => `Dossier ${reference}`,

  acute: 'Misschien is er nu gevaar',
  acuteCalled: (called: string) => `112 gebeld: ${called}.`,
  acuteUnknown: '112 gebeld: niet bekend. Vraag ernaar, en twijfel je: bel zelf 112.',
  acuteBack: (moment: string) =>
    `Let op: op ${moment} zei de melder dat er geen gevaar is. Kijk toch snel. Het kan onder druk gezegd zijn.`,

  look: 'Vraagt nu om aandacht',
  wantsCall: 'De melder wil gebeld worden.',
  wantsCallUnknown:
    'De melder wil gebeld worden. Jij kunt niet zien wie het is: kijk of er een nummer bij het ' +
    'antwoord staat.',
  wantsTalk: 'De melder wil er met je over praten.',
  reporterLeft:
    'De melder is niet meer bereikbaar: het account bestaat niet meer. Ik stuur geen berichten meer. ' +
    'Terugkoppelen hoeft niet; je kunt afsluiten als de rest klaar is.',
  tellAgain:
    'Dit dossier is afgesloten, maar de melder heeft de terugkoppeling niet gekregen. Koppel nog terug, of ' +
    'leg vast waarom niet.',
  withdrawalWish: (moment: string) =>
    `De melder wil dit intrekken (${moment}). Jij weegt die wens. Laat de melder weten wat je doet.`,
  consultationWish: {
    enough:
      'De melder vindt het sparren genoeg. Omdat het om gevaar of een minderjarige kan gaan, ' +
      'beslis jij mee. Kies onder Meer.',
    keep: 'De melder wil dit bewaren als signaal.',
    later: 'De melder wil later verder praten.',
  },
  attachments: (count: number) =>
    count === 1
      ? 'De melder stuurde ook een bijlage. Die nemen wij niet aan. ' +
        'Ze staat alleen in de chat van de melder.'
      : `De melder stuurde ook ${count} bijlagen. Die nemen wij niet aan. Ze staan alleen in de chat ` +
        'van de melder.',
  minor: 'Misschien gaat het om een minderjarige. Kijk altijd ook naar hulp, niet alleen naar handhaving.',

  known: 'Gegevens van de melding',
  facts: {
    state: 'Status',
    urgency: 'Urgentie',
    why: 'Waarom deze urgentie',
    certainty: 'Hoe zeker is de melder',
    writtenIn: 'Taal van de tekst',
    minor: 'Minderjarig',
    degree: 'Wie het meldde',
    language: 'Taal van de melder',
    received: 'Binnen',
    look: 'Bekijken vóór',
    decide: { signal: 'Besluit vóór', consultation: 'Afronden vóór' },
    accountable: 'Verantwoordelijk',
    taken: 'In behandeling bij',
    was: 'Begon als',
  },
  youHaveIt: (name: string) => `${name} (jij)`,
  wasConsultation: 'sparren',
  wasKept: 'sparren, tegen de wens bewaard',
  keptReason: 'Waarom tegen de wens bewaard',

  written: 'Wat er geschreven is',
  nothingWritten: 'Er is geen tekst.',
  via: {
    chat: 'In de chat',
    form: 'In het formulier',
    addition: 'Aanvulling',
    answer: 'Antwoord op een vraag',
    told: 'Verteld aan wie het invoerde',
  },
  reporterCorrects: 'Correctie van de melder',
  askedAfter: (question: string) => `Gevraagd na het versturen: ${question}`,
  lookAtCorrection:
    'De melder schreef dat het anders zit. Lees die correctie eerst. Is de melding niet meer nodig? Kies Rechten en ' +
    'bewaren, en dan Eerder wissen.',
  at: (how: string, moment: string) => `${how} · ${moment}`,
  form: 'Formulier',
  formFields: {
    what: 'Wat',
    where: 'Waar',
    when: 'Wanneer',
    who: 'Wie',
    howKnown: 'Hoe weet de melder dit',
  },
  readAll: 'Lees alles',
  storyTitle: (reference: string) => `${reference} · alles wat er geschreven is`,
  cut: (shown: string, all: string) => `… (ingekort: hier staan ${shown} van ${all} tekens)`,
  leftOut: (count: string) => `… ${count} stukken staan hier niet …`,
  part: (part: number, of: number) => `Deel ${part} van ${of}`,
  nextPart: 'Lees verder',
  previousPart: 'Vorige deel',
  allRoutes: 'Alle organisaties',
  routesTitle: (reference: string) => `${reference} · waar het naartoe gaat`,
  noRoutes: 'Er is geen organisatie gekozen.',

  questions: 'Vragen en antwoorden',
  asked: (name: string, moment: string) => `Vraag van ${name} · ${moment}`,
  answered: (moment: string) => `Antwoord · ${moment}`,
  /** A question without an answer: whether it can have been read. */
  waits: {
    arrived: 'Nog geen antwoord.',
    maybe: 'Misschien niet aangekomen bij de melder. Nog geen antwoord.',
    underWay: 'Nog geen antwoord. Het bericht is nog niet aangekomen bij de melder.',
    waits: 'Ligt klaar bij de code. De melder heeft het nog niet gezien.',
    lost: 'Niet aangekomen bij de melder. Kies een andere weg.',
  } satisfies Record<Arrival, string>,
  answerUnknown: 'De melder weet het niet. Dat is ook een antwoord.',
  answerCallMe: 'De melder wil erover gebeld worden.',

  advices: 'Advies aan de melder',
  byAt: (name: string, moment: string) => `${name} · ${moment}`,

  decisions: 'Besluit',
  decisionBefore: 'Eerder besluit',
  decided: (outcome: string, name: string, moment: string) => `${outcome} · ${name} · ${moment}`,
  reason: 'Waarom',
  lead: 'Wie heeft de regie',
  victimHelp: 'Hulp voor een mogelijk slachtoffer',
  victimCheck: 'Gekeken of dit een slachtoffer kan zijn',
  monitorUntil: 'Monitoren tot en met',
  monitorOver: (day: string) => `${day} (voorbij: kies wat nu nodig is)`,
  safeReason: 'Wat de melder mag horen',
  tell: 'Hoe de melder het hoort',
  tellWhy: 'Waarom nog niet',

  routes: 'Waar het naartoe gaat',
  way: (way: string) => `Hoe: ${way}`,
  basis: (basis: string) => `Grondslag (de reden in de wet): ${basis}`,
  noBasis: 'Grondslag (de reden in de wet): niet ingevuld. Vraag het de jurist voordat je iets overdraagt.',
  planned: (day: string) => `Nog over te dragen. Antwoord gevraagd vóór ${day}.`,
  plannedLate: (day: string) => `Te laat: nog niet overgedragen, en het antwoord was gevraagd vóór ${day}.`,
  handed: (name: string, moment: string) => `Overgedragen door ${name} · ${moment}.`,
  answerBy: (day: string) => `Antwoord gevraagd vóór ${day}.`,
  answerLate: (day: string) =>
    `Te laat: het antwoord was gevraagd vóór ${day}. Bel ze, of noteer dat er niets komt.`,
  partnerSaid: (what: string, name: string, moment: string) => `${what} · genoteerd door ${name} · ${moment}`,
  noteAnswer: 'Antwoord noteren',
  changeAnswer: 'Nieuw antwoord',

  feedback: 'Terugkoppeling aan de melder',
  fedBack: (form: string, name: string, moment: string) => `${form} · ${name} · ${moment}`,
  notArrived: (line: string) => `${line} · niet aangekomen`,
  toldAs: (reason: string) => `Verteld: we doen nu niets, want ${reason}.`,
  noFeedbackLeft: 'Niet teruggekoppeld: de melder is niet meer bereikbaar.',
  noFeedbackAnonymous: 'Niet teruggekoppeld: de melder is anoniem, niemand kan die bereiken.',

  notes: 'Notities voor collega’s',
  closedBy: (name: string, moment: string) => `Afgesloten door ${name} · ${moment}`,
  withdrawnAt: (moment: string) => `Ingetrokken door de melder · ${moment}`,

  history: 'Wie keek mee',
  viewed: (name: string, moment: string, times: number) =>
    times === 1 ? `${name} bekeek dit · ${moment}` : `${name} bekeek dit ${times} keer, het laatst ${moment}`,
  revealed: (name: string, moment: string) => `${name} zag wie de melder is · ${moment}`,
  called: (name: string, moment: string) => `${name} belde de melder · ${moment}`,

  failed: {
    received: 'De ontvangstbevestiging is niet aangekomen bij de melder',
    taken: 'Het bericht dat dit in behandeling is, is niet bij de melder aangekomen',
    question: 'Je vraag is niet aangekomen bij de melder',
    advice: 'Je advies is niet aangekomen bij de melder',
    kept: 'De melder weet nog niet dat dit bewaard blijft',
    consultationEnded: 'De melder weet nog niet hoe het sparren is afgelopen',
    decided: 'Het bericht over het besluit is niet aangekomen bij de melder',
    handedOver: 'Het bericht over de overdracht is niet aangekomen bij de melder',
    takenUp: 'Het bericht dat het is opgepakt, is niet aangekomen bij de melder',
    stillAsking: 'Het bericht dat we blijven vragen, is niet aangekomen bij de melder',
    noAnswer: 'Het bericht dat er geen antwoord kwam, is niet aangekomen bij de melder',
    feedback: 'De terugkoppeling is niet aangekomen bij de melder',
    overdue: 'De melder weet nog niet dat het meldpunt te laat is',
    closed: 'Het bericht dat dit klaar is, is niet aangekomen bij de melder',
    fits: 'Het bericht dat het past bij andere informatie, is niet aangekomen bij de melder',
    doorbell: 'De kaart in het kanaal is niet bijgewerkt',
    alarmCard: 'De kaart van het alarm is niet bijgewerkt',
    officer: (name: string) => `${name} kreeg geen bericht in de eigen chat`,
    invitation: 'De uitnodiging voor een overleg is niet verstuurd. Nodig zelf uit',
    alarmChannel: 'Het alarm is niet aangekomen in het kanaal',
    partnerMail: 'De mail aan een organisatie is niet zeker verstuurd',
    alarm: (name: string) => `Het alarm is niet aangekomen bij ${name}. Bel zelf`,
  } satisfies Record<Plain, string> & Record<Named, (name: string) => string>,
  failedWhy: {
    gone: 'het gesprek bestaat niet meer',
    refused: 'de bot is daar geblokkeerd of verwijderd',
    away: 'Teams was te lang niet bereikbaar',
    unreachable: 'er is geen weg naartoe',
    outcomeUnknown: 'Teams gaf twee keer geen antwoord. Misschien kwam het toch aan',
  } satisfies Record<DeadLetter, string>,
  failedLine: (what: string, why: string) => `${what}: ${why}.`,
  possibleDuplicates: (what: string) => `Mogelijk dubbel aangekomen bij de melder: ${what}.`,
  messages: {
    received: 'de ontvangstbevestiging',
    taken: 'het bericht dat dit in behandeling is',
    question: 'je vraag',
    advice: 'je advies',
    kept: 'dat dit bewaard blijft',
    consultationEnded: 'hoe het sparren is afgelopen',
    decided: 'het bericht over het besluit',
    handedOver: 'het bericht over de overdracht',
    takenUp: 'het bericht dat het is opgepakt',
    stillAsking: 'het bericht dat we blijven vragen',
    noAnswer: 'het bericht dat er geen antwoord kwam',
    feedback: 'de terugkoppeling',
    overdue: 'het bericht dat het meldpunt te laat is',
    closed: 'het bericht dat dit klaar is',
    fits: 'het bericht dat het past bij andere informatie',
  } satisfies Record<About, string>,
  stillTrying: 'ik probeer het nog',
  failedDo:
    'Het gaat pas weer als Teams werkt, of als de melder schrijft. Kies een andere weg, bijvoorbeeld bellen.',

  reporter: 'De melder',
  reporterNameless: 'De naam van de melder is niet genoemd.',
  reporterName: (name: string) => `Dit is gemeld door ${name}.`,
  revealRecorded:
    'Dat je dit nu ziet, is vastgelegd met je reden. Zet de naam niet in een notitie of een overdracht.',
  iCalled: 'Ik heb gebeld',

  call: 'Bel melder',
  noCallUnknown:
    'Bel melder kan hier niet: de melder wil voor mensen onbekend blijven. Een vraag stellen via ' +
    'de bot kan wel.',
  noCallLeft: 'Bel melder kan hier niet: het account van de melder bestaat niet meer.',
  noCallAnonymous:
    'Bel melder kan hier niet: de melder is anoniem. Niemand kan een vraag of antwoord sturen.',
  decide: 'Besluit nemen',
  decideAgain: 'Nieuw besluit',
  advise: 'Geef advies',
  ask: 'Stel een vraag',
  feedBack: 'Terugkoppelen',
  close: 'Afsluiten',
  note: 'Notitie',
  more: 'Meer',
}

/** The page behind the button for what is done less often. */
export const more = {
  title: (reference: string) => `${reference} · meer`,
  who: 'Wie pakt dit op',
  whoNow: (name: string) => `Nu in behandeling bij ${name}.`,
  handTo: 'Geef aan een collega',
  urgency: (urgency: string) => `De urgentie is nu ${urgency}.`,
  changeUrgency: 'Urgentie wijzigen',
  minor: (minor: string) => `Gaat het om een minderjarige? Nu staat er: ${minor}.`,
  setMinor: { yes: 'Ja, minderjarig', no: 'Nee', unknown: 'Niet bekend' },
  keep: 'De melder wil dit niet bewaren, maar het moet wel? Dat kan alleen bij gevaar of een minderjarige.',
  keepButton: 'Toch bewaren',
  sparren: 'Sparren',
  end: 'Sparren samen afronden',
  endAbout:
    'Kies dit samen met de melder.\n\n**Dit was genoeg**: alles wat gevraagd is, wordt gewist. ' +
    'Dat kan niet terug. Alleen het aantal telt mee.\n\n**Bewaren als signaal**: het dossier ' +
    'blijft en je neemt een besluit.\n\n**Later verder**: het blijft open.',
  endChoices: {
    enough: 'Dit was genoeg: wis het',
    keep: 'Bewaren als signaal',
    later: 'Later verder',
  },
  closed: 'Dit dossier is afgesloten. Er is niets meer te wijzigen.',
  frozen: 'Dit dossier is bevroren: je kunt alleen kijken. Moet er weer aan gewerkt worden? Hef het op.',
}
