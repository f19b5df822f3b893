/**
 * The register of processings (AVG 5, 6 and 30): for everything that can be done with a signal, and for everything that
 * is stored, why, and on which ground. The compiler holds that nothing can be added without it (domain.md E2, 1 and 2).
 * For the jurist and the FG to confirm; the words are for the register entry of the municipality.
 */
import type { DocumentKind } from '../store/port.ts'
import type { Command } from './command.ts'

/** The purposes, and no others: a use that fits none of them is another register, with its own decision. */
export const PURPOSES = {
  assess: 'receive and assess signals of human trafficking, exploitation, care fraud and undermining crime',
  protect: 'avert acute danger to somebody',
  handOver: 'bring a signal, by a person, to who is competent for it',
  feedBack: 'keep the reporter informed, and protect who reported',
  account: 'account for who looked, who decided and why',
  rights: 'meet the rights of the people in a signal',
  retain: 'keep no longer than needed, and destroy with a declaration',
} as const
export type Purpose = keyof typeof PURPOSES

/** AVG 6(1). Consent is none of them: neither an employee nor a citizen is free to refuse a municipality. */
export const BASES = {
  publicTask: 'AVG 6(1)(e), a task in the public interest (Gemeentewet 172, Wmo, Jeugdwet)',
  vitalInterest: 'AVG 6(1)(d), the vital interest of somebody',
  legalDuty: 'AVG 6(1)(c), a legal duty (AVG 5(2), 12 to 19, 32; Archiefwet)',
} as const
export type Basis = keyof typeof BASES

type Processing = { purpose: Purpose; basis: Basis }

const assess: Processing = { purpose: 'assess', basis: 'publicTask' }
const protect: Processing = { purpose: 'protect', basis: 'vitalInterest' }
const handOver: Processing = { purpose: 'handOver', basis: 'publicTask' }
const feedBack: Processing = { purpose: 'feedBack', basis: 'publicTask' }
const account: Processing = { purpose: 'account', basis: 'legalDuty' }
const rights: Processing = { purpose: 'rights', basis: 'legalDuty' }
const retain: Processing = { purpose: 'retain', basis: 'legalDuty' }

/** What can be done with a signal. */
export const PROCESSINGS = {
  report: assess,
  add: assess,
  answer: assess,
  chooseConsultation: assess,
  withdraw: rights,
  say112: protect,
  noDanger: protect,
  talk: feedBack,
  shown: feedBack,
  speak: feedBack,
  view: assess,
  take: assess,
  tend: assess,
  remind: assess,
  handTo: assess,
  note: assess,
  ask: assess,
  called: assess,
  setUrgency: assess,
  setMinor: assess,
  decide: assess,
  handOver,
  partnerAnswered: handOver,
  feedBack,
  advise: assess,
  endConsultation: assess,
  keepAgainstWish: protect,
  close: assess,
  reveal: assess,
  freeze: rights,
  unfreeze: rights,
  correct: rights,
  told: rights,
  erase: rights,
  keepLonger: retain,
  destroy: retain,
  listForDestruction: retain,
  takeOffList: retain,
  remindOfList: retain,
  forgetReporter: retain,
} as const satisfies Record<Command['do'], Processing>

/** What is stored, and what ends it. */
export const STORED = {
  signal: { ...assess, ends: 'the term of its class, on approval by a person' },
  chat: { ...feedBack, ends: 'with each signal in it; a draft after 24 hours' },
  vault: { ...feedBack, ends: 'some time after the last feedback, or with its signal' },
  code: { ...feedBack, ends: 'with its signal' },
  choice: {
    ...account,
    ends: 'after a year, or with another choice; holds which municipality a chat chose, not what was said in it',
  },
  counter: { ...account, ends: 'holds a number and nothing of anybody' },
  count: { ...account, ends: 'holds numbers and hashes, nothing of anybody' },
  channel: { ...account, ends: 'holds where the reporting point is, nothing of anybody' },
  ledger: {
    ...account,
    ends: 'searches after five years; the declaration of destruction never, and it says nothing of anybody',
  },
} as const satisfies Record<DocumentKind, Processing & { ends: string }>
