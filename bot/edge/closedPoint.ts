/**
 * A municipality in which a signal would reach nobody takes none, while others on the same bot are served: whoever
 * writes there hears so, and whom to call. Nothing is kept (docs/decisions/somebody-reads.md).
 */
import { ActivityTypes } from 'botbuilder'
import { texts } from '../../cards/texts/index.ts'
import type { App } from '../app/app.ts'
import { dangerElsewhere, dangerWithoutStore } from '../reporter/danger.ts'
import { rings } from '../reporter/readingOf.ts'
import { readerLanguage } from '../reporter/reporterTurn.ts'
import { sayText } from '../reporter/say.ts'
import { isInvoke, isPersonal, type Turn } from '../turn.ts'
import { dangerIn } from './alwaysAnswer.ts'
import { asksDialog, lastWord } from './surface.ts'

const isWords = ({ type }: Turn): boolean =>
  type === ActivityTypes.Message || type === ActivityTypes.MessageUpdate

export const isClosed = (app: App, { municipality }: Turn): boolean =>
  app.courier.point.closed.has(municipality.id)

/** Says so. Danger rings all the same: perhaps somebody is there. */
export const closedHere = (app: App, turn: Turn): Promise<unknown> =>
  sentAway(app, turn, texts(readerLanguage(app, turn)).reporter.chat.pointClosed(turn.municipality.phone))

/** Nothing is taken here now, and this is said. Danger shows 112 first, and rings. */
export async function sentAway(app: App, turn: Turn, text: string): Promise<unknown> {
  const language = readerLanguage(app, turn)
  if (isPersonal(turn) && dangerIn(turn)) await dangerWithoutStore(app, turn)
  if (isInvoke(turn)) return asksDialog(turn.name) ? lastWord(text, language) : {}
  if (isWords(turn) && !isPersonal(turn) && rings(turn.text)) return dangerElsewhere(app, turn, text)
  if (isWords(turn) || (turn.arrived && isPersonal(turn))) await sayText({ app, turn }, text)
  return undefined
}
