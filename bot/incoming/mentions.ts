/** Who is named in a message: the bot, which is left out wherever it stands and whatever its id is called, and people. */
import { z } from 'zod'

const Mention = z.object({
  type: z.string().regex(/^mention$/i),
  text: z.string().optional().catch(undefined),
  mentioned: z
    .object({ id: z.string().optional().catch(undefined), name: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

export type Bot = { id: string | undefined; name: string | undefined }
type Named = { text: string; name: string; isBot: boolean }

/** Who is mentioned, in the order of the activity. */
export type Mentions = {
  named: readonly Named[]
  byTag: ReadonlyMap<string, Named>
  byName: ReadonlyMap<string, Named>
  bot: Bot
}

/** Ids of bots begin with this; of which one it is can be written in several ways. */
const BOT = /^28:/

/** More than Teams lets anybody mention in one message. */
const MOST_NAMED = 200

const plain = (name: string): string => name.trim().toLowerCase()

const sameName = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && plain(one) === plain(other)

/** Reads the mentions of an activity; what is no mention is passed over. */
export function mentionsOf(entities: readonly unknown[], bot: Bot): Mentions {
  const named = entities.slice(0, MOST_NAMED).flatMap((entity): Named[] => {
    const { data } = Mention.safeParse(entity)
    if (!data) return []
    const { id, name } = data.mentioned ?? {}
    const isBot = id === undefined ? sameName(name, bot.name) : BOT.test(id) || id === bot.id
    return [{ text: data.text ?? '', name: name ?? '', isBot }]
  })
  // Of two with one name the first counts.
  const first = named.toReversed()
  const byTag = new Map(first.map((each) => [each.text, each]))
  const byName = new Map(first.map((each) => [plain(each.name), each]))
  return { named, byTag, byName, bot }
}

/** What stands in the text for a mention in the HTML: nothing for the bot, else the name as text. */
export function mentionedAs({ named, byName, bot }: Mentions, at: string, name: string): string {
  const byNumber = /^\d{1,4}$/.test(at) ? named[Number(at)] : undefined
  const one =
    byNumber && (byNumber.name === '' || sameName(byNumber.name, name)) ? byNumber : byName.get(plain(name))
  const isBot = one ? one.isBot : sameName(name, bot.name)
  return isBot ? '' : name
}

const TAG = /<at(?: [^<>]{0,200})?>([^<>]{0,200})<\/at>/g

/** The text with its mentions as `mentionedAs`; the first tag, of which nothing is known, is of the bot. */
export function withoutMentions(text: string, mentions: Mentions): string {
  const { byTag, byName, bot } = mentions
  return text.replace(TAG, (tag, name: string, at: number) => {
    const one = byTag.get(tag) ?? byName.get(plain(name))
    if (one) return one.isBot ? '' : name
    return sameName(name, bot.name) || text.slice(0, at).trim() === '' ? '' : name
  })
}
