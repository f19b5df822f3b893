/**
 * What comes in, and which conversation it goes to: one table, read from the top; the catch-all is last. Whatever
 * happens, the person gets an answer, and what went wrong is told in their words, not in ours.
 */

import { Application, type TurnState } from '@microsoft/teams-ai'
import { ActivityTypes, type TurnContext } from 'botbuilder'
import { type Odd, type OfficerAction, parseAction, type ReporterAction } from '../cards/actions.ts'
import { formCard } from '../cards/reporter/draft/form.ts'
import { commandOf } from '../cards/texts/commands.ts'
import { texts } from '../cards/texts/index.ts'
import { readSignal } from '../services/signal/handle.ts'
import { beforeReading } from '../services/understanding/beforeReading.ts'
import type { Language } from '../services/words.ts'
import type { App } from './app/app.ts'
import { inTime } from './app/deadline.ts'
import { languageOf } from './app/ports.ts'
import { alwaysAnswer, dangerIn } from './edge/alwaysAnswer.ts'
import { closedHere, isClosed } from './edge/closedPoint.ts'
import { notYet } from './edge/notYet.ts'
import { placed } from './edge/placed.ts'
import { Redelivery } from './edge/redelivery.ts'
import { asksDialog, type DialogAnswer, dialog, inline, lastWord, privately } from './edge/surface.ts'
import { proven } from './edge/whoReads.ts'
import { caseClick } from './officer/caseClicks.ts'
import { type Door, doorOf, doorView } from './officer/doors.ts'
import { REFERENCE_QUERY, referenceFound } from './officer/reference.ts'
import { refusedView, type View } from './officer/view.ts'
import { formOf, formTooMuch, reporterClick, takesForm } from './reporter/buttons.ts'
import { messageDeleted, messageEdited, messageRestored } from './reporter/changed.ts'
import { dangerElsewhere } from './reporter/danger.ts'
import { formFor, saveForm } from './reporter/draft.ts'
import { showDraft, welcome } from './reporter/draftView.ts'
import { message } from './reporter/message.ts'
import { showMissed } from './reporter/missed.ts'
import { parseCommand } from './reporter/parseCommand.ts'
import { rings } from './reporter/readingOf.ts'
import { beginTurn, chatIdOf, readerLanguage, saveChat } from './reporter/reporterTurn.ts'
import { sayText } from './reporter/say.ts'
import {
  dialogData,
  isInvoke,
  isMessage,
  isPersonal,
  type ParsedTurn,
  parseTurn,
  type Turn,
  typedIn,
} from './turn.ts'

type Row = {
  name: string
  takes: (turn: Turn) => boolean
  /** Answers an invoke with a value; a message with nothing. */
  act: (app: App, turn: Turn) => Promise<unknown>
}

const isDialog = (turn: Turn) => turn.name === 'task/fetch' || turn.name === 'task/submit'
const hasValue = (turn: Turn) => turn.value !== undefined && turn.value !== null

const TABLE: readonly Row[] = [
  { name: 'dialog', takes: (turn) => isInvoke(turn) && isDialog(turn), act: answerDialog },
  {
    name: 'reference',
    takes: (turn) => isInvoke(turn) && turn.name === REFERENCE_QUERY,
    act: (app, turn) => referenceFound(app, turn, clientLanguage(app, turn)),
  },
  { name: 'otherInvoke', takes: isInvoke, act: otherInvoke },
  { name: 'button', takes: (turn) => isMessage(turn) && hasValue(turn), act: pressed },
  { name: 'words', takes: (turn) => isMessage(turn) && isPersonal(turn), act: words },
  { name: 'wordsElsewhere', takes: isMessage, act: wordsElsewhere },
  { name: 'changed', takes: (turn) => turn.changed !== undefined, act: changed },
  {
    name: 'arrived',
    takes: (turn) => turn.arrived,
    act: arrived,
  },
  { name: 'left', takes: (turn) => turn.left, act: left },
  { name: 'placeChanged', takes: (turn) => turn.placeChanged, act: placeChanged },
  { name: 'nothing', takes: () => true, act: async () => undefined },
]

/** The application that takes every activity, as a table of routes. */
export function inputs(app: App): Application<TurnState> {
  const application = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false })
  const recent = new Redelivery()
  const take = (context: TurnContext) => taken(app, recent, context)
  application.addRoute(async (context) => context.activity.type === ActivityTypes.Invoke, take, true)
  application.addRoute(async () => true, take)
  return application
}

async function taken(app: App, recent: Redelivery, context: TurnContext): Promise<void> {
  const parsed = parseTurn(context.activity, app)
  const invoke = context.activity.type === ActivityTypes.Invoke
  const heard = heardFrom(app, parsed)
  if ('refused' in parsed) {
    app.log.warn('turn.refused', { code: parsed.refused })
    if (invoke) await answerInvoke(context, emptyAnswer(context, parsed))
    return
  }
  const it = await proven(app, parsed)
  const answer =
    'turn' in it
      ? await alwaysAnswer(app, it.turn, () => recent.once(it.turn.id, () => act(app, it.turn)))
      : await placed(app, recent, it, (turn) => act(app, turn))
  if (invoke) await answerInvoke(context, answer ?? emptyAnswer(context, parsed))
  await inTime(heard, HEARD_WITHIN)
}

/** To what has no answer of its own: nothing, or where nothing is an error a card that says so. */
function emptyAnswer(context: TurnContext, parsed: ParsedTurn): unknown {
  if (!asksDialog(context.activity.name)) return {}
  const locale = 'refused' in parsed ? parsed.locale : context.activity.locale
  const language = languageOf(locale, undefined, 'nl')
  return lastWord(texts(language).reporter.chat.unknownButton, language)
}

/** Milliseconds that a turn waits at its end until it is known where an officer's own chat is. */
const HEARD_WITHIN = 1_500

/**
 * What comes in says where Teams is now, and where an officer's own chat is. Not in local mode: there each window is a
 * service of its own. Never rejects.
 */
async function heardFrom(app: App, parsed: ParsedTurn): Promise<void> {
  if (app.local || 'refused' in parsed) return
  const { place } = 'turn' in parsed ? parsed.turn : parsed.incoming
  app.addresses?.heard(place.serviceUrl)
  if (!('turn' in parsed) || !parsed.turn.officer || !isPersonal(parsed.turn)) return
  const { municipality, officer, member } = parsed.turn
  await app.courier.chats
    .heard(municipality, officer, member, place)
    .catch((error: unknown) => app.log.warn('send.failed', { error }))
}

async function act(app: App, turn: Turn): Promise<unknown> {
  await beforeReading([turn.text])
  if (isClosed(app, turn)) return closedHere(app, turn)
  const passes = await notYet(app, turn)
  if ('answer' in passes) return passes.answer
  return TABLE.find((row) => row.takes(turn))?.act(app, turn)
}

const answerInvoke = (context: TurnContext, body: unknown) =>
  context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } })

/** In local mode nobody is told in private: the answer stands where the click was. */
const clientLanguage = (app: App, turn: Turn): Language => readerLanguage(app, turn)

async function answerDialog(app: App, turn: Turn): Promise<DialogAnswer> {
  const language = clientLanguage(app, turn)
  const parsed = parseAction(dialogData(turn.value))
  if (parsed.by === 'officer') return dialog(await caseClick(app, turn, language, parsed.action, parsed.odd))
  if (parsed.by === 'reporter') return reporterDialog(app, turn, parsed.action, parsed.odd)
  if (turn.officer) return dialog(refusedView(app, turn, language, 'unknown', undefined, parsed.typed))
  const { chat: t } = texts(language).reporter
  if (!parsed.typed || !isPersonal(turn)) return lastWord(t.unknownButton, language)
  // The button is not known any more; what was typed in its form is kept all the same.
  await words(app, typedIn(turn, parsed.typed))
  return lastWord(t.choiceNoted, language)
}

/** What no card of ours asks. A card's button (Universal Action) gets a line that Teams shows; the rest nothing. */
async function otherInvoke(app: App, turn: Turn): Promise<unknown> {
  const language = clientLanguage(app, turn)
  const value = texts(language).reporter.chat.unknownButton
  if (asksDialog(turn.name)) return lastWord(value, language)
  if (turn.name !== 'adaptiveCard/action') return {}
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value }
}

/** The optional form in a dialog: what is typed in it is no chat message. */
function reporterDialog(
  app: App,
  turn: Turn,
  action: ReporterAction,
  odd: readonly Odd[] = [],
): Promise<DialogAnswer> {
  return app.turns.run(chatIdOf(app, turn), async () => {
    const state = await beginTurn(app, turn)
    const { language } = state
    const t = texts(language).reporter
    if (!isPersonal(turn)) return lastWord(t.chat.wrongPlace, language)
    if (action.verb === 'form') {
      const card = formFor(state)
      return card ? dialog({ title: t.draft.form, card }) : lastWord(t.chat.formNeedsDraft, language)
    }
    if (action.verb === 'saveForm' && !takesForm(state, action)) {
      await formTooMuch(state, action)
      const error = t.chat.tooMuchToday(turn.municipality.phone)
      const card = formCard({ language: state.language, draft: action.draft, values: formOf(action), error })
      return dialog({ title: t.draft.form, card })
    }
    if (action.verb === 'saveForm') {
      const saved = await saveForm(state, action.draft, formOf(action))
      const card = saved && odd.length > 0 ? formFor(saved, t.form.odd(odd)) : undefined
      if (card) return dialog({ title: t.draft.form, card })
      return lastWord(saved ? t.chat.formSaved : t.chat.notWaiting, language)
    }
    await reporterClick(state, action)
    return lastWord(t.chat.choiceNoted, language)
  })
}

async function pressed(app: App, turn: Turn): Promise<void> {
  const parsed = parseAction(turn.value)
  const language = clientLanguage(app, turn)
  if (parsed.by === 'reporter' && isPersonal(turn)) {
    await app.turns.run(chatIdOf(app, turn), async () =>
      showMissed(await reporterClick(await beginTurn(app, turn), parsed.action, parsed.odd)),
    )
    return
  }
  if (parsed.by === 'officer') {
    await officerPressed(app, turn, language, parsed.action, parsed.odd)
    return
  }
  if (parsed.by === 'unknown' && parsed.typed && isPersonal(turn))
    return words(app, typedIn(turn, [turn.text, ...parsed.typed]))
  // Words that came along with something unknown are words all the same.
  if (turn.text !== '') return isPersonal(turn) ? words(app, turn) : wordsElsewhere(app, turn)
  const t = texts(language).reporter.chat
  const wrongPlace = turn.where === 'unknown' ? t.unsureNothing : t.wrongPlace
  await sayText({ app, turn }, isPersonal(turn) ? t.unknownButton : wrongPlace)
}

/** Cards that stay where they are when they are clicked: what they open is shown below them. */
const STAYS: ReadonlySet<OfficerAction['verb']> = new Set(['open', 'worklist'])

/**
 * A click of an officer outside a dialog. Where dialogs are the surface that is an old card or a tampered one: nothing
 * is done and nothing of a case is shown, for what stands in a conversation stays there. The worklist has references
 * only.
 */
async function officerPressed(
  app: App,
  turn: Turn,
  language: Language,
  action: OfficerAction,
  odd: readonly Odd[] = [],
): Promise<void> {
  if (app.surface === 'dialog' && action.verb !== 'worklist') {
    await inline(app, turn, refusedView(app, turn, language, 'unknown'), language, true)
    return
  }
  const view: View = await caseClick(app, turn, language, action, odd)
  const stays =
    STAYS.has(action.verb) || (action.verb === 'take' && (await isDoorbell(app, turn, action.signal)))
  await inline(app, turn, view, language, stays)
}

async function isDoorbell(app: App, turn: Turn, signal: Extract<OfficerAction, { verb: 'take' }>['signal']) {
  const kept = await readSignal(app.store, turn.municipality.id, signal)
  return kept !== undefined && 'record' in kept && kept.record.doorbell?.activity === turn.clicked
}

async function words(app: App, turn: Turn): Promise<void> {
  const said = parseCommand(turn.text)
  if (said.word === 'worklist') {
    const language = clientLanguage(app, turn)
    if (turn.officer) await officerPressed(app, turn, language, { verb: 'worklist' })
    else await sayText({ app, turn }, texts(language).reporter.chat.worklistNotYours)
    return
  }
  if (said.word === 'firstRun' && turn.officer) {
    // Where something of it is left to do it was answered before this (edge/notYet.ts).
    await sayText({ app, turn }, texts(clientLanguage(app, turn)).officer.firstRun.about.done)
    return
  }
  const to = doorOf(said.word)
  if (turn.officer && to) {
    const language = clientLanguage(app, turn)
    if (app.surface === 'inline') return officerPressed(app, turn, language, { verb: to })
    await inline(app, turn, await doorView(app, turn, language, to), language, true)
    return
  }
  await app.turns.run(chatIdOf(app, turn), async () => {
    const begun = await beginTurn(app, turn)
    // The block for 112 is the first thing to be seen; then what should have been seen before.
    if (!dangerIn(turn)) return message(await showMissed(begun), said)
    const done = await message(begun, said)
    return showMissed(done)
  })
}

/** In a channel or a group others read along: the worklist for the reporting point, for everybody else the way out. */
async function wordsElsewhere(app: App, turn: Turn): Promise<void> {
  const language = clientLanguage(app, turn)
  const word = commandOf(turn.text)
  if (word === 'worklist' && turn.officer) {
    await inline(app, turn, await caseClick(app, turn, language, { verb: 'worklist' }), language, true)
    return
  }
  const to = word === 'settings' && !turn.officer ? undefined : doorOf(word)
  if (to) return toOwnChat(app, turn, language, to)
  const { chat: t } = texts(language).reporter
  const wrongPlace = turn.where === 'unknown' ? t.unsureNothing : t.wrongPlace
  if (rings(turn.text)) return dangerElsewhere(app, turn, wrongPlace)
  await sayText({ app, turn }, wrongPlace)
}

/** Asked where others read along, for what is done in one's own chat: the way to it goes there, and here it says so. */
async function toOwnChat(app: App, turn: Turn, language: Language, to: Door): Promise<void> {
  const { inOwnChat, typeInOwnChat } = texts(language).reporter.chat
  const door = turn.officer && (await doorView(app, turn, language, to))
  const sent = door !== undefined && (await privately(app, turn, door, language))
  await sayText({ app, turn }, sent ? inOwnChat : typeInOwnChat)
}

/** A message was changed, taken back or put back: its words are mended where they stand, or it is said that they do not. */
async function changed(app: App, turn: Turn): Promise<void> {
  if (!isPersonal(turn)) {
    // Where others read along nothing was taken, so nothing is to be mended; danger is danger.
    const { wrongPlace } = texts(clientLanguage(app, turn)).reporter.chat
    if (turn.changed !== 'deleted' && rings(turn.text)) await dangerElsewhere(app, turn, wrongPlace)
    return
  }
  await app.turns.run(chatIdOf(app, turn), async () => {
    const state = await beginTurn(app, turn)
    switch (turn.changed) {
      case 'edited':
        return messageEdited(state)
      case 'deleted':
        return messageDeleted(state)
      case 'restored':
        return messageRestored(state)
      case undefined:
        return state
      default:
        return turn.changed satisfies never
    }
  })
}

/**
 * Something changed in a team: the bot was taken out or put back, a channel deleted or restored, somebody removed.
 * What it means for the reporting point is asked of Teams, not believed of the event.
 */
async function placeChanged(app: App, turn: Turn): Promise<void> {
  if (!app.local && turn.where === 'channel') await app.courier.point.look(turn.municipality, true)
}

/** The bot was added: in a chat it introduces itself, in the channel it shows what is open. Teams says so several times. */
async function arrived(app: App, turn: Turn): Promise<void> {
  if (isPersonal(turn)) {
    await app.turns.run(chatIdOf(app, turn), async () => {
      const state = await beginTurn(app, turn)
      if (!state.kept.chat.greeted) await showDraft(await welcome(state))
    })
    return
  }
  await placeChanged(app, turn)
  const channel = turn.place.conversation.split(';')[0] ?? ''
  if (turn.where !== 'channel' || channel !== turn.municipality.channel.channelId || !turn.officer) return
  if (!app.arrivals.first(channel)) return
  const language = turn.municipality.language
  const view = await caseClick(app, turn, language, { verb: 'worklist' })
  await inline(app, turn, view, language, true)
}

/** The bot was taken out: when it is put back it introduces itself again. */
async function left(app: App, turn: Turn): Promise<void> {
  if (!isPersonal(turn)) {
    app.arrivals.left(turn.place.conversation.split(';')[0] ?? '')
    await placeChanged(app, turn)
    return
  }
  await app.turns.run(chatIdOf(app, turn), async () => {
    const state = await beginTurn(app, turn)
    if (state.kept.chat.greeted) await saveChat(state, (chat) => ({ ...chat, greeted: false }))
  })
}
