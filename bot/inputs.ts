/**
 * What comes in, and which conversation it goes to: one table, read from the top; the catch-all is last. Whatever
 * happens, the person gets an answer, and what went wrong is told in their words, not in ours.
 */
import { Application, type TurnState } from '@microsoft/teams-ai'
import { ActivityTypes, type TurnContext } from 'botbuilder'
import { type OfficerAction, parseAction, type ReporterAction } from '../cards/actions.ts'
import { commandOf } from '../cards/texts/commands.ts'
import { texts } from '../cards/texts/index.ts'
import { speaksOfDanger } from '../services/signal/danger.ts'
import { readSignal } from '../services/signal/register.ts'
import type { Language } from '../services/signal/words.ts'
import { officerClick } from './officer/triage.ts'
import { refusedView, type View } from './officer/view.ts'
import type { Parts } from './parts.ts'
import { formOf, reporterClick } from './reporter/actions.ts'
import { chatIdOf, openTalk, readerLanguage, saveChat, sayText } from './reporter/chat.ts'
import { message } from './reporter/commands.ts'
import { formFor, saveForm } from './reporter/draft.ts'
import { dangerWithoutStore, greet, showDraft } from './reporter/intake.ts'
import { type DialogAnswer, dialog, inline, lastWord } from './surface.ts'
import { parseTurn, type Turn } from './turn.ts'

type Row = {
  name: string
  takes: (turn: Turn) => boolean
  /** Answers an invoke with a value; a message with nothing. */
  act: (parts: Parts, turn: Turn) => Promise<unknown>
}

const isDialog = (turn: Turn) => turn.name === 'task/fetch' || turn.name === 'task/submit'
const isInvoke = (turn: Turn) => turn.type === ActivityTypes.Invoke
const isMessage = (turn: Turn) => turn.type === ActivityTypes.Message
const hasValue = (turn: Turn) => turn.value !== undefined && turn.value !== null
const isPersonal = (turn: Turn) => turn.where === 'personal'

const TABLE: readonly Row[] = [
  { name: 'dialog', takes: (turn) => isInvoke(turn) && isDialog(turn), act: answerDialog },
  { name: 'otherInvoke', takes: isInvoke, act: async () => ({}) },
  { name: 'button', takes: (turn) => isMessage(turn) && hasValue(turn), act: pressed },
  { name: 'words', takes: (turn) => isMessage(turn) && isPersonal(turn), act: words },
  { name: 'wordsElsewhere', takes: isMessage, act: wordsElsewhere },
  {
    name: 'edited',
    takes: (turn) => turn.type === ActivityTypes.MessageUpdate && isPersonal(turn),
    act: edited,
  },
  {
    name: 'arrived',
    takes: (turn) => turn.type === ActivityTypes.ConversationUpdate && turn.arrived,
    act: arrived,
  },
  { name: 'nothing', takes: () => true, act: async () => undefined },
]

/** The application that takes every activity, as a table of routes. */
export function inputs(parts: Parts): Application<TurnState> {
  const app = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false })
  const take = (context: TurnContext) => taken(parts, context)
  app.addRoute(async (context) => context.activity.type === ActivityTypes.Invoke, take, true)
  app.addRoute(async () => true, take)
  return app
}

async function taken(parts: Parts, context: TurnContext): Promise<void> {
  const parsed = parseTurn(context.activity, parts)
  const invoke = context.activity.type === ActivityTypes.Invoke
  if ('refused' in parsed) {
    parts.log.warn('turn.refused', { code: parsed.refused })
    if (invoke) await answerInvoke(context, {})
    return
  }
  const { turn } = parsed
  const row = TABLE.find((r) => r.takes(turn))
  const answer = await guarded(parts, turn, () => row?.act(parts, turn) ?? Promise.resolve(undefined))
  if (invoke) await answerInvoke(context, answer ?? {})
}

const answerInvoke = (context: TurnContext, body: unknown) =>
  context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } })

const nameOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined

/** Runs a turn; when it fails, says so. The person's words stand in their chat still, and that is what is said. */
async function guarded(parts: Parts, turn: Turn, act: () => Promise<unknown>): Promise<unknown> {
  try {
    return await act()
  } catch (error) {
    const away = nameOf(error) === 'StoreUnavailable'
    parts.log.error(away ? 'store.away' : 'turn.failed', { error })
    const language = readerLanguage(parts, turn)
    const t = texts(language).reporter.chat
    if (turn.type === ActivityTypes.Message && isPersonal(turn) && speaksOfDanger(dangerText(turn))) {
      await dangerWithoutStore(parts, turn)
    }
    const text = (away ? t.storeAway : t.wentWrong)(turn.municipality.phone)
    if (isInvoke(turn)) {
      return turn.officer ? dialog(refusedView(parts, turn, language, 'away')) : lastWord(text)
    }
    await sayText(parts, turn, text)
    return undefined
  }
}

/** All that was typed in this turn, in the chat or in inputs of a card. */
function dangerText(turn: Turn): string {
  if (typeof turn.value !== 'object' || turn.value === null) return turn.text
  return [turn.text, ...Object.values(turn.value).filter((v) => typeof v === 'string')].join('\n')
}

/** In local mode nobody is told in private: the answer stands where the click was. */
const clientLanguage = (parts: Parts, turn: Turn): Language => readerLanguage(parts, turn)

async function answerDialog(parts: Parts, turn: Turn): Promise<DialogAnswer> {
  const language = clientLanguage(parts, turn)
  const parsed = parseAction(dialogData(turn.value))
  if (parsed.by === 'officer') return dialog(await officerClick(parts, turn, language, parsed.action))
  if (parsed.by === 'reporter') return reporterDialog(parts, turn, parsed.action)
  return dialog(refusedView(parts, turn, language, 'unknown'))
}

const dialogData = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'data' in value ? value.data : undefined

/** The optional form in a dialog: what is typed in it is no chat message. */
function reporterDialog(parts: Parts, turn: Turn, action: ReporterAction): Promise<DialogAnswer> {
  return parts.turns.run(chatIdOf(parts, turn), async () => {
    const talk = await openTalk(parts, turn)
    const t = texts(talk.language).reporter
    if (!isPersonal(turn)) return lastWord(t.chat.wrongPlace)
    if (action.verb === 'form') {
      const card = formFor(talk)
      return card ? dialog({ title: t.draft.form, card }) : lastWord(t.chat.formNeedsDraft)
    }
    if (action.verb === 'saveForm') {
      const saved = await saveForm(talk, action.draft, formOf(action))
      return lastWord(saved ? t.chat.formSaved : t.chat.nothingToSend)
    }
    await reporterClick(talk, action)
    return lastWord(t.chat.choiceNoted)
  })
}

async function pressed(parts: Parts, turn: Turn): Promise<void> {
  const parsed = parseAction(turn.value)
  const language = clientLanguage(parts, turn)
  if (parsed.by === 'reporter' && isPersonal(turn)) {
    await parts.turns.run(chatIdOf(parts, turn), async () =>
      reporterClick(await openTalk(parts, turn), parsed.action),
    )
    return
  }
  if (parsed.by === 'officer') {
    await officerPressed(parts, turn, language, parsed.action)
    return
  }
  const t = texts(language).reporter.chat
  await sayText(parts, turn, isPersonal(turn) ? t.unknownButton : t.wrongPlace)
}

/** Cards that stay where they are when they are clicked: what they open is shown below them. */
const STAYS: ReadonlySet<OfficerAction['verb']> = new Set(['open', 'worklist'])

/**
 * A click of an officer outside a dialog. Where dialogs are the surface that is an old card or a tampered one: nothing
 * is done and nothing of a case is shown, for what stands in a conversation stays there. The worklist has references
 * only.
 */
async function officerPressed(
  parts: Parts,
  turn: Turn,
  language: Language,
  action: OfficerAction,
): Promise<void> {
  if (parts.surface === 'dialog' && action.verb !== 'worklist') {
    await inline(parts, turn, refusedView(parts, turn, language, 'unknown'), language, true)
    return
  }
  const view: View = await officerClick(parts, turn, language, action)
  const stays =
    STAYS.has(action.verb) || (action.verb === 'take' && (await isDoorbell(parts, turn, action.signal)))
  await inline(parts, turn, view, language, stays)
}

async function isDoorbell(
  parts: Parts,
  turn: Turn,
  signal: Extract<OfficerAction, { verb: 'take' }>['signal'],
) {
  const kept = await readSignal(parts.store, turn.municipality.id, signal)
  return kept !== undefined && 'record' in kept && kept.record.doorbell?.activity === turn.clicked
}

async function words(parts: Parts, turn: Turn): Promise<void> {
  const word = commandOf(turn.text)
  if (word === 'worklist') {
    const language = clientLanguage(parts, turn)
    if (turn.officer) await officerPressed(parts, turn, language, { verb: 'worklist' })
    else await sayText(parts, turn, texts(language).reporter.chat.worklistNotYours)
    return
  }
  await parts.turns.run(chatIdOf(parts, turn), async () => message(await openTalk(parts, turn), word))
}

/** In a channel or a group others read along: the worklist for the reporting point, for everybody else the way out. */
async function wordsElsewhere(parts: Parts, turn: Turn): Promise<void> {
  const language = clientLanguage(parts, turn)
  if (commandOf(turn.text) === 'worklist' && turn.officer) {
    const view = await officerClick(parts, turn, language, { verb: 'worklist' })
    await inline(parts, turn, view, language, true)
    return
  }
  const t = texts(language).reporter.chat
  if (speaksOfDanger(turn.text)) await parts.courier.alarmDirectly(turn.municipality)
  await sayText(parts, turn, t.wrongPlace)
}

async function edited(parts: Parts, turn: Turn): Promise<void> {
  await sayText(parts, turn, texts(clientLanguage(parts, turn)).reporter.chat.edited)
}

/** The bot was added: in a chat it introduces itself, in the channel it shows what is open. */
async function arrived(parts: Parts, turn: Turn): Promise<void> {
  if (isPersonal(turn)) {
    await parts.turns.run(chatIdOf(parts, turn), async () => {
      const talk = await openTalk(parts, turn)
      await greet(talk)
      // Introduced once: the first words are not answered with a second welcome.
      if (!talk.kept.chat.greeted) await saveChat(talk, (chat) => ({ ...chat, greeted: true }))
      if (talk.kept.chat.draft) await showDraft(talk)
    })
    return
  }
  const channel = turn.place.conversation.split(';')[0]
  if (turn.where !== 'channel' || channel !== turn.municipality.channel.channelId || !turn.officer) return
  const language = turn.municipality.language
  const view = await officerClick(parts, turn, language, { verb: 'worklist' })
  await inline(parts, turn, view, language, true)
}
