/** Whether words of danger ring the officers anew, or say nothing that does not ring already (docs/decisions/one-alarm.md). */
import { type Instant, plus } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { dialogData, isInvoke, type Turn } from '../turn.ts'
import type { AlarmSays } from './alarmMemory.ts'
import { signsOf } from './readingOf.ts'
import type { ReporterTurn } from './reporterTurn.ts'

/** What these words of danger say, beside what was said in this chat within the last minutes; they are remembered. */
export const alarmSays = ({ app, kept }: ReporterTurn, text: string): AlarmSays =>
  app.alarms.says(kept.chat.id, signsOf(text))

/** For a draft: not before when its alarm rings; undefined: at once. */
export function ringsAfter(state: ReporterTurn, text: string): Instant | undefined {
  const { app, kept } = state
  const says = alarmSays(state, text)
  return says === 'tooOften' ? plus(app.now(), { ms: app.alarms.left(kept.chat.id) }) : undefined
}

/** For a signal that was sent: what the deed says of it. */
export function repeatsOf(state: ReporterTurn, text: string): { repeats?: 'again' | 'tooOften' } {
  const says = alarmSays(state, text)
  return says === 'new' ? {} : { repeats: says }
}

/** What was typed in a card or a form, as one text. */
function typedIn(turn: Turn): string {
  const data = isInvoke(turn) ? dialogData(turn.value) : turn.value
  const fields = typeof data === 'object' && data !== null ? Object.values(data) : []
  return [turn.text, ...fields.filter((value) => typeof value === 'string')].join('\n')
}

/** The alarm without a record behind it: once for the same words within minutes. */
export async function ringDirectly(app: App, turn: Turn): Promise<void> {
  // In a channel each message begins a conversation of its own: so by whom, not where.
  const person = `${turn.municipality.id} ${turn.member}`
  if (!app.alarms.ringsDirectly(person, signsOf(typedIn(turn)))) return
  await app.courier.alarmDirectly(turn.municipality)
}
