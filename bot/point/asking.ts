/**
 * The one question in a tenant that several municipalities share: asked in the person's own chat, answered with a
 * button or not at all. What was typed meanwhile is held, and is not stored anywhere before it is known for whom it is.
 */
import type { ReporterAction } from '../../cards/actions.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { municipalityCard } from '../../cards/reporter/start/municipality.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { PostedActivity } from '../../services/outbox/sent.ts'
import { readCode } from '../../services/vault/code.ts'
import type { Language } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { languageOf } from '../app/ports.ts'
import { ofDanger } from '../reporter/readingOf.ts'
import { type Incoming, isEdited, isMessage, type Turn, turnIn, typedBefore } from '../turn.ts'
import { chatOf, remember, type Unplaced, wantsToChoose } from './choosing.ts'

/** The language of a person of whom no choice is known yet. */
export const languageIn = (app: App, { incoming, among }: Unplaced): Language =>
  languageOf(app.local ? undefined : incoming.locale, undefined, among[0]?.language ?? 'nl')

/** Danger, or what may be: neither waits for a question that is never answered. */
function maybeDanger(text: string): boolean {
  const { danger, asks, who } = ofDanger(text)
  return danger || asks !== undefined || who !== undefined
}

/**
 * Does it hold words (or files) that must not get lost? A message that was changed has them where they speak of danger.
 */
export const hasWords = (incoming: Incoming): boolean =>
  isMessage(incoming)
    ? !wantsToChoose(incoming) && (incoming.text !== '' || incoming.attachments > 0)
    : isEdited(incoming) && maybeDanger(incoming.text)

/** Asks, in the person's own chat. What was typed goes along on the question; a code never does. */
export async function ask(app: App, it: Unplaced, among: readonly Municipality[]): Promise<void> {
  const { incoming } = it
  const language = languageIn(app, it)
  const words = hasWords(incoming)
  const secret = readCode(incoming.text) !== undefined
  const typed = words ? { text: secret ? '' : incoming.text, said: incoming.activity } : undefined
  const card = municipalityCard({ among, typed, language })
  const posted = await app.teams.post(incoming.place, { card, notify: waitingText(language) })
  if (words)
    app.choices.hold(chatOf(app, it), { incoming, question: 'failed' in posted ? undefined : posted })
}

type Answer = Pick<Extract<ReporterAction, { verb: 'municipality' }>, 'typed' | 'said'>

/** What is said under the questions that are answered now. */
async function close(app: App, questions: readonly PostedActivity[], text: string, language: Language) {
  let said = false
  for (const question of questions) {
    const updated = await app.teams.update(question, { text, notify: waitingText(language) })
    said ||= !('failed' in updated)
  }
  return said
}

/**
 * Takes the answer: remembers it, and gives what was typed before as turns for this municipality, in their order; an
 * empty list: nothing was. @throws StoreUnavailable
 */
export async function answered(
  app: App,
  it: Unplaced,
  municipality: Municipality,
  { typed, said }: Answer,
): Promise<readonly Turn[]> {
  const { incoming } = it
  await remember(app, it, municipality)
  const held = app.choices.held(chatOf(app, it))
  const { municipality: t } = texts(languageIn(app, it)).reporter
  const pressed = incoming.clicked ? [{ ...incoming.place, activity: incoming.clicked }] : []
  const known = held.flatMap(({ question }) => question ?? [])
  const others = known.filter(({ activity }) => activity !== incoming.clicked)
  const text = t.chosen(municipality.name)
  const closed = await close(app, [...pressed, ...others], text, languageIn(app, it))
  if (!closed) await app.teams.post(incoming.place, { text, notify: text })
  const before = held.map((words) => words.incoming)
  const isHeld = before.some(({ activity }) => activity === said)
  // Another instance asked, or it was long ago: then the card itself has the words.
  if (said !== undefined && !isHeld) {
    if (typed !== '') before.unshift(typedBefore(incoming, typed, said))
    else await app.teams.post(incoming.place, { text: t.gone, notify: t.gone })
  }
  return before.map((words) => turnIn(words, municipality))
}
