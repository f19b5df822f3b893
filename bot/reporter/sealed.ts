/** The way back to the person who writes, sealed for what is not sent yet. */
import type { Op } from '../../services/store/port.ts'
import { vaultDocument } from '../../services/vault/vault.ts'
import type { VaultKey } from '../../services/words.ts'
import type { ReporterTurn } from './reporterTurn.ts'

/** Seals it under this key; `addressOnly`: nobody may know the writer, so only the way back is sealed. */
export function sealed(
  { app, turn }: Pick<ReporterTurn, 'app' | 'turn'>,
  key: VaultKey,
  addressOnly: boolean,
): Op {
  const degree = addressOnly ? 'unknown' : 'confidential'
  return { op: 'create', document: vaultDocument(app.keys, turn.municipality.id, key, turn.reporter, degree) }
}
