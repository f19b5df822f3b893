/** Schedules that broke a promise once, as small as they could be made: played in every run, whatever the seed. */
import { describe, test } from '@jest/globals'
import { check } from './check.ts'
import { Figures } from './figures.ts'
import { play } from './play.ts'
import type { Schedule, Sending, Step } from './schedule.ts'

const sending: Sending = {
  reporter: 0,
  degree: 'confidential',
  kind: 'consultation',
  urgency: 'normal',
  gap: 1_000,
  twice: false,
}
const by: { officer: Extract<Step, { by: 'officer' }>; reporter: Extract<Step, { by: 'reporter' }> } = {
  officer: {
    on: 0,
    bot: 0,
    gap: 0,
    twice: false,
    pick: 0,
    by: 'officer',
    officer: 0,
    old: false,
    deed: 'next',
  },
  reporter: { on: 0, bot: 0, gap: 0, twice: false, pick: 0, by: 'reporter', deed: 'add' },
}
const fault = { crash: undefined, graph: 'graphAway', store: 'storeBefore', teams: 'throttled' } as const
const plain = { alone: false, faults: [], jump: undefined, deaf: undefined }

const known: [name: string, bots: number, schedule: Schedule][] = [
  [
    'the receipt goes by the name that Graph has for the chat, and nobody knows whether it arrived',
    1,
    {
      ...plain,
      order: 374_063_948,
      sendings: [
        { ...sending, kind: 'signal', gap: 5, twice: true },
        { ...sending, kind: 'signal', urgency: 'acute', gap: 0, twice: true },
      ],
      faults: [
        { at: 11, what: { ...fault, teams: 'resetAccepted' } },
        { at: 2, what: { ...fault, teams: 'blocked' } },
      ],
      steps: [
        { ...by.reporter, deed: 'answer', gap: 1_000, twice: true },
        { ...by.officer, old: true, twice: true },
      ],
    },
  ],
  [
    'sparren that was sent half-way, and was enough before it is sent again',
    1,
    {
      ...plain,
      order: 0,
      sendings: [sending],
      faults: [
        { at: 7, what: { ...fault, store: 'conflict' } },
        { at: 8, what: fault },
      ],
      steps: [
        { ...by.officer, old: true, gap: 1_000, twice: true },
        { ...by.officer, pick: 5, twice: true },
      ],
    },
  ],
  [
    'words that another bot hears again after they were sent anonymously',
    2,
    {
      ...plain,
      order: 1_806_365_802,
      sendings: [
        { ...sending, degree: 'anonymous', kind: 'signal', gap: 1, twice: true },
        { ...sending, kind: 'signal', urgency: 'acute', gap: 0 },
      ],
      deaf: 1,
      steps: [
        { ...by.officer, old: true, gap: 1_000, twice: true },
        { ...by.officer, deed: 'decide' },
        { ...by.officer, deed: 'close', gap: 6 },
        { ...by.officer, old: true, twice: true },
      ],
    },
  ],
  [
    'sparren that was enough while another bot rings its doorbell',
    2,
    {
      ...plain,
      order: 1_038_735_323,
      sendings: [{ ...sending, gap: 1 }],
      jump: { before: 2, seconds: 15 },
      steps: [
        { ...by.reporter, gap: 8, twice: true },
        { ...by.reporter, bot: 1, deed: 'choose', gap: 4, pick: 11 },
        { ...by.reporter, twice: true },
        { ...by.officer, old: true, gap: 7 },
      ],
    },
  ],
  [
    'K8: feedback that was slow was closed on, and was given up only then: the closed signal comes back',
    2,
    {
      ...plain,
      order: 561_819_986,
      sendings: [{ ...sending, kind: 'signal', twice: true }],
      jump: { before: 9, seconds: 1_800 },
      deaf: 1,
      steps: [
        { ...by.reporter, deed: 'answer', twice: true },
        { ...by.officer, deed: 'decide' },
        { ...by.officer, deed: 'close', gap: 6 },
        { ...by.officer, old: true, twice: true },
        { ...by.reporter, deed: 'answer', gap: 1_000, twice: true },
        { ...by.reporter, deed: 'answer', gap: 3 },
        { ...by.officer, old: true, twice: true },
        { ...by.officer, old: true },
        { ...by.officer, deed: 'feedBack', gap: 1, twice: true },
        { ...by.officer, old: true, gap: 1_000, twice: true },
        { ...by.officer, twice: true },
      ],
    },
  ],
]

describe('faults: what went wrong before', () => {
  test.each(known)('%s', async (_name, bots, schedule) => {
    await check(await play(schedule, new Figures(), bots))
  })
})
