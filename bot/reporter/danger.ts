/** Danger: the 112 block before anything else, and what is said under it. */
import type { ReporterAction } from '../../cards/actions.ts'
import { dangerCard } from '../../cards/reporter/draft/danger.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import { alarmDraft, sayDanger as dangerSaid } from '../../services/draft/drafting.ts'
import { handle, settingOf } from '../../services/signal/handle.ts'
import { anonymousOf } from '../../services/vault/codeEntry.ts'
import { SignalId } from '../../services/words.ts'
import { inTime } from '../app/deadline.ts'
import { handling } from '../app/ports.ts'
import type { Turn } from '../turn.ts'
import {
  openTalk,
  type ReporterTurn,
  readerLanguage,
  readers,
  saveChat,
  sayCard,
  sayText,
  wordsOf,
} from './chat.ts'
import { redrawDraft } from './draftView.ts'
import { isOpened, mineDo, openSignals } from './sentSignals.ts'

type Said = 'yes' | 'no' | 'takenBack'

/** Turns in which the block was shown, and in which the alarm stands saved: neither is done twice. */
const shown = new WeakSet<Turn>()
const rung = new WeakSet<Turn>()

/** Posts the 112 block, once in a turn. */
export async function sayDanger(talk: ReporterTurn, about: SignalId, sent: boolean): Promise<void> {
  const { parts, turn, language, accountable, deputy } = talk
  if (shown.has(turn)) return
  shown.add(turn)
  await sayFirst(
    parts,
    turn,
    dangerCard({ language, accountable, deputy, about, sent, ...nobodyOf(turn) }),
    language,
  )
}

/** Where nobody can be reached, what to call instead. */
const nobodyOf = ({ municipality }: Turn) =>
  municipality.point?.nobody ? { nobody: municipality.phone } : {}

/** Milliseconds between tries of the block; a person in danger does not wait for the next round. */
const AGAIN = [300, 1200]

/** Posts the block, again where it did not arrive: twice on the screen does no harm, not once may. */
async function sayFirst(
  parts: ReporterTurn['parts'],
  turn: Turn,
  card: ReturnType<typeof dangerCard>,
  language: ReporterTurn['language'],
): Promise<void> {
  let posted = await sayCard(parts, turn, card, language)
  for (const pause of AGAIN) {
    if (!('failed' in posted)) return
    await new Promise((resolve) => setTimeout(resolve, pause))
    posted = await sayCard(parts, turn, card, language)
  }
}

/** The alarm of this turn is saved, and goes out from there. */
export const rings = (turn: Turn): void => void rung.add(turn)

/**
 * The store is away and somebody may be in danger: the block and the alarm go out all the same, without a record.
 * The reporter is told what was not saved.
 */
export async function dangerWithoutStore(parts: ReporterTurn['parts'], turn: Turn): Promise<void> {
  const first = !shown.has(turn)
  const rings = !rung.has(turn)
  // Before anything is waited for, so that who comes second does neither again.
  shown.add(turn)
  rung.add(turn)
  await Promise.all([
    rings ? parts.courier.alarmDirectly(turn.municipality) : undefined,
    first ? sayWithoutTalk(parts, turn) : undefined,
  ])
}

async function sayWithoutTalk(parts: ReporterTurn['parts'], turn: Turn): Promise<void> {
  const language = readerLanguage(parts, turn)
  const about = SignalId.parse(parts.newId())
  const card = dangerCard({ language, ...readers(parts, turn), about, sent: false, ...nobodyOf(turn) })
  await sayFirst(parts, turn, card, language)
}

/** Where others read along nothing is kept: 112 is said there, with `then` below it, and it rings. */
export async function dangerElsewhere(parts: ReporterTurn['parts'], turn: Turn, then: string): Promise<void> {
  const { danger } = texts(readerLanguage(parts, turn)).reporter
  const said = sayText(parts, turn, `**${danger.title}** ${danger.silent} ${danger.safe}\n\n${then}`)
  // The alarm waits for that no longer than for an answer.
  await inTime(said, parts.answerWithin).catch(() => undefined)
  await Promise.all([parts.courier.alarmDirectly(turn.municipality), said])
}

/** Rings for the draft that stands, or without a record where there is none to ring for. */
export async function ringForDraft(talk: ReporterTurn): Promise<void> {
  const { parts, turn } = talk
  if (!talk.kept.chat.draft) return parts.courier.alarmDirectly(turn.municipality)
  const setting = settingOf(handling(parts, turn.municipality))
  const saved = await saveChat(talk, (chat) => alarmDraft(chat, setting))
  rings(turn)
  void parts.courier.deliverChat(turn.municipality, saved)
}

/** The signal of this chat that a 112 block speaks of: sent, or placed with it. */
const signalOf = (talk: ReporterTurn, about: SignalId): SignalId | undefined =>
  isOpened(talk, about)
    ? about
    : talk.kept.chat.sent.find((s) => s.signal === about || s.placed?.includes(about))?.signal

/** What was pressed on the 112 block; the block itself then says so. */
export async function said(
  talk: ReporterTurn,
  action: Extract<ReporterAction, { verb: 'said112' | 'noDanger' }>,
) {
  const { parts, turn, language, accountable, deputy } = talk
  const { about } = action
  const what: Said =
    action.verb === 'noDanger' ? 'takenBack' : action.called112 === 'unknown' ? 'no' : action.called112
  const ofDraft = talk.kept.chat.draft?.id === about
  const signal = signalOf(talk, about)
  if (ofDraft) await saidOfDraft(talk, what)
  else if (signal) await saidOfSignal(talk, signal, what)
  else if (!(await saidOfAnonymous(talk, about, what)) && what === 'takenBack') {
    // Thrown away, or never saved: nobody can be told from here, so it is not said that they are.
    await sayText(parts, turn, wordsOf(talk).chat.noDangerUnknown(turn.municipality.phone))
    return
  }
  if (!turn.clicked) return
  const card = dangerCard({ language, about, accountable, deputy, sent: !ofDraft, said: what })
  await parts.teams.update({ ...turn.place, activity: turn.clicked }, { card, notify: waitingText(language) })
}

/** Typed: 112 was called or not, or there is no danger; of the draft, else of the newest signal with danger. */
export async function saidOfDanger(talk: ReporterTurn, what: Said): Promise<boolean> {
  const { parts, turn, language, accountable, deputy } = talk
  const t = wordsOf(talk)
  const { draft } = talk.kept.chat
  const open = draft?.danger ? [] : await openSignals(talk)
  const record = open.find((k) => k.record.danger)?.record
  const about = draft?.danger ? draft.id : record?.id
  if (!about) {
    const asked = open.some((k) => k.record.questions.some((q) => !q.answer))
    if (what !== 'takenBack' || asked) return false
    await sayText(parts, turn, t.chat.noDangerKnown)
    return true
  }
  if (draft?.danger) await saidOfDraft(talk, what)
  else await saidOfSignal(talk, about, what)
  if (what === 'no') {
    const card = dangerCard({ language, about, accountable, deputy, sent: !draft?.danger, said: what })
    await sayCard(parts, turn, card, language)
  } else await sayText(parts, turn, what === 'yes' ? t.chat.said112 : t.chat.noDanger)
  return true
}

async function saidOfDraft(talk: ReporterTurn, what: Said): Promise<void> {
  const { parts, turn } = talk
  if (what === 'takenBack') {
    // Where the alarms stand must be known, to mend them.
    await parts.courier.alarmsSettled(turn.municipality, talk.kept.chat.id)
    talk.kept = (await openTalk(parts, turn)).kept
  }
  const setting = settingOf(handling(parts, turn.municipality))
  const saved = await saveChat(talk, (chat) => dangerSaid(chat, what, setting))
  void parts.courier.deliverChat(turn.municipality, saved)
  // "Now danger" is no longer what the card proposes.
  if (what === 'takenBack' && !saved.chat.draft?.unplaced) await redrawDraft(talk)
}

async function saidOfSignal(talk: ReporterTurn, signal: SignalId, what: Said): Promise<void> {
  if (what === 'takenBack') {
    await talk.parts.courier.settled(signal)
    await mineDo(talk, signal, { do: 'noDanger' })
  } else await mineDo(talk, signal, { do: 'say112', called112: what })
}

/** The block of a draft that was sent anonymously: the card still has its id, and that leads to the signal. */
async function saidOfAnonymous(
  { parts, turn, kept }: ReporterTurn,
  draft: SignalId,
  what: Said,
): Promise<boolean> {
  const { municipality } = turn
  const { signal } = anonymousOf(parts.keys, municipality.id, kept.chat.id, draft)
  if (what === 'takenBack') await parts.courier.settled(signal)
  const deed = what === 'takenBack' ? { do: 'noDanger' as const } : { do: 'say112' as const, called112: what }
  const command = { ...deed, id: parts.newId(), actor: { role: 'reporter' as const } }
  const handled = await handle(handling(parts, municipality), signal, command)
  if (handled.done === 'saved') parts.courier.deliver(municipality, handled.kept)
  return handled.done !== 'unknown'
}
