/** The rights of the people in a signal: freeze (AVG 18), correct and tell (16, 19), erase (17), find (15). */
import { describe, expect, test } from '@jest/globals'
import { isWorking } from '../../../../services/agenda/entry.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { correctable, passagesOf } from '../../../../services/signal/rights/passages.ts'
import { find, saysWho, termsIn } from '../../../../services/signal/rights/search.ts'
import { CodeId, Day } from '../../../../services/words.ts'
import {
  act,
  decision,
  done,
  firstRoute,
  JOOST,
  later,
  MARIEKE,
  NOW,
  officer,
  press,
  received,
  reporter,
  setting,
  standing,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const DAY = 86_400_000
const handed = () => standing('signal', 'handedOver')
const freeze = { do: 'freeze', reason: 'De betrokkene maakt bezwaar' } as const

describe('freeze (AVG 18)', () => {
  const frozen = done(handed(), by, freeze)

  test.each([
    ['note', { do: 'note', text: 'x' }],
    ['decide', decision()],
    ['close', { do: 'close' }],
    ['ask', { do: 'ask', text: 'x' }],
    ['setMinor', { do: 'setMinor', minor: 'yes' }],
    ['correct', { do: 'correct', passage: 'story.0', text: 'x', reason: 'x' }],
    ['erase', { do: 'erase', reason: 'x' }],
    ['destroy', { do: 'destroy' }],
    ['handTo', { do: 'handTo', officer: JOOST }],
  ] as const)('while it is frozen an officer cannot %s', (_name, deed) => {
    expect(act(frozen, by, deed)).toEqual({ refused: 'frozen' })
  })

  test('looking, informing and lifting it can be done; twice is once', () => {
    expect(act(frozen, by, { do: 'view' })).toMatchObject({ done: 'changed' })
    expect(act(frozen, by, freeze)).toEqual({ refused: 'already' })
    expect(act(frozen, by, { do: 'unfreeze', reason: ' ' })).toEqual({ refused: 'needs', field: 'reason' })
    const lifted = done(frozen, by, { do: 'unfreeze', reason: 'Bezwaar afgewezen' })
    expect(lifted.freezes?.[0]).toMatchObject({ by: MARIEKE, lifted: { reason: 'Bezwaar afgewezen' } })
    expect(act(lifted, by, { do: 'note', text: 'x' })).toMatchObject({ done: 'changed' })
  })

  test('without a reason it is not done', () => {
    expect(act(handed(), by, { do: 'freeze', reason: '' })).toEqual({ refused: 'needs', field: 'reason' })
  })

  test('what the reporter adds is not lost, danger rings, and withdrawing becomes a wish', () => {
    const add = { do: 'add', text: 'Nog iets', attachmentsRefused: 0, acute: true } as const
    const added = done(frozen, reporter, add)
    expect(added.story.at(-1)?.text).toBe('Nog iets')
    expect(added.effects.some((e) => e.kind === 'alarm')).toBe(true)
    const fresh = done(received(), by, freeze)
    expect(done(fresh, reporter, { do: 'withdraw' })).toMatchObject({
      withdrawalWish: NOW,
      state: 'received',
    })
    const sparren = done(received({ kind: 'consultation' }), by, freeze)
    for (const choice of ['enough', 'keep', 'later'] as const) {
      const wished = done(sparren, reporter, { do: 'chooseConsultation', choice })
      expect(wished).toMatchObject({ consultationWish: choice, kind: 'consultation', due: sparren.due })
    }
  })

  test('every partner that has it must be told, also after it was closed', () => {
    const closed = done(standing('signal', 'closed'), by, freeze)
    expect(closed.recipientTasks).toMatchObject([{ why: 'frozen', route: firstRoute(closed) }])
    expect(isWorking(closed)).toBe(true)
    const task = closed.recipientTasks?.[0]?.id ?? ''
    const told = done(closed, by, { do: 'recipientInformed', task })
    expect(told.recipientTasks?.[0]?.informed).toEqual({ at: NOW, by: MARIEKE })
    expect(isWorking(told)).toBe(false)
    expect(act(told, by, { do: 'recipientInformed', task })).toEqual({ refused: 'already' })
    expect(act(told, by, { do: 'recipientInformed', task: press() })).toEqual({ refused: 'notNow' })
  })
})

describe('correct, and tell every recipient (AVG 16, 19)', () => {
  const correct = { do: 'correct', passage: 'story.0', text: 'Het was zijn broer', reason: 'Gebeld' } as const

  test('what stood there stays; the correction stands at its passage, and who had it must hear', () => {
    const before = handed()
    const after = done(before, by, correct)
    expect(after.story).toEqual(before.story)
    expect(after.corrections).toMatchObject([{ passage: 'story.0', text: 'Het was zijn broer', by: MARIEKE }])
    expect(after.recipientTasks).toMatchObject([{ why: 'corrected', route: firstRoute(before) }])
    expect(after.revision).toBe(before.revision + 1)
  })

  test('a partner that never had it is told nothing', () => {
    expect(done(standing('signal', 'decided'), by, correct).recipientTasks).toBeUndefined()
  })

  test('a passage that is not there, no text, no reason: refused', () => {
    expect(act(handed(), by, { ...correct, passage: 'story.9' })).toMatchObject({ field: 'passage' })
    expect(act(handed(), by, { ...correct, text: ' ' })).toMatchObject({ field: 'text' })
    expect(act(handed(), by, { ...correct, reason: '' })).toMatchObject({ field: 'reason' })
  })

  test('a second correction while the first is still to be told is one task, later it is a new one', () => {
    const twice = done(done(handed(), by, correct), by, correct)
    expect(twice.recipientTasks).toHaveLength(1)
    const told = done(twice, by, { do: 'recipientInformed', task: twice.recipientTasks?.[0]?.id ?? '' })
    expect(done(told, by, correct).recipientTasks).toHaveLength(2)
  })
})

describe('erase earlier (AVG 17)', () => {
  test('it comes on the list at once, and goes only after every recipient was told', () => {
    const asked = done(standing('signal', 'closed'), by, { do: 'erase', reason: 'Onrechtmatig' })
    expect(asked.retention).toMatchObject({ listed: NOW, erase: { reason: 'Onrechtmatig' } })
    expect(isWorking(asked)).toBe(true)
    expect(act(asked, by, { do: 'destroy' })).toEqual({ refused: 'tellFirst' })
    const told = done(asked, by, { do: 'recipientInformed', task: asked.recipientTasks?.[0]?.id ?? '' })
    expect(act(told, by, { do: 'destroy' })).toMatchObject({
      done: 'ended',
      tombstone: { destroyed: { why: 'erase', class: 'handled' } },
    })
  })

  test('not before there is a decision', () => {
    expect(act(received(), by, { do: 'erase', reason: 'x' })).toEqual({ refused: 'decideFirst' })
    expect(act(received({ kind: 'consultation' }), by, { do: 'erase', reason: 'x' })).toEqual({
      refused: 'stillConsultation',
    })
  })

  test('taken off the list again, its usual term counts', () => {
    const asked = done(standing('signal', 'decided'), by, { do: 'erase', reason: 'Verzoek' })
    const on = { at: setting(DAY) }
    const kept = done(
      asked,
      by,
      { do: 'keepLonger', until: Day.parse(later(30 * DAY).slice(0, 10)), reason: 'Nodig' },
      on,
    )
    expect(kept.retention?.erase).toBeUndefined()
    expect(act(kept, by, { do: 'destroy' }, on)).toEqual({ refused: 'notNow' })
  })
})

/** A record in which every field stands that can. */
function whole(): SignalRecord {
  const start = received({
    degree: 'anonymous',
    form: { what: 'a', where: 'b', when: 'c', who: 'd', howKnown: 'e', minor: 'yes' },
    danger: { at: NOW, called112: 'yes', takenBackAt: NOW },
    alarms: [{ serviceUrl: 'u', conversation: 'c', activity: 'a' }],
  })
  const reason = 'r'
  return SignalRecord.parse({
    ...start,
    vaultKey: press(),
    code: { id: CodeId.parse('c'.repeat(64)), waiting: [] },
    urgencyReason: reason,
    takenBy: MARIEKE,
    notes: [{ at: NOW, by: MARIEKE, text: 'n' }],
    calls: [{ at: NOW, by: MARIEKE }],
    questions: [
      { id: press(), at: NOW, by: MARIEKE, text: 'q', answer: { at: NOW, how: 'text', text: 'a' } },
    ],
    advices: [{ id: press(), at: NOW, by: MARIEKE, text: 'v' }],
    consultationWish: 'later',
    withdrawalWish: NOW,
    keptReason: reason,
    decisions: [
      {
        id: press(),
        at: NOW,
        by: MARIEKE,
        outcome: 'monitor',
        reason,
        safeReason: 'other',
        lead: 'l',
        victimHelp: 'notYet',
        victimCheck: 'v',
        monitorUntil: '2027-01-01',
        tell: { form: 'notYet', why: 'w' },
      },
    ],
    routes: [
      {
        id: press(),
        partner: 'wijkteam',
        answerBy: '2026-12-08',
        state: 'answered',
        handedOverAt: NOW,
        handedOverBy: MARIEKE,
        basis: 'b',
        answer: { at: NOW, by: MARIEKE, what: 'takenUp', note: 'n' },
      },
    ],
    feedback: [{ id: press(), at: NOW, by: MARIEKE, form: 'call', text: 't' }],
    closing: { at: NOW, by: MARIEKE, how: 'closed', whyNoFeedback: 'anonymous' },
    reveals: [{ at: NOW, by: MARIEKE, reason }],
    freezes: [{ at: NOW, by: MARIEKE, reason, lifted: { at: NOW, by: MARIEKE, reason } }],
    corrections: [{ id: press(), at: NOW, by: MARIEKE, passage: 'story.0', text: 'c', reason }],
    recipientTasks: [
      { id: press(), at: NOW, route: press(), why: 'frozen', informed: { at: NOW, by: MARIEKE } },
    ],
    retention: {
      listed: NOW,
      reminded: NOW,
      longer: [{ at: NOW, by: MARIEKE, until: '2028-01-01', reason }],
      erase: { at: NOW, by: MARIEKE, reason },
      reporterForgotten: NOW,
    },
    doorbell: { serviceUrl: 'u', conversation: 'c', activity: 'a', shown: 1 },
    facts: everyFact(),
    weighed: {
      kinds: { at: NOW, by: MARIEKE, kinds: ['labourExploitation'] },
      weighing: { at: NOW, by: MARIEKE, points: { concrete: { answer: 'yes', line: 'l' } } },
      helpers: { at: NOW, by: MARIEKE, known: 'h' },
      special: [{ id: press(), at: NOW, by: MARIEKE, text: 's', needed: 'n' }],
      elsewhere: [
        {
          id: press(),
          at: NOW,
          by: MARIEKE,
          source: 's',
          on: '2026-01-05',
          why: 'p',
          basis: 'publicTask',
          hit: false,
        },
      ],
    },
  })
}

/** A fact of each kind in which every field stands that can, as an officer left it. */
function everyFact(): unknown[] {
  const person = {
    kind: 'person',
    name: 'n',
    givenName: 'g',
    surname: 's',
    birthDate: '2001-01-01',
    described: 'd',
    roles: ['witness'],
    safeContact: { how: 'h', howNot: 'n', mustNotKnow: 'm' },
  }
  const all = [
    person,
    { kind: 'organisation', name: 'o', kvk: 'k' },
    { kind: 'address', street: 's', number: 'n', addition: 'a', postcode: 'p', city: 'c' },
    ...['vehicle', 'telephone', 'account', 'mail', 'time'].map((kind) => ({ kind, value: 'v' })),
  ]
  return all.map((details) => ({
    id: press(),
    at: NOW,
    by: 'reading',
    details,
    passage: { passage: 'story.0', words: 'w' },
    how: 'heard',
    on: '2026-01-05',
    standing: 'refuted',
    checked: { at: NOW, by: MARIEKE },
    before: [{ at: NOW, by: MARIEKE, details }],
    why: 'w',
  }))
}

type Leaf = { path: string; with: (text: string) => unknown }
/** Every text in a value, with a copy of the whole in which it is another. */
function leaves(node: unknown, path = '', put: (value: unknown) => unknown = (value) => value): Leaf[] {
  if (typeof node === 'string') return [{ path, with: put }]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, each]) => {
    const copy = (value: unknown) =>
      put(
        Array.isArray(node)
          ? node.map((old, at) => (String(at) === key ? value : old))
          : { ...node, [key]: value },
      )
    return leaves(each, path === '' ? key : `${path}.${key}`, copy)
  })
}

describe('find a person’s data (AVG 15)', () => {
  /** Fields of the machine: where a card stands, who delivers, what was done. */
  const OURS = /(serviceUrl|conversation|basis|activity|passage|whyNoFeedback|lease\.by|audit\.\d+\.what)$/

  test('every field that can hold words is a passage: nothing is found by nobody', () => {
    const words = 'kanarie aan het woord'
    const free = leaves(whole()).flatMap((leaf) => {
      const parsed = SignalRecord.safeParse(leaf.with(words))
      return parsed.success ? [{ path: leaf.path, record: parsed.data }] : []
    })
    const written = free.filter(({ path }) => !OURS.test(path))
    expect(written.length).toBeGreaterThan(20)
    const missed = written.filter(({ record }) => find(record, [words]).length === 0)
    expect(missed.map(({ path }) => path)).toEqual([])
  })

  test('every passage has a name of its own, and each that can be corrected can be shown', () => {
    const ids = passagesOf(whole()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(correctable(whole()).length).toBeGreaterThan(10)
  })

  const said = (text: string) => received({ story: [{ at: NOW, via: 'chat', text }] })
  test.each([
    ['Jan de Vries', 'Ik sprak met de heer J. de Vries, die zich Jan noemt.'],
    ['de vries, jan', 'JAN DE VRIES woont daar.'],
    ['José Núñez', 'Het is Jose Nunez.'],
    ['Jose Nunez', 'Het is José Núñez.'],
    ['06 12 34 56 78', 'Bel 06-12345678.'],
    ['+31 6 12345678', 'Bel 06 1234 5678 na vijven.'],
    ['0612345678', 'Zijn nummer is +31 (0)6 12 34 56 78.'],
    ['ab-12-cd', 'Een busje met kenteken AB12CD.'],
    ['NL91 ABNA 0417 1643 00', 'Rekening NL91ABNA0417164300.'],
    ['1234 AB', 'Op 1234AB staat een loods.'],
    ['Kerkstraat 5', 'Aan de Kerkstraat, op nummer 5.'],
  ])('%s is found in: %s', (typed, text) => {
    const terms = termsIn(typed)
    expect(find(said(text), terms)).toMatchObject([{ passage: 'story.0', part: 'story' }])
  })

  test.each([
    ['Jan de Vries', 'Piet de Vries en Jan Smit waren er niet samen met Kees.'.replace('Jan', 'Johan')],
    ['0612345678', 'Bel 06 12 34 56 79.'],
    ['ab-12-cd', 'Kenteken AB-13-CD.'],
  ])('%s is not found in: %s', (typed, text) => {
    expect(find(said(text), termsIn(typed))).toEqual([])
  })

  test('what is too short, or too much, is left out', () => {
    expect(termsIn('ab\n\n , ;x')).toEqual([])
    expect(termsIn(Array.from({ length: 40 }, (_, at) => `naam nummer${at}`).join('\n'))).toHaveLength(10)
  })

  test.each([
    ['Anne Bos', 'Verzoek van mevrouw Bos.'],
    ['Anne de Wit', 'verzoek annedewit'],
    ['Anne van den Berg', 'Verzoek van Anne'],
    ['06 12 34 56 78', 'Bel +31 6 12345678'],
  ])('a reason says that %s is looked for: %s', (typed, reason) => {
    expect(saysWho(reason, termsIn(typed))).toBe(true)
  })

  test.each([
    ['Anne van den Berg', 'Verzoek van 20 november, ingediend bij de balie van het stadhuis.'],
    ['Jan Vos', 'Verzoek van januari, zaak 12.'],
  ])('a reason does not say that %s is looked for: %s', (typed, reason) => {
    expect(saysWho(reason, termsIn(typed))).toBe(false)
  })

  test('searching changes nothing of the record, and gives no order, score or mark', () => {
    const record = said('Jan de Vries')
    const before = JSON.stringify(record)
    const [found] = find(record, ['Jan de Vries'])
    expect(JSON.stringify(record)).toBe(before)
    expect(Object.keys(found ?? {}).sort()).toEqual(['part', 'passage', 'text'])
  })
})
