/**
 * "Have them call me now": in danger, and for whoever may harm themselves. What is not sent yet goes along, so that there is
 * a way back to the person, within the degree that they chose (I.1).
 */

import { degreeNow } from '../../services/draft/degreeNow.ts'
import { asksDanger, inDanger } from '../../services/draft/drafting.ts'
import type { Degree } from '../../services/signal/words.ts'
import type { SignalId } from '../../services/words.ts'
import { signalOf } from './danger.ts'
import { send } from './draft.ts'
import { sayNotDone } from './followUp.ts'
import { beginTurn, type ReporterTurn } from './reporterTurn.ts'
import { sayText, wordsOf } from './say.ts'
import { hearerName, mineDo } from './sentSignals.ts'

/** Sends what waits, and asks the officer to call. Anonymously nobody can be called: that is said, and nothing is sent. */
export async function callMeNow(
  state: ReporterTurn,
  about: SignalId,
  pressed: Degree | undefined,
): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  const { callMe } = wordsOf(state).danger
  const { name, phone } = state.accountable
  if (draft?.id !== about) return askFor(state, signalOf(state, about))
  const degree = pressed ?? degreeNow(draft)
  if (degree === 'anonymous') return sayText(state, callMe.anonymous(name, phone))
  if (!draft.to) await send(state, about, { degree })
  // A send saves the chat itself: what stands now is read anew.
  const sent = draft.to ? state : await beginTurn(state.app, state.turn)
  return askFor(sent, draft.to?.signal ?? signalOf(sent, about))
}

async function askFor(state: ReporterTurn, signal: SignalId | undefined): Promise<ReporterTurn> {
  const { callMe } = wordsOf(state).danger
  const { name, phone } = state.accountable
  // Sent anonymously, or not sent after all.
  if (!signal) return sayText(state, callMe.anonymous(name, phone))
  const handled = await mineDo(state, signal, { do: 'talk', now: true })
  if (handled.done !== 'saved') return sayNotDone(state, handled)
  const { record } = handled.kept
  const hears = hearerName(state, record)
  return sayText(state, callMe[record.degree](hears, phone))
}

/** Typed: of the draft in danger, or whose writer may harm themselves. Undefined: these are just words. */
export async function callMeTyped(state: ReporterTurn): Promise<ReporterTurn | undefined> {
  const { draft } = state.kept.chat
  if (!draft || asksDanger(draft) || !(inDanger(draft) || draft.who === 'writerSelfHarm')) return undefined
  return callMeNow(state, draft.id, undefined)
}
