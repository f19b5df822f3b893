/** One of each deed, as a card or a chat asks for it. A deed that is new does not compile here until it has one. */
import { CaseId } from '../../services/cases/caseOf.ts'
import type {
  OfficerDeed,
  OfficerDeedName,
  ReporterDeed,
  ReporterDeedName,
} from '../../services/signal/deeds/data.ts'
import { Day, Instant, SignalId } from '../../services/words.ts'
import { ANSWER_BY, decision, JOOST } from './signals.ts'

/** A name of a route or a task that is of no signal. */
const NONE = '00000000-0000-4000-8000-000000000000'
const OTHER_SIGNAL = SignalId.parse(NONE)
const OF_CASE = { case: CaseId.parse(NONE), caseSeen: 1 }

export const OFFICER_SAMPLES: { [D in OfficerDeedName]: OfficerDeed<D> } = {
  view: { do: 'view' },
  take: { do: 'take' },
  handTo: { do: 'handTo', officer: JOOST },
  note: { do: 'note', text: 'x' },
  ask: { do: 'ask', text: 'x' },
  called: { do: 'called', reached: 'notReached' },
  setUrgency: { do: 'setUrgency', urgency: 'high', reason: 'x' },
  setMinor: { do: 'setMinor', minor: 'no' },
  decide: decision(),
  handOver: { do: 'handOver', route: NONE },
  partnerAnswered: { do: 'partnerAnswered', route: NONE, what: 'takenUp', text: '' },
  answerPartner: { do: 'answerPartner', route: NONE, text: 'x' },
  giveUpRoute: { do: 'giveUpRoute', route: NONE, text: 'x', reason: 'x' },
  help: { do: 'help', task: NONE, how: 'arranged', text: '' },
  feedBack: { do: 'feedBack', form: 'call', text: 'x' },
  advise: { do: 'advise', text: 'x' },
  endConsultation: { do: 'endConsultation', choice: 'enough' },
  keepAgainstWish: { do: 'keepAgainstWish', reason: 'x' },
  close: { do: 'close' },
  reveal: { do: 'reveal', reason: 'x' },
  freeze: { do: 'freeze', reason: 'x' },
  unfreeze: { do: 'unfreeze', reason: 'x' },
  correct: { do: 'correct', passage: 'story.0', text: 'x', reason: 'x' },
  move: { do: 'move', passage: 'story.0', reference: '', reason: 'x' },
  recipientInformed: { do: 'recipientInformed', task: NONE },
  erase: { do: 'erase', reason: 'x' },
  keepLonger: { do: 'keepLonger', until: ANSWER_BY, reason: 'x' },
  destroy: { do: 'destroy' },
  confirmFact: { do: 'confirmFact', facts: [NONE] },
  refuteFact: { do: 'refuteFact', fact: NONE },
  unverifyFact: { do: 'unverifyFact', fact: NONE },
  correctFact: { do: 'correctFact', fact: NONE, roleList: [] },
  addFact: { do: 'addFact', kind: 'mail', value: 'x@example.org', roleList: [] },
  setRoles: { do: 'setRoles', roles: { [NONE]: ['witness'] } },
  safeContact: { do: 'safeContact', fact: NONE, how: 'x' },
  setKinds: { do: 'setKinds', kinds: ['labourExploitation'] },
  weigh: { do: 'weigh', concrete: 'yes' },
  setHelpers: { do: 'setHelpers', helpers: 'unknown', text: '' },
  addSpecial: { do: 'addSpecial', text: 'x', reason: 'nodig' },
  dropSpecial: { do: 'dropSpecial', line: NONE },
  lookElsewhere: {
    do: 'lookElsewhere',
    source: 'kvk',
    on: Day.parse('2026-01-05'),
    text: 'nodig',
    basis: 'publicTask',
    found: 'noHit',
  },
  link: { do: 'link', other: OTHER_SIGNAL, reference: '', reason: 'x' },
  unlink: { do: 'unlink', ...OF_CASE, member: OTHER_SIGNAL, reason: 'x' },
  caseLead: { do: 'caseLead', ...OF_CASE, lead: `officer:${JOOST}` },
  weighCase: { do: 'weighCase', ...OF_CASE, weighed: 'no', reason: 'x' },
  suppose: { do: 'suppose', ...OF_CASE, text: 'x' },
  endSupposing: { do: 'endSupposing', ...OF_CASE, hypothesis: NONE, reason: 'x' },
  plan: { do: 'plan', ...OF_CASE, text: 'x', owner: `officer:${JOOST}`, until: ANSWER_BY },
  planDone: { do: 'planDone', ...OF_CASE, milestone: NONE },
  tellFits: { do: 'tellFits', ...OF_CASE, signals: [] },
  seenAsMatch: { do: 'seenAsMatch' },
  notSame: { do: 'notSame', other: SignalId.parse(NONE) },
  sameAgain: { do: 'sameAgain', other: SignalId.parse(NONE) },
  mute: { do: 'mute', fact: NONE },
  lookFile: { do: 'lookFile', file: NONE },
  showFile: { do: 'showFile', look: NONE },
  dropFile: { do: 'dropFile', file: NONE, reason: 'x' },
}

const words = { text: 'x', attachmentsRefused: 0, acute: false }

export const REPORTER_SAMPLES: { [D in ReporterDeedName]: ReporterDeed<D> } = {
  add: { do: 'add', ...words },
  answer: { do: 'answer', question: undefined, how: 'text', ...words },
  attach: {
    do: 'attach',
    files: [
      {
        id: NONE,
        at: Instant.parse('2026-11-24T09:00:00.000Z'),
        kind: 'png',
        size: 1,
        scanned: 'notScanned',
      },
    ],
  },
  withdraw: { do: 'withdraw' },
  say112: { do: 'say112', called112: 'yes' },
  noDanger: { do: 'noDanger' },
  talk: { do: 'talk' },
  shown: { do: 'shown', count: 1 },
  speak: { do: 'speak', language: 'en' },
  chooseConsultation: { do: 'chooseConsultation', choice: 'enough' },
}
