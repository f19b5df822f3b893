/** What was stored and configured before settings had versions still opens: decided by the file, and the file is version 1. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Municipality } from '../../../../services/municipality/municipality.ts'
import { municipalityOf } from '../../../../services/municipality/settings/kept.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { decision, done, MARIEKE, officer, received, setting } from '../../../kit/signals.ts'
import { first } from './kit.ts'

const stored: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../fixtures/stores/before-settings.json', import.meta.url), 'utf8'),
)

test('a decision from before names no version; a municipality from before is the first one, and the next decision names it', () => {
  const record = SignalRecord.parse(stored.record)
  expect(record.decisions.map(({ settings }) => settings)).toEqual([undefined])
  const before = Municipality.parse(stored.municipality)
  const now = municipalityOf(before, first(before))
  expect(now).toEqual({ ...before, version: 1 })
  const next = done(received(), officer(MARIEKE), decision(), { at: setting(0, now) })
  expect(next.decisions.map(({ settings }) => settings)).toEqual([1])
})
