/** What follows on a decision or a call: routes on which nobody answered, help, calls, and words in the wrong place. */

import type { WhyNotThere } from '../../../../services/signal/command.ts'
import type { HandOverBasis, HelpDone, Reached } from '../../../../services/signal/words.ts'
import { cases } from '../cases.ts'

export const follow = {
  /** Under the name, after a reveal. */
  reach: {
    department: (department: string) => `Afdeling: ${department}`,
    phones: 'Telefoon',
    mail: 'E-mail',
    otherWay: 'Op een andere manier.',
    note: 'Let hierop',
    noPhone: 'In de adreslijst van de gemeente staat geen nummer.',
    unknown: 'Ik kan het nummer nu niet opzoeken. Kijk zelf in de adreslijst van de gemeente.',
    teams: 'Bel met Teams',
    noTeams: 'Bellen met Teams kan hier niet: ik weet het account niet.',
  },
  called: {
    title: 'Noteer je gesprek',
    about: 'Schrijf kort op wat er gezegd is. Schrijf niet op wie de melder is.',
    reached: 'Heb je de melder gesproken?',
    reachedMissing: 'Kies of je de melder gesproken hebt.',
    choices: { reached: 'Ja, gesproken', notReached: 'Nee, niet bereikt' } satisfies Record<Reached, string>,
    text: 'Wat is er gezegd? (mag leeg blijven als je niemand bereikte)',
    hint: 'Bijvoorbeeld: ze is vandaag veilig, morgen bellen we weer',
    send: 'Bewaar het gesprek',
  },
  calls: 'Gesprekken met de melder',
  spoke: (name: string, moment: string) => `${name} sprak de melder · ${moment}`,
  notReached: (name: string, moment: string) => `${name} belde en kreeg geen gehoor · ${moment}`,

  basis: {
    title: (partner: string) => `Overdragen aan ${partner}: op welke grondslag?`,
    about:
      'Een grondslag is de reden die de wet geeft om gegevens te delen. Voor deze organisatie staat die niet vast. ' +
      'Zonder grondslag mag je niets overdragen: je deelt gegevens van iemand die daar niet om vroeg. ' +
      'Twijfel je? Vraag het eerst de jurist.',
    which: 'Op welke grondslag?',
    whichMissing: 'Kies een grondslag.',
    choices: {
      publicTask: 'Publieke taak van de gemeente (AVG 6, lid 1, onder e)',
      vitalInterest: 'Iemands leven of veiligheid is in gevaar (AVG 6, lid 1, onder d)',
      legalDuty: 'De wet verplicht ons (AVG 6, lid 1, onder c)',
    } satisfies Record<HandOverBasis, string>,
    why: 'Waarom geldt die hier?',
    whyHint: 'Bijvoorbeeld: Wmo, de jurist keek mee',
    whyMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Overgedragen op deze grondslag',
    said: (basis: string) => `Grondslag: ${basis}`,
    because: 'Waarom deze grondslag',
  },

  /** The form of an answer, where what was said is none. */
  again: 'Nog geen antwoord? Dan is dit de dag waarop we weer vragen, of zelf antwoorden',
  againHint: 'Mag leeg blijven: dan kies ik de gewone termijn.',
  passedTo: 'Doorgezet? Naar wie?',
  passedToNone: 'Niet doorgezet, of iemand die hier niet bij staat',

  /** Said when it was noted. */
  noAnswerYet: {
    question: (partner: string, day: string) =>
      `Genoteerd. Jij bent aan zet: geef ${partner} antwoord vóór ${day}.`,
    passedOn: (partner: string, day: string) =>
      `Genoteerd. We vragen nu ${partner} om antwoord, vóór ${day}.`,
    noAnswer: (partner: string, day: string) =>
      `Genoteerd. We vragen ${partner} opnieuw om antwoord, vóór ${day}.`,
  },

  theirTurn: (day: string) => `Nog geen antwoord. We vragen het weer op ${day}.`,
  ourTurn: (partner: string, day: string) => `${partner} heeft een vraag. Antwoord vóór ${day}.`,
  ourTurnLate: (partner: string, day: string) =>
    `Te laat: ${partner} wacht op jouw antwoord. Dat zou er zijn vóór ${day}.`,
  ours: (name: string, moment: string) => `Ons antwoord · ${name} · ${moment}`,
  askedInVain: (times: number) =>
    times === 1 ? 'Eén keer zonder antwoord gevraagd.' : `${times} keer zonder antwoord gevraagd.`,
  goesOn: (partner: string) => `Doorgezet naar ${partner}. Daar vragen we nu antwoord.`,
  wentWith: (reference: string) =>
    `Dit ging mee met ${reference}. Wat je vraagt en wat zij zeggen, leg je daar vast. Dan staat het ook hier.`,
  goesFor: (others: number) =>
    others === 1
      ? 'Ook voor één ander dossier van deze zaak: wat je hier vastlegt, geldt daar ook.'
      : `Ook voor ${others} andere dossiers van deze zaak: wat je hier vastlegt, geldt daar ook.`,
  cameFrom: (partner: string) => `Doorgezet door ${partner}.`,
  noAnswerObtained: (name: string, moment: string) =>
    `Geen antwoord gekregen, gestopt met vragen · ${name} · ${moment}`,
  escalatedTo: 'Voorgelegd aan',
  earlier: (what: string, moment: string) => `Eerder: ${what} · ${moment}`,
  answerThem: 'Beantwoord de vraag',
  stopAsking: 'Stop met vragen',

  answerPartner: {
    title: (partner: string) => `Beantwoord de vraag van ${partner}`,
    about:
      'De bot stuurt niets. Geef zelf antwoord, en noteer hier wat je zei. Daarna wachten we weer op hen.',
    text: 'Wat heb je geantwoord?',
    missing: 'Schrijf in het kort wat je antwoordde.',
    again: 'Vóór welke dag vragen we nu antwoord? (mag leeg blijven)',
    send: 'Bewaar ons antwoord',
  },
  giveUp: {
    title: (partner: string) => `Stoppen met vragen aan ${partner}`,
    about:
      'Er kwam geen antwoord. Stoppen kan pas als je het vaker vroeg en iemand anders erbij haalde. De melder ' +
      'hoort dan eerlijk dat we geen antwoord kregen.',
    tooEarly: (least: number) =>
      `Dit kan nog niet. Noteer eerst op ${least} dagen dat je vroeg en geen antwoord kreeg.`,
    askFirst: (who: string) => `Vraag het eerst aan ${who}.`,
    escalated: 'Aan wie heb je dit voorgelegd?',
    escalatedHint: 'Bijvoorbeeld: de leidinggevende daar, of ons hoofd',
    escalatedMissing: 'Schrijf op aan wie je het voorlegde.',
    reason: 'Waarom stoppen we met vragen?',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Stop met vragen',
  },

  help: {
    title: 'Hulp voor een mogelijk slachtoffer',
    about: (owner: string, day: string) => `${owner} regelt dit, uiterlijk ${day}.`,
    none: 'Er is geen hulp die nog geregeld moet worden.',
    closing: 'Afsluiten kan als de hulp geregeld is, of als vaststaat waarom die niet nodig is.',
    how: 'Hoe staat het ervoor?',
    howMissing: 'Kies hoe het ervoor staat.',
    choices: {
      arranged: 'Geregeld',
      notNeeded: 'Niet (meer) nodig, met een reden',
      later: 'Nog niet: een andere dag of iemand anders',
    } satisfies Record<HelpDone | 'later', string>,
    owner: 'Wie regelt de hulp?',
    ownerMissing: 'Kies wie de hulp regelt.',
    by: 'Vóór welke dag is de hulp geregeld?',
    byMissing: 'Kies een dag, vandaag of later.',
    text: 'Toelichting (bij geregeld mag die leeg blijven)',
    send: 'Bewaar',
    open: (owner: string, day: string) => `Hulp: ${owner} regelt dit, uiterlijk ${day}.`,
    late: (owner: string, day: string) =>
      `Te laat: hulp nog niet geregeld. ${owner} zou dit doen, uiterlijk ${day}.`,
    done: { arranged: 'Hulp geregeld', notNeeded: 'Hulp niet meer nodig' } satisfies Record<HelpDone, string>,
    line: (what: string, name: string, moment: string) => `${what} · ${name} · ${moment}`,
    button: 'Hulp bijwerken',
    withDecision: (decision: string, open: string) => `${decision} ${open}`,
  },

  minor: {
    ask: 'Is er iemand bij die jonger is dan 18?',
    missing: 'Kies of er iemand jonger dan 18 bij is. Weet je het niet? Kies dan: niet bekend.',
    about: 'Weet je het niet? Dan gaan we uit van wel, en kijken we altijd ook naar hulp.',
    isYes: 'in het dossier staat: ja, minderjarig. Klopt dat niet? Wijzig dat eerst onder Meer.',
    choices: { yes: 'Ja, of misschien', no: 'Nee', unknown: 'Niet bekend' },
    unknown:
      'Bij het besluit was niet bekend of er iemand jonger dan 18 bij is. Ga uit van wel: kijk ook naar hulp.',
  },

  move: {
    title: 'Verplaats een stuk tekst',
    door: 'Staat hier iets dat bij een ander dossier hoort?',
    about:
      'De tekst gaat naar het andere dossier. Hier blijft staan dat er iets verplaatst is, waarheen en waarom. ' +
      'Wie het schreef, staat nergens.',
    none: 'Hier staat geen tekst van de melder die je kunt verplaatsen.',
    passage: 'Welk stuk?',
    passageMissing: 'Kies het stuk dat ergens anders hoort.',
    passageChoice: (what: string, moment: string, begin: string) => `${what}, ${moment}: ${begin}`,
    to: 'Naar welk dossier?',
    toNone: 'Kies een open dossier',
    toChoice: (reference: string, day: string) => `${reference}, binnen op ${day}`,
    reference: 'Staat het er niet bij? Typ het nummer (bijvoorbeeld S-2026-0001)',
    reason: 'Waarom hoort het daar?',
    reasonHint: 'Schrijf niet op wie dit schreef',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    question:
      'Was het een antwoord op een vraag? Dan staat die vraag daarna weer open, en krijgt de melder de vraag opnieuw.',
    send: 'Verplaats',
    away: (reference: string, name: string, moment: string) =>
      `Verplaatst naar ${reference} · ${name} · ${moment}`,
    here: (reference: string, name: string, moment: string) =>
      `Kwam uit ${reference}, verplaatst door ${name} · ${moment}. Misschien schreef een andere melder dit.`,
    because: (reason: string) => `Waarom: ${reason}`,
    askedAgain: (moment: string) =>
      `Het antwoord hoorde bij een ander dossier. Opnieuw gevraagd · ${moment}.`,
    not: {
      unknown: 'dat dossier ken ik niet. Kies een open dossier, of typ het nummer precies zo.',
      same: 'dat is dit dossier zelf. Kies een ander dossier.',
      closed: 'dat dossier is afgesloten. Daar kan niets meer bij.',
      frozen: 'dat dossier is bevroren. Daar kan nu niets bij.',
      full: 'dat dossier is vol. Daar past deze tekst niet meer bij.',
      consultation: cases.refused.consultation,
      notYours: 'dat dossier is nu niet aan jou. Vraag het wie dienst heeft.',
    } satisfies Record<WhyNotThere, string>,
  },
}
