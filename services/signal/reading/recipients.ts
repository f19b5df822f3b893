/** Who got it, and who must still hear of a correction (AVG 19). */
import { type Sent, sentOf } from '../../handover/sent.ts'
import type { SignalRecord } from '../record.ts'
import type { RecipientTask } from '../rights/types.ts'
import type { Route } from '../route.ts'

/** What partners must still be told (AVG 19): before its end, for after it nobody knows any more. */
export const openRecipientTasks = (record: Pick<SignalRecord, 'recipientTasks'>) =>
  (record.recipientTasks ?? []).filter((task) => !task.informed)

/** Somebody who got something: on which route, and in which giving where that was kept. */
export type Recipient = { route: string; sent?: string }

/** The same person or desk, by the same way: the latest that they were given stands for them. */
const whoIn = ({ way, to, contact }: Sent): string => [way, to, contact?.name].join('\n')

/**
 * Everybody who has it; with `fact`, everybody who was given that fact. A giving whose mail came back reached nobody. Each
 * contact once on a route, by the latest that they got with it.
 */
export function recipientsOf(record: Pick<SignalRecord, 'routes'>, fact?: string): Recipient[] {
  return record.routes
    .filter(({ handedOverAt }) => handedOverAt !== undefined)
    .flatMap((route): Recipient[] => {
      const all = sentOf(route)
      if (all.length === 0)
        return fact === undefined || mayHave(record, route, fact) ? [{ route: route.id }] : []
      const had = all.filter(
        ({ standing, facts }) =>
          standing !== 'bounced' && (fact === undefined || facts.some(({ id }) => id === fact)),
      )
      const latest = new Map(had.map((each) => [whoIn(each), each]))
      return [...latest.values()].map(({ id }) => ({ route: route.id, sent: id }))
    })
}

/** Passed on by a partner: it can have what that one was given, and no more. */
function mayHave({ routes }: Pick<SignalRecord, 'routes'>, { from }: Route, fact: string): boolean {
  const before = routes.find(({ id }) => id === from)
  const all = before ? sentOf(before) : []
  return all.length === 0 || all.some(({ facts }) => facts.some(({ id }) => id === fact))
}

/** What somebody was given of this fact, in the words of then; all of it where the task is of the signal as a whole. */
export function givenIn(
  record: Pick<SignalRecord, 'routes'>,
  { route, sent, fact }: RecipientTask,
): { sent: Sent; values: string[] } | undefined {
  const on = record.routes.find(({ id }) => id === route)
  const found = on && sentOf(on).find(({ id }) => id === sent)
  if (!found) return undefined
  return { sent: found, values: found.facts.filter(({ id }) => id === fact).map(({ value }) => value) }
}
