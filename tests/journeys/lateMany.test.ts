/** More terms passed than are told of in one round: danger is told of first, and the others come in the rounds after it. */
import { expect, test } from '@jest/globals'
import { DueRound } from '../../bot/jobs/due.ts'
import { startHouse } from '../kit/house.ts'
import { kept, report } from './officerSteps.ts'
import type { Reported } from './steps.ts'

test('danger first, whatever else is late', async () => {
  const house = await startHouse()
  try {
    const many: Reported[] = []
    for (let n = 1; n <= 5; n += 1) many.push(await report(house, house.kees, `Verhaal nummer ${n}.`))
    const danger = await report(house, house.sanne, 'Een signaal in de avond.', { urgency: 'acute' })
    const told = async () =>
      (await Promise.all([danger, ...many].map((it) => kept(house, it)))).map(
        ({ reminded = [] }) => reminded.length > 0,
      )
    const due = new DueRound(house.bot.app)
    const round = () => Promise.all(house.bot.app.municipalities.all().map((of) => due.of(of, 1)))
    house.clock.advance({ hours: 47 })
    await round()
    await house.settle()
    expect(await told()).toEqual([true, false, false, false, false, false])
    // Danger goes on to the next in line meanwhile.
    for (let nr = 0; nr < 8; nr += 1) {
      house.clock.advance({ minutes: 4 })
      await round()
      await house.settle()
    }
    expect(await told()).not.toContain(false)
  } finally {
    await house.stop()
  }
})
