/** One incoming activity, parsed at the edge. What is not needed is not kept. */
import { z } from 'zod'
import type { Municipality } from '../services/municipality/municipality.ts'
import type { Place } from '../services/outbox/sent.ts'
import { type Hidden, hide, hideIn, type Slots } from '../services/privacy/bsn/hide.ts'
import { Reporter } from '../services/vault/vault.ts'
import { OfficerId } from '../services/words.ts'
import { municipalityOf, type Outside } from './app/ports.ts'
import { TurnProgress } from './app/turnProgress.ts'

/** What can be missed: a value of another sort is as none at all, so that nobody's words are lost for it. */
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

export type Turn = {
  type: string
  /** The same for an activity that is delivered twice, and only for that one. */
  id: string | undefined
  name: string | undefined
  municipality: Municipality
  where: 'personal' | 'channel' | 'group'
  place: Place
  /** The card that was clicked. */
  clicked: string | undefined
  /** For asking whether this person is in a channel. */
  member: string
  /** Set when this person works at the reporting point. */
  officer: OfficerId | undefined
  reporter: Reporter
  /** Without citizen service numbers, as is `value`: nothing behind this edge ever sees one (I.8). */
  text: string
  value: unknown
  /** What was taken out: of `text` under that name, of a card's data by the path of its field. */
  hidden: Hidden
  attachments: number
  locale: string | undefined
  /** The bot itself was added, to a chat or a team. */
  arrived: boolean
  /** Teams tells of a change in a team: who or what is in it, a channel, the bot itself. */
  placeChanged: boolean
  /** What was done already within this turn. */
  progress: TurnProgress
}

export type ParsedTurn =
  | { turn: Turn }
  | { refused: 'unreadable' | 'unknownTenant'; place?: Place; locale?: string }

/** Teams sends the text also as an attachment of its own; a card of ours is no attachment of a person either. */
const NOT_FILES = /^(text\/html|application\/vnd\.microsoft\.card\..*)$/

const isChange = (it: z.infer<typeof Activity>): boolean =>
  it.type === 'installationUpdate' ||
  (it.type === 'conversationUpdate' &&
    ((it.membersRemoved ?? []).length > 0 || /^(channel|team)/.test(it.channelData?.eventType ?? '')))

const whereOf = (type: string | null | undefined, isGroup: boolean | null | undefined): Turn['where'] => {
  if (type === 'channel') return 'channel'
  return type === 'groupChat' || isGroup ? 'group' : 'personal'
}

/** The path of what was typed as a message. */
export const TYPED = 'typed message'

/** What was taken out of one field of a card, in a dialog or in the conversation. */
export const hiddenIn = ({ hidden }: Turn, field: string): Slots =>
  hidden.get(field) ?? hidden.get(`data.${field}`) ?? []

/** Parses an activity. A tenant that this installation does not serve is refused, and nothing of it is kept. */
export function parseTurn(activity: unknown, outside: Pick<Outside, 'municipalities'>): ParsedTurn {
  const parsed = Activity.safeParse(activity)
  if (!parsed.success) return { refused: 'unreadable' }
  const it = parsed.data
  const place = { serviceUrl: it.serviceUrl, conversation: it.conversation.id }
  const tenant = it.channelData?.tenant?.id ?? it.conversation.tenantId
  const other = it.conversation.tenantId ?? undefined
  const municipality = municipalityOf(outside, tenant)
  if (!municipality || (other !== undefined && municipalityOf(outside, other) !== municipality)) {
    return { refused: 'unknownTenant', place, ...(it.locale ? { locale: it.locale } : {}) }
  }
  const entra = it.from.aadObjectId
  const officer = OfficerId.safeParse(entra)
  const attachments = it.attachments ?? []
  const typed = textOf(it.text ?? '') || textOf(attachments.map(wordsOf).join('\n'))
  const words = hide(typed, municipality.language)
  const hidden = new Map<string, Slots>()
  const value = hideIn(it.value, municipality.language, hidden)
  if (words.hidden.length > 0) hidden.set(TYPED, words.hidden)
  const address = { ...place, user: it.from.id, ...(entra ? { entra } : {}) }
  return {
    turn: {
      type: it.type,
      id:
        it.id &&
        [
          it.conversation.id,
          it.from.id,
          it.type,
          it.id,
          it.type === 'message' ? '' : JSON.stringify(it.timestamp),
        ].join(' '),
      name: it.name,
      municipality,
      where: whereOf(it.conversation.conversationType, it.conversation.isGroup),
      place,
      clicked: it.replyToId,
      member: it.from.id,
      officer: municipality.officers.find((o) => officer.success && o.id === officer.data)?.id,
      reporter: new Reporter(address, it.from.name ?? ''),
      text: words.text,
      value,
      hidden,
      attachments: attachments.filter((a) => !NOT_FILES.test(a.contentType ?? '')).length,
      locale: it.locale,
      arrived: (it.membersAdded ?? []).some((m) => m.id === it.recipient?.id),
      placeChanged: isChange(it),
      progress: new TurnProgress(),
    },
  }
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
