/** Files of drafts that were not sent, and files that were taken out of a signal, go (services/files/kept.ts). */
import { chatHas } from '../../services/files/add.ts'
import { sweepFiles } from '../../services/files/kept.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { readChat } from '../../services/signal/handle.ts'
import type { App } from '../app/app.ts'

/** Milliseconds: what was taken out of a signal is gone within a minute, also while nobody looks. */
export const FILES_EVERY_MS = 60_000
/** As many are looked at in one round; of what is left the next one takes more. */
export const FILES_PAGE = 20

/** One round of a municipality. Gives how many went. @throws StoreUnavailable */
export function sweepFilesOf({ store, now }: Pick<App, 'store' | 'now'>, { id }: Municipality, most: number) {
  return sweepFiles(store, id, now(), most, async (chat, file) =>
    chatHas((await readChat(store, id, chat)).chat, file, now()),
  )
}
