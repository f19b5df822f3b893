/** An access request: where a person occurs, and the overview for the answer. */
export const search = {
  title: 'Inzageverzoek',
  button: 'Inzageverzoek',
  door: 'Vraagt iemand wat er over die persoon bewaard is? Zoek het hier op.',
  openForm: 'Zoek op',
  about:
    'Je zoekt op wat er over één persoon bewaard is, om een verzoek te beantwoorden. Een verzoek is nooit ' +
    'zelf een signaal en zegt niets over die persoon. Dat je zoekt wordt vastgelegd: jouw naam, het moment ' +
    'en je reden. De naam die je zoekt niet.',
  terms: 'Naam, telefoon, adres, kenteken… (elk op een eigen regel)',
  termsMissing: 'Schrijf waarop je zoekt.',
  termsTooShort: 'schrijf minstens één naam, nummer of adres van drie tekens of meer.',
  reason: 'Om welk verzoek gaat het?',
  reasonHint: 'Bijvoorbeeld: inzageverzoek ontvangen op 3 maart, zaaknummer',
  reasonMissing: 'Schrijf om welk verzoek het gaat.',
  reasonNames:
    'noem in de reden niet wie je zoekt: de reden blijft bewaard, de naam niet. Een datum of zaaknummer is genoeg.',
  send: 'Zoek',
  none: 'Er is niets gevonden. Kijk ook in de andere systemen van de gemeente.',
  found: (count: number) => (count === 1 ? 'Gevonden in 1 dossier.' : `Gevonden in ${count} dossiers.`),
  check:
    'Dezelfde naam kan van iemand anders zijn. Bekijk elk dossier voordat je antwoordt. Een andere ' +
    'schrijfwijze wordt niet gevonden: zoek die apart.',
  parts: (parts: string) => `Komt voor in: ${parts}`,
  look: (reference: string) => `Bekijk ${reference}`,
  more: (count: number) =>
    count === 1
      ? 'Er is nog 1 dossier. Zoek preciezer om het te zien.'
      : `Er zijn nog ${count} dossiers. Zoek preciezer om ze te zien.`,
  overview: 'Maak een overzicht',
  again: 'Opnieuw zoeken',
  unreadable: (count: number) =>
    count === 1
      ? 'Let op: 1 dossier kon niet gelezen worden.'
      : `Let op: ${count} dossiers konden niet gelezen worden.`,
}

/** Who searched: accounted for, never for whom. */
export const searches = {
  title: 'Wie zocht iets op',
  button: 'Wie zocht iets op',
  door: 'Hier staat wie iets opzocht voor een inzageverzoek.',
  openList: 'Bekijk de lijst',
  about: (month: string) =>
    `Dit is opgezocht in ${month}, voor een inzageverzoek. Naar wie er gezocht is, bewaren we niet.`,
  none: 'In deze maand is niets opgezocht.',
  by: (name: string, moment: string) => `${name} · ${moment}`,
  what: {
    search: (found: number) =>
      found === 1 ? 'Gezocht: gevonden in 1 dossier' : `Gezocht: gevonden in ${found} dossiers`,
    find: (found: number) =>
      found === 1
        ? 'Dossier gezocht om te behandelen: 1 gevonden'
        : `Dossier gezocht om te behandelen: ${found} gevonden`,
    overview: (found: number) =>
      found === 1 ? 'Overzicht gemaakt van 1 dossier' : `Overzicht gemaakt van ${found} dossiers`,
  },
  why: (reason: string) => `Waarvoor: ${reason}`,
  before: 'Een maand eerder',
  after: 'Een maand later',
  leftOut: (count: number) => `Er zijn nog ${count} regels in deze maand.`,
}

export const overview = {
  title: 'Overzicht voor de verzoeker',
  about:
    'Dit is een begin voor je antwoord. Wie het meldde staat er niet in en hoort er niet in (AVG 15, vierde ' +
    'lid). Haal ook andere mensen eruit, en wat verraadt wie het meldde. Twijfel je? Vraag de functionaris gegevensbescherming (FG).',
  refuse:
    'Inzage mag soms wachten of geweigerd worden. Bijvoorbeeld als het een onderzoek schaadt, of als iemand ' +
    'bescherming nodig heeft. Schrijf dan op waarom.',
  received: 'Binnen',
  why: 'Waarom bewaard',
  purpose: 'signalen van mensenhandel en uitbuiting beoordelen, een taak van algemeen belang',
  decision: 'Besluit',
  noDecision: 'nog geen besluit',
  recipients: 'Gegeven aan',
  nobody: 'niemand',
  until: 'Bewaard tot en met',
  untilUnknown: 'nog niet bekend: eerst komt er een besluit',
  unverified: 'Niet geverifieerd: een signaal is geen verdenking.',
  source: 'Van wie het komt, zeggen we niet.',
  passages: 'Wat er staat',
  identifyingHints: 'Let op: dit stuk kan verraden wie het meldde.',
  correction: 'Rechtgezet',
  leftOut: (count: number) =>
    count === 1
      ? 'Er is nog 1 stuk. Bekijk het in het dossier.'
      : `Er zijn nog ${count} stukken. Bekijk ze in het dossier.`,
}
