/** What stands in a register that two persons took over is recognised, shown with its line, and gone when the register goes. */
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import { type Importing, plan, plannedAs, type ReadLine } from '../../services/imports/plan.ts'
import { ImportId } from '../../services/imports/register.ts'
import { build, clear, confirm, leave } from '../../services/imports/standing.ts'
import { Day } from '../../services/words.ts'
import { type House, startHouse } from '../kit/house.ts'
import { ELLEN, MARIEKE } from '../kit/signals.ts'
import { kept, open, report, seen, through } from './officerSteps.ts'

let house: House
afterEach(() => house.stop())

async function* oneLine(): AsyncGenerator<ReadLine> {
  yield {
    line: 7,
    entry: {
      id: 'oud-7',
      persons: [],
      organisations: [],
      addresses: [{ street: 'Kraanvogelstraat', number: '14', addition: 'B', city: 'Voorbeeldstad' }],
      phones: [],
      ibans: [],
      plates: [],
      emails: [],
    },
  }
}

test('a line of it is found, and not any more once it was taken out', async () => {
  house = await startHouse()
  const { app } = house.bot
  const [municipality] = app.municipalities.all()
  const index = municipality && app.indexOf?.(municipality.id)
  if (!municipality || !index) throw new Error('There is no index.')
  const it: Importing = {
    store: app.store,
    key: app.keys.audit,
    municipality: municipality.id,
    now: app.now,
  }
  const terms = {
    by: { role: 'officer', id: MARIEKE },
    second: { role: 'officer', id: ELLEN },
    basis: 'Besluit van het college.',
    purpose: 'recognise',
    digest: 'a'.repeat(64),
    lines: 1,
    until: Day.parse('2027-01-31'),
  } as const
  const code = await plan(it, ImportId.parse(randomUUID()), terms, oneLine(), () => true)
  const before = await report(
    house,
    house.sanne,
    'Kraanvogelstraat 14b: een slot aan de buitenkant van een deur.',
  )
  expect(seen(house, await open(house, house.marieke, before))).toContain('Voor het eerst gezien.')
  const found = await plannedAs(it, code ?? '')
  if (typeof found === 'string') throw new Error(found)
  await confirm(it, municipality, found.register.id)
  await build(it, municipality, index, found.register)

  const after = await report(house, house.kees, 'Bij Kraanvogelstraat 14 b staan elke nacht busjes.')
  const dossier = await open(house, house.marieke, after)
  expect(seen(house, dossier)).toContain('Komt voor in het overgenomen register: 1 regel.')
  const page = seen(house, await through(house, house.marieke, dossier, 'Bekijk wat overeenkomt'))
  expect(page).toContain('Regel 7')
  expect(page).toContain('Kraanvogelstraat')
  // Which line it is stands in the signal, and none of its values.
  expect(JSON.stringify((await kept(house, after)).known)).not.toMatch(/Kraanvogel|oud-7/)

  await leave(it, found.register.id, 'removed', terms.by)
  await clear(it, index, found.register.id)
  const gone = await through(
    house,
    house.marieke,
    await open(house, house.marieke, after),
    'Bekijk wat overeenkomt',
  )
  expect(seen(house, gone)).toContain('Een regel die er niet meer is.')
  expect(seen(house, gone)).not.toContain('Regel 7')
})
