/** Where the turns of a municipality are kept. */
import { type Store, StoreUnavailable } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { DutyKept } from './duty.ts'

export const dutyKey = (municipality: MunicipalityId) => ({
  municipality,
  kind: 'channel' as const,
  id: 'duty',
})

/** What is kept of the turns; undefined: nothing yet, or what does not open. @throws StoreUnavailable */
export async function readDuty(
  store: Pick<Store, 'read'>,
  municipality: MunicipalityId,
): Promise<{ duty: DutyKept; etag: string } | undefined> {
  try {
    const kept = await store.read(dutyKey(municipality))
    const duty = DutyKept.safeParse(kept?.document.body)
    return kept && duty.success ? { duty: duty.data, etag: kept.etag } : undefined
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return undefined
  }
}
