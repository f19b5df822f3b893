/** Much is open: a round in which nothing is due, a start, and the first page of the worklist cost no more for it. */
import { afterEach, expect, test } from '@jest/globals'
import { lineOps, withListing } from '../../services/agenda/entry.ts'
import { storedSignal } from '../../services/signal/handle.ts'
import type { Urgency } from '../../services/signal/words.ts'
import { type Op, StoreUnavailable } from '../../services/store/port.ts'
import { Instant, Reference } from '../../services/words.ts'
import type { Clicked, Person, Shown } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MemoryDisk, MemoryStore } from '../kit/memoryStore.ts'
import { delivered, received } from '../kit/signals.ts'
import { press, seen } from './officerSteps.ts'
import { tenant } from './steps.ts'

const houses: House[] = []
afterEach(async () => {
  for (const house of houses.splice(0)) await house.stop()
})

/** Counts requests, and the documents that came back with them. */
class CountedStore extends MemoryStore {
  documents = 0
  override async list(...asked: Parameters<MemoryStore['list']>) {
    const found = await super.list(...asked)
    this.documents += found.length
    return found
  }
  override async read(key: Parameters<MemoryStore['read']>[0]) {
    const found = await super.read(key)
    this.documents += found ? 1 : 0
    return found
  }
  get requests(): number {
    return this.asked.read + this.asked.list + this.asked.save
  }
}

/** What a round asks for in which nothing is due: the outbox (twice), the point, and whether the agenda was told anything. */
const IDLE = 4
/**
 * What a round adds in which the jobs of up to every three minutes come along: the key of the municipality, which was
 * remembered for a minute; the settings, as another instance may have changed them; files that nothing has any more;
 * whether anything was muted since; the agenda (its lines and its root); its leaves (their names, and one of them); and the
 * lease of the mailbox, which this municipality has (read and taken; nothing came, so nothing more).
 *
 * And those of every ten: the agenda once more for what was given up (its lines and its root), the chats with a draft, that
 * the point was looked at, and whether a register that was taken over ends.
 */
const [DUE, COUNTED] = [10, 5]

const URGENCIES: readonly Urgency[] = ['soft', 'normal', 'high', 'acute']
const RANK = { acute: 0, high: 1, normal: 2, soft: 3 } as const

type Full = { house: House; store: CountedStore; order: string[] }

/** A house in which so many are open, of all urgencies in no order, and nothing is due. `known`: the agenda has them. */
async function full(count: number, known: boolean, disk = new MemoryDisk()): Promise<Full> {
  const store = new CountedStore({ disk })
  const house = await startHouse({ instead: store })
  houses.push(house)
  const [municipality] = house.bot.app.municipalities.all()
  if (!municipality) throw new Error('There is no municipality.')
  const groups: Op[][] = []
  const all: { reference: string; rank: number; at: Instant }[] = []
  for (let nr = 1; nr <= count; nr += 1) {
    const urgency = URGENCIES[(nr * 7) % 4] ?? 'normal'
    // Newer ones have higher numbers, and nothing is late yet.
    const at = Instant.parse(new Date(Date.parse(house.bot.app.now()) - (count - nr) * 10).toISOString())
    const reference = Reference.parse(`S-2026-${String(nr).padStart(5, '0')}`)
    const fresh = received(
      { urgency, reference, municipality: municipality.id },
      {
        now: at,
        municipality,
        newId: house.bot.app.newId,
        auditKey: house.bot.app.keys.audit,
      },
    )
    const it = delivered(fresh)
    const record = known ? withListing(it, municipality, at) : it
    groups.push([
      { op: 'create', document: storedSignal(record, municipality) },
      ...lineOps(undefined, record),
    ])
    all.push({ reference, rank: RANK[urgency], at })
  }
  await house.bot.app.store.saveMany(groups)
  const sorted = all.toSorted((a, b) => a.rank - b.rank || a.at.localeCompare(b.at))
  return { house, store, order: sorted.map(({ reference }) => reference) }
}

type Cost = { requests: number; documents: number }
async function costOf({ store }: Full, act: () => Promise<unknown>): Promise<Cost> {
  const before = [store.requests, store.documents] as const
  await act()
  return { requests: store.requests - before[0], documents: store.documents - before[1] }
}

/** Until nothing is asked any more: the heads of so many trails follow a little later, and read what they missed. */
async function quiet({ store }: Full): Promise<void> {
  for (let before = -1; before !== store.requests; ) {
    before = store.requests
    await new Promise((resolve) => setTimeout(resolve, 1_500))
  }
}

/** Until the walks of the day are over; they take a page at a time. */
async function walked(it: Full): Promise<void> {
  for (let round = 0; round < 90; round += 1) {
    const { requests } = await costOf(it, () => it.house.bot.sweep())
    if (requests <= IDLE) return
  }
  throw new Error('The walk never ends.')
}

const listed = (text: string): string[] => [...text.matchAll(/^(S-\d{4}-\d{5})$/gm)].map((m) => m[1] ?? '')

/** Turns pages from the newest list of this person until there are no more. */
async function turned(house: House, person: Person, next: string): Promise<string[][]> {
  const pages: string[][] = []
  let shown: Shown | Clicked = house.connector.newestCard(person)
  for (let nr = 0; nr < 20; nr += 1) {
    const text = seen(house, shown)
    pages.push(listed(text))
    if (!text.includes(next)) return pages
    shown = isClicked(shown) ? await press(house, person, shown, next) : await person.click(shown, next)
  }
  throw new Error('The list never ends.')
}
const isClicked = (shown: Shown | Clicked): shown is Clicked => 'body' in shown && 'status' in shown

test('a round, a page and a start cost the same with ten and with more than a thousand', async () => {
  const costs: { round: Cost; page: Cost; start: Cost }[] = []
  for (const count of [10, 1_200]) {
    const it = await full(count, true)
    await walked(it)
    await quiet(it)
    const round = await costOf(it, () => it.house.bot.sweep())
    expect(round.requests).toBe(IDLE)
    it.house.clock.advance({ minutes: 4 })
    expect((await costOf(it, () => it.house.bot.sweep())).requests).toBe(IDLE + DUE)
    it.house.clock.advance({ minutes: 7 })
    expect((await costOf(it, () => it.house.bot.sweep())).requests).toBe(IDLE + DUE + COUNTED)
    const page = await costOf(it, () => it.house.marieke.say('werklijst'))
    expect(listed(seen(it.house, it.house.connector.newestCard(it.house.marieke)))).toEqual(
      it.order.slice(0, 15),
    )
    const again = new CountedStore({ disk: it.store.disk })
    const started = await startHouse({ instead: again })
    houses.push(started)
    costs.push({ round, page, start: { requests: again.requests, documents: again.documents } })
  }
  const [few, many] = costs
  if (!few || !many) throw new Error('Nothing was measured.')
  expect(many.round).toEqual(few.round)
  expect(many.start).toEqual(few.start)
  expect(many.page.requests).toBeLessThanOrEqual(2 * few.page.requests)
  expect(many.page.documents).toBeLessThanOrEqual(2 * few.page.documents)
}, 120_000)

test.each([
  ['nl', 'werklijst', 'Toon de volgende dossiers', '50 dossiers staan open.'],
  ['en-GB', 'worklist', 'Show the next files', '50 files are open.'],
])(
  'in %s: page after page, the most urgent first over all of them, each once',
  async (locale, word, next, says) => {
    const { house, order } = await full(50, true)
    const marieke = house.connector.person({ ...house.marieke, locale })
    await marieke.say(word)
    expect(seen(house, house.connector.newestCard(marieke))).toContain(says)
    const incomplete = await turned(house, marieke, next)
    expect(incomplete.map(({ length }) => length)).toEqual([15, 15, 15, 5])
    expect(incomplete.flat()).toEqual(order)
    // And once everything has its place.
    await house.bot.sweep()
    await marieke.say(word)
    expect((await turned(house, marieke, next)).flat()).toEqual(order)
  },
)

test('signals from before there was an agenda stand on the list at once, and are put in it a page at a time', async () => {
  const it = await full(250, false)
  const first = async () => {
    await it.house.marieke.say('werklijst')
    return listed(seen(it.house, it.house.connector.newestCard(it.house.marieke)))
  }
  expect(await first()).toEqual(it.order.slice(0, 15))
  await walked(it)
  expect(await first()).toEqual(it.order.slice(0, 15))
  // Their terms run: what is late is told, though nobody looked at them but the agenda.
  const before = it.house.connector.everythingSent(it.house.marieke).length
  it.house.clock.advance({ days: 2 })
  await it.house.bot.sweep()
  await it.house.settle()
  expect(it.house.connector.everythingSent(it.house.marieke).length).toBeGreaterThan(before)
}, 120_000)

test('the terms change: what is there already goes by the new ones', async () => {
  const it = await full(3, true)
  const { house } = it
  await walked(it)
  const { municipalities } = house.bot.app
  const [municipality] = municipalities.all()
  if (!municipality) throw new Error('There is no municipality.')
  const moments = async () =>
    (await house.bot.app.store.list(municipality.id, 'signal', { after: '' }, 10)).map(
      ({ document }) => JSON.stringify(document.body).match(/"next":"([^"]+)"/)?.[1],
    )
  const before = await moments()
  const { now } = municipalities
  municipalities.now = (of) => ({ ...now.call(municipalities, of), officeHours: { from: 6, until: 23 } })
  await house.bot.sweep()
  await house.bot.sweep()
  expect(await moments()).not.toEqual(before)
})

test('an instance dies in the middle of its walk: another goes on from there', async () => {
  const it = await full(250, false)
  const other = new CountedStore({ disk: it.store.disk })
  const second = await startHouse({ instead: other, clock: it.house.clock, connector: it.house.connector })
  houses.push(second)
  await it.house.bot.sweep()
  const save = it.store.save.bind(it.store)
  it.store.save = () => Promise.reject(new StoreUnavailable('unreachable'))
  // Its lease still stands: nobody else begins.
  const walk = () => it.store.disk.rows.get(JSON.stringify([tenant(it.house), 'counter', 'job-walk']))?.body
  const before = walk()
  expect(before).toContain('"after"')
  await second.bot.sweep()
  expect(walk()).toBe(before)
  it.house.clock.advance({ minutes: 11 })
  for (let round = 0; round < 4; round += 1) await second.bot.sweep()
  expect(walk()).not.toContain('"after"')
  const root = it.store.disk.all('agenda').find(({ id }) => id === 'agenda')
  expect(root).toBeDefined()
  const entries = it.store.disk.all('agenda').filter(({ id }) => id.startsWith('leaf-'))
  expect(entries.length).toBeGreaterThan(2)
  it.store.save = save
}, 120_000)

test('the agenda does not open any more: nothing is lost from view, and it is made anew from the records', async () => {
  const it = await full(30, true)
  await walked(it)
  const body = JSON.stringify({ sealed: 1, key: { by: 'x', wrapped: 'x' }, data: 'x' })
  for (const row of it.store.disk.rows.values()) if (row.key.kind === 'agenda') row.body = body
  const first = async () => {
    await it.house.marieke.say('werklijst')
    return listed(seen(it.house, it.house.connector.newestCard(it.house.marieke)))
  }
  expect(await first()).toEqual(it.order.slice(0, 15))
  it.house.clock.advance({ minutes: 4 })
  for (let round = 0; round < 3; round += 1) await it.house.bot.sweep()
  const made = [...it.store.disk.rows.values()].filter(
    (row) => row.key.kind === 'agenda' && row.body !== body,
  )
  expect(made.map(({ key }) => key.id.split('-')[0]).sort()).toEqual(['agenda', 'leaf'])
  expect(await first()).toEqual(it.order.slice(0, 15))
})
