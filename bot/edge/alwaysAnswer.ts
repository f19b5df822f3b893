/** What a turn comes to when something fails in it: always an answer, danger first, and what was typed is not lost. */
import { parseAction } from '../../cards/actions.ts'
import { formCard } from '../../cards/reporter/draft/form.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Language } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { inTime } from '../app/deadline.ts'
import { MOST_FIELD, MOST_TYPED } from '../limits.ts'
import { refusedView } from '../officer/view.ts'
import { formOf } from '../reporter/buttons.ts'
import { dangerWithoutStore } from '../reporter/danger.ts'
import { rings } from '../reporter/readingOf.ts'
import { readerLanguage } from '../reporter/reporterTurn.ts'
import { sayText } from '../reporter/say.ts'
import { dialogData, type Incoming, isInvoke, isPersonal, type Turn } from '../turn.ts'
import { type DialogAnswer, dialog, lastWord } from './surface.ts'

const nameOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined

/** Runs a turn; when it fails, says so. The person's words are still in their chat, and that is what is said. */
export async function alwaysAnswer(app: App, turn: Turn, act: () => Promise<unknown>): Promise<unknown> {
  try {
    const work = act().then(async (answer) => {
      await sayCut(app, turn)
      return answer
    })
    const timely = await inTime(work, app.answerWithin)
    if (timely !== 'late') return timely.done
    // Whatever the turn waits for, the store or a slow chat: an alarm for danger does not wait. Better twice than
    // never.
    const ringing = isPersonal(turn) && dangerIn(turn) ? dangerWithoutStore(app, turn) : undefined
    ringing?.catch((error: unknown) => app.log.error('turn.failed', { error }))
    if (!isInvoke(turn)) return await work
    // Whoever gave up waiting still hears when it fails after all, and danger in it still rings.
    work
      .catch((error: unknown) => failed(app, turn, error, true))
      .catch((error: unknown) => app.log.error('turn.failed', { error }))
    const language = readerLanguage(app, turn)
    return dialogAgain(app, turn, language, texts(language).reporter.chat.late, 'late')
  } catch (error) {
    return failed(app, turn, error, false)
  }
}

/** Only the beginning of what was sent was read: that is said, to that person alone. */
async function sayCut(app: App, turn: Turn): Promise<void> {
  const { cut } = turn
  if (!cut.fields && !(cut.typed && isPersonal(turn))) return
  const t = texts(readerLanguage(app, turn)).reporter.chat
  const text = cut.typed ? t.cutTyped(MOST_TYPED) : t.cutField(MOST_FIELD - 1)
  if (isPersonal(turn)) {
    await sayText({ app, turn }, text)
    return
  }
  const chat = await app.teams.openChat(turn.place.serviceUrl, turn.municipality.tenant, turn.member)
  if (!('failed' in chat)) await app.teams.post(chat, { text, notify: text })
}

/** What is said of a turn that failed. `late`: its dialog was answered before, so it is said in the chat. */
async function failed(app: App, turn: Turn, error: unknown, late: boolean): Promise<unknown> {
  const away = nameOf(error) === 'StoreUnavailable'
  app.log.error(away ? 'store.away' : 'turn.failed', { error })
  const language = readerLanguage(app, turn)
  const t = texts(language).reporter.chat
  if (isPersonal(turn) && dangerIn(turn)) await dangerWithoutStore(app, turn)
  const text = (away ? (maybeSaved(turn, error) ? t.storeUnsure : t.storeAway) : t.wentWrong)(
    turn.municipality.phone,
  )
  if (isInvoke(turn) && !late) return dialogAgain(app, turn, language, text, 'away')
  // What an officer pressed says in its dialog that it can be pressed again; a chat is for reporters.
  if (!late || parseAction(dialogData(turn.value)).by === 'reporter') await sayText({ app, turn }, text)
  return undefined
}

/** May something of this turn stand in the store all the same? Then "I cannot keep it" would not be true. */
const maybeSaved = (turn: Turn, error: unknown): boolean =>
  turn.progress.saved ||
  (typeof error === 'object' && error !== null && 'unsure' in error && error.unsure === true)

/** A dialog that could not be answered for now, or not yet: what was typed in it is given back. */
function dialogAgain(
  app: App,
  turn: Turn,
  language: Language,
  text: string,
  why: 'away' | 'late',
): DialogAnswer {
  const parsed = parseAction(dialogData(turn.value))
  if (parsed.by === 'officer') return dialog(refusedView(app, turn, language, why, parsed.action))
  if (parsed.by !== 'reporter' || parsed.action.verb !== 'saveForm') return lastWord(text, language)
  const { action } = parsed
  const card = formCard({ language, draft: action.draft, values: formOf(action), error: text })
  return dialog({ title: texts(language).reporter.draft.form, card })
}

/** Does a reporter speak of danger in this turn: in the chat, in a field of a card or form, or by a choice? */
export function dangerIn(turn: Incoming): boolean {
  if (rings(turn.text)) return true
  const data = isInvoke(turn) ? dialogData(turn.value) : turn.value
  const parsed = parseAction(data)
  if (parsed.by !== 'reporter') return false
  if (parsed.action.verb === 'send') return parsed.action.urgency === 'acute'
  const typed = Object.values(parsed.action).filter((value) => typeof value === 'string')
  return rings(typed.join('\n'))
}
