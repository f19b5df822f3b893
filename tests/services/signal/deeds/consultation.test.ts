/** A consultation: how it ends, and what is left of it (A007, A008). */
import { describe, expect, test } from '@jest/globals'
import { clocks } from '../../../../services/municipality/workingTime.ts'
import { Tombstone } from '../../../../services/signal/record.ts'
import {
  act,
  done,
  later,
  MARIEKE,
  NOW,
  officer,
  received,
  reporter,
  SECRET,
  setting,
  standing,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const choose = (choice: 'enough' | 'keep' | 'later') => ({ do: 'chooseConsultation', choice }) as const
const end = (choice: 'enough' | 'keep' | 'later') => ({ do: 'endConsultation', choice }) as const
const keepAnyway = { do: 'keepAgainstWish', reason: 'Er is een kind bij' } as const
const asked = received({ kind: 'consultation' })
const danger = received({ kind: 'consultation', danger: { at: NOW, called112: 'unknown' } })
const minor = received({ kind: 'consultation', form: { minor: 'yes' } })

describe('this was enough', () => {
  const posted = { serviceUrl: 'https://teams.example', conversation: '19:c', activity: '1' }

  test('leaves a tombstone that mends the doorbell, and not a word', () => {
    const rung = { ...asked, doorbell: { ...posted, shown: 1 } }
    const ended = act(rung, reporter, choose('enough'))
    if (!('done' in ended) || ended.done !== 'ended') throw new Error('it ends')
    expect(ended.tombstone).toMatchObject(Tombstone.parse(ended.tombstone))
    expect(ended.tombstone).toMatchObject({
      gone: true,
      id: asked.id,
      reference: asked.reference,
      doorbell: posted,
    })
    expect(ended.tombstone.effects.map((e) => e.kind)).toEqual(['doorbell'])
    expect(JSON.stringify(ended)).not.toContain(SECRET)
  })

  test('said with the officer, by phone: the reporter is told, unless nobody can', () => {
    const effects = (record: typeof asked) => {
      const ended = act(record, by, end('enough'))
      return 'tombstone' in ended ? ended.tombstone.effects.map((e) => e.kind) : []
    }
    expect(effects(asked)).toEqual(['doorbell', 'tellReporter'])
    expect(effects(received({ kind: 'consultation', degree: 'anonymous' }))).toEqual(['doorbell'])
  })

  test.each([
    ['danger', danger],
    ['a minor', minor],
  ])(
    'with %s it is a wish, until the officer agrees or keeps it with a reason, and says so',
    (_name, record) => {
      const wished = done(record, reporter, choose('enough'))
      expect(wished).toMatchObject({ kind: 'consultation', consultationWish: 'enough', state: 'received' })
      expect(act(wished, by, end('enough'))).toMatchObject({ done: 'ended', counted: 'enough' })
      expect(act(wished, by, { ...keepAnyway, reason: ' ' })).toEqual({ refused: 'needs', field: 'reason' })
      const kept = done(wished, by, keepAnyway, { at: setting(5) })
      expect(kept).toMatchObject({
        kind: 'signal',
        state: 'inTriage',
        keptReason: keepAnyway.reason,
        takenBy: MARIEKE,
      })
      expect(kept.due).toEqual(clocks(record.urgency, later(5), town))
      expect(kept.effects).toContainEqual(expect.objectContaining({ message: { about: 'kept' } }))
    },
  )

  test('without danger or a minor nobody keeps it against the wish', () => {
    expect(act(asked, by, keepAnyway)).toEqual({ refused: 'notAllowed' })
    expect(act(received(), by, keepAnyway)).toEqual({ refused: 'notNow' })
  })
})

describe('keep it as a signal', () => {
  test('by the reporter: it comes in as a signal, with the clocks of a signal from now', () => {
    const record = done(asked, reporter, choose('keep'), { at: setting(7) })
    expect(record).toMatchObject({ kind: 'signal', fromConsultation: true, state: 'received' })
    expect(record.due).toEqual(clocks('normal', later(7), town))
    expect(record.effects).toContainEqual(
      expect.objectContaining({ kind: 'tellOfficer', notice: 'consultationChoice' }),
    )
  })

  test('in hand it stays in triage; by the officer it is in hand', () => {
    expect(done(standing('consultation', 'inTriage'), reporter, choose('keep')).state).toBe('inTriage')
    expect(done(asked, by, end('keep'))).toMatchObject({
      kind: 'signal',
      state: 'inTriage',
      takenBy: MARIEKE,
    })
  })

  test('from then on it is decided on like any other, and sparren is over', () => {
    const record = done(asked, reporter, choose('keep'))
    expect(act(record, reporter, choose('enough'))).toEqual({ refused: 'notNow' })
    expect(act(record, by, { do: 'advise', text: 'Kijk nog eens' })).toEqual({ refused: 'notNow' })
  })
})

describe('advice', () => {
  test('is kept, told, and takes it in hand', () => {
    const record = done(asked, by, { do: 'advise', text: 'Kijk wie er meekomt' })
    expect(record).toMatchObject({
      state: 'inTriage',
      takenBy: MARIEKE,
      advices: [{ text: 'Kijk wie er meekomt' }],
    })
    expect(record.effects.some((e) => e.kind === 'tellReporter' && e.message.about === 'advice')).toBe(true)
  })

  test('needs a word, and somebody whom it can reach', () => {
    expect(act(asked, by, { do: 'advise', text: ' ' })).toEqual({ refused: 'needs', field: 'text' })
    const anonymous = received({ kind: 'consultation', degree: 'anonymous' })
    expect(act(anonymous, by, { do: 'advise', text: 'Hoi' })).toEqual({ refused: 'unreachable' })
  })
})

test('coming back later keeps it, and says so to whom did not choose it', () => {
  const chosen = done(asked, reporter, choose('later'))
  expect(chosen).toMatchObject({ kind: 'consultation', consultationWish: 'later' })
  expect(chosen.effects.some((e) => e.kind === 'tellReporter' && e.message.about !== 'received')).toBe(false)
  const agreed = done(asked, by, end('later'))
  expect(agreed.effects.some((e) => e.kind === 'tellReporter' && e.message.about !== 'received')).toBe(true)
})
