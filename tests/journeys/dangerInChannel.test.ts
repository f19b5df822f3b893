/** Danger that is written in a channel in which nothing arrives: it rings all the same. */
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startSignaalpunt } from '../../bot/main.ts'
import type { Teams } from '../../bot/teams/client.ts'
import { startHouse } from '../kit/house.ts'

test('what is said there hangs: the officers are rung meanwhile', async () => {
  const house = await startHouse()
  const { teams } = house.bot.app
  let letGo: () => void = () => undefined
  const hangs = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let hear: (where: string) => void = () => undefined
  const rung = new Promise<string>((resolve) => {
    hear = resolve
  })
  const slow: Teams = Object.assign(Object.create(teams), {
    post: async (...given: Parameters<Teams['post']>) => {
      if (given[0].conversation.startsWith(house.channel)) await hangs
      const posted = await teams.post(...given)
      hear(given[0].conversation)
      return posted
    },
  })
  const store = { kind: 'sqlite' as const, path: join(house.dir, 'other.db') }
  const bot = await startSignaalpunt(
    { ...house.config, store, answerWithin: 1 },
    { now: house.clock.now, teams: slow },
  )
  house.connector.bot(`${bot.url}/api/messages`)
  try {
    const saying = house.thomas.say('Hij heeft een mes!', { inChannel: house.channel })
    expect(await rung).not.toContain(house.channel)
    letGo()
    await saying
    await bot.idle()
    expect(house.connector.textOf(house.connector.newestCard(house.marieke))).toContain('gevaar')
  } finally {
    letGo()
    await bot.stop()
    await house.stop()
  }
})
