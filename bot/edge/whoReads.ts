/**
 * Teams does not say where something was typed: then others may read along, and nothing of it is shown there. That it is
 * somebody's own chat is proven by asking Teams for that chat; what was typed elsewhere is answered there, so that nobody's
 * words are lost over a field that was left out.
 */
import { texts } from '../../cards/texts/index.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Language } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { inTime } from '../app/deadline.ts'
import { languageOf } from '../app/ports.ts'
import { dangerElsewhere } from '../reporter/danger.ts'
import { parseCommand } from '../reporter/parseCommand.ts'
import { rings } from '../reporter/readingOf.ts'
import { sayText } from '../reporter/say.ts'
import { type Incoming, inOwnChat, isInvoke, isMessage, type ParsedTurn, turnIn } from '../turn.ts'

type Parsed = Exclude<ParsedTurn, { refused: unknown }>

/** Milliseconds that this may take of the time for an answer. */
const WAITS = 1_500

const isWords = (it: Incoming): boolean =>
  isMessage(it) && (it.value === undefined || it.value === null) && (it.text !== '' || it.attachments > 0)

/**
 * A command carries something out, as sending what waits: never from where nobody knows who reads along. The word for danger
 * is danger everywhere.
 */
function isCommand({ text }: Incoming): boolean {
  const { word, reference } = parseCommand(text)
  return (word !== undefined && word !== 'acute') || reference !== undefined
}

const languageIn = (app: App, it: Incoming, municipality: Municipality): Language =>
  languageOf(app.local ? undefined : it.locale, undefined, municipality.language)

/** What came in, with where it was typed as far as that can be proven. */
export async function proven(app: App, parsed: Parsed): Promise<Parsed> {
  const incoming = 'turn' in parsed ? parsed.turn : parsed.incoming
  const municipality = 'turn' in parsed ? parsed.turn.municipality : parsed.among[0]
  const asks = isMessage(incoming) || isInvoke(incoming) || incoming.changed !== undefined
  if (incoming.where !== 'unknown' || !asks || !municipality) return parsed
  const opening = app.teams.openChat(incoming.place.serviceUrl, municipality.tenant, incoming.member)
  const opened = await inTime(opening, Math.min(WAITS, app.answerWithin)).catch(() => 'late' as const)
  const own = opened === 'late' || 'failed' in opened.done ? undefined : opened.done
  if (own?.conversation === incoming.place.conversation) return moved(parsed, own)
  if (!isWords(incoming) || isCommand(incoming)) return parsed
  const { chat: t } = texts(languageIn(app, incoming, municipality)).reporter
  if (!own) return parsed
  const here = { app, turn: turnIn(incoming, municipality) }
  if (rings(incoming.text)) await dangerElsewhere(app, here.turn, t.unsurePlace)
  else await sayText(here, t.unsurePlace)
  return moved(parsed, own)
}

const moved = (parsed: Parsed, place: Incoming['place']): Parsed =>
  'turn' in parsed
    ? { turn: turnIn(inOwnChat(parsed.turn, place), parsed.turn.municipality) }
    : { ...parsed, incoming: inOwnChat(parsed.incoming, place) }
