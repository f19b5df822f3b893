/** What the model knows of a signal, and how it begins. */
import type { Degree, Kind, State, Urgency } from '../../services/signal/words.ts'
import type { OfficerId } from '../../services/words.ts'
import type { Late } from './late.ts'

type Question = { id: string; answered: boolean }
export type Route = { partner: string; state: 'planned' | 'handedOver' | 'answered' }

export type Case = {
  kind: Kind
  state: State | 'ended'
  degree: Degree
  /** An address, or a code at which the reporter comes and asks. */
  reachable: boolean
  urgency: Urgency
  minor: 'yes' | 'no' | 'unknown'
  danger: 'none' | 'now' | 'takenBack'
  called112: 'unknown' | 'yes' | 'no'
  /** How often danger rang anew: what says nothing new within minutes does not. */
  rings: number
  /** The places that must ring because an officer raised it to acute: the channel, and officers. */
  raised: string[]
  /** Who is on duty, and the next in line. */
  pair: readonly OfficerId[]
  revision: number
  accountable: OfficerId
  takenBy: OfficerId | undefined
  questions: Question[]
  advices: string[]
  routes: Route[]
  decisions: string[]
  outcome: string | undefined
  /** Told since the newest decision, or recorded why not. */
  told: boolean
  /** Closed, and what was told last was given up. */
  unheard: boolean
  lastForm: string | undefined
  lastTell: string | undefined
  feedback: number
  notes: number
  calls: number
  reveals: number
  wish: 'none' | 'enough' | 'later'
  withdrawalWish: boolean
  closedBy: string | undefined
  words: string[]
  audit: string[]
  /** What the reporter must hear, in this order. */
  messages: string[]
  /** What the reporter may have heard before an end of which nothing is kept. */
  earlier: string[]
  /** What officers must hear in their own chat. */
  notices: string[]
  /** What did not arrive, as it became known. */
  late: Late[]
}

/** A signal that was sent. */
export function sent(
  it: Pick<Case, 'kind' | 'degree' | 'reachable' | 'urgency' | 'accountable' | 'pair'> & {
    danger: boolean
    text: string
  },
): Case {
  const { kind, degree, reachable, accountable, pair, danger, text } = it
  return {
    kind,
    degree,
    reachable,
    accountable,
    urgency: danger ? 'acute' : it.urgency,
    state: 'received',
    minor: 'unknown',
    danger: danger ? 'now' : 'none',
    called112: 'unknown',
    rings: danger ? 1 : 0,
    raised: [],
    pair,
    revision: 1,
    takenBy: undefined,
    questions: [],
    advices: [],
    routes: [],
    decisions: [],
    outcome: undefined,
    told: false,
    unheard: false,
    lastForm: undefined,
    lastTell: undefined,
    feedback: 0,
    notes: 0,
    calls: 0,
    reveals: 0,
    wish: 'none',
    withdrawalWish: false,
    closedBy: undefined,
    words: [text],
    audit: ['report'],
    messages: reachable ? ['received'] : [],
    earlier: [],
    notices: [],
    late: [],
  }
}
