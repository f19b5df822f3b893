/** From the first words to the receipt. */
import type { Certainty, Urgency } from '../../../../services/signal/words.ts'

export const draft = {
  title: { signal: 'Dit heb ik van je', consultation: 'Dit wil je voorleggen' },
  notSent: 'Dit is nog niet verstuurd. Wil je iets toevoegen? Typ gewoon verder. Bewijs is niet nodig.',
  consultation: (name: string) =>
    `Dit is nog geen melding. ${name} denkt met je mee, daarna kies je wat ermee gebeurt.`,
  nothing: 'Nog geen tekst. Typ wat er is.',
  attachments: (count: number, name: string) =>
    count === 1
      ? `Je bijlage kan ik niet aannemen. ${name} krijgt te zien dat die er is. Hij staat nog in deze chat.`
      : `Je ${count} bijlagen kan ik niet aannemen. ${name} krijgt te zien dat die er zijn. Ze ` +
        'staan nog in deze chat.',
  certainty: {
    label: 'Hoe zeker ben je?',
    sure: 'Zeker: zelf gezien of gehoord',
    suspicion: 'Een vermoeden',
    gut: 'Een onderbuikgevoel: er klopt iets niet',
  } satisfies Record<Certainty | 'label', string>,
  urgency: {
    label: 'Is er haast bij?',
    acute: 'Nu gevaar (bel ook 112)',
    high: 'Haast: liefst vandaag',
    normal: 'Gewoon',
    soft: 'Geen haast',
  } satisfies Record<Urgency | 'label', string>,
  department: {
    label: 'Van welke afdeling komt dit? Bewaard als je vertrouwelijk meldt.',
    none: 'Zeg ik liever niet',
  },
  degree: {
    label: { signal: 'Wie mag weten dat jij dit meldt?', consultation: 'Wie mag weten dat jij dit vraagt?' },
    confidential: (who: string) => `Vertrouwelijk: ${who}`,
    unknown: 'Onbekend: niemand ziet je naam. Je krijgt hier wel antwoord.',
    anonymous: 'Anoniem: wij bewaren je naam niet. Je krijgt antwoord met een code.',
  },
  honest:
    'Je naam gaat niet naar anderen, tenzij de wet of een rechter ons verplicht. ' +
    'Kies je onbekend of anoniem? Schrijf dan liever niet waar en wanneer jij het zag. Aan je schrijfstijl kan ' +
    'iemand je herkennen. Teams bewaart deze chat. En in het kanaal staat wanneer er iets binnenkwam.',
  send: { signal: 'Versturen', consultation: 'Leg het voor' },
  form: 'Formulier invullen',
  toConsultation: 'Liever eerst sparren',
  toSignal: 'Toch melden',
  moved: 'Je tekst staat nu hieronder.',
  gone: {
    discarded:
      'Gewist. Na een minuut bewaar ik niets meer van wat je schreef. Je berichten staan nog in deze chat; daar ' +
      'kun je ze zelf verwijderen.',
    expired:
      'Wat je typte is niet verstuurd, en na 24 uur gewist. Wil je het toch kwijt? Begin gerust opnieuw. ' +
      'Je berichten staan nog in deze chat.',
    /** In danger: not before an officer saw the alarm, so some days later. */
    expiredLater:
      'Wat je typte is niet verstuurd, en nu gewist. Is er nu gevaar? Bel 112. Wil je het toch kwijt? ' +
      'Begin gerust opnieuw.',
  },
  /** A number was taken out, because it looks like a citizen service number. */
  bsn: {
    hidden: (count: number) =>
      count === 1
        ? 'Ik heb een nummer verborgen dat op een burgerservicenummer (BSN) lijkt. Niemand van het ' +
          'meldpunt ziet het.'
        : `Ik heb ${count} nummers verborgen die op een burgerservicenummer (BSN) lijken. Niemand van het ` +
          'meldpunt ziet ze.',
    yours: 'Staat het in een bericht dat je hier typte? Dat kun je zelf verwijderen.',
    undo: 'Dit is geen BSN',
    which: 'Welk nummer is geen BSN?',
    one: (nth: number) => `Nummer ${nth}`,
    all: 'Allemaal',
    retype:
      'Ik weet dat nummer niet meer, want ik bewaar het niet. Typ alleen het nummer opnieuw. ' +
      'Dan zet ik het terug.',
    none: 'Er staat hier geen nummer dat ik verborgen heb.',
  },
  /** Words that tell who wrote them. */
  betray: {
    title: 'Hieraan kan iemand zien dat jij het bent',
    line: (words: string, instead: string) => `“${words}” kan worden: “${instead}”`,
    more: (count: number) => (count === 1 ? 'En nog één plek.' : `En nog ${count} plekken.`),
    about: 'Je hoeft niets te veranderen. Ik zie ook niet alles. Mag het zo blijven? Verstuur het dan.',
    one: 'Maak dit vager',
    leave: 'Laat dit staan',
    next: 'Volgende plek',
    all: 'Maak alles vager',
    first: 'In je tekst staan woorden waaraan iemand kan zien dat jij het bent. Kijk nog even.',
    none: 'Er staat hier niets dat ik vager kan maken.',
  },
  /** Words for a signal that was sent, held until the person has looked. */
  held: {
    title: (reference: string) => `Dit staat nog niet bij ${reference}`,
    about: 'Kijk eerst even. Daarna geef ik het door.',
    send: 'Stuur zo',
    other:
      'Dit geef ik nog niet door. Ik wil je eerst iets laten zien. Maar er staat nog iets anders klaar. ' +
      'Verstuur of wis dat eerst. Typ dit daarna opnieuw. Je bericht staat nog in deze chat.',
  },
  nudge: 'Je hebt hier nog iets staan. Het is nog niet verstuurd. 24 uur na je laatste bericht wis ik het.',
  continue: 'Verder',
}

export const form = {
  title: 'Formulier',
  /** A field that could not be read; the rest is kept. */
  odd: (all: readonly { why: string }[]): string =>
    all.some(({ why }) => why === 'text')
      ? 'Een stuk tekst kwam niet heel aan. Kijk het na. De rest is bewaard.'
      : 'Eén keuze kwam niet aan. Kies die opnieuw. De rest is bewaard.',
  intro: 'Vul in wat je weet. Alles mag leeg blijven.',
  guard:
    'Zoek niets uit en spreek niemand erop aan. Blijf bij je eigen werk. Een BSN (burgerservicenummer) hoeft niet. ' +
    'Politie-informatie hoort bij de politie, niet hier.',
  what: 'Wat zag of hoorde je?',
  where: 'Waar was het?',
  whereHint: 'Bijvoorbeeld een straat, wijk of bedrijf',
  when: 'Wanneer was het?',
  whenHint: 'Bijvoorbeeld gisteren aan de balie, of al maanden',
  who: 'Wie waren erbij?',
  whoHint: 'Een beschrijving is genoeg',
  howKnown: 'Hoe weet je dit?',
  howKnownHint: 'Zelf gezien, van iemand gehoord, ergens gelezen',
  minor: 'Is er iemand jonger dan 18 bij?',
  minorHint: 'Kies, of laat leeg',
  yes: 'Ja',
  no: 'Nee',
  unknown: 'Weet ik niet',
  save: 'Bewaren',
  notSent: 'Bewaren is nog niet versturen.',
}

export const place = {
  title: 'Waar hoort dit bij?',
  one: (reference: string) => `Hoort dit bij ${reference}, of is het nieuw?`,
  many: 'Hoort dit bij iets dat je al meldde, of is het nieuw?',
  /** A question waits: nothing that is typed becomes its answer by itself. */
  oneAsked: (reference: string) =>
    `Hoort dit bij ${reference}, en is het je antwoord op de vraag? Of is het nieuw?`,
  manyAsked: 'Is dit je antwoord op een vraag? Hoort het bij iets dat je al meldde? Of is het nieuw?',
  asked: (reference: string) => `De vraag over ${reference}:`,
  askedNr: (nr: number, reference: string) => `Vraag ${nr} over ${reference}:`,
  answer: 'Dit is mijn antwoord',
  answerTo: (reference: string) => `Antwoord op de vraag over ${reference}`,
  answerToNr: (nr: number, reference: string) => `Antwoord op vraag ${nr} over ${reference}`,
  besides: (reference: string) => `Iets anders bij ${reference}`,
  kept: 'Ik heb het bewaard. Het is nog niet verstuurd.',
  /** A draft stands, and takes what is typed; a question about another waits. */
  alsoAsked: (reference: string) =>
    `Dit staat nu bij wat je nog niet verstuurde. Was het je antwoord op de vraag over ${reference}? Zet het dan ` +
    'in het veld onder die vraag.',
  label: 'Bij welke melding?',
  here: (reference: string) => `Hoort bij ${reference}`,
  hereChosen: 'Hoort bij deze melding',
  isNew: 'Het is nieuw',
}

export const receipt = {
  title: { signal: 'Gelukt, dank je wel.', consultation: 'Gelukt. Goed dat je het voorlegt.' },
  /** After something frightening nothing is called a success. */
  titleInDanger: 'Dank je wel dat je dit vertelt.',
  danger: 'Is er nu gevaar en heb je nog niet gebeld? Bel 112.',
  called: 'Je hebt 112 gebeld. Goed gedaan.',
  alarm: (name: string) => `Er is haast bij. ${name} krijgt een alarm.`,
  reference: 'Nummer',
  reader: 'Wie leest het',
  readerNobody: 'nog niemand',
  nobody: (phone: string) =>
    'Ik kon nog niemand van het meldpunt waarschuwen. Wat je schreef is bewaard, en ik blijf het proberen. ' +
    `Haast? Bel ${phone}.`,
  hear: 'Je hoort van ons',
  decide: 'Besluit',
  by: (moment: string) => `uiterlijk ${moment}`,
  outside: {
    municipality: (name: string) => `Melden we het buiten de gemeente? Dan doet ${name} dat, niet jij.`,
    employee: (name: string) =>
      `Melden we het buiten de gemeente, op jouw naam? Dan overlegt ${name} eerst met jou.`,
    employeeUnreachable: 'Melden we het buiten de gemeente? Dan gaat jouw naam niet mee: die weten wij niet.',
  },
  consultation: (name: string) =>
    `${name} denkt met je mee. Daarna kies je: was dit genoeg, bewaren als signaal, of later terugkomen.`,
  consultationKept: (name: string) =>
    `Was het genoeg? Dan wissen we het. Alleen bij gevaar of een kind kan ${name} het toch bewaren. ` +
    `Dan hoor je waarom.`,
  confidential: (who: string) =>
    `Alleen ${who} kan zien wie je bent. Daarvoor is een reden nodig. Die bewaren we.`,
  unknown: 'Niemand van het meldpunt kan zien wie je bent. Vragen en antwoorden komen via deze chat.',
  anonymous: 'Wij bewaren niet wie je bent. Daarom kan niemand je hier antwoord geven.',
  anonymousAnswer: (phone: string, reference: string) =>
    `Schrijf ${reference} op. Wil je antwoord of weet je meer? Bel ${phone} en noem dit nummer.`,
  anonymousConsultation: (name: string) => `Zo kan ${name} je geen advies geven. Wil je overleggen? Bel dan.`,
  anonymousMore: 'Wil je meer zekerheid? Meld Misdaad Anoniem: 0800-7000.',
  more: 'Weet je later meer? Typ aanvullen. Ga niet zelf op onderzoek.',
  guard: 'Ga niet zelf op onderzoek.',
  late: (phone: string) => `Hoor je niets? Bel ${phone}.`,
}
