/**
 * Danger that is taken back in a sentence. The words are kept as any others; where it is not sure that they mean so, it is
 * asked. What is taken back can be danger again, with a button.
 */
import { stillDangerCard } from '../../cards/reporter/draft/asked.ts'
import { dangerCard } from '../../cards/reporter/draft/danger.ts'
import { asksDanger, fits, inDanger } from '../../services/draft/drafting.ts'
import { readTakenBack } from '../../services/understanding/takenBack/readTakenBack.ts'
import type { SignalId } from '../../services/words.ts'
import { notNow } from './askedDanger.ts'
import { saidOfDraft, saidOfSignal } from './danger.ts'
import { showDraft } from './draftView.ts'
import { addTo } from './followUp.ts'
import { takeWords } from './intake.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { keepWords } from './saveWords.ts'
import { sayCard } from './say.ts'
import { openSignals } from './sentSignals.ts'
import type { Typed } from './typed.ts'

/** The words as taking back what stands in this chat. Undefined: they do not, or nothing stands. */
export async function takenBackIn(state: ReporterTurn, words: Typed): Promise<ReporterTurn | undefined> {
  const { draft } = state.kept.chat
  const back = readTakenBack(words.text)
  // Whoever came with a code may be somebody else in a chat of somebody else.
  if (back === undefined || state.opened || words.attachmentsRefused > 0) return undefined
  const ofDraft = draft && (inDanger(draft) || asksDanger(draft)) ? draft : undefined
  const signal = draft ? undefined : await endangered(state)
  if (!ofDraft && !signal) return undefined
  const calm: Typed = { ...words, danger: false, asks: undefined, who: undefined }
  if (back === 'doubt') return ask(await takeWords(state, words), ofDraft?.id ?? signal)
  if (signal) return ofSignal(await addTo(state, signal, calm), signal)
  if (!ofDraft || !fits(ofDraft, calm)) return undefined
  const kept = await keepWords(state, calm, { unplaced: ofDraft.unplaced, draftId: ofDraft.id })
  if (asksDanger(ofDraft)) return notNow(kept, ofDraft.id)
  return showDraft(await confirmed(await saidOfDraft(kept, 'takenBack'), ofDraft.id, false))
}

/** The newest of one's own signals in which danger stands. */
async function endangered(state: ReporterTurn): Promise<SignalId | undefined> {
  const open = await openSignals(state)
  return open.find(({ record: { danger } }) => danger && !danger.takenBackAt)?.record.id
}

async function ofSignal(state: ReporterTurn, signal: SignalId): Promise<ReporterTurn> {
  await saidOfSignal(state, signal, 'takenBack')
  return confirmed(state, signal, true)
}

/** That it was understood so, with the button for when it was not. */
async function confirmed(state: ReporterTurn, about: SignalId, sent: boolean): Promise<ReporterTurn> {
  const { language, accountable, deputy } = state
  await sayCard(state, dangerCard({ language, about, accountable, deputy, sent, said: 'takenBack' }))
  return state
}

async function ask(state: ReporterTurn, about: SignalId | undefined): Promise<ReporterTurn> {
  if (about) await sayCard(state, stillDangerCard({ about, language: state.language }))
  return state
}
