/** What a card sends is parsed like anything from outside: known, or unknown, and never an exception. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  answerByInput,
  OfficerAction,
  packOfficer,
  packReporter,
  parseAction,
  ReporterAction,
} from '../../cards/actions.ts'
import { MOST_ONE_TEXT } from '../../services/signal/words.ts'
import { MARIEKE, press, received } from '../kit/signals.ts'

const { id: signal } = received()
const onCase = { signal, seen: 3, press: press() }
const form = {
  outcome: 'external',
  reason: 'Omdat',
  safeReason: '',
  lead: 'Wijkteam',
  partners: 'veilig-thuis,politie-avim',
  victimHelp: 'notYet',
  victimCheck: undefined,
  tellForm: 'message',
  tellWhy: null,
}
const days = (fields: Record<string, unknown> = {}) => ({
  verb: 'decideDays',
  ...onCase,
  form: { ...form, partners: ['veilig-thuis'] },
  monitorUntil: '',
  [answerByInput('veilig-thuis')]: '2026-12-08',
  ...fields,
})

describe('what was packed is what is parsed', () => {
  test('of a reporter', () => {
    expect(parseAction(packReporter('discard', { draft: signal }))).toEqual({
      by: 'reporter',
      action: { verb: 'discard', draft: signal },
    })
    const sent = {
      ...packReporter('send', { draft: signal, certainty: undefined, urgency: undefined, degree: undefined }),
      certainty: 'gut',
      urgency: '',
      degree: 'unknown',
    }
    expect(parseAction(sent)).toEqual({
      by: 'reporter',
      action: { verb: 'send', draft: signal, certainty: 'gut', urgency: undefined, degree: 'unknown' },
    })
  })

  test('of an officer, with the inputs of the form beside it', () => {
    const note = { ...packOfficer<'note', 'text'>('note', onCase), text: 'een\r\ntwee' }
    expect(parseAction(note)).toEqual({
      by: 'officer',
      action: { verb: 'note', ...onCase, text: 'een\ntwee' },
    })
    expect(parseAction({ verb: 'decide', ...onCase, ...form })).toMatchObject({
      by: 'officer',
      action: {
        partners: ['veilig-thuis', 'politie-avim'],
        safeReason: undefined,
        victimCheck: '',
        tellWhy: '',
      },
    })
  })

  test('the days of a decision are gathered by partner', () => {
    expect(parseAction(days())).toMatchObject({
      by: 'officer',
      action: { verb: 'decideDays', monitorUntil: undefined, answerBy: { 'veilig-thuis': '2026-12-08' } },
    })
    const polluted = parseAction(
      JSON.parse(JSON.stringify(days()).replace('answerBy.veilig-thuis', 'answerBy.__proto__')),
    )
    expect(polluted).toMatchObject({ by: 'officer' })
    expect(Object.keys({})).toEqual([])
    expect(({} as Record<string, unknown>)['2026-12-08']).toBeUndefined()
  })
})

describe('what was tampered with is unknown', () => {
  const unknown = { by: 'unknown' }
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'take'],
    ['a list', [{ verb: 'take', signal }]],
    ['no verb', { signal }],
    ['another verb', { verb: 'deleteEverything', signal }],
    ['a verb of the prototype', { verb: 'constructor', signal }],
    ['no case', { verb: 'take' }],
    ['no case that could be', { verb: 'take', signal: '../../etc' }],
    ['a number for a case', { verb: 'open', signal: 5 }],
    ['no revision', { verb: 'close', signal, press: press() }],
    ['a revision of nothing', { verb: 'close', ...onCase, seen: 0 }],
    ['a revision as text', { verb: 'close', ...onCase, seen: '3' }],
    ['no press', { verb: 'close', signal, seen: 3 }],
    ['an urgency that is none', { verb: 'setUrgency', ...onCase, urgency: 'uiterst', reason: 'x' }],
    ['an officer that is none', { verb: 'handTo', ...onCase, officer: 'marieke' }],
    ['too long a text', { verb: 'note', ...onCase, text: 'x'.repeat(MOST_ONE_TEXT + 1) }],
    ['a text that is none', { verb: 'note', ...onCase, text: { toString: 'x' } }],
    ['a day that is none', days({ monitorUntil: '31-12-2026' })],
    ['a hundred partners', { verb: 'decide', ...onCase, ...form, partners: 'x,'.repeat(100) }],
    ['a page that is none', { verb: 'page', signal, page: 'vault' }],
  ])('%s', (_name, data) => expect(parseAction(data)).toEqual(unknown))

  test('what is not asked is not taken along', () => {
    const parsed = parseAction({
      verb: 'take',
      signal,
      officer: MARIEKE,
      admin: true,
      __proto__: { verb: 'close' },
    })
    expect(parsed).toEqual({ by: 'officer', action: { verb: 'take', signal } })
  })

  const SEED = 20_261_124
  test(`anything at all never throws (seed ${SEED})`, () => {
    const odd = fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withTypedArray: true,
    })
    fc.assert(
      fc.property(odd, (data) => expect(parseAction(data)).toEqual(unknown)),
      { seed: SEED, numRuns: 500 },
    )
  })

  test(`a known verb with anything in it never throws (seed ${SEED})`, () => {
    const verbs = [...ReporterAction.options, ...OfficerAction.options].map(
      (option) => [...option.shape.verb.values][0],
    )
    expect(verbs.length).toBeGreaterThan(30)
    const names = [
      'signal',
      'draft',
      'seen',
      'press',
      'text',
      'answer',
      'form',
      'partners',
      'answerBy',
      'answerBy.x',
      'reason',
      '__proto__',
      'officer',
      'choice',
      'page',
      'question',
      'how',
    ]
    const value = fc.oneof(
      fc.anything({ maxDepth: 2 }),
      fc.constant(signal),
      fc.constant(3),
      fc.constant(press()),
      fc.string(),
    )
    const data = fc.record({
      verb: fc.constantFrom(...verbs),
      rest: fc.dictionary(fc.constantFrom(...names), value),
    })
    fc.assert(
      fc.property(data, ({ verb, rest }) => {
        const parsed = parseAction({ ...rest, verb })
        if (parsed.by !== 'unknown') expect(parsed.action.verb).toBe(verb)
      }),
      { seed: SEED, numRuns: 1_500 },
    )
  })
})
