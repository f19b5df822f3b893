/** What a turn did already: claimed once, whoever asks first. */
import { expect, test } from '@jest/globals'
import { TurnProgress } from '../../../bot/app/turnProgress.ts'

test('the block and the alarm are each for whoever asks first', () => {
  const progress = new TurnProgress()
  expect([progress.claimBlock(), progress.claimBlock()]).toEqual([true, false])
  expect([progress.claimAlarm(), progress.claimAlarm()]).toEqual([true, false])
})

test('something was saved from the moment that it is said, in this turn only', () => {
  const progress = new TurnProgress()
  expect(progress.saved).toBe(false)
  progress.noteSaved()
  expect([progress.saved, new TurnProgress().saved]).toEqual([true, false])
})
