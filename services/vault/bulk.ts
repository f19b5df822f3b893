/**
 * Code that opens much at once says what for. Key Vault's own log shows one request a minute, whatever was opened with
 * it; so openings are counted here (`Openings`), and what is meant to go along everything is told apart from what is
 * not.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

/** `rotation`: wrapping anew. `round`: a job. `search`: an access request. `check`: of the audit trails. */
export type Bulk = 'rotation' | 'round' | 'search' | 'check'

const underWay = new AsyncLocalStorage<Bulk>()

/** What is opened within `act`, and within all that it begins, is opened for this. */
export const inBulk = <T>(what: Bulk, act: () => T): T => underWay.run(what, act)

/** undefined: an ordinary turn of somebody, which opens little. */
export const bulkNow = (): Bulk | undefined => underWay.getStore()
