/**
 * The secret of a municipality's index: drawn when it is first needed, and kept as a sealed document. A key that is
 * renewed wraps this document anew and changes nothing of the index; destroying this document destroys all of it.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { damaged } from '../../store/document.ts'
import { type Store, StoreUnavailable } from '../../store/port.ts'
import type { MunicipalityId } from '../../words.ts'
import { SECRET_BYTES, type Seals, sealsFrom } from './seals.ts'

const Kept = z.object({
  schema: z.literal(1),
  secret: z.string().regex(/^[0-9a-f]{64}$/),
})

const keyOf = (municipality: MunicipalityId) => ({ municipality, kind: 'index', id: 'secret' }) as const

/**
 * The seals of a municipality's index, with a secret that is made where there is none. `store`: the sealed one. @throws
 * StoreUnavailable, and an error when the document is damaged: it is never made anew over what is there
 */
export async function sealsOf(
  store: Pick<Store, 'read' | 'save'>,
  municipality: MunicipalityId,
): Promise<Seals> {
  const kept = await store.read(keyOf(municipality))
  if (kept) {
    const { data } = Kept.safeParse(kept.document.body)
    if (!data) throw damaged('index')
    return sealsFrom(Buffer.from(data.secret, 'hex'), municipality)
  }
  const secret = randomBytes(SECRET_BYTES)
  const body = { schema: 1, secret: secret.toString('hex') } satisfies z.infer<typeof Kept>
  const document = { ...keyOf(municipality), body, open: false, dueAt: null }
  const { saved } = await store.save([{ op: 'create', document }])
  if (saved) return sealsFrom(secret, municipality)
  // Another instance was first.
  const theirs = Kept.safeParse((await store.read(keyOf(municipality)))?.document.body)
  if (!theirs.success) throw new StoreUnavailable('busy')
  return sealsFrom(Buffer.from(theirs.data.secret, 'hex'), municipality)
}
