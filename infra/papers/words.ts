/**
 * What the code knows in English, in the Dutch that a privacy officer, an archivist or a works council reads. Each list is
 * over the code's own: what is added there and not said here does not compile.
 */

import type { STORED } from '../../services/signal/processings.ts'
import type { BASES, Purpose } from '../../services/signal/purposes.ts'
import type { RetentionClass } from '../../services/signal/rights/types.ts'

type Basis = keyof typeof BASES

export const PURPOSES_NL: Readonly<Record<Purpose, string>> = {
  assess:
    'signalen van mensenhandel, uitbuiting, zorgfraude en ondermijnende criminaliteit ontvangen en beoordelen',
  recognise:
    'zien of een persoon, een organisatie of een adres al in een ander signaal van het register staat',
  protect: 'acuut gevaar voor iemand afwenden',
  handOver: 'een signaal door een mens brengen bij wie ervoor bevoegd is',
  feedBack: 'de melder laten weten wat er gebeurt, en beschermen wie meldde',
  account: 'verantwoorden wie keek, wie besliste en waarom',
  rights: 'de rechten uitvoeren van de mensen die in een signaal staan',
  retain: 'niet langer bewaren dan nodig, en vernietigen met een verklaring',
}

export const BASES_NL: Readonly<Record<Basis, string>> = {
  publicTask: 'AVG artikel 6 lid 1 onder e: een taak van algemeen belang (Gemeentewet 172, Wmo, Jeugdwet)',
  vitalInterest: 'AVG artikel 6 lid 1 onder d: het vitale belang van iemand',
  legalDuty:
    'AVG artikel 6 lid 1 onder c: een wettelijke plicht (AVG 5 lid 2, 12 tot en met 19, 32; Archiefwet)',
}

/** What is stored: what it is, and when it ends. */
export const STORED_NL: Readonly<Record<keyof typeof STORED, { what: string; ends: string }>> = {
  signal: { what: 'het signaal', ends: 'na de termijn van zijn klasse, met akkoord van een mens' },
  chat: {
    what: 'het gesprek van een melder met de bot',
    ends: 'met elk signaal dat erin staat; een concept na 24 uur',
  },
  vault: {
    what: 'wie er meldde, apart en verzegeld',
    ends: 'enige tijd na de laatste terugkoppeling, of met het signaal',
  },
  code: { what: 'de code van een anonieme melder', ends: 'met het signaal' },
  choice: {
    what: 'bij welke gemeente een gesprek hoort',
    ends: 'na een jaar, of met een andere keuze; niets van wat er gezegd is',
  },
  part: { what: 'een deel van een groot document', ends: 'met het signaal of gesprek waar het deel van is' },
  agenda: { what: 'wanneer er iets te doen is', ends: 'een regel met het signaal; niets wat iemand schreef' },
  case: { what: 'een zaak: signalen die bij elkaar horen', ends: 'met het laatste van haar signalen' },
  muted: {
    what: 'waarden die niets over iemand zeggen',
    ends: 'tot een functionaris het terugneemt',
  },
  import: {
    what: 'een overgenomen lijst',
    ends: 'op de dag die bij het overnemen is gezet, hooguit twee jaar later',
  },
  imported: { what: 'een regel van een overgenomen lijst', ends: 'met die lijst' },
  file: {
    what: 'een foto of document',
    ends: 'met het signaal; van een concept dat niet verstuurd is binnen twee uur daarna',
  },
  counter: { what: 'een volgnummer', ends: 'is alleen een getal' },
  count: { what: 'tellingen', ends: 'zijn alleen getallen en controlegetallen' },
  channel: { what: 'waar het meldpunt is en wie dienst heeft', ends: 'niets van een signaal' },
  ledger: {
    what: 'wie waarvoor zocht, en wat vernietigd is',
    ends: 'zoekopdrachten na vijf jaar; de verklaring van vernietiging nooit, zij zegt niets over iemand',
  },
  index: {
    what: 'de verzegelde index om te herkennen',
    ends: 'met het signaal, of zodra het er niet meer in mag staan',
  },
  settings: {
    what: 'de instellingen van het meldpunt',
    ends: 'nooit: op welke instellingen iets besloten is, blijft bekend; niets over iemand in een signaal',
  },
  key: { what: 'ingepakte sleutels', ends: 'oudere sleutels bij het wisselen' },
}

export const CLASSES_NL: Readonly<Record<RetentionClass, { what: string; from: string }>> = {
  consultation: { what: 'sparren zonder vervolg', from: 'het advies' },
  refuted: { what: 'ingetrokken, of er was een gewone verklaring', from: 'het besluit' },
  noAction: { what: 'geen actie', from: 'het besluit' },
  monitored: { what: 'gemonitord', from: 'de laatste dag van het monitoren' },
  handled: { what: 'opgepakt of doorgegeven', from: 'het laatste besluit' },
}

/** What each permission of Graph is for, and what it does not give. */
export const PERMISSIONS_NL: Readonly<Record<string, string>> = {
  'AppCatalog.Read.All': 'de app vinden in de catalogus van de organisatie',
  'TeamsActivity.Send': 'een regel in iemands activiteitenfeed, zonder inhoud',
  'TeamsAppInstallation.ReadWriteSelfForUser.All':
    'de eigen app klaarzetten voor wie bereikt moet worden; geen andere app',
  'User.Read.All':
    'zien of het account van een functionaris nog werkt, en naam en telefoon van een melder die gebeld mag worden',
  'GroupMember.Read.All': 'zien of iemand in de groep zit die hier meldt, of die als eerste meedoet',
}
