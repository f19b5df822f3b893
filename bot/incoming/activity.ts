/**
 * The shape of what Teams sends, and where it was said. What is absent, or of another kind than it should be, never means
 * the least safe value: what is needed to know whose it is must be right, and the rest can be missed.
 */
import { z } from 'zod'

/** What can be done without: a value of another kind counts as none, so that nobody's words are lost over it. */
const lenient = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? undefined)

const things = z.array(z.unknown())

export const Activity = z.object({
  type: z.string(),
  id: lenient,
  name: lenient,
  text: z.string().nullish(),
  textFormat: lenient,
  value: z.unknown().optional(),
  serviceUrl: z.string().min(1),
  /** A string in the request, a Date once botbuilder has read it. */
  timestamp: z.union([z.date(), z.string()]).nullish().catch(undefined),
  replyToId: lenient,
  locale: lenient,
  /** Of an `installationUpdate`. */
  action: lenient,
  from: z.object({ id: z.string().min(1), name: lenient, aadObjectId: lenient }),
  recipient: z.object({ id: lenient, name: lenient }).nullish().catch(undefined),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: lenient,
    isGroup: z.unknown().optional(),
    tenantId: z.string().nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).nullish(), eventType: lenient }).nullish(),
  attachments: things.nullish(),
  entities: things.nullish().catch(undefined),
  membersAdded: z
    .array(z.object({ id: lenient }).catch({ id: undefined }))
    .nullish()
    .catch(undefined),
  membersRemoved: z
    .array(z.object({ id: lenient }).catch({ id: undefined }))
    .nullish()
    .catch(undefined),
})
export type Activity = z.infer<typeof Activity>

/** `unknown`: Teams does not say it, so others may read along. */
export type Where = 'personal' | 'channel' | 'group' | 'unknown'

/** What is told of a place by the form of its id, whatever the activity calls it. */
const MEETING = /^19:meeting_/i
const CHANNEL = /^19:.*@thread\.(?:tacv2|skype)$/i
const THREAD = /^19:.*@thread\./i
/** Two people; their ids stand in it, or that of one and of the bot. */
const TWO = /^19:.*@unq\.gbl\.spaces$/i

const SHARED: ReadonlySet<string> = new Set(['groupchat', 'meeting'])

/** What is known beside the activity: the bot, and whether a reporting point has this channel. */
export type Known = { bot?: string | undefined; isChannel?: (id: string) => boolean }

/** Where this is as its id proves; undefined: it proves nothing. */
function provenBy(name: string, bot: Known['bot']): Exclude<Where, 'personal' | 'unknown'> | undefined {
  if (MEETING.test(name)) return 'group'
  if (CHANNEL.test(name)) return 'channel'
  if (THREAD.test(name)) return 'group'
  const self = bot?.replace(/^28:/, '').toLowerCase()
  const isBots = self !== undefined && name.toLowerCase().split(/[:_@]/).includes(self)
  return TWO.test(name) && !isBots ? 'group' : undefined
}

/**
 * Where something was said. What the id proves counts before what Teams calls it, which can be left out or be a word that
 * nobody knows yet; personal is only what Teams calls so, and what nothing in the activity contradicts.
 */
export function whereOf(
  { id, conversationType, isGroup }: Activity['conversation'],
  { bot, isChannel }: Known = {},
): Where {
  const [name = ''] = id.split(';')
  if (isChannel?.(name)) return 'channel'
  const type = conversationType?.toLowerCase()
  const alone = isGroup === undefined || isGroup === null || isGroup === false
  if (type === 'channel') return 'channel'
  if (type !== undefined && SHARED.has(type)) return 'group'
  const sure = provenBy(name, bot)
  if (sure) return sure
  if (type === 'personal' && alone) return 'personal'
  return alone ? 'unknown' : 'group'
}

/** When it was typed, in milliseconds: as Teams says it, else as the id does, which is the moment; undefined: unknown. */
export function typedAt({ timestamp, id }: Pick<Activity, 'timestamp' | 'id'>): number | undefined {
  const said = timestamp instanceof Date ? timestamp.getTime() : Date.parse(timestamp ?? '')
  if (!Number.isNaN(said)) return said
  return id !== undefined && /^1\d{12}$/.test(id) ? Number(id) : undefined
}

/** Of what this message tells that was typed before: that it was changed, taken back, or put back. */
export type Changed = 'edited' | 'deleted' | 'restored'

/** Undefined: it is something new, or no message at all. */
export function changedBy({ type, channelData }: Activity): Changed | undefined {
  if (type === 'messageDelete') return 'deleted'
  if (type !== 'messageUpdate') return undefined
  const event = channelData?.eventType?.toLowerCase() ?? ''
  if (event === 'undeletemessage') return 'restored'
  return /delete/.test(event) ? 'deleted' : 'edited'
}
