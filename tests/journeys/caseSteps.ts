/** Steps of the journeys of cases: joining two signals, the page of a case, and facts as they stand in a record. */
import { randomUUID } from 'node:crypto'
import { CaseRecord } from '../../services/cases/case.ts'
import type { Fact, FactDetails, KnownMatch } from '../../services/facts/fact.ts'
import { readSignal, replaceOps } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { everyDocument } from '../../services/store/every.ts'
import { Day } from '../../services/words.ts'
import type { Clicked, Inputs, Person } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { open, press, report, through, verb } from './officerSteps.ts'
import { type Reported, tenant } from './steps.ts'

export const REASON = 'Zelfde adres, zelfde week.'

/** Every case that the store holds. */
export async function cases(house: House): Promise<CaseRecord[]> {
  const found: CaseRecord[] = []
  for await (const { document } of everyDocument(house.bot.app.store, tenant(house), 'case'))
    found.push(CaseRecord.parse(document.body))
  return found
}

/** A youngster's signal of one, and an inspection of another, at the same house. */
export async function reports(house: House): Promise<[Reported, Reported]> {
  const { sanne, kees } = house
  return [
    await report(house, sanne, 'Een jongen van zestien slaapt in de schuur achter nummer 14.'),
    await report(house, kees, 'Bij de controle van nummer 14 lagen er acht matrassen.'),
  ]
}

/** The form that joins, from *Meer*, filled in with the other one. */
export async function join(
  house: House,
  a: Reported,
  b: Reported,
  by: Person = house.marieke,
  reason = REASON,
): Promise<Clicked> {
  const form = await through(house, by, await open(house, by, a), 'Meer', 'Hoort bij elkaar')
  return press(house, by, form, 'Voeg samen', { other: b.signal, reference: '', reason })
}

/** The page of the case of this signal. */
export async function casePage(house: House, it: Reported, by: Person = house.marieke): Promise<Clicked> {
  return press(house, by, await open(house, by, it), verb('casePage'))
}

/** A form of the case, opened by its title and sent by its button. */
export async function fill(
  house: House,
  it: Reported,
  door: string,
  send: string,
  inputs: Inputs,
  by: Person = house.marieke,
): Promise<Clicked> {
  const form = await press(house, by, await casePage(house, it, by), door)
  return press(house, by, form, send, inputs)
}

/** Changes what is stored of a signal, as another part of the house would. */
export async function store(
  house: House,
  it: Reported,
  change: (record: SignalRecord) => Partial<SignalRecord>,
): Promise<void> {
  const { store: kept, municipalities } = house.bot.app
  const found = await readSignal(kept, tenant(house), it.signal)
  const municipality = municipalities.all()[0]
  if (!found || !('record' in found) || !municipality) throw new Error('No such signal.')
  const record = { ...found.record, ...change(found.record) }
  const saved = await kept.save(replaceOps(record, found.etag, record.listing, municipality))
  if (!saved.saved) throw new Error('Not saved.')
}

/** A fact as an officer left it. */
export const factOf = (record: SignalRecord, details: FactDetails, fields: Partial<Fact> = {}): Fact => ({
  id: randomUUID(),
  at: record.receivedAt,
  by: 'reading',
  details,
  how: 'heard',
  standing: 'unverified',
  ...fields,
})

export const day = (text: string): Day => Day.parse(text)

/** What was found beside it. */
export const matchOf = (it: Reported, record: SignalRecord): KnownMatch => ({
  signal: it.signal,
  reference: record.reference,
  strength: 'likely',
  score: 12,
  reasons: [
    { field: 'address', agrees: 'same', bits: 14 },
    { field: 'name', agrees: 'nearly', bits: 3 },
    { field: 'birth', agrees: 'differs', bits: -2 },
  ],
  foundAt: record.receivedAt,
})
