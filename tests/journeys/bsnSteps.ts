/** Where a number is that should be nowhere: in what is kept, logged or sent. */
import { inspect } from 'node:util'
import type { House } from '../kit/house.ts'
import { checkDigit, grouped } from '../services/privacy/bsn/artificial.ts'
import { onDisk } from './steps.ts'

export const MARK = '[BSN verwijderd]'
/** Pass the 11-test, and are nobody's. */
export const ONE = `11122233${checkDigit('11122233')}`
export const TWO = `99999000${checkDigit('99999000')}`

/** Keeps whatever the log of this bot is handed, before it is cut down to counts and codes. */
export function listenTo(house: House, logged: string[]): void {
  const { log } = house.bot.app
  for (const level of ['info', 'warn', 'error'] as const) {
    log[level] = (...given) => void logged.push(inspect(given, { depth: 9, showHidden: true }))
  }
}

/** Which of store, disk, log and what was sent knows this number, in any of the usual notations. */
export async function whereIs(house: House, logged: readonly string[], number: string): Promise<string[]> {
  await house.settle()
  const { store, municipalities } = house.bot.app
  const kept: unknown[] = []
  for (const { id } of municipalities) {
    for (const kind of ['signal', 'chat', 'vault', 'counter', 'count'] as const) {
      for (const { document } of await store.list(id, kind, { after: '' }, 1_000)) kept.push(document)
    }
  }
  const sent = house.connector.everythingSent().map(({ body }) => body)
  const places = {
    store: JSON.stringify(kept),
    disk: onDisk(house),
    log: logged.join('\n'),
    sent: sent.join('\n'),
  }
  const spellings = [number, grouped(number, [3, 3, 3], ' '), grouped(number, [4, 2, 3], '.')]
  return Object.entries(places).flatMap(([place, all]) =>
    spellings.some((each) => all.includes(each)) ? [place] : [],
  )
}
