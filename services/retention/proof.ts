/**
 * The proof that nothing remains of a destroyed signal: goes through everything that the store holds of a municipality,
 * and says where any name of the signal still stands. The line of the declaration says its reference, and may.
 */

import { everyDocument } from '../store/every.ts'
import type { DocumentKind, Store, Versioned } from '../store/port.ts'
import { Instant, type MunicipalityId, Reference } from '../words.ts'

/** The names under which a signal can be found: its id, its reference, its vault key, that of its code. */
export type Names = readonly string[]

/** Where something still stands: a kind of document, and how it was found. */
export type Remains = { kind: DocumentKind; how: 'itself' | 'mentioned' | 'listed' }

/** Every kind there is, by name: one that is new and not here does not compile. */
const LOOKED_AT: Readonly<Record<DocumentKind, true>> = {
  signal: true,
  chat: true,
  vault: true,
  counter: true,
  count: true,
  channel: true,
  code: true,
  ledger: true,
  choice: true,
  key: true,
  part: true,
  agenda: true,
  muted: true,
  index: true,
  case: true,
  import: true,
  imported: true,
  settings: true,
  file: true,
}

const FAR = Instant.parse('9999-12-31T00:00:00.000Z')

/**
 * What remains of it: nothing, when the answer is empty. Looks at the documents, at everything they hold (pending
 * effects, chats that remember it, links), at both lists of the store, and at the index by which signals are recognised
 * where it is given. @throws StoreUnavailable
 */
export async function remainsOf(
  store: Store,
  municipality: MunicipalityId,
  names: Names,
  index?: { holds(entry: string): Promise<boolean> },
): Promise<Remains[]> {
  const found: Remains[] = []
  // What it was compared with lies beside the documents, under names that say nothing: the index itself is asked.
  for (const name of names) if (await index?.holds(name)) found.push({ kind: 'index', how: 'listed' })
  const says = (kept: Versioned, which: Names): boolean => {
    const { id, body } = kept.document
    const text = JSON.stringify({ id, body })
    return which.some((name) => text.includes(name))
  }
  for (const kind of Object.keys(LOOKED_AT) as DocumentKind[]) {
    for await (const kept of everyDocument(store, municipality, kind)) {
      if (names.includes(kept.document.id)) found.push({ kind, how: 'itself' })
      // The head of its audit trail stays, ended, and says nothing of anybody (services/audit); and the declaration says
      // the reference, and has to.
      else if (/^(?:audit|destroyed)-/.test(kept.document.id)) continue
      // Who looked beside which signal is accounted for by its reference, as the declaration is, and by nothing else.
      else if (/^recognitions-/.test(kept.document.id)) {
        if (
          says(
            kept,
            names.filter((name) => !Reference.safeParse(name).success),
          )
        )
          found.push({ kind, how: 'mentioned' })
      } else if (says(kept, names)) found.push({ kind, how: 'mentioned' })
    }
    const open = await store.list(municipality, kind, { open: true }, 1_000_000)
    const due = await store.list(municipality, kind, { dueBefore: FAR }, 1_000_000)
    for (const kept of [...open, ...due]) {
      if (names.includes(kept.document.id)) found.push({ kind, how: 'listed' })
    }
  }
  return found
}
