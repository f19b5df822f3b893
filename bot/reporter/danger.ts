/** Danger: the 112 block before anything else, and what is said under it. */

import type { ReporterAction } from '../../cards/actions.ts'
import { dangerCard } from '../../cards/reporter/draft/danger.ts'
import { needCard } from '../../cards/reporter/draft/need.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import { alarmDraft, sayDanger as dangerSaid } from '../../services/draft/drafting.ts'
import { settingOf } from '../../services/signal/handle.ts'
import type { InDanger } from '../../services/understanding/reading.ts'
import { SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { inTime } from '../app/deadline.ts'
import { handling } from '../app/ports.ts'
import type { Turn } from '../turn.ts'
import { anonymousDo, anonymousSignal } from './anonymousSignal.ts'
import { redrawDraft } from './draftView.ts'
import {
  alarmsSettled,
  deliverChat,
  type ReporterTurn,
  readerLanguage,
  readers,
  saveChat,
} from './reporterTurn.ts'
import { ringDirectly, ringsAfter } from './ringing.ts'
import { type Here, sayCard, sayText, wordsOf } from './say.ts'
import { askedIn, isOpened, mineDo, openSignals } from './sentSignals.ts'
import { callInTheirs } from './understood.ts'

type Said = 'yes' | 'no' | 'takenBack'

/** Posts the 112 block, once in a turn. */
export async function sayDanger(
  state: ReporterTurn,
  about: SignalId,
  sent: boolean,
  who?: InDanger,
): Promise<void> {
  const { turn, language, accountable, deputy } = state
  if (!turn.progress.claimBlock()) return
  const theirs = callInTheirs(state)
  await sayFirst(
    state,
    dangerCard({ language, accountable, deputy, about, sent, who, theirs, ...nobodyOf(turn) }),
  )
}

/** Whoever may do something to themselves: 112, 113, and a person to call. Nobody is told (B1). */
export async function sayNeed(state: ReporterTurn, about: SignalId): Promise<void> {
  const { turn, language, accountable, deputy } = state
  if (!turn.progress.claimBlock()) return
  await sayFirst(state, needCard({ language, accountable, deputy, about }))
}

/** Where nobody can be reached, what to call instead. */
const nobodyOf = ({ municipality }: Turn) =>
  municipality.point?.nobody ? { nobody: municipality.phone } : {}

/** Milliseconds between tries of the block; a person in danger does not wait for the next round. */
const AGAIN = [300, 1200]

/** Posts the block, again where it did not arrive: twice on the screen does no harm, never may. */
async function sayFirst(
  state: Parameters<typeof sayCard>[0],
  card: ReturnType<typeof dangerCard>,
): Promise<void> {
  let posted = await sayCard(state, card)
  for (const pause of AGAIN) {
    if (!('failed' in posted)) return
    await new Promise((resolve) => setTimeout(resolve, pause))
    posted = await sayCard(state, card)
  }
}

/**
 * The store is away and somebody may be in danger: the block and the alarm go out all the same, without a record.
 * The reporter is told what was not saved.
 */
export async function dangerWithoutStore(app: App, turn: Turn): Promise<void> {
  // Both before anything is waited for, so that whoever comes second does neither again.
  const shows = turn.progress.claimBlock()
  const rings = turn.progress.claimAlarm()
  await Promise.all([
    rings ? ringDirectly(app, turn) : undefined,
    shows ? sayWithoutChat({ app, turn }) : undefined,
  ])
}

async function sayWithoutChat({ app, turn }: Here): Promise<void> {
  const language = readerLanguage(app, turn)
  const about = SignalId.parse(app.newId())
  const theirs = callInTheirs({ turn })
  const card = dangerCard({ language, ...readers(app, turn), about, sent: false, theirs, ...nobodyOf(turn) })
  await sayFirst({ app, turn, language }, card)
}

/** Where others read along nothing is kept: 112 is named there, with `then` below it, and the alarm rings. */
export async function dangerElsewhere(app: App, turn: Turn, then: string): Promise<void> {
  const { danger } = texts(readerLanguage(app, turn)).reporter
  const said = sayText({ app, turn }, `**${danger.title}** ${danger.silent} ${danger.safe}\n\n${then}`)
  // The alarm waits for that no longer than for an answer.
  await inTime(said, app.answerWithin).catch(() => undefined)
  await Promise.all([ringDirectly(app, turn), said])
}

/** Rings for the draft that stands, or without a record where there is none to ring for. */
export async function ringForDraft(state: ReporterTurn): Promise<ReporterTurn> {
  const { app, turn } = state
  if (!state.kept.chat.draft) {
    await ringDirectly(app, turn)
    return state
  }
  const setting = settingOf(handling(app, turn.municipality))
  const after = ringsAfter(state, turn.text)
  const saved = await saveChat(state, (chat) => alarmDraft(chat, setting, after))
  turn.progress.claimAlarm()
  deliverChat(saved)
  return saved
}

/** The signal of this chat that a 112 block speaks of: sent, or placed with it. */
export const signalOf = (state: ReporterTurn, about: SignalId): SignalId | undefined =>
  isOpened(state, about)
    ? about
    : state.kept.chat.sent.find((s) => s.signal === about || s.placed?.includes(about))?.signal

/** What was pressed on the 112 block; the block itself then says so. */
export async function said(
  state: ReporterTurn,
  action: Extract<ReporterAction, { verb: 'said112' | 'noDanger' }>,
): Promise<ReporterTurn> {
  const { app, turn, language, accountable, deputy } = state
  const { about } = action
  const what: Said =
    action.verb === 'noDanger' ? 'takenBack' : action.called112 === 'unknown' ? 'no' : action.called112
  const ofDraft = state.kept.chat.draft?.id === about
  const next = ofDraft ? await saidOfDraft(state, what) : state
  if (!ofDraft && !(await saidOfSent(state, about, what)) && what === 'takenBack') {
    // Thrown away, or never saved: nobody can be told from here, so it is not said that they are.
    return sayText(state, wordsOf(state).chat.noDangerUnknown(turn.municipality.phone))
  }
  if (!turn.clicked) return next
  const who = next.kept.chat.draft?.who
  const card = dangerCard({ language, about, accountable, deputy, sent: !ofDraft, said: what, who })
  await app.teams.update({ ...turn.place, activity: turn.clicked }, { card, notify: waitingText(language) })
  return next
}

/**
 * Typed: 112 was called or not, or there is no danger; of the draft, else of the newest signal with danger. Undefined:
 * these are just words.
 */
export async function saidOfDanger(state: ReporterTurn, what: Said): Promise<ReporterTurn | undefined> {
  const { language, accountable, deputy } = state
  const t = wordsOf(state)
  const { draft } = state.kept.chat
  const open = draft?.danger ? [] : await openSignals(state)
  // Where it still stands before where it was taken back.
  const ofDanger = open.filter((k) => k.record.danger)
  const record = (ofDanger.find((k) => !k.record.danger?.takenBackAt) ?? ofDanger[0])?.record
  const about = draft?.danger ? draft.id : record?.id
  if (!about) {
    const asked = askedIn(open, state.missed).length > 0
    return what !== 'takenBack' || asked ? undefined : sayText(state, t.chat.noDangerKnown)
  }
  const next = draft?.danger ? await saidOfDraft(state, what) : state
  if (!draft?.danger) await saidOfSignal(state, about, what)
  if (what !== 'no') return sayText(next, what === 'yes' ? t.chat.said112 : t.chat.noDanger)
  await sayCard(next, dangerCard({ language, about, accountable, deputy, sent: !draft?.danger, said: what }))
  return next
}

/** What was said of the danger of the draft. */
export async function saidOfDraft(state: ReporterTurn, what: Said): Promise<ReporterTurn> {
  const { app, turn } = state
  // Where the alarms stand must be known, to mend them.
  const settled = what === 'takenBack' ? await alarmsSettled(state) : state
  const setting = settingOf(handling(app, turn.municipality))
  if (what === 'takenBack') app.alarms.ended(settled.kept.chat.id)
  const saved = await saveChat(settled, (chat) => dangerSaid(chat, what, setting))
  deliverChat(saved)
  // "Now danger" is no longer what the card proposes.
  return what === 'takenBack' && !saved.kept.chat.draft?.unplaced ? redrawDraft(saved) : saved
}

/** What was said of the danger of a signal that was sent. */
export async function saidOfSignal(state: ReporterTurn, signal: SignalId, what: Said): Promise<void> {
  if (what === 'takenBack') {
    await state.app.courier.settled(signal)
    state.app.alarms.ended(state.kept.chat.id)
    await mineDo(state, signal, { do: 'noDanger' })
  } else await mineDo(state, signal, { do: 'say112', called112: what })
}

/** The block of what was sent from here. False: nobody knows of it. */
async function saidOfSent(state: ReporterTurn, about: SignalId, what: Said): Promise<boolean> {
  const signal = signalOf(state, about)
  if (!signal) return saidOfAnonymous(state, about, what)
  await saidOfSignal(state, signal, what)
  return true
}

/** The block of a draft that was sent anonymously: the card still has its id, and that leads to the signal. */
async function saidOfAnonymous(state: ReporterTurn, draft: SignalId, what: Said): Promise<boolean> {
  const { app, kept } = state
  const signal = anonymousSignal(state, draft)
  if (what === 'takenBack') {
    await app.courier.settled(signal)
    app.alarms.ended(kept.chat.id)
  }
  const deed = what === 'takenBack' ? { do: 'noDanger' as const } : { do: 'say112' as const, called112: what }
  return (await anonymousDo(state, signal, deed)) !== 'unknown'
}
