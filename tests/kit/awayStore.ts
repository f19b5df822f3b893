/** The store goes away for a while, as the real ones do: every call, or only saving, rejects. */
import { type Store, StoreUnavailable } from '../../services/store/port.ts'

/** Takes the store away; what is given back brings it back. `after`: so many saves are let through first. */
export function awayStore(
  store: Store,
  { savesOnly = false, after = 0 }: { savesOnly?: boolean; after?: number } = {},
): () => void {
  const { read, list, ids, save, saveMany, ping } = store
  const away = () => Promise.reject(new StoreUnavailable('unreachable'))
  let left = after
  const whenLeft =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      if (left <= 0) return away()
      left -= 1
      return act.apply(store, args)
    }
  store.save = whenLeft(save)
  store.saveMany = whenLeft(saveMany)
  if (!savesOnly) Object.assign(store, { read: away, list: away, ids: away, ping: away })
  return () => void Object.assign(store, { read, list, ids, save, saveMany, ping })
}
