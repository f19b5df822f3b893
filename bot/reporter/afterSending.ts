/** Answers to what was asked after sending: each stands with its question in the signal. All of it may be skipped. */
import type { ReporterAction } from '../../cards/actions.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { withoutCodes } from '../../services/vault/code.ts'
import { keyedHash } from '../../services/vault/seal.ts'
import { uuidOf } from '../../services/words.ts'
import { receiptOf } from '../courier/toReporter.ts'
import { hiddenIn } from '../turn.ts'
import { askAbout } from './askedDanger.ts'
import { sayDanger, sayNeed } from './danger.ts'
import { sayNotDone } from './followUp.ts'
import { stoppedFirst } from './holding.ts'
import { tooMuchToday } from './intake.ts'
import { ofDanger } from './readingOf.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { heldFirst, sayHidden } from './reviewFirst.ts'
import { repeatsOf } from './ringing.ts'
import { sayText, wordsOf } from './say.ts'
import { isMine, mineDo } from './sentSignals.ts'
import type { Typed } from './typed.ts'

type After = Extract<ReporterAction, { verb: 'after' }>

/** Adds the answers that were given. @throws StoreUnavailable */
export async function answeredAfter(state: ReporterTurn, action: After): Promise<ReporterTurn> {
  const { app, turn } = state
  const { chat, talk } = wordsOf(state)
  const { signal } = action
  if (!isMine(state, signal)) return sayText(state, chat.unknownSignal)
  const fields = ['after1', 'after2', 'after3'] as const
  const answers = action.asked.flatMap((asked, at) => {
    const field = fields[at]
    const text = field ? withoutCodes(action[field]).trim() : ''
    return text === '' ? [] : [{ asked, text }]
  })
  if (answers.length === 0) return sayText(state, talk.after.nothing)
  // Where it is held for a look it is one text, so each answer stands below its question.
  const text = answers.map((each) => `${talk.after.question[each.asked]}\n${each.text}`).join('\n')
  const said = answers.map((each) => each.text).join('\n')
  const read = ofDanger(said)
  const acute = read.danger
  if (!app.day.takeText(state.kept.chat.id, text.length)) return tooMuchToday(state, acute)
  const hidden = fields.flatMap((field) => hiddenIn(turn, field))
  const words: Typed = { text, attachmentsRefused: 0, ...read, hidden }
  const held =
    (await stoppedFirst(state, { ...words, text: said })) ??
    (await heldFirst(state, signal, undefined, words))
  if (held) return held
  if (acute) await sayDanger(state, signal, true, read.who)
  else if (read.who === 'writerSelfHarm') await sayNeed(state, signal)
  const repeats = acute ? repeatsOf(state, said) : {}
  const deed = { do: 'add', text: said, answers, attachmentsRefused: 0, acute, ...repeats } as const
  const { municipality, id } = state.kept.chat
  // Pressed twice it is one thing.
  const command = uuidOf(keyedHash(app.keys.chat, 'after', municipality, id, signal, text))
  const handled = await mineDo(state, signal, deed, command)
  if (handled.done !== 'saved') return sayNotDone(state, handled, words)
  const { record } = handled.kept
  await sayHidden(state, words)
  if (turn.clicked) {
    // The receipt stays, without the questions.
    const card = receiptOf(app, record, turn.municipality)
    await app.teams.update(
      { ...turn.place, activity: turn.clicked },
      { card, notify: waitingText(state.language) },
    )
  }
  const told = await sayText(state, chat.added(record.reference))
  return read.asks ? askAbout(told, signal) : told
}
