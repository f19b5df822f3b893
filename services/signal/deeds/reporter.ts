/** What a reporter can do with a signal that was sent. */

import { partsOf } from '../../draft/drafting.ts'
import { onDuty } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import { type Change, cause, type Deed, note, set, tellHolder, visible } from '../change.ts'
import type { Command, Rang, ReporterDeed } from '../command.ts'
import { toTellAgain } from '../reading/feedback.ts'
import { alarmed, dueAt } from '../reading/urgency.ts'
import { isFrozen } from '../rights/freeze.ts'
import { MOST_TEXT } from '../words.ts'
import { chooseConsultation, isWeighty } from './consultation.ts'

const sizeOf = (change: Change): number =>
  change.record.story.reduce((sum, part) => sum + part.text.length, 0)

/**
 * Danger is looked for in every message, also in an answer (I.3): it raises the signal and rings everybody. What rang
 * as a draft already is not rung twice: its alarms go on with this signal.
 */
export function raiseDanger(change: Change, rang?: Rang): void {
  const { record, setting } = change
  const { accountable, behind } = onDuty(setting.municipality, dayOf(setting.now, setting.municipality))
  set(change, {
    urgency: 'acute',
    danger: { at: setting.now, called112: rang?.called112 ?? 'unknown' },
    due: dueAt(record, 'acute', setting),
    alarms: [...record.alarms, ...(rang?.alarms ?? [])],
  })
  for (const posted of rang?.alarms ?? []) cause(change, { kind: 'mendAlarm', posted, state: 'sent' })
  const everybody = [...alarmed(accountable.id, behind[0]?.id), record.takenBy ?? accountable.id]
  for (const to of new Set(rang?.unrung ?? everybody)) cause(change, { kind: 'alarm', to })
}

/** Carries out one deed of the reporter. */
export function reporterDeed(change: Change, deed: Command & ReporterDeed): Deed {
  const { record, setting } = change
  const closed = record.state === 'closed'
  switch (deed.do) {
    case 'add':
    case 'answer': {
      if (closed) return { refused: 'closed' }
      if (sizeOf(change) + deed.text.length > MOST_TEXT) return { refused: 'tooMuch' }
      if (deed.text !== '') {
        const via = deed.do === 'add' ? 'addition' : 'answer'
        set(change, { story: [...record.story, ...partsOf(deed.text, setting.now, via)] })
      }
      set(change, { attachmentsRefused: record.attachmentsRefused + deed.attachmentsRefused })
      if (deed.acute) raiseDanger(change, deed.rang)
      if (deed.do === 'add') {
        note(change, 'add')
        tellHolder(change, 'added')
      } else {
        const question = record.questions.find((q) =>
          deed.question === undefined ? !q.answer : q.id === deed.question,
        )
        if (!question) return { refused: 'notNow' }
        if (question.answer) return { refused: 'already' }
        // The whole of it stands in the story; here as much as one field holds.
        const [text] = partsOf(deed.text, setting.now, 'answer').map((part) => part.text)
        const answer = { at: setting.now, how: deed.how, ...(text === undefined ? {} : { text }) }
        set(change, { questions: record.questions.map((q) => (q === question ? { ...q, answer } : q)) })
        note(change, 'answer')
        tellHolder(change, deed.how === 'callMe' ? 'callMe' : 'answered')
      }
      visible(change)
      return
    }
    case 'withdraw': {
      if (closed) return { refused: 'closed' }
      // With danger or a minor, or once it has been decided on, the officer weighs the wish and says so (A007).
      const decided = record.state !== 'received' && record.state !== 'inTriage'
      if (isWeighty(record) || decided || isFrozen(record)) {
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
      return
    }
    case 'say112': {
      if (!record.danger) return { refused: 'notNow' }
      set(change, { danger: { ...record.danger, called112: deed.called112 } })
      note(change, 'say112')
      visible(change)
      return
    }
    case 'noDanger': {
      if (!record.danger || record.danger.takenBackAt) return { refused: 'already' }
      // Taken back by the person; the urgency stays as it is until an officer lowers it, with a reason (C2).
      // An alarm that has not gone out yet stays here.
      const effects = record.effects.filter((e) => e.kind !== 'alarm')
      set(change, { danger: { ...record.danger, takenBackAt: setting.now }, effects })
      for (const posted of record.alarms) cause(change, { kind: 'mendAlarm', posted, state: 'takenBack' })
      note(change, 'noDanger')
      visible(change)
      return
    }
    case 'talk': {
      // Also after the end: who was told that nothing is done may disagree (A126).
      note(change, 'talk')
      tellHolder(change, 'talk')
      if (!closed) visible(change)
      // Who had left is back, and was never told: the doorbell says so.
      else if (toTellAgain(change.record)) cause(change, { kind: 'doorbell' })
      return
    }
    case 'shown': {
      const { code } = record
      const fresh = code?.waiting.slice(0, deed.count).some((each) => each.shownOn === undefined)
      if (!code || !fresh) return { refused: 'already' }
      const shownOn = dayOf(setting.now, setting.municipality)
      const waiting = code.waiting.map((each, at) =>
        at < deed.count && each.shownOn === undefined ? { ...each, shownOn } : each,
      )
      set(change, { code: { ...code, waiting } })
      note(change, 'shown')
      return
    }
    case 'speak': {
      if (closed) return { refused: 'closed' }
      if (record.language === deed.language) return { refused: 'already' }
      set(change, { language: deed.language })
      note(change, 'speak')
      return
    }
    case 'chooseConsultation': {
      if (closed) return { refused: 'closed' }
      if (record.kind !== 'consultation') return { refused: 'notNow' }
      return chooseConsultation(change, deed.choice)
    }
  }
}
