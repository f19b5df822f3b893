/** Words typed after a send that got half-way: what goes on as a draft of its own, and whose the danger is. */
import { expect, test } from '@jest/globals'
import { type Draft, Draft as Drafts } from '../../../services/draft/chat.ts'
import { goesOn, typedSince } from '../../../services/draft/leftover.ts'
import { emptyChat, keys } from '../../kit/chats.ts'
import { setting } from '../../kit/signals.ts'

const posted = (activity: string) => ({
  serviceUrl: 'https://teams.example/v3',
  conversation: 'a:x',
  activity,
})
const [first, then, last] = [setting(0).now, setting(60_000).now, setting(120_000).now]

/** Two messages were sent, and a third typed after. */
const draft = (more: Partial<Draft> = {}): Draft =>
  Drafts.parse({
    id: '00000000-0000-4000-8000-000000000001',
    vaultKey: '00000000-0000-4000-8000-000000000002',
    kind: 'consultation',
    startedAt: first,
    lastAt: last,
    parts: ['een', 'twee', 'drie'].map((text, at) => ({ at: [first, then, last][at], via: 'chat', text })),
    form: { where: 'Haven' },
    attachmentsRefused: 2,
    alarms: [posted('ours'), posted('theirs')],
    nudged: false,
    unplaced: false,
    card: posted('echo'),
    sending: then,
    ...more,
  })
const holds = { parts: 2, alarms: [posted('theirs')] }

test('what the signal holds is not in it, under no name that the signal has', () => {
  const before = draft()
  const rest = typedSince(keys, before, holds)
  expect(rest).toMatchObject({ startedAt: last, lastAt: last, kind: 'consultation', alarms: [] })
  expect(rest?.parts.map(({ text }) => text)).toEqual(['drie'])
  for (const gone of ['form', 'card', 'sending', 'danger']) expect(rest).not.toHaveProperty(gone)
  expect([before.id, before.vaultKey]).not.toContain(rest?.id)
  expect([before.id, before.vaultKey]).not.toContain(rest?.vaultKey)
  expect(Drafts.parse(rest)).toEqual(rest)
})

test('it is the same each time, and nothing where nothing was typed since', () => {
  expect(typedSince(keys, draft(), holds)).toEqual(typedSince(keys, draft(), holds))
  expect(typedSince(keys, draft(), { ...holds, parts: 3 })).toBeUndefined()
})

test.each([
  ['among what was sent', then, undefined, []],
  ['among what was typed since', last, { at: last, called112: 'unknown' }, [posted('ours')]],
] as const)('danger %s', (_where, at, danger, alarms) => {
  const rest = typedSince(keys, draft({ danger: { at, called112: 'unknown' } }), holds)
  expect([rest?.danger, rest?.alarms]).toEqual([danger, alarms])
})

test('the person is reminded of it, once; an alarm that is on its way goes with the danger', () => {
  const rest = typedSince(keys, draft({ danger: { at: last, called112: 'unknown' } }), holds)
  if (!rest) throw new Error('something is left')
  const alarm = { id: rest.vaultKey, at: last, attempts: 0, kind: 'alarm', to: 'channel' } as const
  const before = { ...emptyChat(), draft: draft(), effects: [alarm] }
  const once = goesOn(keys, emptyChat(), rest, before)
  expect(once.effects).toEqual([alarm, expect.objectContaining({ kind: 'nudgeDraft', draft: rest.id })])
  expect(goesOn(keys, once, rest, before)).toEqual(once)
  const { danger: _none, ...calm } = rest
  expect(goesOn(keys, emptyChat(), calm, before).effects.map(({ kind }) => kind)).toEqual(['nudgeDraft'])
})
