/** What ends rightly raises no alarm: not what was destroyed, not a consultation that was enough, nor what ended before. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { handling } from '../../bot/app/ports.ts'
import { auditVerify } from '../../infra/commands/auditVerify.ts'
import { DigestLine } from '../../services/audit/digest.ts'
import { handle } from '../../services/signal/handle.ts'
import { decide, FORM, open, press } from '../journeys/officerSteps.ts'
import { cardWith, consult, type Reported, report } from '../journeys/steps.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MARIEKE } from '../kit/signals.ts'
import { putBack, rowsOf } from './tamper.ts'

let house: House
let told: string[] = []
beforeEach(async () => {
  told = []
  house = await startHouse({
    adjust: (config) => ({ ...config, watchTrail: true }),
    witness: { keep: async (line) => void told.push(line) },
  })
})
afterEach(() => house.stop())

async function days(count: number): Promise<void> {
  house.clock.advance({ days: count })
  await house.bot.sweep()
  await house.settle()
}

async function verify(): Promise<{ wrong: number; said: string[] }> {
  // What was saved a moment ago has its head after a stop.
  await house.restart()
  const said: string[] = []
  const lines = told.map((line) => DigestLine.parse(line))
  const wrong = await auditVerify(house.config, (line) => void said.push(line), { lines, explain: true })
  return { wrong, said }
}

async function closed(reported: Reported): Promise<void> {
  const { marieke } = house
  let now = await open(house, marieke, reported)
  now = await press(house, marieke, now, 'Besluit nemen')
  now = await press(house, marieke, now, 'Verder', {
    ...FORM,
    outcome: 'noAction',
    safeReason: 'tooLittle',
    partners: '',
  })
  await press(house, marieke, now, 'Afsluiten')
}

/** *te vernietigen*, and everything on it approved. */
async function destroyed(): Promise<void> {
  const { marieke } = house
  await marieke.say('te vernietigen')
  const opened = await marieke.click(cardWith(house, marieke, 'Bekijk de lijst'), 'Bekijk de lijst')
  await press(house, marieke, opened, (action) => /^Ja, vernietig/.test(action.title ?? ''))
  await house.settle()
}

/** A consultation that the officer found enough: it is told, and then forgotten. */
async function enough(): Promise<void> {
  const { bot, thomas } = house
  const { signal } = await consult(house, thomas, 'Even overleggen.')
  const [municipality] = bot.app.municipalities
  if (!municipality) throw new Error('No municipality.')
  const ended = await handle(handling(bot.app, municipality), signal, {
    do: 'endConsultation',
    choice: 'enough',
    id: randomUUID(),
    actor: { role: 'officer', id: MARIEKE },
  })
  if (ended.done === 'ended') await bot.app.courier.deliver(municipality, ended.kept).done
  await days(1)
  await days(1)
}

test('destroyed at its term, and a consultation that was enough: every number is accounted for, every line fits', async () => {
  const { sanne, kees } = house
  await closed(await report(house, sanne, 'Achter de winkel slapen mensen.'))
  await report(house, kees, 'Hij mag zijn paspoort niet houden.')
  await days(1)
  await enough()
  await days(370)
  await destroyed()
  for (let round = 0; round < 3; round += 1) await days(1)
  const { wrong, said } = await verify()
  expect(
    said.filter((line) => /^S-|head|fewer|digest \d+:/.test(line) && !line.startsWith('established')),
  ).toEqual([])
  expect(wrong).toBe(0)
  expect(said).toContain('established: 3 number(s) that were given out have a head or a proof of an end')
  expect(said.join('\n')).not.toContain('from before an end could be asked')
  expect(told.length).toBeGreaterThan(5)
})

test('an end of before, whose proof does not say of which number: no alarm, and it is said', async () => {
  const { sanne, kees } = house
  await closed(await report(house, sanne, 'Achter de winkel slapen mensen.'))
  await report(house, kees, 'Hij mag zijn paspoort niet houden.')
  await days(367)
  await days(3)
  await destroyed()
  for (let round = 0; round < 3; round += 1) await days(1)
  await house.bot.stop()
  // As the version of before left it: a proof that says less, and no digest.
  const second = join(house.dir, 'audit.db')
  const rows = rowsOf(second).filter(({ id }) => !/^(?:digest|marks)-/.test(id))
  putBack(
    second,
    rows.map((row) => {
      const { ended } = JSON.parse(row.body)
      return ended === undefined ? row : { ...row, body: JSON.stringify({ schema: 1, ended }) }
    }),
  )
  told = []
  const before = await verify()
  expect(before.wrong).toBe(0)
  expect(before.said.join('\n')).toContain(
    'what became of 1 number(s) from before an end could be asked for its number',
  )
  await days(1)
  const after = await verify()
  expect(after.wrong).toBe(0)
  expect(after.said).toContain(
    'established: 1 number(s) that were given out have a head or a proof of an end',
  )
  expect(after.said.join('\n')).toContain('what became of 1 number(s) from before')
})

test('what goes on as usual fits every digest: opened, decided, closed', async () => {
  const { sanne, kees } = house
  await days(1)
  const first = await report(house, sanne, 'Achter de winkel slapen mensen.')
  await days(1)
  const dossier = await open(house, house.marieke, first)
  await report(house, kees, 'Hij mag zijn paspoort niet houden.')
  await days(1)
  await decide(house, house.marieke, dossier)
  await days(1)
  const { wrong } = await verify()
  expect([wrong, told.length]).toEqual([0, 4])
})
