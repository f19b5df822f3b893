/** The lines of registers that were taken over, beside the signals: both should be in the index, and nothing else. */
import { entitiesOf } from '../matching/entitiesOf.ts'
import type { Records } from '../matching/sealed/repair.ts'
import type { Store } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { importedAfter, importedEntry } from './lines.ts'
import { isImportedId } from './register.ts'

/** What the records say, with every line of a register that counts; these come after all signals. */
export const withImported = (
  signals: Records,
  store: Pick<Store, 'read' | 'ids' | 'list'>,
  municipality: MunicipalityId,
): Records => ({
  after: async (id, most) => {
    if (isImportedId(id)) return importedAfter(store, municipality, id, most)
    const found = await signals.after(id, most)
    if (found.length >= most) return found
    return [...found, ...(await importedAfter(store, municipality, '', most - found.length))]
  },
  of: async (entry) => {
    if (!isImportedId(entry)) return signals.of(entry)
    const found = await importedEntry(store, municipality, entry)
    return found && entitiesOf(found.entry)
  },
})
