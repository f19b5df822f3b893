/**
 * The card in the channel: that there is something, how urgent, by when, and who has it. Never a word of
 * what was written, what it is about, where it goes, or who wrote it.
 */

import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality, Officer } from '../../../services/municipality/municipality.ts'
import { clocksOf, clocksOver } from '../../../services/signal/reading/clocks.ts'
import { toTellAgain } from '../../../services/signal/reading/feedback.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { isFrozen } from '../../../services/signal/rights/freeze.ts'
import type { Kind, Urgency } from '../../../services/signal/words.ts'
import type { Instant, Language, Reference } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { late } from '../case/head.ts'
import { box, facts, frame, small, submit, text, title } from '../elements.ts'
import { momentsIn, named, nameOf } from '../lookups.ts'
import { mentioned } from '../mention.ts'

type Doorbell = {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  surface: Surface
  language: Language
  /** In the channel: the officers who are called by name, and so notified. */
  calls?: readonly Officer[]
}

/** The doorbell of one signal, in the state in which it now is. */
export function doorbellCard(it: Doorbell): IAdaptiveCard {
  const { record, municipality, now, surface, language } = it
  const t = texts(language).officer
  const { reference, kind, state, urgency, takenBy, accountable, id: signal, due } = record
  const moment = momentsIn(municipality, language)
  const closed = state === 'closed'
  const frozen = isFrozen(record)
  const again = toTellAgain(record)
  const clock = clocksOf(record)
  const { look: lookLate, decide: decideLate } = clocksOver(record, now)
  const called = mentioned(closed && !again ? [] : (it.calls ?? []), surface, language)
  const name = title(named({ reference, kind, language }))
  return frame({
    language,
    speak: doorbellText({ reference, kind, urgency, language }),
    urgent: true,
    mentions: called.entities,
    body: [
      // In colour too, and the word stands below.
      ...(urgency === 'acute' && clock.decide ? box('attention', [name]) : [name]),
      ...(municipality.trial ? [text(t.firstRun.trial, { color: 'Attention', weight: 'Bolder' })] : []),
      ...(called.names === '' ? [] : [text(t.channel.doorbell.calls(called.names), { weight: 'Bolder' })]),
      ...late({ record, municipality, language, now }),
      ...facts([
        [t.channel.doorbell.urgency, t.words.urgencies[urgency]],
        [t.channel.doorbell.state, t.words.states[state]],
        clock.look && !lookLate ? [t.channel.doorbell.look, moment(due.respond)] : undefined,
        clock.decide && !decideLate ? [t.channel.doorbell.decide[kind], moment(due.decide)] : undefined,
        [t.channel.doorbell.accountable, nameOf(municipality, accountable, language)],
        closed && !takenBy
          ? undefined
          : [t.channel.doorbell.taken, takenBy ? nameOf(municipality, takenBy, language) : t.words.nobody],
      ]),
      ...(frozen ? [text(t.channel.doorbell.frozen, { weight: 'Bolder' })] : []),
      ...(again
        ? [text(t.channel.doorbell.tellAgain, { color: 'Attention', weight: 'Bolder' })]
        : closed
          ? [text(t.channel.doorbell.closed)]
          : []),
      small(t.channel.doorbell.notHere),
    ],
    actions: [
      submit(t.words.open, opensDialog(packOfficer('open', { signal }), surface)),
      ...(takenBy || !isWorkable(record)
        ? []
        : [submit(t.words.take, opensDialog(packOfficer('take', { signal }), surface))]),
    ],
  })
}

/** What stays of an ended signal: its reference, and that nothing was kept. */
export function doorbellGoneCard(it: {
  reference: Reference
  language: Language
  /** At the end of its term; else it was a consultation that was enough. */
  destroyed?: boolean
}): IAdaptiveCard {
  const {
    channel: { doorbell },
    retention: { destroyed },
  } = texts(it.language).officer
  const t = it.destroyed ? destroyed : doorbell
  return frame({
    language: it.language,
    urgent: true,
    speak: t.goneTitle(it.reference),
    body: [title(t.goneTitle(it.reference)), text(t.gone)],
  })
}

/** The line for `text` and `summary`: previews are read by whoever stands near. */
export function doorbellText(it: {
  reference: Reference
  kind: Kind
  urgency: Urgency
  language: Language
}): string {
  const t = texts(it.language).officer
  return t.channel.waiting(it.reference, t.words.kinds[it.kind], t.words.urgencies[it.urgency])
}
