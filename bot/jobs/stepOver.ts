/** The one way in which a job steps over what fails: it is logged by its code, and holds up nothing else. */
import { StoreUnavailable } from '../../services/store/port.ts'
import type { Outside } from '../app/ports.ts'

/** `failed`: is there sense in trying it again? Not what cannot be read, or will be refused as before. */
export type Stepped<T> = { did: T } | { failed: 'again' | 'over' }

/** Does it; what it throws goes no further than the log. */
export async function stepOver<T>(
  { log }: Pick<Outside, 'log'>,
  act: () => T | Promise<T>,
): Promise<Stepped<T>> {
  try {
    return { did: await act() }
  } catch (error) {
    log.warn('sweep.failed', { error })
    return { failed: error instanceof StoreUnavailable ? 'again' : 'over' }
  }
}
