/** Lives of signals for `properties.test.ts`: anything that can be asked, in any order, by anybody. */
import fc from 'fast-check'
import type { OfficerDeed, Report, ReporterDeed } from '../../../services/signal/command.ts'
import { decide, receive } from '../../../services/signal/decide.ts'
import { openHelp } from '../../../services/signal/reading/help.ts'
import type { SignalRecord, Tombstone } from '../../../services/signal/record.ts'
import {
  type Actor,
  Called112,
  Certainty,
  ConsultationChoice,
  Degree,
  Kind,
  Minor,
  Outcome,
  PartnerAnswer,
  Reached,
  SafeReason,
  TellForm,
  Urgency,
  VictimHelp,
} from '../../../services/signal/words.ts'
import { CodeId, Day, type Instant, PartnerId, VaultKey } from '../../../services/words.ts'
import {
  AUDIT_KEY,
  decision,
  ELLEN,
  ids,
  JOOST,
  later,
  MARIEKE,
  NOW,
  officer,
  report,
  reporter,
  THOMAS,
  town,
  withRota,
} from '../../kit/signals.ts'

/** Every word of a person has this in it, so that it can be found where it must not be. */
export const MARK = 'woord-van-iemand'
const text = fc.oneof(
  fc.constant(''),
  fc.constant('  \n'),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((rest) => `${MARK} ${rest}`),
  fc.integer({ min: 1_000, max: 39_000 }).map((length) => MARK.padEnd(length, '؟')),
)
const of = <T>(options: readonly T[]) => fc.constantFrom(...options)
const partner = of([...town.partners.map((p) => p.id), PartnerId.parse('niet-bekend')])
const day = fc.integer({ min: -3, max: 200 }).map((days) => Day.parse(later(days * 86_400_000).slice(0, 10)))
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Which of the questions or routes that stand is meant; beyond the last: none that exists. */
type Which = { which: number }
type Asked =
  | ReporterDeed
  | OfficerDeed
  | ({ do: 'answerWhich'; how: 'text' | 'unknown' | 'callMe'; text: string; acute: boolean } & Which)
  | ({ do: 'handOverWhich' } & Which)
  | ({
      do: 'answeredWhich'
      what: PartnerAnswer
      note: string
      again?: Day | undefined
      passedTo?: PartnerId | undefined
    } & Which)
  | ({ do: 'ourAnswerWhich' | 'giveUpWhich'; note: string } & Which)
  | { do: 'helpNow'; how: 'arranged' | 'notNeeded' | 'later'; note: string }
const which = fc.nat(3)

/** What an officer would do next, so that lives come to their end among all that is refused. */
function onward(record: SignalRecord): OfficerDeed {
  const { state, routes, kind } = record
  const planned = routes.find((r) => r.state === 'planned')
  const handed = routes.find((r) => r.state === 'handedOver')
  if (kind === 'consultation') return { do: 'advise', text: MARK }
  if (state === 'received') return { do: 'take' }
  if (state === 'inTriage')
    return decision({ reason: MARK, routes: routes.length > 0 ? [] : decision().routes })
  if (planned) return { do: 'handOver', route: planned.id }
  if (openHelp(record, town) && state === 'fedBack')
    return { do: 'help', task: openHelp(record, town)?.id ?? record.id, how: 'arranged', text: MARK }
  if (handed) return { do: 'partnerAnswered', route: handed.id, what: 'takenUp', text: MARK }
  return state === 'fedBack' ? { do: 'close' } : { do: 'feedBack', form: 'message', text: MARK }
}
const attachmentsRefused = fc.nat(2)

const ofReporter: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), text, attachmentsRefused, acute: fc.boolean() }),
  fc.record({
    do: fc.constant('answerWhich' as const),
    which,
    how: of(['text', 'unknown', 'callMe'] as const),
    text,
    acute: fc.boolean(),
  }),
  fc.record({ do: of(['withdraw', 'noDanger', 'noDanger', 'talk', 'talk'] as const) }),
  fc.record({ do: fc.constant('say112' as const), called112: of(Called112.options) }),
  fc.record({ do: fc.constant('shown' as const), count: fc.nat(5) }),
  fc.record({ do: fc.constant('chooseConsultation' as const), choice: of(ConsultationChoice.options) }),
)
const ofOfficer: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ do: of(['view', 'take'] as const) }),
  fc.record({ do: fc.constant('called' as const), reached: some(of(Reached.options)), text }),
  fc.record({ do: of(['note', 'ask', 'advise'] as const), text }),
  fc.record({ do: fc.constant('handTo' as const), officer: of([MARIEKE, JOOST, ELLEN, THOMAS]) }),
  fc.record({ do: fc.constant('setUrgency' as const), urgency: of(Urgency.options), reason: text }),
  fc.record({ do: fc.constant('setMinor' as const), minor: of(['yes', 'no', 'unknown'] as const) }),
  fc.record({
    do: fc.constant('decide' as const),
    outcome: of(Outcome.options),
    reason: text,
    safeReason: some(of(SafeReason.options)),
    lead: of([...town.leads, 'Iemand', '']),
    victimHelp: of(VictimHelp.options),
    victimCheck: some(text),
    minor: some(of(Minor.options)),
    helpOwner: some(of(['team:Wijkteam', 'team:Niemand'])),
    helpBy: some(day),
    monitorUntil: some(day),
    routes: fc.array(fc.record({ partner, answerBy: day }), { maxLength: 3 }),
    tell: fc.record({ form: of(TellForm.options), why: text }),
  }),
  fc.record({ do: fc.constant('handOverWhich' as const), which }),
  fc.record({
    do: fc.constant('answeredWhich' as const),
    which,
    what: of(PartnerAnswer.options),
    note: text,
    again: some(day),
    passedTo: some(partner),
  }),
  fc.record({ do: fc.constant('ourAnswerWhich' as const), which, note: text }),
  fc.record({ do: fc.constant('giveUpWhich' as const), which, note: text }),
  fc.record({
    do: fc.constant('helpNow' as const),
    how: of(['arranged', 'notNeeded', 'later'] as const),
    note: text,
  }),
  fc.record({
    do: fc.constant('move' as const),
    passage: of(['story.0', 'story.1']),
    reference: of(['S-2026-0009', '']),
    reason: text,
  }),
  fc.record({
    do: fc.constant('feedBack' as const),
    form: of(['message', 'call', 'meeting', 'none'] as const),
    text,
  }),
  fc.record({ do: fc.constant('endConsultation' as const), choice: of(ConsultationChoice.options) }),
  fc.record({ do: of(['keepAgainstWish', 'reveal'] as const), reason: text }),
  fc.constant<Asked>({ do: 'close' }),
)

/** Steps that lead on, among all those that may be refused. */
export const step = fc.record({
  actor: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Actor>(reporter) },
    { weight: 12, arbitrary: fc.constant<Actor>(officer(MARIEKE)) },
    { weight: 2, arbitrary: of([JOOST, ELLEN, THOMAS]).map((id) => officer(id)) },
  ),
  byReporter: ofReporter,
  byOfficer: fc.option(ofOfficer, { nil: undefined, freq: 3 }),
  /** How many revisions the card is behind; none: it names no revision. */
  behind: some(fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) })),
  /** The courier delivered everything, or gave it up. */
  delivered: of(['yes', 'no', 'gaveUp'] as const),
  pause: fc.integer({ min: 1, max: 5_000_000 }),
})

export const begin: fc.Arbitrary<Partial<Report>> = fc.record({
  kind: of(Kind.options),
  degree: of(Degree.options),
  code: some(fc.constant(CodeId.parse('c'.repeat(64)))),
  urgency: of(Urgency.options),
  certainty: of(Certainty.options),
  danger: some(fc.constant({ at: NOW, called112: 'unknown' as const })),
  form: some(fc.record({ what: text, minor: of(['yes', 'no', 'unknown'] as const) })),
})

function deedFor(record: SignalRecord, asked: Asked): ReporterDeed | OfficerDeed {
  switch (asked.do) {
    case 'answerWhich': {
      const { how, text, acute } = asked
      const question = record.questions[asked.which]?.id
      return { do: 'answer', question, how, text, attachmentsRefused: 0, acute }
    }
    case 'handOverWhich':
      return { do: 'handOver', route: record.routes[asked.which]?.id ?? record.id }
    case 'answeredWhich':
      return {
        do: 'partnerAnswered',
        route: record.routes[asked.which]?.id ?? record.id,
        what: asked.what,
        text: asked.note,
        again: asked.again,
        passedTo: asked.passedTo,
      }
    case 'ourAnswerWhich':
      return { do: 'answerPartner', route: record.routes[asked.which]?.id ?? record.id, text: asked.note }
    case 'giveUpWhich': {
      const route = record.routes[asked.which]?.id ?? record.id
      return { do: 'giveUpRoute', route, text: asked.note, reason: asked.note }
    }
    case 'helpNow':
      return { do: 'help', task: openHelp(record, town)?.id ?? record.id, how: asked.how, text: asked.note }
    default:
      return asked
  }
}

/** `times`: the moment of each record. */
export type Life = { records: SignalRecord[]; times: Instant[]; end: Tombstone | undefined }

/** Lives a signal through: every record that it was, and how it ended where it went away. */
export function live(
  fields: Partial<Report>,
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
): Life {
  const newId = ids(9)
  let ms = 0
  const at = () => ({ now: later(ms), municipality: withRota(MARIEKE), newId, auditKey: AUDIT_KEY })
  const key = VaultKey.parse(newId())
  let record = receive(report({ ...fields, vaultKey: fields.degree === 'anonymous' ? undefined : key }), at())
  const records = [record]
  const times = [at().now]
  for (const { actor, byReporter, byOfficer, behind, delivered, pause } of steps) {
    ms += pause
    const asked = deedFor(record, actor.role === 'reporter' ? byReporter : (byOfficer ?? onward(record)))
    const seen = behind === undefined ? {} : { seen: Math.max(1, record.revision - behind) }
    const decided = decide(record, { ...asked, ...seen, id: newId(), actor }, at())
    if ('refused' in decided) continue
    if (decided.done === 'ended') return { records, times, end: decided.tombstone }
    record = decided.record
    records.push(record)
    times.push(at().now)
    if (delivered === 'yes') record = { ...record, effects: [] }
    if (delivered === 'gaveUp')
      record = { ...record, effects: record.effects.map((e) => ({ ...e, deadLetter: 'away' as const })) }
  }
  return { records, times, end: undefined }
}
