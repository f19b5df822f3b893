/** What was shown with a code goes from the screen, also when Teams is away at that moment or the program stops. */
import { expect, test } from '@jest/globals'
import { CodeSessions } from '../../../bot/reporter/codeSession.ts'
import { takeAwayAll, takeAwayOver } from '../../../bot/reporter/takeAway.ts'
import type { Teams } from '../../../bot/teams/client.ts'
import { ChatId } from '../../../services/draft/chat.ts'
import type { PostedActivity, SendFailure } from '../../../services/outbox/sent.ts'
import { Reference, SignalId } from '../../../services/words.ts'
import { keys } from '../../kit/chats.ts'
import { ids } from '../../kit/signals.ts'

const chat = ChatId.parse('a'.repeat(64))
const it = {
  signal: SignalId.parse(ids(9)()),
  reference: Reference.parse('S-2026-0001'),
  language: 'nl',
} as const
const card = (activity: string): PostedActivity => ({
  serviceUrl: 'https://x.test',
  conversation: 'c',
  activity,
})

/** A desk with one opening of which two cards stand, and Teams that answers as it is told. */
function desk(answers: Record<string, SendFailure['failed'] | undefined>) {
  let now = 0
  const codes = new CodeSessions(keys, () => now)
  const { opened } = codes.open(chat, it)
  opened.showed(card('one'), card('two'))
  const asked: string[] = []
  const teams: Pick<Teams, 'update'> = {
    update: async ({ activity }) => {
      asked.push(activity)
      const failed = answers[activity]
      return failed ? { failed } : { updated: true }
    },
  }
  const none = async () => ({ failed: 'away' }) as const
  const whole: Teams = {
    ...teams,
    post: none,
    openChat: none,
    postInChannel: none,
    isMember: none,
    membersOf: none,
  }
  const pass = () => {
    now += 11 * 60_000
  }
  return { app: { codes, teams: whole }, asked: () => asked.splice(0), pass, answers }
}

const round = async (app: Parameters<typeof takeAwayOver>[0]) => (await takeAwayOver(app)).again

test('what Teams did not take is tried in the next round, and only that', async () => {
  const { app, asked, pass, answers } = desk({ two: 'away' })
  pass()
  await round(app)
  expect(asked()).toEqual(['one', 'two'])
  await round(app)
  expect(asked()).toEqual(['two'])
  answers.two = undefined
  await round(app)
  expect(asked()).toEqual(['two'])
  await round(app)
  expect(asked()).toEqual([])
})

test('where nobody can write any more it is not tried again', async () => {
  const { app, asked, pass } = desk({ one: 'missing', two: 'blocked' })
  pass()
  await round(app)
  asked()
  await round(app)
  expect(asked()).toEqual([])
})

test('it is not tried for ever', async () => {
  const { app, asked, pass } = desk({ one: 'away' })
  pass()
  for (let rounds = 0; rounds < 2_000; rounds += 1) await round(app)
  expect(asked().length).toBeLessThan(1_000)
})

test('a program that stops takes away what stands open still', async () => {
  const { app, asked } = desk({})
  await takeAwayAll(app)
  expect(asked()).toEqual(['one', 'two'])
  expect(app.codes.opened(chat)).toBeUndefined()
})
