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

describe('K10: a field that cannot be read never spoils the others', () => {
  const odd = (data: Record<string, unknown>) => {
    const parsed = parseAction(data)
    return parsed.by === 'unknown' ? parsed : { action: parsed.action, odd: parsed.odd }
  }
  const decided = (fields: Record<string, unknown>) => odd({ verb: 'decide', ...onCase, ...form, ...fields })

  test.each([
    ['24-12-2026'],
    ['24/12/2026'],
    ['24.12.2026'],
    ['12/24/2026'],
    ['2026-12-24T00:00:00Z'],
    ['2026-12-23T23:00:00.000Z'],
    ['24 december 2026'],
    ['Dec 24, 2026'],
    ['24\u201112\u20112026'],
    [' 2026-12-24 '],
    [['2026-12-24']],
    [{ value: '2026-12-24' }],
  ])('a day as %j is that day', (day) => {
    expect(odd(days({ monitorUntil: day }))).toMatchObject({
      action: { monitorUntil: '2026-12-24' },
      odd: undefined,
    })
    const answered = odd(
      days({ [answerByInput('veilig-thuis')]: typeof day === 'string' ? day : '24-12-2026' }),
    )
    expect(answered).toMatchObject({ action: { answerBy: { 'veilig-thuis': '2026-12-24' } }, odd: undefined })
  })

  test.each([['morgen'], ['31-02-2026'], ['2026-13-40'], [20], [true], [{}]])(
    'a day as %j is named, and the rest stands',
    (day) => {
      expect(odd(days({ monitorUntil: day }))).toMatchObject({
        action: { form: { reason: 'Omdat', outcome: 'external' }, monitorUntil: undefined },
        odd: [{ field: 'monitorUntil', why: 'day' }],
      })
      expect(odd(days({ [answerByInput('veilig-thuis')]: day }))).toMatchObject({
        action: { answerBy: {} },
        odd: [{ field: 'answerBy', why: 'day' }],
      })
    },
  )

  test.each([
    ['a revision as text', { seen: '3' }, { seen: 3 }],
    ['a choice as a list of one', { outcome: ['external'] }, { outcome: 'external' }],
    ['a choice with its title', { outcome: { title: 'Extern', value: 'external' } }, { outcome: 'external' }],
    ['a choice in capitals', { victimHelp: ' NOTYET ' }, { victimHelp: 'notYet' }],
    [
      'several as a list',
      { partners: ['wijkteam', 'politie-avim'] },
      { partners: ['wijkteam', 'politie-avim'] },
    ],
    ['several as one', { partners: 'wijkteam' }, { partners: ['wijkteam'] }],
    [
      'nothing of what may be left out',
      { safeReason: undefined, victimCheck: undefined, tellWhy: undefined },
      {},
    ],
    ['a number for a text', { reason: 2026 }, { reason: '2026' }],
    ['what nobody asked', { colour: 'red', reason: 'Omdat' }, { reason: 'Omdat' }],
  ])('%s is what was meant', (_name, fields, read) => {
    expect(decided(fields)).toMatchObject({ action: { verb: 'decide', ...read }, odd: undefined })
  })

  test.each([
    ['no outcome', { outcome: undefined }, 'outcome', 'choice'],
    ['an outcome that is none', { outcome: 'weggooien' }, 'outcome', 'choice'],
    ['an object for a text', { reason: { toString: 'x' } }, 'reason', 'text'],
    ['too long a text', { reason: 'x'.repeat(MOST_ONE_TEXT + 1) }, 'reason', 'text'],
    ['a hundred partners', { partners: 'x,'.repeat(100) }, 'partners', 'choice'],
    ['no help', { victimHelp: null }, 'victimHelp', 'choice'],
  ])('%s is named, and the rest stands', (_name, fields, field, why) => {
    expect(decided(fields)).toMatchObject({ action: { lead: 'Wijkteam' }, odd: [{ field, why }] })
  })

  test('too long a text is cut, not lost', () => {
    expect(odd({ verb: 'note', ...onCase, text: 'x'.repeat(MOST_ONE_TEXT + 5) })).toMatchObject({
      action: { text: 'x'.repeat(MOST_ONE_TEXT) },
      odd: [{ field: 'text', why: 'text' }],
    })
  })

  test('a reporter’s form keeps what can be read', () => {
    const saved = { verb: 'saveForm', draft: signal, what: 'Een loods', where: 5, minor: 'misschien' }
    expect(odd(saved)).toMatchObject({
      action: { what: 'Een loods', where: '5', when: '', minor: undefined },
      odd: [{ field: 'minor', why: 'choice' }],
    })
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
    ['no press', { verb: 'close', signal, seen: 3 }],
    ['a page that is none', { verb: 'page', signal, page: 'vault' }],
  ])('%s', (_name, data) => expect(parseAction(data)).toEqual(unknown))

  test('with the text that was typed in it, so that it can be given back', () => {
    expect(
      parseAction({ verb: 'note', signal: 'kapot', seen: 3, press: press(), text: 'Een notitie.' }),
    ).toEqual({
      by: 'unknown',
      typed: ['Een notitie.'],
    })
  })

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
