/** Registers that were taken over end at their day, and plans that nobody confirmed lapse (services/imports). */
import { endDue } from '../../services/imports/standing.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { App } from '../app/app.ts'

/** A register ends with a day, so it is soon enough. */
export const IMPORTS_EVERY_MS = 600_000
/** As many documents with lines are taken out in one round; of what is left the next one takes more. */
export const IMPORTS_PAGE = 20

/** One round of a municipality. Gives how many registers are gone. @throws StoreUnavailable */
export function endImports(
  { store, keys, now, indexOf }: Pick<App, 'store' | 'keys' | 'now' | 'indexOf'>,
  { id }: Municipality,
  most: number,
): Promise<number> {
  return endDue({ store, key: keys.audit, municipality: id, now }, indexOf?.(id), most)
}
