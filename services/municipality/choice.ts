/**
 * For which municipality of a shared tenant a chat is, as somebody chose it once. It stands with the municipality that
 * was chosen and with no other, sealed, under a keyed hash: it says neither who chose, nor whether anything was said
 * (docs/decisions/which-municipality.md).
 */
import { z } from 'zod'
import type { ChatId } from '../draft/chat.ts'
import { everyDocument } from '../store/every.ts'
import type { DocumentKey, Store } from '../store/port.ts'
import { type Keys, keyedHash } from '../vault/seal.ts'
import { Day, type MunicipalityId } from '../words.ts'

const Choice = z.object({
  schema: z.literal(1),
  /** From this day on it is asked again. The first of a month, so that it does not say when it was chosen. */
  until: Day,
})

/** The chat as this municipality would know it. */
export type Place = { municipality: MunicipalityId; chat: ChatId }

const keyOf = (keys: Pick<Keys, 'chat'>, { municipality, chat }: Place): DocumentKey => ({
  municipality,
  kind: 'choice',
  id: keyedHash(keys.chat, 'choice', chat),
})

/** A year and what is left of the month. */
function endOf(today: Day): Day {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return Day.parse(new Date(Date.UTC(year + 1, month, 1)).toISOString().slice(0, 10))
}

/** Which of these was chosen. One read for each. @throws StoreUnavailable */
export async function chosenOf(
  store: Store,
  keys: Pick<Keys, 'chat'>,
  places: readonly Place[],
  today: Day,
): Promise<MunicipalityId | undefined> {
  const found = await Promise.all(
    places.map(async (place) => {
      const kept = await store.read(keyOf(keys, place))
      const choice = Choice.safeParse(kept?.document.body)
      return choice.success && today < choice.data.until ? [place.municipality] : []
    }),
  )
  const [only, ...others] = found.flat()
  // Two of them: a change broke off between its two writes. Asking once more is better than guessing.
  return others.length === 0 ? only : undefined
}

/**
 * Chooses this one of them: the choice that stood with another goes first, so that there are never two for long.
 * @throws StoreUnavailable
 */
export async function choose(
  store: Store,
  keys: Pick<Keys, 'chat'>,
  places: readonly Place[],
  chosen: MunicipalityId,
  today: Day,
): Promise<void> {
  for (const place of places) {
    if (place.municipality !== chosen) await store.save([{ op: 'delete', key: keyOf(keys, place) }])
  }
  const place = places.find(({ municipality }) => municipality === chosen)
  if (!place) return
  const key = keyOf(keys, place)
  const body: z.infer<typeof Choice> = { schema: 1, until: endOf(today) }
  const document = { ...key, body, open: false, dueAt: null }
  const saved = await store.save([{ op: 'create', document }])
  if (saved.saved) return
  const stands = await store.read(key)
  if (stands) await store.save([{ op: 'replace', document, etag: stands.etag }])
}

/** What was chosen too long ago to count is taken away. @throws StoreUnavailable */
export async function forgetChoices(store: Store, municipality: MunicipalityId, today: Day): Promise<void> {
  for await (const { document, etag } of everyDocument(store, municipality, 'choice')) {
    const choice = Choice.safeParse(document.body)
    if (choice.success && today < choice.data.until) continue
    await store.save([{ op: 'delete', key: { municipality, kind: 'choice', id: document.id }, etag }])
  }
}
