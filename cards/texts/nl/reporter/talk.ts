/** The conversation around a report: what is asked before it, ordinary answers, what was understood, and questions after it. */
import type { AskedAfter, Certainty, Degree, State, Urgency } from '../../../../services/signal/words.ts'

/** Before anything is passed on: does this belong here? */
export const fork = {
  emergency: 'Is er nu gevaar? [Bel 112](tel:112).',
  because: (words: string) => `Ik vraag dit omdat je schreef: “${words}”.`,
  chosen: 'Ik vraag dit omdat je koos voor Over een collega.',
  kept: 'Ik heb het niet doorgegeven en niemand leest het. Kies je niets? Dan wis ik het na 24 uur.',
  colleague: {
    title: 'Gaat dit over een collega of leidinggevende?',
    text: 'Dan hoort het niet hier. Bel of mail:',
  },
  officer: {
    title: 'Gaat dit over iemand van het meldpunt zelf?',
    text: 'Dan hoort het niet hier, want die persoon kan het lezen. Bel of mail:',
  },
  police: {
    title: 'Is dit informatie van de politie of uit opsporing?',
    text:
      'Dat mag ik niet aannemen. Daarvoor geldt een andere wet: de Wet politiegegevens. Gebruik je eigen ' +
      'systeem, of overleg met je teamleider.',
    contactText: (name: string) =>
      `Wil je toch iemand spreken? Dan hoort ${name} alleen dat je contact zoekt. Niet wat je schreef.`,
  },
  wipe: 'Ja, wis het',
  contact: 'Ja, wis het en vraag contact',
  not: 'Nee, ik wil dit melden',
  /** What an officer reads in the place of words that may not be taken (Wpg). */
  contactWish:
    'Iemand zoekt contact over iets dat hier niet opgeschreven mag worden (politie-informatie). Wat er getypt ' +
    'was, is niet bewaard.',
  askedFirst: 'Eerst nog één vraag. Kies hieronder.',
}

/** Where it may be reported here, and belongs elsewhere too. */
export const note = {
  violenceAtHome:
    'Gaat het om geweld thuis? Veilig Thuis denkt dag en nacht gratis mee: 0800-2000. Gebruik ook de meldcode ' +
    'van je werk (het stappenplan bij geweld thuis). Wordt iemand uitgebuit? Dan mag je het ook hier melden.',
  otherMunicipality: (name: string) =>
    `Speelt het in een andere gemeente? Je mag het hier melden. ${name} brengt het naar de gemeente die erover gaat.`,
  young:
    'Gaat het om iemand jonger dan 18? Veilig Thuis denkt dag en nacht gratis mee: 0800-2000. Gebruik ook de ' +
    'meldcode van je werk (het stappenplan bij geweld thuis).',
  dependent:
    'Heeft iemand zorg of hulp nodig? Veilig Thuis denkt dag en nacht gratis mee: 0800-2000. Gebruik ook de ' +
    'meldcode van je werk (het stappenplan bij geweld thuis).',
  because: (text: string, words: string) => `${text} Ik zeg dit omdat je schreef: “${words}”.`,
  consult: (words: string) =>
    `Omdat je schreef “${words}”: je mag er eerst over overleggen. Dan is het nog geen melding.`,
  codeFirst:
    'Meldde je hierover al iets anoniem? Typ dan eerst je code. Is het nieuw? Kies dan hieronder wie mag ' +
    'weten dat jij het meldt.',
}

/** What the card proposes, and why. */
export const proposed = {
  line: (what: string, words: string) => `Mijn voorstel: ${what}, omdat je schreef: “${words}”.`,
  change: 'Klopt het niet? Kies dan iets anders.',
  certainty: { sure: 'zeker', suspicion: 'een vermoeden', gut: 'een onderbuikgevoel' } satisfies Record<
    Certainty,
    string
  >,
  urgency: { acute: 'nu gevaar', high: 'haast', normal: 'gewoon', soft: 'geen haast' } satisfies Record<
    Urgency,
    string
  >,
  degree: { confidential: 'vertrouwelijk', unknown: 'onbekend', anonymous: 'anoniem' } satisfies Record<
    Degree,
    string
  >,
  minor: 'iemand jonger dan 18',
}

/** Is it a report at all? */
export const purpose = {
  title: 'Wil je dit melden, of vroeg je iets?',
  kept: 'Ik heb je woorden bewaard. Er is niets verstuurd.',
  report: 'Ik wil dit melden',
  join: 'Hoort bij wat ik al typte',
  question: 'Ik vroeg iets',
  gone: 'Dat weet ik niet meer. Typ het nog een keer, dan zet ik het klaar.',
  asked: (name: string, phone: string) =>
    `Ik ben een digitale assistent en begrijp niet alles. Bel ${name}: ${phone}. Wat je typte, heb ik gewist.`,
}

/** Putting back, splitting off. */
export const undo = {
  put: 'Zet terug',
  minute: 'Was dat niet de bedoeling? Een minuut lang kun je het terugzetten.',
  late: 'Dat kan niet meer. Het is gewist.',
  split: 'Dit is iets anders',
  splitDone: 'Ik heb je laatste bericht apart gezet. Wat je eerder typte, staat ook nog klaar.',
  splitNot: 'Er is hier niets dat ik apart kan zetten.',
  next: 'Er staat nog iets anders klaar dat niet is verstuurd. Typ verder om het te zien.',
  secondBegun: 'Dit zet ik apart, als een tweede melding. Wat je eerder typte, staat ook nog klaar.',
  joinFirst: 'Het hoort bij de eerste',
  second: 'Wat er klaarstaat, bewaar ik apart. Je vindt het hierboven terug.',
  busy: 'Er staat iets klaar waar haast bij is. Verstuur of wis dat eerst.',
}

/** Ordinary answers: nothing of what was typed is kept. */
export const ordinary = {
  thanks: 'Graag gedaan.',
  acknowledged: 'Goed.',
  draftWaits: 'Er staat nog iets klaar dat niet is verstuurd. Typ verstuur, wissen of verder.',
  questionWaits: (reference: string) => `Er staat nog een vraag voor je open over ${reference}.`,
  test: 'Ik doe het. Dit was een test: er is niets bewaard en niets verstuurd.',
  stop: 'Goed, we stoppen. Er is niets verstuurd.',
  stopDraft:
    'Goed, we stoppen. Wat je typte staat nog klaar en is niet verstuurd. Wil je het weg? Typ wissen.',
  neverMind: 'Goed, dan doe ik niets.',
  neverMindSent: (reference: string) =>
    `Goed, dan doe ik niets. Wil je ${reference} intrekken? Typ intrekken ${reference}.`,
  nothingYet: 'Je hebt vanuit deze chat nog niets gemeld.',
  nextSteps: {
    draft:
      'Wat je typte is nog niet verstuurd, en niemand leest het. Druk op Versturen, of typ verstuur. Dan krijg je ' +
      'een nummer en zie je wie het leest.',
    none: 'Vertel in je eigen woorden wat er is. Daarna kies jij of je het verstuurt.',
  },
  own: (reference: string, state: string, next: string) => `${reference}: ${state}${next}`,
  state: {
    received: 'ontvangen, het meldpunt gaat het lezen.',
    inTriage: 'in behandeling, iemand kijkt ernaar.',
    decided: 'besloten, er is gekozen wat er gebeurt.',
    handedOver: 'doorgegeven aan wie hierover gaat.',
    fedBack: 'je hebt gehoord wat er is gedaan.',
    closed: 'afgesloten.',
  } satisfies Record<State, string>,
  by: (moment: string) => ` Eerstvolgende datum: ${moment}.`,
  noTerm: ' Er loopt nu geen termijn.',
  anonymousToo: 'Meldde je iets anoniem? Typ dan je code, dan zie je hoe het staat.',
  human: (name: string) =>
    `Nee, ik ben een digitale assistent. Een mens leest wat je verstuurt en beslist: ${name}.`,
  canICall: (name: string, phone: string, other: string) =>
    `Ja, bellen kan. Bel ${name}: ${phone}. Of bel het meldpunt: ${other}.`,
  offTopic:
    'Daar kan ik je niet mee helpen. Ik ben er voor zorgen over mensenhandel, misbruik en ondermijning.',
  swearing: (phone: string) =>
    `Dat klinkt vervelend. Wil je iets kwijt? Typ het gerust. Liever praten? Bel ${phone}.`,
  whoReads: (names: string) =>
    `Wat je verstuurt, leest ${names}, of wie invalt. Wat niet is verstuurd, leest niemand van het meldpunt.`,
  yourChoice: 'Je kiest zelf wie mag weten dat jij het meldt:',
  teams: 'Teams bewaart deze chat. De beheerders van Teams kunnen daar soms bij.',
}

/** "Never mind, it turned out …": about what was reported before. */
export const correction = {
  thanks: 'Dank je wel dat je het zegt.',
  added: (reference: string, name: string) =>
    `Dank je wel dat je het zegt. Dit staat nu als correctie bij ${reference}. ${name} ziet het als eerste.`,
  erases: 'Is je melding niet meer nodig? Dan kan die snel worden gewist. Dat beslist een mens.',
}

/** Questions after a first sending. All may be skipped. */
export const after = {
  title: 'Weet je nog iets? Het mag, het hoeft niet.',
  question: {
    stillThere: 'Is de situatie er nu nog?',
    safeToReach: 'Kunnen we haar of hem veilig bereiken? Hoe juist niet?',
    howKnown: 'Heb je het zelf gezien of gehoord?',
    mayCall: 'Mogen we je bellen? Op welk nummer en wanneer?',
    where: 'Waar was het?',
    when: 'Wanneer was het?',
    who: 'Wie waren erbij? Een beschrijving is genoeg.',
    what: 'Wat zag of hoorde je precies?',
  } satisfies Record<AskedAfter, string>,
  send: 'Stuur mee',
  harmless: 'Vragen die je kunt stellen',
  nothing: 'Ik zag geen antwoord. Dat geeft niet: je hoeft niets in te vullen.',
}
