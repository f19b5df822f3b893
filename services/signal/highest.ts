/** Where the counting of references has come: by its counter, and by the signals themselves when that lies. */
import { z } from 'zod'
import { everyDocument } from '../store/every.ts'
import { type DocumentKey, type Kept, type ListQuery, type Store, StoreUnavailable } from '../store/port.ts'
import { type MunicipalityId, Reference } from '../words.ts'

const Counter = z.object({ schema: z.literal(1), last: z.number().int().min(0) })
const Numbered = z.object({ reference: Reference })

const PAGE = 500

/** The highest number of a year among these. */
function highestIn(found: readonly Kept[], year: string): number {
  const numbers = found.map(({ document }) => {
    const { data } = Numbered.safeParse(document.body)
    return data?.reference.startsWith(`S-${year}-`) ? Number(data.reference.slice(`S-${year}-`.length)) : 0
  })
  return Math.max(0, ...numbers)
}

async function highestOfAll(store: Store, municipality: MunicipalityId, year: string): Promise<number> {
  let highest = 0
  for await (const kept of everyDocument(store, municipality, 'signal'))
    highest = Math.max(highest, highestIn([kept], year))
  return highest
}

/**
 * The last number given out, and the etag of its counter where there is one. A counter that was set back is noticed by
 * the signals that are open; one that is gone or damaged is made anew from all of them, so that one document that does
 * not open never keeps everybody from reporting. It says where to begin: that a number is given out once is kept by
 * the document of that number (`References`). `doubted`: what it says was wrong, so all are counted.
 * @throws StoreUnavailable
 */
export async function lastNumber(
  store: Store,
  key: DocumentKey,
  year: string,
  doubted = false,
): Promise<{ last: number; etag: string | undefined }> {
  const { municipality } = key
  const open: ListQuery = { open: true }
  let kept: Kept | undefined
  try {
    kept = await store.read(key)
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    // Nothing is lost with it: what it counted is counted again.
    await store.save([{ op: 'delete', key }])
  }
  const counter = Counter.safeParse(kept?.document.body)
  const all = counter.success && !doubted ? 0 : await highestOfAll(store, municipality, year)
  const stands = Math.max(all, counter.success ? counter.data.last : 0)
  const seen = highestIn(await store.list(municipality, 'signal', open, PAGE), year)
  return { last: Math.max(stands, seen), etag: kept?.etag }
}
