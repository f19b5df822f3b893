/** A document after its effects were attempted: what is done with, what is left, and where the cards stand. Pure. */
import { createHash } from 'node:crypto'
import type { Chat } from '../draft/chat.ts'
import { feedbackStands, isReachable, toTellAgain } from '../signal/reading/feedback.ts'
import type { Effect, Posted, SignalRecord, Tombstone } from '../signal/record.ts'
import { uuidOf } from '../vault/codeEntry.ts'
import { bellsOf, type Result } from './result.ts'
import { after } from './retry.ts'

/** How many messages that may have arrived twice are named in the dossier. */
const MOST_TWICE = 20

/** The effects after these results; what came in meanwhile stays. */
export function markEffects(
  effects: readonly Effect[],
  results: readonly Result[],
  now: SignalRecord['receivedAt'],
  random = 0,
): Effect[] {
  const left = effects.flatMap((effect) => {
    const result = results.find((r) => r.effect.id === effect.id)
    // Taken over meanwhile by another instance: what failed for us is theirs to try.
    const theirs = result?.effect.lease && effect.lease && result.effect.lease.by !== effect.lease.by
    // Marked before, by a save whose answer was lost: one try is one try, or the second one would never be made.
    const counted = result !== undefined && effect.tries > result.effect.tries
    const still = result && (result.ok || !(theirs || counted)) ? after(effect, result, now, random) : effect
    return still ? [still] : []
  })
  // Marked before, by a save whose answer was lost: what follows stands there already, or is done with.
  const marked = (r: Result): boolean => !effects.some(({ id }) => id === r.effect.id)
  return [...left, ...results.flatMap((r) => (r.ok && r.follows && !marked(r) ? [r.follows] : []))]
}

const alarmsOf = (results: readonly Result[], known: readonly Posted[]) =>
  results.flatMap((r) =>
    r.ok && r.alarm && !known.some(({ activity }) => activity === r.alarm?.activity) ? [r.alarm] : [],
  )

/** What was sent again, as nobody knew whether it had arrived, and has now. */
const twiceOf = (effects: readonly Effect[], results: readonly Result[], at: SignalRecord['receivedAt']) =>
  results.flatMap(({ ok, effect }) =>
    ok && effect.unsure && effect.kind === 'tellReporter' && effects.some(({ id }) => id === effect.id)
      ? [{ at, about: effect.message.about }]
      : [],
  )

const isToReporter = ({ kind }: Effect): boolean => kind === 'tellReporter' || kind === 'nudgeReporter'

/** A record after these results. A doorbell that was drawn before the newest change is drawn again. */
export function markRecord(
  record: SignalRecord,
  results: readonly Result[],
  now: SignalRecord['receivedAt'],
  random = 0,
): SignalRecord {
  const rung = results.find((r) => r.ok && r.doorbell)
  const doorbell = rung?.ok ? rung.doorbell : undefined
  const atHome = results.find((r) => r.ok && r.ownBells)
  const ownBells = atHome?.ok ? atHome.ownBells : undefined
  const bell = rung ?? atHome
  const shown = doorbell?.shown ?? (bell?.ok ? bell.shown : undefined)
  const stale = shown !== undefined && shown < record.revision
  const finished = stale ? results.filter((r) => r !== bell) : results
  const left = markEffects(record.effects, finished, now, random)
  const twice = twiceOf(record.effects, results, now)
  // Graph does not know the account any more: there is nobody to tell.
  const hasLeft = results.some((r) => !r.ok && r.final && r.failed === 'gone' && isToReporter(r.effect))
  const marked: SignalRecord = {
    ...record,
    // A card that was given up earlier is mended by this one.
    effects: bell ? left.filter((e) => e.kind !== 'doorbell' || !e.failed) : left,
    // A mark that was saved before, its answer lost, does not undo what was drawn since.
    ...(doorbell && doorbell.shown >= (record.doorbell?.shown ?? 0) ? { doorbell } : {}),
    ...(ownBells ? { ownBells } : {}),
    ...(hasLeft ? { reporterLeft: now } : {}),
    ...(twice.length > 0 ? { maybeTwice: [...(record.maybeTwice ?? []), ...twice].slice(-MOST_TWICE) } : {}),
    alarms: [...record.alarms, ...alarmsOf(results, record.alarms)],
  }
  return comesBack(record, marked)
}

/** A name for what one effect leads to: the same each time, so that marking it twice causes it once. */
const idFrom = (effect: Effect, what: string): string =>
  uuidOf(createHash('sha256').update(`${effect.id} ${what}`).digest('hex'))

/**
 * Its officer fed back and closed at once, and the feedback was given up only now: the closed signal is open again for
 * the store, who has it hears so in their own chat, and the doorbell says it (A121). Of who has left nobody can be told:
 * that is recorded as the reason, and nothing is asked of anybody.
 */
export function comesBack(before: SignalRecord, after: SignalRecord): SignalRecord {
  const { closing } = after
  if (closing?.how !== 'closed' || feedbackStands(after) !== 'lost') return after
  const again = toTellAgain(after)
  const record: SignalRecord =
    isReachable(after) || closing.whyNoFeedback
      ? after
      : { ...after, closing: { ...closing, whyNoFeedback: 'unreachable' } }
  const given = after.effects.findLast((e) => e.kind === 'tellReporter' && e.failed)
  if (again === toTellAgain(before) || !given) return record
  const fresh = (what: string) => ({ id: idFrom(given, what), at: given.at, tries: 0 })
  const officer = after.takenBy ?? after.accountable
  const bell: Effect = { ...fresh('bell'), kind: 'doorbell' }
  const notice: Effect = { ...fresh('notice'), kind: 'tellOfficer', officer, notice: 'feedbackFailed' }
  return { ...record, effects: [...record.effects, bell, ...(again ? [notice] : [])] }
}

/**
 * What is left of a signal after these results. A doorbell that was being rung when it ended is known from here on, and
 * rung once more to say so: else a card would stand in the channel for ever that opens nothing. Who mended what was known
 * before that does it again.
 */
export function markTombstone(
  tombstone: Tombstone,
  results: readonly Result[],
  now: SignalRecord['receivedAt'],
  random = 0,
): Tombstone {
  const bells = bellsOf(tombstone)
  const missed = (r: Result) => r.ok && r.mended !== undefined && bells.some((it) => !r.mended?.includes(it))
  const finished = results.filter((r) => !missed(r))
  const effects = markEffects(tombstone.effects, finished, now, random)
  const rung = results.find((r) => r.ok && r.doorbell)
  if (!rung?.ok || !rung.doorbell) return { ...tombstone, effects }
  const { shown: _shown, ...doorbell } = rung.doorbell
  const { lease: _lease, ...again } = rung.effect
  const pending = effects.some((e) => e.kind === 'doorbell' && !e.failed)
  return { ...tombstone, doorbell, effects: pending ? effects : [...effects, again] }
}

/** A chat after these results: the draft knows its alarms, to take them back or to mend them. */
export function markChat(
  chat: Chat,
  results: readonly Result[],
  now: SignalRecord['receivedAt'],
  random = 0,
): Chat {
  const effects = markEffects(chat.effects, results, now, random)
  const alarms = chat.draft ? alarmsOf(results, chat.draft.alarms) : []
  if (!chat.draft || alarms.length === 0) return { ...chat, effects }
  return { ...chat, effects, draft: { ...chat.draft, alarms: [...chat.draft.alarms, ...alarms] } }
}
