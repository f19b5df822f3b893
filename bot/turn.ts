/** One incoming activity, parsed at the edge. What is not needed is not kept. */
import { z } from 'zod'
import type { Municipality } from '../services/municipality/municipality.ts'
import type { Place } from '../services/outbox/sent.ts'
import { type Hidden, hide, hideIn, type Slots } from '../services/privacy/bsn/hide.ts'
import { Reporter } from '../services/vault/vault.ts'
import { type Language, OfficerId } from '../services/words.ts'
import { type Outside, servedTenant } from './app/ports.ts'
import { TurnProgress } from './app/turnProgress.ts'

export const isInvoke = ({ type }: Incoming): boolean => type === 'invoke'
export const isMessage = ({ type }: Incoming): boolean => type === 'message'
export const isEdited = ({ type }: Incoming): boolean => type === 'messageUpdate'
export const isPersonal = ({ where }: Incoming): boolean => where === 'personal'

/** What a dialog was opened with, or sends. */
export const dialogData = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'data' in value ? value.data : undefined

/** What can be done without: a value of another kind counts as none, so that nobody's words are lost over it. */
const lenient = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined)

const Activity = z.object({
  type: z.string(),
  id: lenient,
  name: lenient,
  text: z.string().nullish(),
  value: z.unknown().optional(),
  serviceUrl: z.string().min(1),
  /** A string in the request, a Date once botbuilder has read it. */
  timestamp: z.union([z.date(), z.string()]).nullish().catch(undefined),
  replyToId: lenient,
  locale: lenient,
  from: z.object({ id: z.string().min(1), name: lenient, aadObjectId: lenient }),
  recipient: z.object({ id: z.string() }).nullish(),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).nullish(), eventType: lenient }).nullish(),
  attachments: z
    .array(z.object({ contentType: z.string().nullish(), content: z.unknown().optional() }))
    .nullish(),
  membersAdded: z.array(z.object({ id: z.string() })).nullish(),
  membersRemoved: z.array(z.unknown()).nullish().catch(undefined),
})

/** What came in, before it is known for which municipality of the tenant it is. Never changed. */
export type Incoming = {
  readonly type: string
  /** The same for an activity that is delivered twice, and only for that one. */
  readonly id: string | undefined
  /** By which name Teams knows a message. */
  readonly activity: string | undefined
  readonly name: string | undefined
  readonly where: 'personal' | 'channel' | 'group'
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
  readonly attachments: number
  readonly locale: string | undefined
  /** The bot itself was added, to a chat or a team. */
  readonly arrived: boolean
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

/** Teams sends the text also as an attachment of its own; a card of ours is no attachment of a person either. */
const NOT_FILES = /^(text\/html|application\/vnd\.microsoft\.card\..*)$/

const isChange = (it: z.infer<typeof Activity>): boolean =>
  it.type === 'installationUpdate' ||
  (it.type === 'conversationUpdate' &&
    ((it.membersRemoved ?? []).length > 0 || /^(channel|team)/.test(it.channelData?.eventType ?? '')))

const whereOf = (type: string | null | undefined, isGroup: boolean | null | undefined): Incoming['where'] => {
  if (type === 'channel') return 'channel'
  return type === 'groupChat' || isGroup ? 'group' : 'personal'
}

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
  const none = { value: undefined, clicked: undefined, hidden: new Map(), attachments: 0, arrived: false }
  return Object.freeze({ ...it, ...none, id: activity && nameOf(it, activity, undefined) })
}

/**
 * Parses an activity. A tenant that this installation does not serve is refused, and nothing of it is kept. Where
 * several municipalities share the tenant only the channel of one of them says which it is; for the rest see
 * `point/choosing.ts`.
 */
export function parseTurn(activity: unknown, outside: Pick<Outside, 'municipalities'>): ParsedTurn {
  const parsed = Activity.safeParse(activity)
  if (!parsed.success) return { refused: 'unreadable' }
  const it = parsed.data
  const place = Object.freeze({ serviceUrl: it.serviceUrl, conversation: it.conversation.id })
  const tenant = servedTenant(outside, [it.channelData?.tenant?.id, it.conversation.tenantId])
  const among = outside.municipalities.inTenant(tenant)
  const [first, ...others] = among
  if (!first) return { refused: 'unknownTenant', place, ...(it.locale ? { locale: it.locale } : {}) }
  const incoming = incomingOf(it, place, first.language)
  const municipality = others.length === 0 ? first : ofChannel(incoming, among)
  return municipality ? { turn: turnIn(incoming, municipality) } : { incoming, among }
}

function incomingOf(it: z.infer<typeof Activity>, place: Place, language: Language): Incoming {
  const entra = it.from.aadObjectId
  const attachments = it.attachments ?? []
  const typed = textOf(it.text ?? '') || textOf(attachments.map(wordsOf).join('\n'))
  const words = hide(typed, language)
  const hidden = new Map<string, Slots>()
  const value = hideIn(it.value, language, hidden)
  if (words.hidden.length > 0) hidden.set(TYPED, words.hidden)
  const address = { ...place, user: it.from.id, ...(entra ? { entra } : {}) }
  return Object.freeze({
    type: it.type,
    id: it.id && nameOf({ place, member: it.from.id, type: it.type }, it.id, it.timestamp),
    activity: it.id,
    name: it.name,
    where: whereOf(it.conversation.conversationType, it.conversation.isGroup),
    place,
    clicked: it.replyToId,
    member: it.from.id,
    reporter: new Reporter(address, it.from.name ?? ''),
    text: words.text,
    value,
    hidden,
    attachments: attachments.filter((a) => !NOT_FILES.test(a.contentType ?? '')).length,
    locale: it.locale,
    arrived: (it.membersAdded ?? []).some((m) => m.id === it.recipient?.id),
    placeChanged: isChange(it),
  })
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}

/**
 * The words of a message that came as HTML only, as a pasted table can. Never shown as HTML again, so what is left
 * of its tags does no harm.
 */
function wordsOf(attachment: { contentType?: string | null | undefined; content?: unknown }): string {
  if (attachment.contentType !== 'text/html' || typeof attachment.content !== 'string') return ''
  return attachment.content
    .replace(/<\/(td|th)>\s*(?=<(td|th)\b)/giu, '\t')
    .replace(/<br\s*\/?>|<\/(p|div|tr|li|h\d)>/giu, '\n')
    .replace(/<[^<>]*>/gu, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (all, name: string) => ENTITIES[name] ?? all)
}

/** The text without the mention of the bot, which stands first in a channel. */
const textOf = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/^\s*<at>[^<]{0,80}<\/at>/u, '')
    .trim()
