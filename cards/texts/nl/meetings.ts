/** Case meetings. No word of a signal stands in a sentence here, and in an invitation nothing of what it is about. */

const people = (count: number): string => (count === 1 ? '1 deelnemer' : `${count} deelnemers`)
const given = (count: number): string => (count === 1 ? '1 gegeven' : `${count} gegevens`)

export const meetings = {
  title: 'Overleg',
  none: 'Er is nog geen overleg gepland.',
  line: (day: string, hour: string, count: number) => `${day}, ${hour} uur · ${people(count)}`,
  states: {
    ahead: '○ Gepland',
    over: '! De dag is voorbij. Leg vast wat er is besproken.',
    held: '● Gehouden',
    cancelled: '✗ Ging niet door',
  },
  buttons: {
    meet: 'Plan een overleg',
    open: (nth: number, day: string) => `Overleg ${nth} · ${day}`,
    change: 'Verander dit overleg',
    slice: 'Kies voor',
    invite: 'Nodig iedereen uit',
    inviteAgain: 'Stuur de nieuwe dag',
    held: 'Leg vast wat er is besproken',
    cancel: 'Het gaat niet door',
    step: 'Plan een actie hieruit',
    back: 'Terug naar de zaak',
  },

  page: {
    why: 'Waarom een overleg',
    question: 'De vraag',
    waits: 'Dit overleg houdt niets tegen',
    waitsFor: (reference: string, day: string) => `${reference}: besluit uiterlijk ${day}.`,
    waitsLate: (reference: string, day: string) =>
      `Let op: over ${reference} moet op ${day} besloten zijn, dus vóór dit overleg.`,
    waitsUrgent: (reference: string) =>
      `Let op: ${reference} heeft spoed. Bel nu wie moet helpen; wacht niet op dit overleg.`,
    participants: 'Wie doet mee, en wat krijgt iedereen',
    role: (role: string) => `Als: ${role}`,
    noRole: 'Als wie? Dat staat er nog niet.',
    basis: (basis: string) => `Grondslag (reden in de wet): ${basis}`,
    noBasis: 'Er staat nog geen grondslag (reden in de wet). Zonder die reden krijgt deze deelnemer niets.',
    gets: (count: number) => (count === 0 ? 'Krijgt nog niets.' : `Krijgt ${given(count)}:`),
    more: (count: number) => `en nog ${count}`,
    gone: (count: number) =>
      `${given(count)} staan niet meer in een dossier, of zijn weerlegd. Die krijgt niemand.`,
    notYours: (count: number) => `${given(count)} uit een dossier dat niet aan jou is.`,
    came: 'was erbij',
    cameNot: 'was er niet bij en kreeg niets',
    minutes: 'Besproken',
    decision: 'Besloten',
    cancelled: (name: string, day: string) => `Afgezegd door ${name} op ${day}`,
    actions: 'Acties uit dit overleg',
    invite: 'Uitnodiging',
    notInvited: 'Er is nog niemand uitgenodigd.',
    inviting: 'De uitnodiging wordt verstuurd.',
    invited: (name: string, day: string) =>
      `Verstuurd op ${day} door ${name}. Er staat niet in waar het over gaat.`,
    inviteFailed: 'De uitnodiging is niet verstuurd. Nodig zelf uit, of probeer het opnieuw.',
    invitedOtherwise:
      'In de agenda’s staat nog een andere dag of tijd. Stuur de nieuwe dag, en haal de oude uit de agenda.',
    noMailbox:
      'Het meldpunt heeft geen postbus ingesteld. Nodig zelf uit, zonder te zeggen waar het over gaat.',
    noAddress: (names: string) => `Van deze deelnemers is geen mailadres bekend. Bel hen zelf: ${names}.`,
  },

  meet: {
    title: 'Plan een overleg',
    titleChange: 'Verander het overleg',
    about:
      'Iedereen krijgt straks alleen wat nodig is voor zijn deel. Dat kies je per deelnemer. ' +
      'Spoed wacht nooit op een overleg.',
    reason: 'Waarom is een overleg nodig?',
    reasonHint: 'Bijvoorbeeld: zorg en aanpak moeten op elkaar passen',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    text: 'Welke vraag moet beantwoord worden?',
    textMissing: 'Schrijf de vraag op.',
    day: 'Welke dag?',
    dayMissing: 'Kies een dag, vandaag of later.',
    hour: 'Hoe laat?',
    hourHint: 'Bijvoorbeeld: 09:30',
    hourMissing: 'Vul een tijd in, zoals 09:30.',
    who: 'Wie doen mee?',
    send: 'Zet het overleg klaar',
  },
  slice: {
    title: (who: string) => `Wat krijgt ${who}?`,
    about:
      'Kies alleen wat deze deelnemer nodig heeft. Niets staat al aan. Nooit wie het meldde, nooit de tekst zelf.',
    role: 'Als wie doet deze deelnemer mee?',
    roleHint: 'Bijvoorbeeld: teamleider wijkteam Noord',
    roleMissing: 'Schrijf op als wie deze deelnemer meedoet.',
    gets: 'Wat mag deze deelnemer weten?',
    left: (count: number) =>
      `${given(count)} passen hier niet bij. Zeg eerst bij Feiten wat klopt: dat staat hier vooraan.`,
    nothing: 'Er staan geen gegevens in deze zaak die je kunt delen.',
    basisIs: (basis: string) => `Grondslag (reden in de wet): ${basis}`,
    basis: 'Op welke grondslag (reden in de wet)?',
    basisMissing: 'Kies een grondslag, of geef niets.',
    reason: 'Waarom past die grondslag?',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Leg vast',
  },
  held: {
    title: 'Wat is er besproken?',
    about:
      'Wie erbij was, kreeg wat jij had gekozen. Dat staat daarna in de dossiers als overdracht, met een dag voor antwoord.',
    came: 'Wie waren erbij?',
    text: 'Kort verslag',
    textHint: 'Schrijf alleen wat nodig is',
    textMissing: 'Schrijf een kort verslag.',
    decision: 'Wat is besloten?',
    decisionMissing: 'Schrijf op wat er besloten is.',
    send: 'Leg vast',
  },
  cancel: {
    title: 'Gaat het overleg niet door?',
    about: 'Het blijft in de zaak staan, met waarom. Een uitnodiging haal je zelf uit de agenda.',
    reason: 'Waarom niet?',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Leg vast',
  },
  move: {
    title: 'Stel de stap uit',
    about: 'De oude dag blijft erbij staan, met waarom.',
    until: 'Tot welke dag?',
    untilMissing: 'Kies een dag, vandaag of later.',
    reason: 'Waarom later?',
    reasonMissing: 'Schrijf in een paar woorden waarom.',
    send: 'Stel uit',
    button: (step: number) => `Stel stap ${step} uit`,
    was: (day: string, count: number) =>
      count === 1 ? `Was eerst: ${day}.` : `${count} keer uitgesteld, eerst: ${day}.`,
  },

  invitation: {
    subject: (name: string) => `Overleg gemeente ${name}`,
    body: (name: string, phone: string) =>
      `Je bent uitgenodigd voor een overleg van de gemeente ${name}. ` +
      `Waar het over gaat, hoor je van de aandachtsfunctionaris: ${phone}. ` +
      'Zet in deze afspraak niets over de inhoud, ook niet in een antwoord.',
  },

  done: {
    meet: 'Het overleg staat klaar. Kies nu wat iedereen krijgt.',
    slice: 'Vastgelegd wat deze deelnemer krijgt.',
    invite: 'De uitnodiging gaat eruit. Er staat niet in waar het over gaat.',
    held: 'Het verslag staat in de zaak.',
    cancelled: 'Vastgelegd dat het niet doorgaat.',
  },
}
