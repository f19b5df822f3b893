/** A document after its effects were attempted: what is done with, what is left, and where the cards stand. Pure. */
import type { Chat } from '../draft/chat.ts'
import type { SignalRecord, Tombstone } from '../signal/record.ts'
import type { AlarmCard, Effect, Posted } from './effect.ts'
import { isToReporter, possibleDuplicateOf, withConsequences } from './kinds.ts'
import { mailsSettled } from './mails.ts'
import { bellsOf, type DeliveryResult } from './result.ts'
import { after } from './retry.ts'

/** How many possible duplicates are named in the dossier. */
const MOST_DUPLICATES = 20

/** The effects after these results; what came in meanwhile stays. */
export function settleEffects(
  effects: readonly Effect[],
  results: readonly DeliveryResult[],
  now: SignalRecord['receivedAt'],
  random = 0,
): Effect[] {
  const left = effects.flatMap((effect) => {
    const result = results.find((r) => r.effect.id === effect.id)
    // Taken over meanwhile by another instance: what failed for us is for that one to try.
    const takenOver = result?.effect.lease && effect.lease && result.effect.lease.by !== effect.lease.by
    // Settled before, by a save whose answer was lost: one attempt is counted once, or the second would never be made.
    const counted = result !== undefined && effect.attempts > result.effect.attempts
    const still =
      result && (result.ok || !(takenOver || counted)) ? after(effect, result, now, random) : effect
    return still ? [still] : []
  })
  // Settled before, by a save whose answer was lost: what follows stands there already, or is done with.
  const settled = (r: DeliveryResult): boolean => !effects.some(({ id }) => id === r.effect.id)
  return [...left, ...results.flatMap((r) => (r.ok && r.follows && !settled(r) ? [r.follows] : []))]
}

/** When the words were written that an alarm is about: it is caused in the save that keeps them, or says when. */
const wroteAt = (effect: Effect): Pick<AlarmCard, 'wroteAt'> =>
  effect.kind === 'alarm' ? { wroteAt: effect.wroteAt ?? effect.at } : {}

const alarmsOf = (results: readonly DeliveryResult[], known: readonly Posted[]) =>
  results.flatMap((r) =>
    r.ok && r.alarm && !known.some(({ activity }) => activity === r.alarm?.activity)
      ? [{ ...r.alarm, ...wroteAt(r.effect) }]
      : [],
  )

/** Does this effect bring this question? */
const asks = (effect: Effect, question: string): boolean =>
  effect.kind === 'tellReporter' &&
  effect.message.about === 'question' &&
  effect.message.question === question

/** What was sent again, as nobody knew whether it had arrived, and has now. */
const duplicatesOf = (
  effects: readonly Effect[],
  results: readonly DeliveryResult[],
  at: SignalRecord['receivedAt'],
) =>
  results.flatMap(({ ok, effect }) => {
    const about = possibleDuplicateOf(effect)
    const counts = ok && effect.outcomeUnknown && effects.some(({ id }) => id === effect.id)
    return counts && about ? [{ at, about }] : []
  })

/** A record after these results. A doorbell that was drawn before the newest change is drawn again. */
export function settleRecord(
  record: SignalRecord,
  results: readonly DeliveryResult[],
  now: SignalRecord['receivedAt'],
  random = 0,
): SignalRecord {
  const rung = results.find((r) => r.ok && r.doorbell)
  const doorbell = rung?.ok ? rung.doorbell : undefined
  const atHome = results.find((r) => r.ownBells)
  const ownBells = atHome?.ownBells
  const bell = rung ?? (atHome?.ok ? atHome : undefined)
  const shown = doorbell?.shown ?? (bell?.ok ? bell.shown : undefined)
  const stale = shown !== undefined && shown < record.revision
  const finished = stale ? results.filter((r) => r !== bell) : results
  const left = settleEffects(record.effects, finished, now, random)
  const duplicates = duplicatesOf(record.effects, results, now)
  // The account was asked for a few times, and is not there any more: there is nobody to tell.
  const hasLeft = results.some((r) => !r.ok && r.final && r.failed === 'gone' && isToReporter(r.effect))
  // Whoever gets a message is there.
  const isBack = results.some((r) => r.ok && r.effect.kind === 'tellReporter')
  const { reporterLeft: wasGone, ...rest } = record
  const settled: SignalRecord = {
    ...rest,
    ...(wasGone && !isBack ? { reporterLeft: wasGone } : {}),
    // A card that was given up earlier is mended by this one.
    effects: bell ? left.filter((e) => e.kind !== 'doorbell' || !e.deadLetter) : left,
    // What was settled before, the answer of its save lost, does not undo what was drawn since.
    ...(doorbell && doorbell.shown >= (record.doorbell?.shown ?? 0) ? { doorbell } : {}),
    ...(ownBells ? { ownBells } : {}),
    ...(hasLeft ? { reporterLeft: now } : {}),
    questions: record.questions.map((question) =>
      results.some((r) => r.ok && asks(r.effect, question.id)) ? { ...question, arrivedAt: now } : question,
    ),
    ...(duplicates.length > 0
      ? { possibleDuplicates: [...(record.possibleDuplicates ?? []), ...duplicates].slice(-MOST_DUPLICATES) }
      : {}),
    alarms: [...record.alarms, ...alarmsOf(results, record.alarms)],
  }
  return withConsequences(record, mailsSettled(record, settled, results, now))
}

/**
 * What is left of a signal after these results. A doorbell that was being rung when it ended is known from here on, and
 * rung once more to say so: else a card would stand in the channel for ever that opens nothing. An effect that mended
 * only what was known before that is done again.
 */
export function settleTombstone(
  tombstone: Tombstone,
  results: readonly DeliveryResult[],
  now: SignalRecord['receivedAt'],
  random = 0,
): Tombstone {
  const bells = bellsOf(tombstone)
  const missed = (r: DeliveryResult) =>
    r.ok && r.mended !== undefined && bells.some((it) => !r.mended?.includes(it))
  const finished = results.filter((r) => !missed(r))
  const effects = settleEffects(tombstone.effects, finished, now, random)
  const rung = results.find((r) => r.ok && r.doorbell)
  if (!rung?.ok || !rung.doorbell) return { ...tombstone, effects }
  const { shown: _shown, ...doorbell } = rung.doorbell
  const { lease: _lease, ...again } = rung.effect
  const pending = effects.some((e) => e.kind === 'doorbell' && !e.deadLetter)
  return { ...tombstone, doorbell, effects: pending ? effects : [...effects, again] }
}

/** A chat after these results: the draft knows its alarms, to take them back or to mend them. */
export function settleChat(
  chat: Chat,
  results: readonly DeliveryResult[],
  now: SignalRecord['receivedAt'],
  random = 0,
): Chat {
  const effects = settleEffects(chat.effects, results, now, random)
  const alarms = chat.draft ? alarmsOf(results, chat.draft.alarms) : []
  if (!chat.draft || alarms.length === 0) return { ...chat, effects }
  return { ...chat, effects, draft: { ...chat.draft, alarms: [...chat.draft.alarms, ...alarms] } }
}
