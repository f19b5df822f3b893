/** A sign to get past the form is no reason, wherever one is asked: the trail keeps reasons for whoever asks later. */
import { describe, expect, test } from '@jest/globals'
import type { OfficerDeed } from '../../../../services/signal/command.ts'
import { act, decision, done, MARIEKE, officer, received } from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const NONE = ['.', '...', 'x', 'ok', '-- !', '\u200b.\u200b']
const ENOUGH = ['Om te bellen', 'AVG', '112']

const ASKED: Record<string, (reason: string) => OfficerDeed> = {
  reveal: (reason) => ({ do: 'reveal', reason }),
  setUrgency: (reason) => ({ do: 'setUrgency', urgency: 'high', reason }),
  freeze: (reason) => ({ do: 'freeze', reason }),
  decide: (reason) => decision({ reason }),
}

describe.each(Object.entries(ASKED))('reason of one sign: %s', (_name, asked) => {
  test.each(NONE)('%j is none, and nothing is done', (reason) => {
    const given = done(received(), by, { do: 'take' })
    expect(act(given, by, asked(reason))).toEqual({ refused: 'needs', field: 'reason' })
  })
  test.each(ENOUGH)('%j is one', (reason) => {
    const given = done(received(), by, { do: 'take' })
    expect(act(given, by, asked(reason))).not.toHaveProperty('refused')
  })
})
