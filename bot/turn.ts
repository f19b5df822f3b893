/** One incoming activity, parsed at the edge. What is not needed is not kept. */
import type { Municipality } from '../services/municipality/municipality.ts'
import type { Place } from '../services/outbox/sent.ts'
import { type Hidden, hide, hideIn, type Slots } from '../services/privacy/bsn/hide.ts'
import { Reporter } from '../services/vault/vault.ts'
import { OfficerId, withoutBreaks } from '../services/words.ts'
import { type Outside, servedTenant } from './app/ports.ts'
import { TurnProgress } from './app/turnProgress.ts'
import { Activity, type Changed, changedBy, typedAt, type Where, whereOf } from './incoming/activity.ts'
import { type Files, readMessage } from './incoming/reading.ts'
import { beginningOf, type Cut, MOST_TYPED, UNCUT, withinLimits } from './limits.ts'

export const isInvoke = ({ type }: Incoming): boolean => type === 'invoke'
export const isMessage = ({ type }: Incoming): boolean => type === 'message'
export const isEdited = ({ changed }: Incoming): boolean => changed === 'edited'
export const isPersonal = ({ where }: Incoming): boolean => where === 'personal'

/** What a dialog was opened with, or sends. */
export const dialogData = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'data' in value ? value.data : undefined

/** What came in, before it is known for which municipality of the tenant it is. Never changed. */
export type Incoming = {
  readonly type: string
  /** The same for an activity that is delivered twice, and only for that one. */
  readonly id: string | undefined
  /** By which name Teams knows a message. */
  readonly activity: string | undefined
  /** By which name we know the message that this is, or that this tells of: the same when it is changed. */
  readonly message: string | undefined
  /** What became of that message since; undefined: it is new. */
  readonly changed: Changed | undefined
  /** When it was typed or changed, in milliseconds; undefined: Teams does not say. */
  readonly typedAt: number | undefined
  readonly name: string | undefined
  readonly where: Where
  readonly place: Readonly<Place>
  /** The card that was clicked. */
  readonly clicked: string | undefined
  /** For asking whether this person is in a channel. */
  readonly member: string
  readonly reporter: Reporter
  /** Without citizen service numbers, as is `value`: nothing behind this edge ever sees one (I.8). */
  readonly text: string
  readonly value: unknown
  /** What was taken out: of `text` under that name, of a card's data by the path of its field. */
  readonly hidden: Hidden
  /** What was longer than its limit: only its beginning is here. */
  readonly cut: Cut
  readonly attachments: number
  /** The same by kind. */
  readonly files: Files
  readonly locale: string | undefined
  /** The bot itself was added, to a chat or a team. */
  readonly arrived: boolean
  /** The bot itself was taken out. */
  readonly left: boolean
  /** Teams tells of a change in a team: who or what is in it, a channel, the bot itself. */
  readonly placeChanged: boolean
}

/** One activity, and for which municipality it is. Never changed: a step that knows more hands on another one. */
export type Turn = Incoming & {
  /** As it was when this came in. */
  readonly municipality: Municipality
  /** Set when this person works at the reporting point. */
  readonly officer: OfficerId | undefined
  /** What was done already within this turn. */
  readonly progress: TurnProgress
}

export type ParsedTurn =
  | { turn: Turn }
  /** Several municipalities share this tenant, and the place does not say for which of them it is. */
  | { incoming: Incoming; among: readonly Municipality[] }
  | { refused: 'unreadable' | 'unknownTenant'; place?: Place; locale?: string }

const isChange = (it: Activity): boolean =>
  it.type === 'installationUpdate' ||
  (it.type === 'conversationUpdate' &&
    ((it.membersRemoved ?? []).length > 0 || /^(channel|team)/.test(it.channelData?.eventType ?? '')))

/** An update of the app is no arrival, and no leaving. */
const hasArrived = (it: Activity): boolean =>
  (it.type === 'installationUpdate' && it.action === 'add') || isBotIn(it, it.membersAdded)
const hasLeft = (it: Activity): boolean =>
  (it.type === 'installationUpdate' && it.action === 'remove') || isBotIn(it, it.membersRemoved)
const isBotIn = ({ recipient }: Activity, members: Activity['membersAdded']): boolean =>
  recipient?.id !== undefined && (members ?? []).some(({ id }) => id === recipient.id)

/** The path of what was typed as a message. */
export const TYPED = 'typed message'

/** What was taken out of one field of a card, in a dialog or in the conversation. */
export const hiddenIn = ({ hidden }: Turn, field: string): Slots =>
  hidden.get(field) ?? hidden.get(`data.${field}`) ?? []

/** Which activity this is: the same for one that is delivered again. Only a message is known by its id alone. */
const nameOf = (
  it: { place: Place; member: string; type: string },
  id: string,
  timestamp: Date | string | null | undefined,
): string =>
  [
    it.place.conversation,
    it.member,
    it.type,
    id,
    it.type === 'message' ? '' : JSON.stringify(timestamp),
  ].join(' ')

/** The municipality whose private channel this is. */
function ofChannel({ where, place }: Incoming, among: readonly Municipality[]): Municipality | undefined {
  const channel = place.conversation.split(';')[0]
  return where === 'channel' ? among.find((m) => m.channel.channelId === channel) : undefined
}

/** The same words, in the person's own chat, where nobody reads along. */
export function inOwnChat(incoming: Incoming, place: Place): Incoming {
  const reporter = incoming.reporter.in(place.conversation)
  return Object.freeze({ ...incoming, where: 'personal', place: Object.freeze({ ...place }), reporter })
}

/** What came in, as something for this municipality. */
export function turnIn(incoming: Incoming, municipality: Municipality): Turn {
  const entra = OfficerId.safeParse(incoming.reporter.entra())
  const officer = municipality.officers.find((o) => entra.success && o.id === entra.data)?.id
  return Object.freeze({ ...incoming, municipality, officer, progress: new TurnProgress() })
}

/** The same person in the same chat, as if this were typed there now: what was held, and under which name it came. */
export function typedBefore(incoming: Incoming, text: string, activity: string | undefined): Incoming {
  const { value: _pressed, clicked: _card, ...rest } = incoming
  const it = { ...rest, type: 'message', name: undefined, activity, text }
  const files = { pictures: 0, recordings: 0, documents: 0 }
  const none = {
    value: undefined,
    clicked: undefined,
    hidden: new Map(),
    cut: UNCUT,
    attachments: 0,
    files,
    arrived: false,
  }
  const id = activity && nameOf(it, activity, undefined)
  return Object.freeze({ ...it, ...none, id, message: id, changed: undefined })
}

/** What was typed in a form, as words of this turn: for a button that is not known any more. */
export const typedIn = (turn: Turn, texts: readonly string[]): Turn =>
  Object.freeze({
    ...turn,
    type: 'message',
    value: undefined,
    clicked: undefined,
    hidden: new Map(),
    text: texts.filter((text) => text.trim() !== '').join('\n'),
  })

/**
 * Parses an activity. A tenant that this installation does not serve is refused, and nothing of it is kept. Where
 * several municipalities share the tenant only the channel of one of them says which it is; for the rest see
 * `point/choosing.ts`.
 */
export function parseTurn(activity: unknown, outside: Pick<Outside, 'municipalities'>): ParsedTurn {
  const parsed = Activity.safeParse(activity)
  if (!parsed.success) return { refused: 'unreadable' }
  const { within: it, cut } = withinLimits(parsed.data)
  const place = Object.freeze({ serviceUrl: it.serviceUrl, conversation: it.conversation.id })
  const tenant = servedTenant(outside, [it.channelData?.tenant?.id, it.conversation.tenantId])
  const [first, ...others] = outside.municipalities.inTenant(tenant)
  if (!first) return { refused: 'unknownTenant', place, ...(it.locale ? { locale: it.locale } : {}) }
  const among: [Municipality, ...Municipality[]] = [first, ...others]
  const incoming = incomingOf(it, place, among, cut)
  const municipality = others.length === 0 ? first : ofChannel(incoming, among)
  return municipality ? { turn: turnIn(incoming, municipality) } : { incoming, among }
}

function incomingOf(
  it: Activity,
  place: Place,
  among: readonly [Municipality, ...Municipality[]],
  cut: Cut,
): Incoming {
  const [{ language }] = among
  const entra = it.from.aadObjectId
  const said = readMessage({
    text: it.text ?? '',
    textFormat: it.textFormat,
    attachments: it.attachments ?? [],
    entities: it.entities ?? [],
    bot: { id: it.recipient?.id, name: it.recipient?.name },
    changed: changedBy(it) !== undefined,
  })
  // The words of several pieces of html can be more together.
  const words = hide(withoutBreaks(beginningOf(said.text, MOST_TYPED)), language)
  const hidden = new Map<string, Slots>()
  const value = hideIn(it.value, language, hidden)
  if (words.hidden.length > 0) hidden.set(TYPED, words.hidden)
  const address = { ...place, user: it.from.id, ...(entra ? { entra } : {}) }
  return Object.freeze({
    type: it.type,
    id: it.id && nameOf({ place, member: it.from.id, type: it.type }, it.id, it.timestamp),
    activity: it.id,
    message: it.id && nameOf({ place, member: it.from.id, type: 'message' }, it.id, undefined),
    changed: changedBy(it),
    typedAt: typedAt(it),
    name: it.name,
    where: whereOf(it.conversation, {
      bot: it.recipient?.id,
      isChannel: (id) => among.some(({ channel }) => channel.channelId === id),
    }),
    place,
    clicked: it.replyToId,
    member: it.from.id,
    reporter: new Reporter(address, it.from.name ?? ''),
    text: words.text,
    value,
    hidden,
    cut: { ...cut, typed: cut.typed || said.text.length > MOST_TYPED },
    attachments: said.files.pictures + said.files.recordings + said.files.documents,
    files: said.files,
    locale: it.locale,
    arrived: hasArrived(it),
    left: hasLeft(it),
    placeChanged: isChange(it),
  })
}
