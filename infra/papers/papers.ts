/** The papers of a municipality, made of its configuration and of the code: the same each time. */
import { neededPermissions } from '../../services/graph/permissions.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { ruleSetOf } from '../../services/routing/ruleSet.ts'
import { algorithmsPaper } from './algorithms.ts'
import { dpiaPaper } from './dpia.ts'
import type { Paper } from './paper.ts'
import { permissionsPaper } from './permissions.ts'
import { registerPaper } from './register.ts'
import { retentionPaper } from './retention.ts'
import { statementPaper } from './statement.ts'

/** All of them. `today`: which gates of going live are open. */
export function papersOf(municipality: Municipality, version: string, today: Date): Paper[] {
  const given = {
    municipality,
    version,
    rules: ruleSetOf(municipality.routing).version,
    permissions: neededPermissions([municipality]),
  }
  return [
    registerPaper(given),
    dpiaPaper(given, today),
    statementPaper(given),
    retentionPaper(given),
    algorithmsPaper(given),
    permissionsPaper(given),
  ]
}
