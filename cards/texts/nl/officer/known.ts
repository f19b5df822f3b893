/** Does it occur elsewhere in the register: what was found beside a signal, why, and what a person makes of it (A063). */
import type { MatchField, Strength } from '../../../../services/matching/match.ts'

export const known = {
  heading: 'Komt dit al voor?',
  line: (count: number, strengths: string) =>
    count === 1
      ? `Komt al voor: 1 ander signaal (${strengths}).`
      : `Komt al voor: ${count} andere signalen (${strengths}).`,
  counted: {
    strong: (count: number) => `${count} sterk`,
    likely: (count: number) => `${count} waarschijnlijk`,
    possible: (count: number) => `${count} mogelijk`,
  } satisfies Record<Strength, (count: number) => string>,
  /** Of one there is nothing to count. */
  alone: { strong: 'sterk', likely: 'waarschijnlijk', possible: 'mogelijk' } satisfies Record<
    Strength,
    string
  >,
  lines: {
    count: (count: number) =>
      count === 1
        ? 'Komt voor in het overgenomen register: 1 regel.'
        : `Komt voor in het overgenomen register: ${count} regels.`,
    title: 'Uit het overgenomen register',
    line: (nr: number) => `Regel ${nr}`,
    gone: 'Een regel die er niet meer is.',
  },
  first: 'Voor het eerst gezien.',
  notYet: 'Nog niet opgezocht. Dat gebeurt vanzelf.',
  nothing: 'Er staat nog niets in om op te zoeken.',
  button: 'Bekijk wat overeenkomt',
  said: (count: number) =>
    count === 1
      ? 'Van 1 signaal is gezegd dat het over iemand anders gaat.'
      : `Van ${count} signalen is gezegd dat ze over iemand anders gaan.`,
  title: (reference: string) => `Wat overeenkomt met ${reference}`,
  about:
    'Dit is een voorstel, geen feit. Dezelfde naam kan van een ander zijn. Wie iets meldde, staat hier niet. Dat je ' +
    'kijkt, wordt vastgelegd.',
  strengths: {
    strong: 'sterk: gaat zeer waarschijnlijk over hetzelfde',
    likely: 'gaat waarschijnlijk over hetzelfde',
    possible: 'gaat mogelijk over hetzelfde',
  } satisfies Record<Strength, string>,
  received: (day: string) => `Binnen op ${day}`,
  /** A day ahead of this one came in later. */
  days: (count: number) =>
    count === 0
      ? 'op dezelfde dag als dit signaal'
      : count === 1
        ? '1 dag verschil met dit signaal'
        : `${count} dagen verschil met dit signaal`,
  state: (state: string) => `Nu: ${state}`,
  monitored: 'wordt gemonitord',
  why: 'Dit komt overeen',
  differs: 'Dit verschilt',
  fields: {
    name: 'Naam',
    birth: 'Geboortedatum of leeftijd',
    address: 'Adres',
    organisation: 'Organisatie',
    companyNumber: 'KvK-nummer',
    telephone: 'Telefoon',
    account: 'Rekening',
    vehicle: 'Kenteken',
    mail: 'E-mail',
  } satisfies Record<MatchField, string>,
  agrees: {
    same: 'gelijk',
    written: 'gelijk, anders geschreven',
    nearly: 'bijna gelijk',
    partly: 'deels gelijk',
    differs: 'verschilt',
  },
  reason: (field: string, agrees: string) => `${field}: ${agrees}`,
  values: (here: string, where: string, there: string) => `Hier: ${here} · ${where}: ${there}`,
  changed: 'De gegevens zijn net veranderd. Kijk straks nog eens.',
  notYours: 'Niet voor jou: je mag dit signaal nu niet openen.',
  open: (reference: string) => `Open ${reference}`,
  other: 'Is iemand anders',
  otherSaid: (name: string, day: string) => `Iemand anders, zei ${name} op ${day}.`,
  otherTitle: 'Gaat over iemand anders',
  again: (reference: string) => `Toch dezelfde: ${reference}`,
  none: 'Er is nu niets dat overeenkomt.',
  leftOut: (count: number) => (count === 1 ? 'Er is nog 1 signaal.' : `Er zijn nog ${count} signalen.`),
  urgency: {
    title: 'Urgentie hoger?',
    why: 'Er is een ander signaal dat nog open is en over hetzelfde kan gaan.',
    near: 'Er is een ander signaal dat nog open is en over hetzelfde kan gaan. Ze kwamen binnen een dag na elkaar.',
    button: (urgency: string) => `Maak urgentie ${urgency}`,
  },
  mute: {
    title: 'Zegt een gegeven niets?',
    about:
      'Staat iets in heel veel signalen, zoals het stadhuis? Zet het stil. Dan telt het nergens meer mee. Je kunt het ' +
      'terugzetten.',
    button: 'Dit zegt niets',
    common: (value: string) => `${value}: komt te vaak voor om iets te zeggen.`,
    list: 'Stilgezet',
    listTitle: 'Stilgezette gegevens',
    listAbout: 'Deze gegevens tellen niet mee bij het opzoeken.',
    none: 'Er is niets stilgezet.',
    by: (name: string, day: string) => `Stilgezet door ${name} op ${day}`,
    undo: 'Telt weer mee',
    undone: 'Dit telt weer mee.',
    full: 'Er is al te veel stilgezet. Zet eerst iets terug.',
  },
  looks: {
    title: 'Wie keek wat overeenkomt',
    button: 'Wie keek wat overeenkomt',
    about: (month: string) =>
      `Zo is in ${month} gekeken of een signaal overeenkomt met een ander. Dit staat los van inzageverzoeken. Om wie het ging, staat er niet.`,
    none: 'In deze maand is niet gekeken.',
    by: (name: string, moment: string) => `${name} · ${moment}`,
    found: (reference: string, count: number) =>
      count === 1
        ? `Bij ${reference}: gegevens van 1 ander signaal gezien`
        : `Bij ${reference}: gegevens van ${count} andere signalen gezien`,
  },
  done: {
    notSame: 'Genoteerd: dit gaat over iemand anders. Het komt niet meer als voorstel.',
    sameAgain: 'Genoteerd: dit kan toch over dezelfde gaan.',
    mute: 'Dit telt niet meer mee bij het opzoeken.',
  },
}
