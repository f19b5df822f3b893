/** Groups of operations in one transaction: each group is kept as a whole or not at all. */
import { randomUUID } from 'node:crypto'
import { oneSave } from '../document.ts'
import type { DocumentKey, Op, SaveResult } from '../port.ts'
import { asStep, type Step } from './rows.ts'

/** The part of the database that is used here: only `../sqlite.ts` knows which library that is. */
type Database = {
  prepare(sql: string): {
    run(...values: (string | number | null)[]): { changes: number | bigint }
    get(...values: string[]): unknown
  }
  readonly isTransaction: boolean
}

export type Saving = (groups: readonly (readonly Op[])[]) => SaveResult[]

/** A way to save in this database; `onRemoved` is told when old text was replaced or deleted. */
export const prepareSaving = (db: Database, onRemoved: () => void): Saving => {
  const one = 'municipality = ? AND kind = ? AND id = ?'
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const enterGroup = db.prepare('SAVEPOINT one_group')
  const undoGroup = db.prepare('ROLLBACK TO one_group')
  const leaveGroup = db.prepare('RELEASE one_group')
  const exists = db.prepare(`SELECT 1 FROM document WHERE ${one}`)
  const insert = db.prepare(
    'INSERT INTO document (municipality, kind, id, etag, open, due_at, body) VALUES (?, ?, ?, ?, ?, ?, ?) ' +
      'ON CONFLICT DO NOTHING',
  )
  const update = db.prepare(
    `UPDATE document SET etag = ?, open = ?, due_at = ?, body = ? WHERE ${one} AND etag = ?`,
  )
  const remove = db.prepare(`DELETE FROM document WHERE ${one}`)
  const removeIf = db.prepare(`DELETE FROM document WHERE ${one} AND etag = ?`)

  const goneOrChanged = ({ municipality, kind, id }: DocumentKey): 'gone' | 'changed' =>
    exists.get(municipality, kind, id) === undefined ? 'gone' : 'changed'

  const apply = (step: Step): { etag: string | null } | 'exists' | 'changed' | 'gone' => {
    const { municipality, kind, id } = step.key
    const etag = randomUUID()
    switch (step.op) {
      case 'create': {
        const { open, dueAt, body } = step.written
        const { changes } = insert.run(municipality, kind, id, etag, open, dueAt, body)
        return Number(changes) === 1 ? { etag } : 'exists'
      }
      case 'replace': {
        const { open, dueAt, body } = step.written
        const { changes } = update.run(etag, open, dueAt, body, municipality, kind, id, step.etag)
        return Number(changes) === 1 ? { etag } : goneOrChanged(step.key)
      }
      case 'delete': {
        if (step.etag === undefined) {
          remove.run(municipality, kind, id)
          return { etag: null }
        }
        const { changes } = removeIf.run(municipality, kind, id, step.etag)
        return Number(changes) === 1 ? { etag: null } : goneOrChanged(step.key)
      }
    }
    return step satisfies never
  }

  const applyGroup = (steps: readonly Step[]): SaveResult => {
    enterGroup.run()
    const etags: (string | null)[] = []
    for (const [at, step] of steps.entries()) {
      const applied = apply(step)
      if (typeof applied === 'string') {
        undoGroup.run()
        leaveGroup.run()
        return { saved: false, at, why: applied }
      }
      etags.push(applied.etag)
    }
    leaveGroup.run()
    return { saved: true, etags }
  }

  return (groups) => {
    // Before the transaction, so that what cannot be written at all disturbs nothing.
    const stepsOf = groups.map((ops) => {
      oneSave(ops)
      return ops.map(asStep)
    })
    begin.run()
    try {
      const results = stepsOf.map(applyGroup)
      commit.run()
      if (stepsOf.some((steps) => steps.some(({ op }) => op !== 'create'))) onRemoved()
      return results
    } catch (error) {
      if (db.isTransaction) rollback.run()
      throw error
    }
  }
}
