/** The facts of a signal, and what an officer makes of it as a whole. */
import type { FactDetails, FactStanding, HowKnown, PersonRole } from '../../../../services/facts/fact.ts'
import type { SignalKind, WeighAnswer, WeighPoint } from '../../../../services/facts/weighed.ts'
import type { CheckedField, FactField } from '../../../../services/signal/command.ts'

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

const kinds = {
  person: 'persoon',
  organisation: 'organisatie',
  address: 'adres',
  vehicle: 'kenteken',
  telephone: 'telefoonnummer',
  account: 'rekeningnummer',
  mail: 'mailadres',
  time: 'tijd',
} satisfies Record<FactDetails['kind'], string>

const signalKinds = {
  sexualExploitation: 'seksuele uitbuiting',
  labourExploitation: 'arbeidsuitbuiting',
  criminalExploitation: 'criminele uitbuiting',
  forcedServices: 'gedwongen diensten',
  organRemoval: 'orgaanhandel',
  otherExploitation: 'andere uitbuiting',
  underminingCrime: 'ondermijnende criminaliteit',
  careFraud: 'zorgfraude',
  addressFraud: 'adresfraude',
  benefitFraud: 'uitkeringsfraude',
  violenceAtHome: 'geweld thuis',
} satisfies Record<SignalKind, string>

/** What is missing in a form. Follows the words "Let op:". */
const needs = {
  kind: 'kies wat je wilt toevoegen.',
  name: 'er staat nog geen naam. Schrijf een naam, of hoe deze genoemd werd.',
  birth: 'schrijf een geboortedatum of een jaar.',
  age: 'schrijf een leeftijd.',
  described: 'schrijf hoe deze persoon genoemd werd.',
  kvk: 'schrijf het KvK-nummer.',
  street: 'schrijf een straat of een postcode.',
  number: 'schrijf het huisnummer.',
  addition: 'schrijf de toevoeging.',
  postcode: 'schrijf de postcode.',
  city: 'schrijf de plaats.',
  plate: 'schrijf het kenteken.',
  telephone: 'schrijf het telefoonnummer.',
  account: 'schrijf het rekeningnummer.',
  mail: 'schrijf het mailadres.',
  time: 'schrijf wanneer het was.',
  kinds: 'kies waar dit over gaat.',
  weighing: 'kies bij minstens één punt een antwoord.',
  helpers: 'kies of bekend is wie er al helpt.',
  needed: 'schrijf waarom dit nodig is. Zonder reden bewaren we het niet.',
  source: 'kies in welk systeem je keek.',
  on: 'kies de dag waarop je keek. Die kan niet in de toekomst liggen.',
  purpose: 'schrijf waarvoor je keek.',
  found: 'kies of er een treffer was.',
} satisfies Record<FactField, string>

/** What can be no such thing. */
const invalid = {
  name: 'bij “naam” staat een nummer dat op een BSN lijkt. Dat bewaren we niet.',
  birth: 'de geboortedatum kan niet. Schrijf bijvoorbeeld 12-3-2008, of alleen het jaar.',
  age: 'de leeftijd kan niet. Schrijf een getal van 0 tot en met 130.',
  described: 'bij “genoemd” staat een nummer dat op een BSN lijkt. Dat bewaren we niet.',
  kvk: 'het KvK-nummer klopt niet. Het heeft 8 cijfers.',
  street: 'bij “straat” staat een nummer dat op een BSN lijkt. Dat bewaren we niet.',
  number: 'het huisnummer klopt niet. Schrijf bijvoorbeeld 14 of 14b.',
  addition: 'bij “toevoeging” staat een nummer dat op een BSN lijkt. Dat bewaren we niet.',
  postcode:
    'de postcode klopt niet. Schrijf vier cijfers en twee letters. Een postcode uit het buitenland? Zet die bij de plaats.',
  city: 'bij “plaats” staat een nummer dat op een BSN lijkt. Dat bewaren we niet.',
  plate: 'dit is geen kenteken dat ik ken. Kijk het na.',
  telephone: 'dit telefoonnummer kan niet. Kijk het na.',
  account: 'dit rekeningnummer kan niet: de controle klopt niet. Kijk het na.',
  mail: 'dit is geen mailadres. Kijk het na.',
  time: 'hier staat een nummer dat op een BSN lijkt. Dat bewaren we niet.',
} satisfies Record<CheckedField, string>

export const facts = {
  kinds,
  needs,
  invalid,
  tooMany: (most: number) => `er passen er hoogstens ${most} in één dossier.`,
  sourceClosed:
    'dit systeem is gesloten voor dit doel. De jurist van je gemeente kan het openzetten in de instellingen. ' +
    'Er is niets vastgelegd.',

  standing: {
    unverified: 'niet geverifieerd',
    confirmed: 'bevestigd',
    refuted: 'weerlegd',
  } satisfies Record<FactStanding, string>,
  how: {
    observed: 'zelf gezien',
    heard: 'van horen zeggen',
    document: 'staat op papier',
    unknown: 'gezien of gehoord: niet bekend',
  } satisfies Record<HowKnown, string>,
  roles: {
    possibleVictim: 'mogelijk slachtoffer',
    possibleExploiter: 'mogelijk uitbuiter',
    witness: 'getuige',
    other: 'anders betrokken',
    unknown: 'rol niet bekend',
  } satisfies Record<PersonRole, string>,
  signalKinds,

  button: 'Feiten',
  title: (reference: string) => `${reference} · feiten`,
  /** In the dossier. */
  read: (read: number, confirmed: number) =>
    `${many(read, 'feit', 'feiten')} gelezen, ${confirmed} bevestigd`,
  about: 'Dit las ik in de tekst. Jij zegt of het klopt. Een feit is nooit een oordeel over iemand.',
  none: 'Ik las geen namen, adressen of nummers in de tekst.',
  frozen: 'Dit dossier is bevroren. Je kunt alleen kijken.',
  leftOut: (most: number, more: string) =>
    `Er staan meer dan ${most} feiten in de tekst. De eerste ${most} staan hier; ${more} niet.`,
  part: (part: number, parts: number) => `Deel ${part} van ${parts}`,
  next: 'Volgende feiten',
  previous: 'Vorige feiten',
  line: (kind: string, what: string) => `${kind}: ${what}`,
  quote: (words: string) => `“${words}”`,
  byOfficer: 'door jullie toegevoegd',
  lost: 'de tekst staat nu in een ander dossier',
  corrected: 'deze tekst is rechtgezet',
  before: (was: string) => `eerst: ${was}`,
  why: (why: string) => `Waarom niet: ${why}`,
  nameless: 'iemand zonder naam',
  called: (name: string, described: string) => `${name} (${described})`,
  born: {
    on: (day: string) => `geboren ${day}`,
    in: (year: number) => `geboren in ${year}`,
    age: (age: number) => `${age} jaar`,
  },
  rolesOf: (who: string) => `Rol van ${who}`,
  rolesNone: 'Kies een rol (meer mag)',
  saveRoles: 'Bewaar de rollen',
  confirm: 'Klopt',
  refute: 'Klopt niet',
  change: 'Wijzig',
  undo: 'Toch niet zeker',
  whyNot: 'Waarom niet',
  contact: 'Veilig contact',
  allRight: 'Alles hieronder klopt',
  add: 'Feit toevoegen',

  /** How somebody can be reached; it stands wherever the signal is handed over. */
  safe: {
    of: (who: string) => `Veilig contact met ${who}`,
    how: (text: string) => `Zo wel: ${text}`,
    howNot: (text: string) => `Zo niet: ${text}`,
    mustNotKnow: (text: string) => `Mag het niet weten: ${text}`,
    goesAlong: 'Geef dit mee als je overdraagt',
  },

  whole: {
    kinds: 'Waar dit over kan gaan',
    kindsRead: (kinds: string) => `In de tekst gelezen: ${kinds}. Nog niet bevestigd.`,
    kindsRight: 'Klopt: waar dit over gaat',
    kindsNone: 'nog niet gekozen',
    kindsEmpty: 'geen van deze',
    weighing: 'Weging',
    weighingNone: 'nog niet gewogen',
    helpers: 'Wie er al helpt',
    helpersNone: 'nog niet nagegaan',
    helpersUnknown: 'niet bekend',
    special: 'Bijzondere gegevens',
    needed: (why: string) => `nodig omdat ${why}`,
    dropSpecial: 'Haal weg',
    elsewhere: 'Elders gekeken',
    looked: (source: string, day: string, found: string) => `${source} · ${day} · ${found}`,
    hit: 'treffer',
    noHit: 'geen treffer',
    edit: 'Wijzig',
    addSpecial: 'Bijzonder gegeven toevoegen',
    lookElsewhere: 'Leg vast waar je keek',
  },

  points: {
    concrete: 'Concreet genoeg?',
    recent: 'Recent?',
    serious: 'Ernstig?',
    task: 'Taak van de gemeente?',
    ground: 'Op ons grondgebied?',
  } satisfies Record<WeighPoint, string>,
  answers: { yes: 'ja', no: 'nee', unknown: 'niet bekend' } satisfies Record<WeighAnswer, string>,

  forms: {
    correct: { title: 'Feit wijzigen', about: 'Wat er eerst stond, blijft bewaard.', send: 'Bewaar' },
    add: {
      title: 'Feit toevoegen',
      about: 'Iets dat je weet en dat niet in de tekst staat. Schrijf alleen wat nodig is.',
      choose: 'Wat wil je toevoegen?',
      send: 'Voeg toe',
    },
    refute: {
      title: 'Waarom klopt dit niet?',
      about: 'Schrijf het alleen op als het nodig is. Wie dit dossier kreeg, hoort dat het feit niet klopt.',
      text: 'Waarom niet',
      send: 'Bewaar',
    },
    contact: {
      title: (who: string) => `Veilig contact met ${who}`,
      about: 'Dit gaat mee als je dit dossier overdraagt. Weet je het niet? Laat het leeg.',
      how: 'Zo kan het wel',
      howNot: 'Zo kan het niet',
      mustNotKnow: 'Wie mag het niet weten?',
      send: 'Bewaar',
    },
    kinds: { title: 'Waar gaat dit over?', about: 'Je kunt er meer kiezen.', label: 'Soort', send: 'Bewaar' },
    weigh: {
      title: 'Weging',
      about: 'Kies per punt wat je nu weet, en schrijf er een regel bij. Niet bekend is ook een antwoord.',
      line: (point: string) => `Toelichting bij: ${point}`,
      send: 'Bewaar de weging',
    },
    helpers: {
      title: 'Wie helpt er al?',
      about: 'Zet hier welke hulpverleners al betrokken zijn.',
      label: 'Is dat bekend?',
      known: 'Ja: …',
      unknown: 'Niet bekend',
      text: 'Wie zijn dat?',
      send: 'Bewaar',
    },
    special: {
      title: 'Bijzonder gegeven',
      about:
        'Gezondheid, geloof, afkomst, seksualiteit of strafrecht: alleen als het echt nodig is. Het wordt nergens ' +
        'mee vergeleken.',
      text: 'Wat is het?',
      reason: 'Dit is nodig omdat …',
      send: 'Bewaar',
    },
    elsewhere: {
      title: 'Leg vast waar je keek',
      about: 'Alleen dat je keek en of er een treffer was. Schrijf niet op wat je daar las.',
      source: 'In welk systeem?',
      closed: (names: string) =>
        `Gesloten voor dit doel: ${names}. De jurist van je gemeente kan dat openzetten in de instellingen.`,
      on: 'Op welke dag?',
      text: 'Waarvoor?',
      basis: 'Op welke grondslag? Dat is de reden die de wet geeft.',
      found: 'Was er een treffer?',
      send: 'Leg vast',
    },
    fields: {
      name: 'Naam, zoals die gezegd werd',
      givenName: 'Voornaam, als je die zeker weet',
      surname: 'Achternaam, als je die zeker weet',
      birth: 'Geboortedatum of geboortejaar',
      age: 'Leeftijd',
      described: 'Hoe deze persoon genoemd werd',
      roles: 'Rol (meer mag)',
      organisation: 'Naam van de organisatie',
      kvk: 'KvK-nummer',
      street: 'Straat',
      number: 'Huisnummer',
      addition: 'Toevoeging',
      postcode: 'Postcode',
      city: 'Plaats',
      value: {
        vehicle: 'Kenteken',
        telephone: 'Telefoonnummer',
        account: 'Rekeningnummer (IBAN)',
        mail: 'Mailadres',
        time: 'Wanneer',
      },
      known: 'Hoe weten we dit?',
      on: 'Wanneer was dit zo?',
    },
  },

  /** After a refutation that somebody else has to hear of. */
  refuteTold: 'Weerlegd. Wie dit dossier kreeg, moet het ook horen: dat staat bij “Nog te vertellen”.',
}
