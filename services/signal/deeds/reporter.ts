/** What a reporter can do with a signal that was sent, each a rule of its own. */

import { partsOf } from '../../draft/drafting.ts'
import { onDuty } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { Posted } from '../../outbox/effect.ts'
import { questionFailed } from '../../outbox/notArrived.ts'
import { hideAcross } from '../../privacy/bsn/across.ts'
import { BSN_MARKS } from '../../privacy/bsn/marks.ts'
import {
  CHANGED,
  type Change,
  cause,
  NOTED,
  note,
  type RuleResult,
  set,
  tellHolder,
  visible,
} from '../change.ts'
import type { Refusal } from '../command.ts'
import { isWeighty } from '../reading/consultation.ts'
import { toTellAgain } from '../reading/feedback.ts'
import { isDecided } from '../reading/standing.ts'
import { alarmed, dueAt } from '../reading/urgency.ts'
import type { SignalRecord, StoryPart } from '../record.ts'
import { isFrozen } from '../rights/freeze.ts'
import { MOST_TEXT } from '../words.ts'
import type { Rang, ReporterDeed } from './data.ts'
import { ringCannotCall, ringEveryOfficer } from './ring.ts'

const sizeOf = (change: Change): number =>
  change.record.story.reduce((sum, part) => sum + part.text.length, 0)

/** Alarm cards that a signal knows; of more than these the oldest stay as they are. */
const MOST_ALARMS = 60

/** Does an alarm of this signal stand with the officers, or is it on its way to them? */
function stands({ danger, urgency, alarms, effects }: SignalRecord): boolean {
  const under = alarms.length > 0 || effects.some((e) => e.kind === 'alarm' && !e.deadLetter)
  return danger !== undefined && danger.takenBackAt === undefined && urgency === 'acute' && under
}

/** The alarm cards say once more that somebody is in danger; each of them once at a time. */
function ringOnCards(change: Change): void {
  const { alarms, effects } = change.record
  const waits = ({ activity }: Posted): boolean =>
    effects.some(
      (e) => e.kind === 'mendAlarm' && e.state === 'sent' && e.posted.activity === activity && !e.deadLetter,
    )
  for (const posted of alarms) if (!waits(posted)) cause(change, { kind: 'mendAlarm', posted, state: 'sent' })
}

/**
 * Danger is looked for in every message, also in an answer (I.3): it raises the signal and rings everybody. What rang
 * as a draft already is not rung twice: its alarms go on with this signal. What says nothing new, minutes after an alarm
 * that stands, updates its cards in place of ringing (docs/decisions/one-alarm.md).
 */
export function raiseDanger(change: Change, rang?: Rang, repeats?: 'again' | 'tooOften'): void {
  const { record, setting } = change
  const standing = stands(record)
  if (!rang && repeats !== undefined && standing) {
    ringOnCards(change)
    return
  }
  const { accountable, behind } = onDuty(setting.municipality, dayOf(setting.now, setting.municipality))
  const wroteAt = rang?.wroteAt ?? setting.now
  set(change, {
    urgency: 'acute',
    danger: { at: wroteAt, called112: rang?.called112 ?? 'unknown' },
    due: dueAt(record, 'acute', setting),
    alarms: [...record.alarms, ...(rang?.alarms ?? [])].slice(-MOST_ALARMS),
  })
  if (!rang && repeats === 'tooOften' && record.alarms.length > 0) {
    ringOnCards(change)
    return
  }
  for (const posted of rang?.alarms ?? []) cause(change, { kind: 'mendAlarm', posted, state: 'sent' })
  const everybody = [...alarmed(accountable.id, behind[0]?.id), record.takenBy ?? accountable.id]
  for (const to of new Set(rang?.unrung ?? everybody)) cause(change, { kind: 'alarm', to, wroteAt })
}

/** How much of the story may be the beginning of a number that goes on in new words: a digit in each. */
const MOST_PIECES = 9

/** Adds to the story; a number that began in what was written before is hidden as one would be (I.8). */
function addToStory(change: Change, parts: StoryPart[]): void {
  const { story, questions } = change.record
  const before = story.slice(-MOST_PIECES)
  const texts = [...before, ...parts].map(({ text }) => text)
  const hidden = hideAcross(texts, BSN_MARKS[change.setting.municipality.language], before.length)
  if (hidden === texts) {
    set(change, { story: [...story, ...parts] })
    return
  }
  const earlier = story.slice(0, story.length - before.length)
  const whole = [...before, ...parts].map((part, at) => ({ ...part, text: hidden[at] ?? part.text }))
  // What stands with a question as its answer says the same as the story.
  const instead = new Map(before.map(({ text }, at) => [text, hidden[at] ?? text]))
  set(change, {
    story: [...earlier, ...whole],
    questions: questions.map((question) => {
      const text = question.answer?.text
      const masked = text === undefined ? undefined : instead.get(text)
      return question.answer && masked !== undefined
        ? { ...question, answer: { ...question.answer, text: masked } }
        : question
    }),
  })
}

/** Keeps what was written, and raises danger. A refusal when it does not fit. */
function keepWords(
  change: Change,
  via: 'addition' | 'answer',
  deed: Omit<ReporterDeed<'add'>, 'do'>,
): Refusal | undefined {
  const { record, setting } = change
  if (sizeOf(change) + deed.text.length > MOST_TEXT) return { refused: 'tooMuch' }
  const marked = deed.correction ? { correction: true as const } : {}
  const parts = deed.answers
    ? deed.answers.flatMap(({ asked, text }) =>
        partsOf(text, setting.now, via).map((part) => ({ ...part, asked })),
      )
    : partsOf(deed.text, setting.now, via).map((part) => ({ ...part, ...marked }))
  if (parts.length > 0) addToStory(change, parts)
  set(change, { attachmentsRefused: record.attachmentsRefused + deed.attachmentsRefused })
  if (deed.acute) raiseDanger(change, deed.rang, deed.repeats)
  return undefined
}

/** More about what was sent. */
export function add(change: Change, deed: ReporterDeed<'add'>): RuleResult {
  const hindered = keepWords(change, 'addition', deed)
  if (hindered) return hindered
  note(change, 'add')
  tellHolder(change, 'added')
  visible(change)
  return CHANGED
}

/** The answer to a question; to the first that is open when none is named. */
export function answer(change: Change, deed: ReporterDeed<'answer'>): RuleResult {
  const { now } = change.setting
  const hindered = keepWords(change, 'answer', deed)
  if (hindered) return hindered
  const { questions } = change.record
  // Without a name it is the first that can have been read.
  const isMeant = (q: (typeof questions)[number]) =>
    deed.question === undefined ? !q.answer && !questionFailed(change.record, q.id) : q.id === deed.question
  const question = questions.find(isMeant)
  if (!question) return { refused: 'notNow' }
  if (question.answer) return { refused: 'already' }
  // The whole of it stands in the story, as it is kept; here as much as one field holds.
  const { story } = change.record
  const size = partsOf(deed.text, now, 'answer').length
  const text = size === 0 ? undefined : story[story.length - size]?.text
  const given = { at: now, how: deed.how, ...(text === undefined ? {} : { text }) }
  set(change, { questions: questions.map((q) => (q === question ? { ...q, answer: given } : q)) })
  note(change, 'answer')
  tellHolder(change, deed.how === 'callMe' ? 'callMe' : 'answered')
  visible(change)
  return CHANGED
}

/** With danger or a minor, or once it has been decided on, the officer weighs the wish and says so (A007). */
export function withdraw(change: Change): RuleResult {
  const { record, setting } = change
  if (isWeighty(record) || isDecided(record) || isFrozen(record)) {
    if (record.withdrawalWish) return { refused: 'already' }
    set(change, { withdrawalWish: setting.now })
    note(change, 'wishToWithdraw')
    tellHolder(change, 'withdrawalWish')
  } else {
    set(change, { closing: { at: setting.now, by: 'reporter', how: 'withdrawn' } })
    note(change, 'withdraw', 'closed')
    tellHolder(change, 'withdrawn')
  }
  visible(change)
  return CHANGED
}

/** Whether 112 was called. */
export function say112(change: Change, deed: ReporterDeed<'say112'>): RuleResult {
  const { danger } = change.record
  if (!danger) return { refused: 'notNow' }
  set(change, { danger: { ...danger, called112: deed.called112 } })
  note(change, 'say112')
  // The doorbell says it too; a card that is mended notifies nobody.
  if (deed.called112 === 'no' && danger.called112 !== 'no' && !danger.takenBackAt) ringCannotCall(change)
  visible(change)
  return CHANGED
}

/** Taken back by the person; the urgency stays as it is until an officer lowers it, with a reason (C2). */
export function noDanger(change: Change): RuleResult {
  const { record, setting } = change
  if (!record.danger || record.danger.takenBackAt) return { refused: 'already' }
  // An alarm that has not gone out yet stays here, but what an officer raised; nor does a card say after this that there
  // is danger.
  const effects = record.effects.filter((e) =>
    e.kind === 'alarm' ? e.raised === true : e.kind !== 'mendAlarm' || e.state !== 'sent',
  )
  set(change, { danger: { ...record.danger, takenBackAt: setting.now }, effects })
  for (const posted of record.alarms) cause(change, { kind: 'mendAlarm', posted, state: 'takenBack' })
  note(change, 'noDanger')
  visible(change)
  return CHANGED
}

/** Also after the end: a reporter who was told that nothing is done may disagree (A126). */
export function talk(change: Change, { now }: ReporterDeed<'talk'>): RuleResult {
  note(change, 'talk')
  if (now) ringEveryOfficer(change, 'callNow')
  else tellHolder(change, 'talk')
  if (change.record.state !== 'closed') visible(change)
  // A reporter who had left is back, and was never told: the doorbell says so.
  else if (toTellAgain(change.record)) cause(change, { kind: 'doorbell' })
  return CHANGED
}

/** What waited was shown to the person who came with the code. */
export function shown(change: Change, deed: ReporterDeed<'shown'>): RuleResult {
  const { record, setting } = change
  const { code } = record
  const fresh = code?.waiting.slice(0, deed.count).some((each) => each.shownOn === undefined)
  if (!code || !fresh) return { refused: 'already' }
  const shownOn = dayOf(setting.now, setting.municipality)
  const waiting = code.waiting.map((each, at) =>
    at < deed.count && each.shownOn === undefined ? { ...each, shownOn } : each,
  )
  set(change, { code: { ...code, waiting } })
  note(change, 'shown')
  return NOTED
}

/** The language of what is still to be heard. */
export function speak(change: Change, deed: ReporterDeed<'speak'>): RuleResult {
  const { record } = change
  if (record.language === deed.language) return { refused: 'already' }
  set(change, { language: deed.language })
  note(change, 'speak')
  return CHANGED
}
