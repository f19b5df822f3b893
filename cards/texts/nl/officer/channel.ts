/** What stands where others can see it: never a word of what was written, and never who wrote it. */
import type { OfficerNotice } from '../../../../services/signal/record.ts'
import type { Kind, PointNews } from '../../../../services/signal/words.ts'

export const channel = {
  /** The line of the notification: seen by whoever stands near the screen. */
  waiting: (reference: string, kind: string, urgency: string) =>
    `Er staat iets voor je klaar: ${reference}, ${kind}, urgentie ${urgency}`,
  waitingShort: 'Er staat iets voor je klaar',

  doorbell: {
    urgency: 'Urgentie',
    state: 'Status',
    accountable: 'Verantwoordelijk',
    taken: 'In behandeling bij',
    calls: (names: string) => `Dit is nu voor ${names}.`,
    look: 'Bekijken vóór',
    decide: { signal: 'Besluit vóór', consultation: 'Afronden vóór' } satisfies Record<Kind, string>,
    lookLate: (moment: string) => `Te laat: dit had bekeken moeten zijn vóór ${moment}.`,
    decideLate: {
      signal: (moment: string) => `Te laat: het besluit moest er zijn vóór ${moment}.`,
      consultation: (moment: string) => `Te laat: dit had klaar moeten zijn vóór ${moment}.`,
    },
    notHere:
      '**Niet hier bespreken.** Anderen kunnen dit kanaal lezen. In het dossier is plek voor notities.',
    closed: 'Dit dossier is afgesloten. Je hoeft hier niets te doen.',
    tellAgain:
      'Let op: de terugkoppeling is niet aangekomen, en dit is afgesloten. Open het en koppel nog terug.',
    frozen: 'Bevroren: je kunt alleen kijken.',
    goneTitle: (reference: string) => `${reference} · sparren afgerond`,
    gone: 'Het sparren was genoeg. Wat er gevraagd is, is gewist. Er telt alleen mee dat er gespard is.',
  },

  alarm: {
    title: 'Misschien is er nu gevaar',
    titleDone: 'Geen alarm meer',
    titleOver: 'Alarm verlopen',
    writing: (moment: string) => `Op ${moment} schreef iemand iets dat op acuut gevaar lijkt.`,
    raised: (moment: string) => `Op ${moment} zette een collega de urgentie op acuut.`,
    calls: (names: string) => `Dit is nu voor ${names}.`,
    /** Where it is not known any more when. */
    wrote: 'Iemand schreef iets dat op acuut gevaar lijkt.',
    since: {
      writing: (moment: string) => `Opnieuw geschreven: ${moment}.`,
      sent: (moment: string) => `Verstuurd: ${moment}.`,
      takenBack: (moment: string) => `Geen gevaar meer, zei de schrijver: ${moment}.`,
      expired: (moment: string) => `Gewist: ${moment}.`,
    },
    stillWriting: 'Diegene is nog aan het schrijven. De inhoud volgt zodra die verstuurd is.',
    sent: 'Het is nu verstuurd. Open het meteen.',
    told112: 'De bot heeft als eerste gezegd: bel 112, wacht niet op ons.',
    doNow: 'Wat jij nu doet',
    doWriting:
      '- Blijf bereikbaar en houd Teams open.\n- Open het zodra het er is.\n- Spreek af wie van ' +
      'jullie kijkt.',
    doSent: '- Open het nu, of bel je collega om te vragen of die kijkt.\n- Twijfel je? Bel zelf 112.',
    /** An officer saw it, before it was sent. */
    seen: {
      one: 'Gezien',
      week: 'Gezien, bewaar een week',
      ask: 'Druk op Gezien als je dit ziet. Tot dan wordt niets gewist, en komt het alarm elke dag opnieuw.',
      title: 'Gezien',
      until: (moment: string) =>
        `Dat staat er nu bij. Wordt het niet verstuurd? Dan wordt het gewist: ${moment}.`,
      over: 'Dit is al verstuurd, gewist, of er is geen gevaar meer.',
      since: (moment: string) => `Gezien door het meldpunt: ${moment}.`,
    },
    takenBack: 'De schrijver zegt: er is geen gevaar. Kijk toch even als het dossier er is.',
    takenBackWriting:
      'De schrijver zegt: er is geen gevaar. Wordt het nog verstuurd, dan zie je dat hier in Teams.',
    expired:
      'Er is na de waarschuwing niets verstuurd. Wat er stond is gewist, zoals we beloven. Wij ' +
      'kunnen het niet meer lezen.',
    notHere: '**Niet hier bespreken.** In het dossier is plek voor notities.',
    speak: 'Misschien is er nu gevaar. Open Signaalpunt.',
  },

  notice: {
    added: 'Er is iets aangevuld.',
    cannotCall112: 'De melder kan 112 niet bellen. Bel nu zelf 112, en open dit.',
    callNow:
      'De melder vraagt: bel mij nu. Open dit. Mag je de naam niet zien? Stuur dan nu een bericht via de bot.',
    high: 'Dit heeft haast: de urgentie is hoog. Open het zo snel mogelijk.',
    answered: 'Er is antwoord op je vraag.',
    callMe: 'De melder wil graag gebeld worden.',
    withdrawn: 'Dit is ingetrokken. Het dossier is afgesloten.',
    withdrawalWish: 'De melder wil dit intrekken. Jij weegt die wens.',
    handedToYou: 'Een collega heeft dit aan jou gegeven. Jij bent nu verantwoordelijk.',
    consultationChoice: 'De melder heeft gekozen hoe het sparren verdergaat.',
    talk: 'De melder wil er met je over praten.',
    toDestroy: 'Van een of meer dossiers is de bewaartermijn voorbij. Jij kijkt en beslist.',
    standIn:
      'Wie dit had, is niet meer bereikbaar. Jij bent nu verantwoordelijk. Het dossier is er, met alles erin.',
    overdue: 'Te laat: een termijn is voorbij.',
    linked: 'Een collega heeft dit samengevoegd met een ander dossier. Open het om te zien waarom.',
    caseCorrected:
      'In de zaak waar dit bij hoort is iets rechtgezet dat misschien al is overgedragen. Open de zaak en kijk wie dit moet horen.',
    knownAgain: 'Hierbij hoort misschien een ander signaal.',
    linkAnswered: 'Een organisatie antwoordde via de link. Kijk of het klopt, en neem het over.',
    linkRefused:
      'Iemand van een organisatie wilde antwoorden via een link die niet meer werkt. Er is niets bewaard. Bel ze.',
    mailBounced: 'Een mail aan een organisatie kwam terug. Kies een andere weg, bijvoorbeeld bellen.',
    mailFailed: 'Een mail aan een organisatie is niet verstuurd, of we weten het niet. Bel ze.',
    mailReplied: 'Een organisatie antwoordde met een mail. Die staat in de mailbox van het meldpunt.',
    mailUnconfirmed: 'Op een mail aan een organisatie kwam nog niets. Bel om te vragen of die er is.',
    notArrived:
      'Een bericht van jullie aan de melder is niet aangekomen. In het dossier staat welk bericht. Schrijft de ' +
      'melder weer, dan staat het er meteen. Kies tot dan een andere weg, bijvoorbeeld bellen.',
    feedbackFailed:
      'Dit dossier is afgesloten, maar de terugkoppeling is niet aangekomen. Kies een andere weg, of leg ' +
      'vast waarom niet.',
  } satisfies Record<OfficerNotice, string>,
  moved: 'Dit staat nu in een nieuwer bericht in dit kanaal.',
  noticeOpen: 'Tik op Openen om het te lezen.',

  /** Of the reporting point itself, to its people, each in their own chat. */
  point: {
    title: {
      channelGone: 'Het kanaal is niet bereikbaar',
      channelRefuses: 'In het kanaal komt niets meer aan',
      channelBack: 'Het kanaal werkt weer',
      officerGone: 'Een collega is niet bereikbaar',
      officerBack: 'Een collega is weer bereikbaar',
      secretExpires: 'De toegang van Signaalpunt loopt af',
    } satisfies Record<PointNews, string>,
    channelGone: (channel: string) =>
      `Het kanaal ${channel} bestaat niet meer, of Signaalpunt is eruit gehaald. Nieuwe signalen komen vanaf ` +
      'nu hier, in je eigen chat, en bij je collega. Er gaat niets verloren.',
    channelMend: (channel: string) =>
      `Wat jij doet: vraag de beheerder van Teams om ${channel} te herstellen, en Signaalpunt weer toe te ` +
      'voegen. Ik zeg het je als het werkt.',
    channelRefuses: (channel: string) =>
      `Ik kan niets plaatsen in ${channel}. Nieuwe signalen komen vanaf nu hier, in je eigen chat, en bij je ` +
      'collega. Er gaat niets verloren.',
    channelAllow: (channel: string) =>
      `Wat jij doet: vraag de beheerder van Teams naar het team van ${channel}. Is het gearchiveerd? Mogen apps er ` +
      'berichten plaatsen? Ik zeg het je als het werkt.',
    secretExpires:
      'Het geheim waarmee Signaalpunt in Teams werkt, is bijna verlopen, of al verlopen. Daarna kan ik niets ' +
      'meer versturen.',
    secretRenew:
      'Wat jij doet: vraag de beheerder van Signaalpunt om een nieuw geheim in te stellen, met de nieuwe ' +
      'einddatum.',
    proof: 'Even proberen: Signaalpunt plaatst hier een bericht.',
    proven: 'Signaalpunt kan hier berichten plaatsen.',
    channelBack: (channel: string) =>
      `Signalen komen weer in ${channel}. Alles wat openstaat, staat er ook weer.`,
    officerGone: (name: string) =>
      `Ik kan ${name} niet bereiken. Het account werkt niet meer. Of het hoort niet meer bij het kanaal.`,
    standsIn: (name: string) =>
      `${name} is nu verantwoordelijk, ook voor wat al openstond. Klopt dit niet? Vraag de beheerder om het ` +
      'account en de lijst met mensen van het meldpunt na te kijken.',
    officerBack: (name: string) => `${name} kan signalen weer lezen.`,
  },

  list: {
    title: 'Werklijst',
    count: (total: number) => (total === 1 ? '1 dossier staat open.' : `${total} dossiers staan open.`),
    order: 'Wat haast heeft staat boven, daarna wat het langst wacht.',
    empty: 'Er staat niets open. Komt er iets binnen, dan zie je het in het kanaal.',
    more: (count: number) =>
      count === 1 ? 'Er is nog 1 dossier.' : `Er zijn nog ${count} dossiers. Die hebben minder haast.`,
    next: 'Toon de volgende dossiers',
    first: 'Terug naar het begin',
    line: (kind: string, state: string, urgency: string) => `${kind} · ${state} · urgentie ${urgency}`,
    received: (moment: string) => `Binnen: ${moment}`,
    due: (moment: string) => `Volgende termijn: ${moment}`,
    overdue: (moment: string) => `Te laat: de termijn was ${moment}`,
    answerLate: 'Te laat: er is nog geen antwoord van buiten het meldpunt',
    monitorOver: 'Te laat: het monitoren is voorbij. Kies wat nu nodig is.',
    taken: (name: string) => `In behandeling bij ${name}`,
    notTaken: 'Nog niemand heeft dit in behandeling',
    waitsFor: {
      officer: 'Wacht op jullie',
      partner: 'Wacht op een antwoord van buiten het meldpunt',
      reporter: 'Wacht op de melder',
      none: '',
    },
    failed: 'Let op: een bericht is niet aangekomen.',
    tellAgain: 'Let op: de terugkoppeling is niet aangekomen. Koppel nog terug, of leg vast waarom niet.',
    frozen: 'Bevroren: je kunt alleen kijken.',
    openOne: (reference: string) => `Openen ${reference}`,
  },
}
