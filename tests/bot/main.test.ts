import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { municipality } from '../../infra/local/demo.ts'
import { openSqliteStore } from '../../services/store/sqlite.ts'
import { Instant, MunicipalityId } from '../../services/words.ts'
import { startHouse } from '../kit/house.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'signaalpunt-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('a document that is damaged in the store is told in the log by its kind, when the sweep meets it', async () => {
  const path = join(dir, 'signaalpunt.db')
  const store = openSqliteStore(path)
  const dueAt = Instant.parse('2026-01-01T00:00:00.000Z')
  const key = { municipality: MunicipalityId.parse(municipality.id), kind: 'signal', id: 'a' } as const
  await store.save([{ op: 'create', document: { ...key, body: { damage: 'me' }, open: true, dueAt } }])
  await store.close()
  const bytes = readFileSync(path)
  bytes[bytes.indexOf('{"damage":"me"}')] = '['.charCodeAt(0)
  writeFileSync(path, bytes)

  const house = await startHouse({ dir })
  const error = jest.spyOn(house.bot.app.log, 'error')
  await house.bot.sweep()
  await house.stop()
  // Told by everyone who meets it, and nobody says more.
  expect(error.mock.calls.length).toBeGreaterThan(0)
  expect(new Set(error.mock.calls.map((call) => JSON.stringify(call)))).toEqual(
    new Set([JSON.stringify(['record.unreadable', { kind: 'signal' }])]),
  )
})
