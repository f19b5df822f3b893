/**
 * The second place, where the heads of the audit trails and their digests are kept: settings of its own, so that it can
 * be under another account, and never the first place under another name.
 */
import { z } from 'zod'
import { isSamePlace } from '../../../services/store/samePlace.ts'
import type { StoreConfig } from '../config.ts'

const present = z.string().trim().min(1)

export const AuditSettings = z.object({
  SQLITE_AUDIT_PATH: present.optional(),
  COSMOS_AUDIT_ENDPOINT: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
  COSMOS_AUDIT_KEY: present.optional(),
  COSMOS_AUDIT_DATABASE: present.optional(),
  COSMOS_AUDIT_CONTAINER: present.default('controle'),
})
export type AuditSettings = z.infer<typeof AuditSettings>

/** What is missing of the second place. `filled`: the environment without what is empty. */
export function auditProblems(filled: Readonly<Record<string, string | undefined>>): string[] {
  const [endpoint, key] = ['COSMOS_AUDIT_ENDPOINT', 'COSMOS_AUDIT_KEY'] as const
  if ((filled[endpoint] === undefined) === (filled[key] === undefined)) return []
  return filled[endpoint] === undefined
    ? [`${endpoint}: goes with ${key}`]
    : [`${key}: goes with ${endpoint}: an account has a key of its own`]
}

/** The second place that goes with this first one. */
export function secondPlace(env: AuditSettings, store: StoreConfig): StoreConfig {
  if (store.kind === 'sqlite') {
    return { kind: 'sqlite', path: env.SQLITE_AUDIT_PATH ?? `${store.path}.audit` }
  }
  return {
    kind: store.kind,
    create: store.create,
    endpoint: env.COSMOS_AUDIT_ENDPOINT ?? store.endpoint,
    key: env.COSMOS_AUDIT_KEY ?? store.key,
    database: env.COSMOS_AUDIT_DATABASE ?? store.database,
    container: env.COSMOS_AUDIT_CONTAINER,
  }
}

/** Why these two cannot go together. */
export function placesProblem(store: StoreConfig, heads: StoreConfig): string | undefined {
  if (!isSamePlace(store, heads)) return undefined
  const setting = heads.kind === 'sqlite' ? 'SQLITE_AUDIT_PATH' : 'COSMOS_AUDIT_CONTAINER'
  return `${setting}: must be another place than that of the signals: whoever has the one would have both`
}

/** The index has a container of its own: it is partitioned in another way, and holds nothing of a document. */
export function indexProblem(store: StoreConfig, heads: StoreConfig): string | undefined {
  if (store.kind !== 'cosmos' || store.index === undefined) return undefined
  const index = { ...store, container: store.index }
  return isSamePlace(index, store) || isSamePlace(index, heads)
    ? 'COSMOS_INDEX_CONTAINER: must be a container of its own'
    : undefined
}
