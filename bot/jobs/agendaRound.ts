/** Puts what the agenda was told in its place, and what of it does not open out of the way. */
import { fold } from '../../services/agenda/agenda.ts'
import { dropDamagedLines } from '../../services/agenda/mend.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Outside } from '../app/ports.ts'

/** Where nothing was told, one request. @throws StoreUnavailable */
export async function tidyAgenda(
  { store, log }: Pick<Outside, 'store' | 'log'>,
  { id }: Municipality,
): Promise<void> {
  if (!(await fold(store, id))) return
  const count = await dropDamagedLines(store, id)
  if (count > 0) log.error('agenda.unreadable', { count })
}
