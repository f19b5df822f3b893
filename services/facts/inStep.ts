/**
 * The facts of a signal in step with its words: what is said is proposed, what is not said any more is proposed no more, and
 * what an officer looked at stays as they left it. One place, in the same save as the words (`decide.ts`).
 */
import type { SignalRecord } from '../signal/record.ts'
import { isFrozen } from '../signal/rights/freeze.ts'
import type { Instant } from '../words.ts'
import { type Fact, isTouched, MOST_FACTS } from './fact.ts'
import { propose, sourcesOf, type Town } from './propose.ts'
import { keyOf, proposalId } from './same.ts'

/** What the facts are read from. */
const wordsChanged = (before: SignalRecord, after: SignalRecord): boolean =>
  before.story !== after.story ||
  before.form !== after.form ||
  before.questions !== after.questions ||
  before.corrections !== after.corrections

/**
 * The record with its facts in step. `before`: what it was before this change; not there: it comes in. While it is frozen
 * nothing of it is used (AVG 18): what was added then is read when that ends.
 */
export function inStep(
  before: SignalRecord | undefined,
  after: SignalRecord,
  town: Town,
  now: Instant,
): SignalRecord {
  if (isFrozen(after)) return after
  const read = after.facts !== undefined && before !== undefined && !isFrozen(before)
  if (read && !wordsChanged(before, after)) return after
  const { facts, more } = proposedFor(after, town, now)
  const { factsLeftOut: _before, ...rest } = after
  return { ...rest, facts, ...(more > 0 ? { factsLeftOut: more } : {}) }
}

/** The facts of a record as they are; of one from before there were any, as its words propose them. Saves nothing. */
export function factsOf(record: SignalRecord, town: Town, now: Instant): readonly Fact[] {
  if (record.facts) return record.facts
  return isFrozen(record) ? [] : proposedFor(record, town, now).facts
}

/** What an officer looked at, as they left it; and what the words propose beside that. */
function proposedFor(record: SignalRecord, town: Town, now: Instant): { facts: Fact[]; more: number } {
  const old = record.facts ?? []
  const proposals = propose(record, town, now)
  const fresh = new Map(proposals.facts.map((fact) => [fact.id, fact]))
  const texts = new Map(sourcesOf(record, town).map(({ id, text }) => [id, text]))
  const touched = old.filter(isTouched).map((fact): Fact => {
    const again = fresh.get(fact.id)
    const { lost: _lost, ...found } = fact
    if (!fact.passage || texts.get(fact.passage.passage)?.includes(fact.passage.words)) return found
    // The same is said elsewhere in it.
    if (again?.passage) return { ...found, passage: again.passage }
    return { ...fact, lost: true }
  })
  // The same as an officer looked at, also where they changed what it says, is not proposed beside it.
  const known = new Set(
    touched.flatMap((fact) => [
      fact.id,
      ...[fact.details, ...(fact.before ?? []).map(({ details }) => details)].map((details) =>
        proposalId(record.id, keyOf(details)),
      ),
    ]),
  )
  const at = new Map(old.map((fact) => [fact.id, fact.at]))
  const beside = proposals.facts
    .filter(({ id }) => !known.has(id))
    .map((fact) => ({ ...fact, at: at.get(fact.id) ?? fact.at }))
  const room = Math.max(0, MOST_FACTS - touched.length)
  return {
    facts: [...touched, ...beside.slice(0, room)],
    more: proposals.more + Math.max(0, beside.length - room),
  }
}
