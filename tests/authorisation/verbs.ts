/**
 * A whole, right press of every button on one case: what is refused is refused because of the person who asks, not
 * because of how.
 */
import { randomUUID } from 'node:crypto'
import type { OfficerVerb, ReporterVerb } from '../../cards/actions.ts'
import { people } from '../../infra/local/demo.ts'
import { FORM } from '../journeys/officerSteps.ts'
import type { Wire } from '../kit/cardClient.ts'
import type { Case } from './stage.ts'

type Fields = Wire

const FORM_OF_DECISION = { ...FORM, partners: 'wijkteam' }

/** What a reporter's button on this case sends. `draft`: a draft of somebody else. */
export function reporterData(verb: ReporterVerb, it: Case, draft: string): Fields {
  const { signal } = it
  const question = it.record?.questions[0]?.id ?? randomUUID()
  const fields: Record<ReporterVerb, Fields> = {
    welcome: {},
    report: {},
    consult: {},
    how: {},
    colleague: {},
    language: { language: 'en' },
    said112: { about: signal, called112: 'yes' },
    noDanger: { about: signal },
    dangerNow: { about: signal },
    notNow: { about: signal },
    callMeNow: { about: signal, degree: 'confidential' },
    send: { draft },
    discard: { draft },
    putBack: { draft },
    addFile: { to: signal },
    asReport: {},
    split: { draft },
    fork: { draft, answer: 'not' },
    purpose: { draft, answer: 'report' },
    joinFirst: { draft },
    after: { signal, asked: ['where'], after1: 'Bij de haven.', after2: '', after3: '' },
    notBsn: { draft },
    vaguer: { draft },
    letStand: { draft, which: '0' },
    nextWords: { draft, which: '0' },
    asKind: { draft, kind: 'consultation' },
    form: { draft },
    saveForm: { draft, what: 'Iets', where: '', when: '', who: '', howKnown: '' },
    place: { draft, signal },
    placeNew: { draft },
    answer: { signal, question, how: 'unknown', answer: '' },
    choose: { signal, choice: 'keep' },
    talk: { signal },
    mine: {},
    addTo: { signal },
    withdraw: { signal },
    withdrawSure: { signal },
    codeSaved: { draft: signal },
    codeDone: {},
    notCode: {},
    municipality: { choice: 'anderstad', typed: 'Iets', said: '1700000000000' },
  }
  return { verb, ...fields[verb] }
}

/** What an officer's button on this case sends, of a card that shows it as it now stands. */
export function officerData(verb: OfficerVerb, it: Case): Fields {
  const { signal, record } = it
  const onCase = { signal, seen: record?.revision ?? 1, press: randomUUID() }
  const route = record?.routes[0]?.id ?? randomUUID()
  const reason = 'Een reden.'
  const ofCase = { case: randomUUID(), caseSeen: 1 }
  const fields: Record<OfficerVerb, Fields> = {
    worklist: {},
    open: { signal },
    take: { signal },
    page: { signal, page: 'dossier' },
    answerPage: { signal, route },
    handTo: { ...onCase, officer: people.ellen.aadObjectId },
    note: { ...onCase, text: 'Een notitie.' },
    ask: { ...onCase, text: 'Een vraag?' },
    reveal: { ...onCase, reason },
    called: { ...onCase, reached: 'reached', text: 'Ze is veilig.' },
    setUrgency: { ...onCase, urgency: 'high', reason },
    setMinor: { ...onCase, minor: record?.minor === 'no' ? 'yes' : 'no' },
    decide: { ...onCase, ...FORM_OF_DECISION },
    decideDays: {
      ...onCase,
      form: { ...FORM_OF_DECISION, partners: ['wijkteam'] },
      'answerBy.wijkteam': '2026-12-08',
    },
    decideBack: { signal, form: { ...FORM_OF_DECISION, partners: ['wijkteam'] } },
    handOver: { ...onCase, route },
    partnerAnswered: { ...onCase, route, what: 'question', text: 'Zij vragen iets.' },
    answerPartner: { ...onCase, route, text: 'Ons antwoord.' },
    giveUpRoute: { ...onCase, route, text: 'Het hoofd.', reason },
    help: { ...onCase, task: randomUUID(), how: 'arranged', text: '' },
    feedBack: { ...onCase, form: 'message', text: 'We hebben het bekeken.' },
    advise: { ...onCase, text: 'Ons advies.' },
    endConsultation: { ...onCase, choice: 'keep' },
    keepAgainstWish: { ...onCase, reason },
    close: onCase,
    freeze: { ...onCase, reason },
    unfreeze: { ...onCase, reason },
    correct: { ...onCase, passage: 'story.0', text: 'Zo is het juist.', reason },
    move: { ...onCase, passage: 'story.0', reference: '', reason },
    recipientInformed: { ...onCase, task: randomUUID() },
    erase: { ...onCase, reason },
    keepLonger: { ...onCase, until: '2027-01-15', reason },
    factPage: { signal, form: 'addFact', kind: 'mail' },
    confirmFact: { ...onCase, facts: [randomUUID()] },
    refuteFact: { ...onCase, fact: randomUUID() },
    unverifyFact: { ...onCase, fact: randomUUID() },
    correctFact: { ...onCase, fact: randomUUID(), value: 'iemand@example.org' },
    addFact: { ...onCase, kind: 'mail', value: 'iemand@example.org' },
    setRoles: { ...onCase, [`roles.${randomUUID()}`]: 'witness' },
    safeContact: { ...onCase, fact: randomUUID(), how: 'Bel overdag.' },
    setKinds: { ...onCase, kinds: 'labourExploitation' },
    weigh: { ...onCase, concrete: 'yes', concreteLine: 'Een adres.' },
    setHelpers: { ...onCase, helpers: 'unknown', text: '' },
    addSpecial: { ...onCase, text: 'Zij is zwanger.', reason },
    dropSpecial: { ...onCase, line: randomUUID() },
    lookElsewhere: {
      ...onCase,
      source: 'kvk',
      on: '2026-11-02',
      text: 'Bestaat dit bedrijf?',
      basis: 'publicTask',
      found: 'noHit',
    },
    link: { ...onCase, other: '', reference: '', reason },
    linkPage: { signal, other: randomUUID() },
    casePage: { signal, show: 'case' },
    caseDecide: { signal },
    unlink: { ...onCase, ...ofCase, member: signal, reason },
    caseLead: { ...onCase, ...ofCase, lead: `officer:${people.ellen.aadObjectId}` },
    weighCase: { ...onCase, ...ofCase, weighed: 'no', reason },
    suppose: { ...onCase, ...ofCase, text: 'Een vermoeden.' },
    endSupposing: { ...onCase, ...ofCase, hypothesis: randomUUID(), reason },
    plan: {
      ...onCase,
      ...ofCase,
      text: 'Een stap.',
      owner: `officer:${people.ellen.aadObjectId}`,
      until: '2026-12-08',
    },
    planDone: { ...onCase, ...ofCase, milestone: randomUUID() },
    tellFits: { ...onCase, ...ofCase, signals: signal },
    lookFile: { ...onCase, file: randomUUID() },
    dropFile: { ...onCase, file: randomUUID(), reason },
    toDestroy: {},
    declaration: {},
    destroy: { press: randomUUID(), signals: [signal] },
    search: {},
    searchNow: { press: randomUUID(), terms: 'slot op de deur', reason },
    overview: { press: randomUUID(), terms: 'slot op de deur', reason },
    searches: {},
    known: { signal },
    notSame: { ...onCase, other: randomUUID() },
    sameAgain: { ...onCase, other: randomUUID() },
    mute: { ...onCase, fact: randomUUID() },
    recognitions: {},
    muted: {},
    enter: {},
    enterNow: { press: randomUUID(), text: 'Een ander adres.', caller: 'Petra', contact: '0612345678' },
    seenAlarm: { alarm: randomUUID(), days: 1 },
  }
  return { verb, ...fields[verb] }
}
