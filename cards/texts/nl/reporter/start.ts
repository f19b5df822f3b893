/** What somebody reads before anything has been written, and when there is danger. */

type Reader = { name: string; title: string; phone: string }

export const welcome = {
  danger: 'Is er nu gevaar? Bel 112.',
  hello:
    'Hoi, ik ben Signaalpunt, een digitale assistent. Klopt er iets niet? ' +
    'Vertel het in je eigen woorden, of overleg eerst (sparren). Je hoeft niets te bewijzen.',
  reader: ({ name, title, phone }: Reader) => `Een mens leest het en beslist: ${name}, ${title}, ${phone}.`,
  nobody: (phone: string) =>
    `Ik kan nu niemand van het meldpunt bereiken. Bel ${phone}. Typen kan ook: ik bewaar het en blijf proberen.`,
  deputy: ({ name, phone }: Reader) => `Vervanger: ${name}, ${phone}.`,
  write:
    'Schrijf wat je zag of hoorde. Een BSN (burgerservicenummer) hoeft niet. ' +
    'Politie-informatie hoort bij de politie, niet hier. ' +
    'Medische gegevens alleen als dat echt nodig is. Teams bewaart deze chat.',
  call: (phone: string) => `Liever niet typen? Bel ${phone}.`,
  colleague: (name: string) =>
    `Gaat het over een collega of over ${name}? Typ hier niets. Tik op Over een collega.`,
  choose: 'Typ gewoon wat er is, of kies:',
  photo: (name: string) => `Foto van ${name}`,
}

export const how = {
  title: 'Zo werkt het',
  steps: 'Stap voor stap',
  tell: 'Jij vertelt wat je zag of hoorde, of je overlegt eerst. Dat kan in twee minuten.',
  reads: (name: string) =>
    `${name} leest het. Je hoort binnen 1 werkdag van ons. ` +
    'Is er haast? Dan binnen 1 uur op werktijd. Bij gevaar gaat er meteen een alarm.',
  decides: (name: string) =>
    `${name} beslist wat er gebeurt, binnen 3 werkdagen. ` +
    'Heb je alleen een gevoel dat er iets niet klopt, of wil je overleggen? Dan binnen 10 werkdagen.',
  outside: {
    municipality: (name: string) =>
      `Moet het naar een andere organisatie? Dan meldt ${name} het, niet jij. We vragen daar ` +
      'altijd een antwoord.',
    employee: () =>
      'Moet het naar een andere organisatie? Bij ons staat zo’n melding op naam van de medewerker. ' +
      'Daarover overleggen we eerst met jou.',
  },
  hears:
    'Jij hoort wat er besloten is en wanneer het klaar is. Wat anderen precies doen, mogen we vaak ' +
    'niet zeggen.',
  now: 'Nu doen',
  dos: [
    'Nu gevaar? Bel eerst 112.',
    'Geen haast, maar wil je wel de politie? Bel 0900-8844.',
    'Schrijf op wat je zag of hoorde, waar en wanneer, en hoe je het weet.',
    'Twijfel je? Kies Sparren bij twijfel. Dan overleg je eerst.',
  ],
  not: 'Niet doen',
  donts: [
    'Ga niet zelf op onderzoek. Blijf bij je eigen werk.',
    'Spreek de mensen om wie het gaat er niet op aan. Jouw veiligheid gaat voor.',
    'Zet het niet in een mail of in een groepschat.',
  ],
  who: 'Wie ziet wat?',
  content: (names: string) =>
    `${names} leest wat je schrijft, of de vervanger. Soms krijgt een collega van het meldpunt het. ` +
    'Elke keer dat iemand het opent, leggen we vast.',
  channel: (name: string) =>
    `In het kanaal ${name} staan alleen een nummer, de haast en de status. ` +
    'Niet wat je schreef, niet wie je bent.',
  degrees: 'Je kiest zelf wie mag weten dat jij het meldt:',
  confidential: (who: string) =>
    `Vertrouwelijk: alleen ${who} kan je naam zien. Daar is een reden voor nodig. Die bewaren we.`,
  unknown: 'Onbekend: niemand van het meldpunt kan je naam zien. Vragen en antwoorden komen via deze chat.',
  anonymous:
    'Anoniem: we bewaren niet wie je bent. Je krijgt een code. Met die code lees je het antwoord, en kun je ' +
    'iets toevoegen.',
  teams: 'Teams bewaart deze chat. De beheerders van Teams kunnen daar soms bij.',
  wrong: 'Als ik het mis heb?',
  wrongText: (name: string) =>
    `Dat geeft niet. Een signaal is geen beschuldiging. ${name} kijkt eerst of er iets aan de hand is. ` +
    'Valt het mee, dan is het goed dat je het deelde.',
  name: 'Kan iemand mijn naam zien?',
  nameText:
    'De persoon over wie je meldt, mag vragen wat de gemeente over die persoon bewaart. Je naam ' +
    'beschermen we zo goed als de wet toelaat. ' +
    'Je naam gaat niet naar anderen, tenzij de wet of een rechter ons verplicht. ' +
    'Uit je verhaal kan iemand soms raden dat jij het was. Schrijf dus niets over jezelf als je ' +
    'dat niet wilt.',
}

export const colleague = {
  title: 'Over een collega',
  lead: 'Gaat het over een collega, of over iemand van het meldpunt? Typ dat niet hier. Bel of mail:',
  contact: ({ name, title }: { name: string; title: string }) => `${name}, ${title}`,
  stored:
    'Van deze vraag bewaart Signaalpunt niets. Heb je er al iets over getypt? ' +
    'Typ dan wissen, en verwijder je bericht ook in deze chat.',
  outside:
    'Kun of wil je er binnen de gemeente niet over praten? ' +
    'Het Huis voor Klokkenluiders geeft gratis en vertrouwelijk advies.',
  outsideLink: 'Huis voor Klokkenluiders',
  danger: 'Is er nu gevaar? Bel 112.',
}

export const danger = {
  title: 'Bel nu 112. Wacht niet op ons.',
  /** Under the number in large; a link on a phone. */
  call: '[Bel 112](tel:112)',
  /** Small, on every card of what is not sent yet. */
  line: 'Is er nu gevaar? [Bel 112](tel:112).',
  silent: 'Kun je niet praten? Gebruik de 112NL-app.',
  safe: 'Ga er niet zelf op af.',
  /** Who reads, where nobody of them can be reached by name. */
  point: 'het meldpunt',
  nobody: (phone: string) =>
    `Ik kan nu niemand van het meldpunt bereiken. Ik blijf het proberen. Bel na 112 ook ${phone}.`,
  alarm: (names: string) => `Ik laat ${names} nu weten dat er misschien gevaar is.`,
  /** Said before it is saved, and stands in the chat after sending too: true in each case. */
  notSent: (name: string) => `Wat je typte leest ${name} pas als je op *Stuur nu naar ${name}* tikt.`,
  sent: 'Wat je typte staat bij je melding.',
  question: 'Heb je 112 gebeld?',
  called: 'Gebeld',
  cannot: 'Lukt niet',
  noDanger: 'Geen gevaar',
  yes: {
    title: 'Je hebt 112 gebeld. Goed gedaan.',
    text: 'Blijf waar het veilig is. Wordt het erger? Bel 112 opnieuw.',
  },
  no: {
    title: 'Lukt 112 bellen niet?',
    advice: [
      'Vraag iemand bij je in de buurt om te bellen.',
      'Gebruik de 112NL-app. Daarmee kun je ook typen.',
      'Alsnog gebeld? Typ gebeld.',
    ],
  },
  takenBack: {
    title: 'Geen gevaar. Goed dat je het zegt.',
    after: 'Er is toch gevaar',
    text: (names: string) => `Ik geef dat door aan ${names}. Wordt het toch gevaarlijk? Bel 112.`,
    weighs: (name: string) => `Je melding blijft dringend tot ${name} ernaar heeft gekeken.`,
  },
  stillToSend: (name: string) => `Wat je typte leest ${name} pas als je op *Stuur nu naar ${name}* tikt.`,
  /** It may be danger: one question, before anything else. */
  ask: {
    title: 'Is er nú gevaar voor iemand?',
    kept: 'Ik heb bewaard wat je typte. Het is nog niet verstuurd.',
    sent: 'Wat je typte staat bij je melding.',
    nowhere: 'Wat je typte bewaar ik hier niet.',
    yes: 'Ja, nu',
    no: 'Nee',
    typed: 'Typen mag ook: ja nu, of nee.',
    noted: 'Goed dat je het zegt. Wordt het toch gevaarlijk? Bel 112.',
    over: 'Dit staat hier niet meer. Is er nu gevaar? Bel 112. Typ daarna: nu gevaar. Dan waarschuw ik het meldpunt.',
  },
  /** Words that may take danger back. */
  back: {
    title: 'Bedoel je dat er geen gevaar is?',
    stands: 'Tot je dat zegt, blijft het alarm staan.',
    still: 'Er is nog gevaar',
  },
  /** Danger that is not sent yet: one button. */
  now: {
    notSent: (name: string) => `Dit is nog niet verstuurd. Alleen de knop hieronder stuurt het naar ${name}.`,
    as: {
      confidential: (who: string) => `Het gaat vertrouwelijk. Alleen ${who} kan zien wie je bent.`,
      unknown: 'Het gaat zonder je naam. Niemand ziet wie je bent. Je krijgt hier wel antwoord.',
      anonymous: 'Het gaat anoniem. Wij bewaren je naam niet. Je krijgt antwoord met een code.',
    },
    to: (reference: string) => `Het komt bij je melding ${reference}.`,
    send: (name: string) => `Stuur nu naar ${name}`,
    sendShort: 'Stuur nu',
    withoutName: 'Liever zonder naam',
    phone: (name: string, phone: string) => `Liever praten? Bel ${name}: ${phone}.`,
    call: (name: string) => `Laat ${name} mij nu bellen`,
    callShort: 'Laat mij nu bellen',
    callSends: 'Laat je je bellen? Dan stuur ik mee wat je typte.',
  },
  callMe: {
    confidential: (name: string, phone: string) =>
      `Ik vraag ${name} om je nu te bellen. Duurt het te lang? Bel zelf ${phone}. Bij gevaar eerst 112.`,
    unknown: (name: string, phone: string) =>
      `${name} ziet je naam niet, en kan je dus niet bellen. Je krijgt hier snel een bericht. ` +
      `Wil je praten? Bel zelf ${phone}. Bij gevaar eerst 112.`,
    anonymous: (name: string, phone: string) =>
      `Anoniem kan ${name} je niet bellen: wij weten niet wie je bent. Bel zelf ${phone}. ` +
      'Dat kan zonder je naam te zeggen. Bij gevaar eerst 112.',
  },
  /** The writer is threatened, held or hurt: safety first. */
  writer: {
    safe: 'Ga eerst naar een veilige plek.',
    lines: [
      'Word je bedreigd door je werk? Zeg het ook tegen je leidinggevende. Die volgt het agressieprotocol: ' +
        'wat de gemeente dan doet.',
      'Gaat het over jou thuis, of over je eigen baas? Dan vertellen wij je leidinggevende niets.',
      'Zoek je een veilige plek? Bel [0800-2000](tel:08002000): hulp bij geweld thuis. Gratis, dag en nacht.',
      'Je naam blijft bij het meldpunt. Wil je dat ook niet? Kies *Liever zonder naam*.',
    ],
    after:
      'Dit is heftig. Praat er ook over met iemand die je vertrouwt, of met de bedrijfsarts. ' +
      'Slachtofferhulp helpt gratis: [0900-0101](tel:09000101).',
  },
  /** Somebody else may do something to themselves. */
  otherSelfHarm: {
    safe: 'Laat de ander niet alleen, als dat veilig kan.',
    lines: ['Is het niet nu, maar maak je je zorgen? Bel 113 voor raad: [0800-0113](tel:08000113).'],
  },
  /** The writer may do something to themselves: nobody is told. */
  need: {
    first: 'Is het nu gevaarlijk? Bel 112.',
    title: 'Praat met iemand. Bel 113.',
    number: '[Bel 0800-0113](tel:08000113). Gratis, dag en nacht. Je hoeft je naam niet te zeggen.',
    chat: 'Liever typen? Dat kan op 113.nl.',
    somebody: 'Is er iemand die je vertrouwt? Vraag of die bij je komt.',
    nobody: 'Ik heb niemand gewaarschuwd.',
    offer: (name: string) => `${name} kan je ook bellen, als jij dat wilt.`,
    call: (name: string) => `Laat ${name} mij bellen`,
    callShort: 'Laat mij bellen',
    notSent: 'Wat je typte is niet verstuurd. Niemand leest het, tenzij jij op een knop tikt.',
    send: (name: string) => `Stuur naar ${name}`,
    sendShort: 'Stuur dit',
  },
  /** After a minute, and once more after five. */
  remind: (name: string) => `Wat je typte is nog niet verstuurd. ${name} kan het nog niet lezen.`,
}
