/** Everything that can be asked of a signal, by name, and what came of it in one short line. */

import type { Effect } from '../../../services/outbox/effect.ts'
import type { OfficerDeed, ReporterDeed } from '../../../services/signal/command.ts'
import type { Decided } from '../../../services/signal/decide.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Actor } from '../../../services/signal/words.ts'
import { ANSWER_BY, decision, firstRoute, JOOST, MARIEKE, officer, reporter } from '../../kit/signals.ts'

type Asked = readonly [Actor, ReporterDeed | OfficerDeed]
const marieke = officer(MARIEKE)
const said = { text: 'Er is meer', attachmentsRefused: 0 }

/** The names are those of the tables; each deed is made for the record that it is asked of. */
export const DEEDS: Record<string, (record: SignalRecord) => Asked> = {
  add: () => [reporter, { do: 'add', ...said, acute: false }],
  'add danger': () => [reporter, { do: 'add', ...said, acute: true }],
  answer: ({ questions }) => [
    reporter,
    { do: 'answer', question: questions[0]?.id, how: 'text', ...said, acute: false },
  ],
  'answer call me': () => [
    reporter,
    { do: 'answer', question: undefined, how: 'callMe', ...said, text: '', acute: false },
  ],
  'answer danger': ({ questions }) => [
    reporter,
    { do: 'answer', question: questions[0]?.id, how: 'text', ...said, acute: true },
  ],
  withdraw: () => [reporter, { do: 'withdraw' }],
  'say 112': () => [reporter, { do: 'say112', called112: 'yes' }],
  'no danger': () => [reporter, { do: 'noDanger' }],
  talk: () => [reporter, { do: 'talk' }],
  'speak english': () => [reporter, { do: 'speak', language: 'en' }],
  'choose enough': () => [reporter, { do: 'chooseConsultation', choice: 'enough' }],
  'choose keep': () => [reporter, { do: 'chooseConsultation', choice: 'keep' }],
  'hear not': () => [reporter, { do: 'hear', takenUp: 'no' }],
  'choose later': () => [reporter, { do: 'chooseConsultation', choice: 'later' }],
  view: () => [marieke, { do: 'view' }],
  take: () => [marieke, { do: 'take' }],
  'hand to joost': () => [marieke, { do: 'handTo', officer: JOOST }],
  note: () => [marieke, { do: 'note', text: 'Let op' }],
  ask: () => [marieke, { do: 'ask', text: 'Waar was dit?' }],
  called: () => [marieke, { do: 'called', reached: 'reached', text: 'Ze is veilig' }],
  'urgency high': () => [marieke, { do: 'setUrgency', urgency: 'high', reason: 'Vertrekt snel' }],
  'minor yes': () => [marieke, { do: 'setMinor', minor: 'yes' }],
  decide: () => [marieke, decision()],
  'decide none': () => [
    marieke,
    decision({ outcome: 'noAction', routes: [], safeReason: 'tooLittle', victimHelp: 'notApplicable' }),
  ],
  'hand over': (record) => [marieke, { do: 'handOver', route: firstRoute(record) }],
  'partner answered': (record) => [
    marieke,
    { do: 'partnerAnswered', route: firstRoute(record), what: 'noAnswer', text: 'Twee keer gebeld' },
  ],
  'answer partner': (record) => [
    marieke,
    { do: 'answerPartner', route: firstRoute(record), text: 'In de loods' },
  ],
  'give up route': (record) => [
    marieke,
    { do: 'giveUpRoute', route: firstRoute(record), text: 'Ons hoofd', reason: 'Drie keer gevraagd' },
  ],
  'they have it': (record) => [marieke, { do: 'received', route: firstRoute(record), text: 'Nummer 77' }],
  chase: (record) => [marieke, { do: 'chase', route: firstRoute(record), step: 'again', who: undefined }],
  'no more comes': (record) => [marieke, { do: 'followUp', route: firstRoute(record), how: 'noMore' }],
  'open sealed': (record) => [
    marieke,
    { do: 'openSealed', route: firstRoute(record), reason: 'Mogen we langs?' },
  ],
  'help arranged': ({ id }) => [marieke, { do: 'help', task: id, how: 'arranged', text: '' }],
  'feed back': () => [marieke, { do: 'feedBack', form: 'message', text: 'Dank je wel' }],
  'feed back call': () => [marieke, { do: 'feedBack', form: 'call', text: 'Gebeld' }],
  'feed back none': () => [marieke, { do: 'feedBack', form: 'none', text: 'Uit dienst' }],
  advise: () => [marieke, { do: 'advise', text: 'Kijk wie er meekomt' }],
  'end enough': () => [marieke, { do: 'endConsultation', choice: 'enough' }],
  'end keep': () => [marieke, { do: 'endConsultation', choice: 'keep' }],
  'end later': () => [marieke, { do: 'endConsultation', choice: 'later' }],
  'keep anyway': () => [marieke, { do: 'keepAgainstWish', reason: 'Er is gevaar' }],
  close: () => [marieke, { do: 'close' }],
  reveal: () => [marieke, { do: 'reveal', reason: 'Terugbellen' }],
  freeze: () => [marieke, { do: 'freeze', reason: 'Bezwaar' }],
  unfreeze: () => [marieke, { do: 'unfreeze', reason: 'Afgehandeld' }],
  correct: () => [marieke, { do: 'correct', passage: 'story.0', text: 'Anders', reason: 'Gebeld' }],
  move: () => [
    marieke,
    { do: 'move', passage: 'story.0', reference: 'S-2026-0009', reason: 'Hoort bij een ander' },
  ],
  'recipient informed': () => [
    marieke,
    { do: 'recipientInformed', task: '00000000-0000-4000-8000-000000000000' },
  ],
  erase: () => [marieke, { do: 'erase', reason: 'Verzoek' }],
  'keep longer': () => [marieke, { do: 'keepLonger', until: ANSWER_BY, reason: 'Onderzoek' }],
  destroy: () => [marieke, { do: 'destroy' }],
}

/** The name of a deed in the tables; a name that is not there is a mistake in the table. */
export function deedOf(name: string, record: SignalRecord): Asked {
  const make = DEEDS[name]
  if (!make) throw new Error(`No deed is called ${name}`)
  return make(record)
}

function caused(effect: Effect): string {
  switch (effect.kind) {
    case 'doorbell':
      return 'bell'
    case 'tellReporter':
      return `tell:${effect.message.about === 'consultationEnded' ? 'end' : effect.message.about}`
    case 'nudgeReporter':
      return 'nudge'
    case 'nudgeDraft':
      return 'nudgeDraft'
    case 'tellOfficer':
      return `${effect.officer === JOOST ? 'joost' : 'officer'}:${effect.notice.replace('consultationC', 'c')}`
    case 'alarm':
      return effect.to === 'channel' ? 'alarm:channel' : 'alarm'
    case 'mendAlarm':
      return `mend:${effect.state}`
    case 'retireBell':
      return 'retire'
    case 'recognise':
      return 'recognise'
    case 'inviteMeeting':
      return 'invite'
    case 'mailPartner':
      return 'mail'
    case 'carryAlong':
      return 'along'
  }
}

/**
 * `x stale`: refused. `ended bell`: gone, with what its end still causes. `+ decided bell`: the revision was raised,
 * the new state, the new effects; `=`: not raised. A state that stays is not named.
 */
export function inShort(before: SignalRecord, decided: Decided): string {
  if ('refused' in decided) {
    const field = 'field' in decided ? [decided.field] : []
    return ['x', decided.refused, ...field].join(' ')
  }
  if (decided.done === 'ended') return ['ended', ...decided.tombstone.effects.map(caused)].join(' ')
  const { record } = decided
  const old = new Set(before.effects.map((effect) => effect.id))
  const fresh = record.effects.filter((effect) => !old.has(effect.id)).map(caused)
  const raised = record.revision > before.revision ? '+' : '='
  return [raised, ...(record.state === before.state ? [] : [record.state]), ...fresh].join(' ')
}
