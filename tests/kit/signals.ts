/** Signals for tests of the core: made by the core itself, with a clock and names of things that tests know. */
import { people } from '../../infra/local/demo.ts'
import { localMunicipality } from '../../infra/local/municipality.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Setting } from '../../services/signal/change.ts'
import type { Command, OfficerDeed, Report, ReporterDeed } from '../../services/signal/command.ts'
import { type Decided, decide, receive } from '../../services/signal/decide.ts'
import type { AuditEntry, ChainedEntry, SignalRecord } from '../../services/signal/record.ts'
import type { Actor, Kind, State } from '../../services/signal/words.ts'
import { Day, Instant, OfficerId, PartnerId, Reference, SignalId, VaultKey } from '../../services/words.ts'

/** A Tuesday, 10:00 in Amsterdam. */
export const NOW = Instant.parse('2026-11-24T09:00:00.000Z')
export const TODAY = Day.parse('2026-11-24')
/** A Tuesday two weeks later. */
export const ANSWER_BY = Day.parse('2026-12-08')

export const town: Municipality = localMunicipality('https://teams.example/v3')
export const MARIEKE = OfficerId.parse(people.marieke.aadObjectId)
export const JOOST = OfficerId.parse(people.joost.aadObjectId)
export const ELLEN = OfficerId.parse(people.ellen.aadObjectId)
/** In the channel, and no officer. */
export const THOMAS = OfficerId.parse(people.thomas.aadObjectId)

export const reporter: Actor = { role: 'reporter' }
export const officer = (id: OfficerId): Actor => ({ role: 'officer', id })

const partner = (id: string) => PartnerId.parse(id)
/** The key of the chains of audit entries. */
export const AUDIT_KEY = Buffer.alloc(32, 6)

/** What was done, in a chain as a record has it; nobody verifies this one. */
export function trail(...entries: AuditEntry[]): ChainedEntry[] {
  return entries.map((entry, at) => ({ ...entry, number: at + 1, hash: '0'.repeat(64) }))
}

export const POLICE = partner('politie-avim')
export const SAFE_HOME = partner('veilig-thuis')
export const TEAM = partner('wijkteam')

/** The town with this person standing in for the officer, all of November and December. */
export const withRota = (stands: OfficerId, of: Municipality = town): Municipality => ({
  ...of,
  rota: [{ officer: stands, from: Day.parse('2026-11-01'), until: Day.parse('2026-12-31') }],
})

/** Uuids that tests can read: each call the next one. */
export function ids(room = 0): () => string {
  let last = 0
  return () => {
    last += 1
    const [a, b] = [room.toString(16).padStart(8, '0'), last.toString(16).padStart(12, '0')]
    return `${a}-0000-4000-8000-${b}`
  }
}

const fresh = ids(1)
/** A new command id. */
export const press = ids(2)

/** A moment in this town; `after` counts milliseconds from `NOW`. */
export function setting(after = 0, municipality: Municipality = town): Setting {
  return { now: later(after), municipality, newId: fresh, auditKey: AUDIT_KEY }
}

/** So many milliseconds after `NOW`. */
export const later = (ms: number): Instant => Instant.parse(new Date(Date.parse(NOW) + ms).toISOString())

export const SECRET = 'Wat-iemand-schreef'

/** *Verstuur*, with the choices that the card has by itself. */
export function report(fields: Partial<Report> = {}): Command & Report {
  return {
    do: 'report',
    id: press(),
    actor: reporter,
    municipality: town.id,
    signal: SignalId.parse(fresh()),
    reference: Reference.parse('S-2026-0001'),
    kind: 'signal',
    language: 'nl',
    degree: 'confidential',
    vaultKey: VaultKey.parse(fresh()),
    certainty: 'suspicion',
    urgency: 'normal',
    danger: undefined,
    story: [{ at: NOW, via: 'chat', text: `${SECRET}.` }],
    form: undefined,
    attachmentsRefused: 0,
    alarms: [],
    replaces: undefined,
    ...fields,
  }
}

/** A signal that just came in. */
export const received = (fields: Partial<Report> = {}, at: Setting = setting()): SignalRecord =>
  receive(report(fields), at)

/** One command. */
export function act(
  record: SignalRecord,
  actor: Actor,
  deed: ReporterDeed | OfficerDeed,
  more: { id?: string; seen?: number; at?: Setting } = {},
): Decided {
  const { id = press(), seen, at = setting() } = more
  return decide(record, { ...deed, id, actor, ...(seen === undefined ? {} : { seen }) }, at)
}

/** The record after a command that must be accepted. */
export function done(
  record: SignalRecord,
  actor: Actor,
  deed: ReporterDeed | OfficerDeed,
  more: { id?: string; seen?: number; at?: Setting } = {},
): SignalRecord {
  const decided = act(record, actor, deed, more)
  if ('refused' in decided) throw new Error(`${deed.do} was refused: ${decided.refused}`)
  if (decided.done === 'ended') throw new Error(`${deed.do} ended it`)
  return decided.record
}

/** Everything that was pending has been delivered. */
export const delivered = (record: SignalRecord): SignalRecord => ({ ...record, effects: [] })

type Decide = Extract<OfficerDeed, { do: 'decide' }>
/** A decision that goes to one partner, told by message. */
export const decision = (fields: Partial<Decide> = {}): Decide => ({
  do: 'decide',
  outcome: 'external',
  reason: 'Reden van de functionaris',
  safeReason: undefined,
  lead: 'Wijkteam',
  victimHelp: 'arranged',
  victimCheck: undefined,
  minor: 'no',
  monitorUntil: undefined,
  routes: [{ partner: SAFE_HOME, answerBy: ANSWER_BY }],
  tell: { form: 'message' },
  ...fields,
})

export const firstRoute = (record: SignalRecord): string => record.routes[0]?.id ?? 'none'

/**
 * A signal in this state, with nothing pending: taken by Marieke, with one open question and one route, as far as it
 * has come. Kinds that never get that far are set there by hand.
 */
export function standing(kind: Kind, state: State, fields: Partial<Report> = {}): SignalRecord {
  const by = officer(MARIEKE)
  if (kind === 'consultation' && state === 'closed') {
    return delivered(done(standing(kind, 'inTriage', fields), reporter, { do: 'withdraw' }))
  }
  if (kind === 'consultation' && state !== 'received' && state !== 'inTriage') {
    return { ...standing('signal', state, fields), kind, fromConsultation: true }
  }
  const steps: Record<State, (record: SignalRecord) => SignalRecord> = {
    received: (record) => record,
    inTriage: (record) => done(done(record, by, { do: 'take' }), by, { do: 'ask', text: 'Wanneer was dit?' }),
    decided: (record) => done(record, by, decision()),
    handedOver: (record) => done(record, by, { do: 'handOver', route: firstRoute(record) }),
    fedBack: (record) =>
      done(
        done(record, by, { do: 'partnerAnswered', route: firstRoute(record), what: 'takenUp', text: '' }),
        by,
        { do: 'feedBack', form: 'message', text: 'Dank je wel' },
        { at: setting(1) },
      ),
    closed: (record) => done(record, by, { do: 'close' }, { at: setting(2) }),
  }
  const order: readonly State[] = ['received', 'inTriage', 'decided', 'handedOver', 'fedBack', 'closed']
  const came = order.slice(0, order.indexOf(state) + 1)
  return delivered(came.reduce((record, next) => steps[next](record), received({ kind, ...fields })))
}
