/**
 * What an officer does with the facts of a signal: confirm, refute, correct, add; what a person may be in it (A037) and how
 * they can be reached (A046). What was handed over is made right with whoever has it (AVG 19).
 */
import {
  type Fact,
  type FactDetails,
  MOST_FACTS,
  type PersonRole,
  type SafeContact,
} from '../../facts/fact.ts'
import { inStep } from '../../facts/inStep.ts'
import { detailsTyped } from '../../facts/typed.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, NOTED, note, type RuleResult, set, visible } from '../change.ts'
import { informEveryRecipient } from '../rights/deeds.ts'
import { blank } from './blank.ts'
import type { OfficerDeed } from './data.ts'

/** A deed that stood on a page: `seen` says which state of the signal that showed. */
type OnPage<D extends 'confirmFact' | 'refuteFact' | 'unverifyFact'> = OfficerDeed<D> & { seen?: number }

/** The facts as they are; of a record from before there were any, as its words propose them. */
function factsIn(change: Change): readonly Fact[] {
  const { setting, record } = change
  if (!record.facts) change.record = inStep(undefined, record, setting.municipality, setting.now)
  return change.record.facts ?? []
}

const factOf = (change: Change, id: string): Fact | undefined =>
  factsIn(change).find((fact) => fact.id === id)

/** Puts a fact in the place of itself, as looked at by this officer now. */
function put(change: Change, by: OfficerId, fresh: Fact): void {
  const checked = { at: change.setting.now, by }
  set(change, {
    facts: factsIn(change).map((fact) => (fact.id === fresh.id ? { ...fresh, checked } : fact)),
  })
}

const sameRoles = (one: readonly PersonRole[], other: readonly PersonRole[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role))

/** The roles that were chosen, where they are others than those that stand there. @returns whether any was */
function takeRoles(change: Change, by: OfficerId, chosen: Record<string, PersonRole[]> | undefined): boolean {
  let taken = false
  for (const [id, roles] of Object.entries(chosen ?? {})) {
    const fact = factOf(change, id)
    if (fact?.details.kind !== 'person' || sameRoles(fact.details.roles, roles)) continue
    put(change, by, { ...fact, details: { ...fact.details, roles: [...new Set(roles)] } })
    taken = true
  }
  if (taken) note(change, 'setRoles')
  return taken
}

/** Those of a page that still shows the signal as it is: on an older page they may be another's. */
const rolesOnPage = (
  change: Change,
  { roles, seen }: OnPage<'confirmFact' | 'refuteFact' | 'unverifyFact'>,
) => (seen === change.record.revision ? roles : undefined)

/** Several may hold for one person; none is a choice too (A037). */
export function setRoles(change: Change, by: OfficerId, deed: OfficerDeed<'setRoles'>): RuleResult {
  if (!takeRoles(change, by, deed.roles)) return { refused: 'already' }
  visible(change)
  return NOTED
}

/** These are right. What was looked at on its standing only is its own proof, so that twice is once. */
export function confirmFact(change: Change, by: OfficerId, deed: OnPage<'confirmFact'>): RuleResult {
  const chosen = takeRoles(change, by, rolesOnPage(change, deed))
  const facts = deed.facts.flatMap((id) => factOf(change, id) ?? [])
  if (facts.length === 0) return { refused: 'notNow' }
  const fresh = facts.filter(({ standing, lost }) => standing !== 'confirmed' || lost)
  if (fresh.length === 0 && !chosen) return { refused: 'already' }
  for (const fact of fresh) {
    const { why: _before, lost, passage, ...rest } = fact
    // Its words are gone: from here it stands on the officer's word.
    put(change, by, { ...rest, ...(lost || !passage ? {} : { passage }), standing: 'confirmed' })
    if (fact.standing === 'refuted') takeBackRefuted(change, fact.id)
  }
  if (fresh.length > 0) note(change, 'confirmFact')
  if (chosen || facts.some(({ standing }) => standing === 'refuted')) visible(change)
  return NOTED
}

/** It is not so: it is looked up by nobody any more, and everybody who has it hears (AVG 16, 19). */
export function refuteFact(change: Change, by: OfficerId, deed: OnPage<'refuteFact'>): RuleResult {
  const fact = factOf(change, deed.fact)
  if (!fact) return { refused: 'notNow' }
  const chosen = takeRoles(change, by, rolesOnPage(change, deed))
  const why = blank(deed.text ?? '') ? undefined : deed.text?.slice(0, 2_000)
  if (fact.standing === 'refuted' && (why === undefined || why === fact.why) && !chosen)
    return { refused: 'already' }
  put(change, by, {
    ...(factOf(change, fact.id) ?? fact),
    standing: 'refuted',
    ...(why === undefined ? {} : { why }),
  })
  note(change, 'refuteFact')
  if (fact.standing !== 'refuted') informEveryRecipient(change, 'refuted', fact.id)
  visible(change)
  return NOTED
}

/** Whoever was not told yet that it is wrong, is not told; whoever was, hears that it was made right. */
function takeBackRefuted(change: Change, id: string): void {
  const tasks = change.record.recipientTasks ?? []
  const mine = tasks.filter((task) => task.fact === id && task.why === 'refuted')
  if (mine.length === 0) return
  set(change, { recipientTasks: tasks.filter((task) => !mine.includes(task) || task.informed) })
  if (mine.some((task) => task.informed)) informEveryRecipient(change, 'corrected', id)
}

/** It is not known any more whether it is right. */
export function unverifyFact(change: Change, by: OfficerId, deed: OnPage<'unverifyFact'>): RuleResult {
  const fact = factOf(change, deed.fact)
  if (!fact) return { refused: 'notNow' }
  const chosen = takeRoles(change, by, rolesOnPage(change, deed))
  if (fact.standing === 'unverified' && !chosen) return { refused: 'already' }
  const { why: _why, ...rest } = factOf(change, fact.id) ?? fact
  put(change, by, { ...rest, standing: 'unverified' })
  note(change, 'unverifyFact')
  if (fact.standing === 'refuted') takeBackRefuted(change, fact.id)
  visible(change)
  return NOTED
}

/** What a fact said before it was corrected is kept, the latest of it. */
const MOST_BEFORE = 20

/** What it says instead: typed by an officer, and so right as far as they know. */
export function correctFact(change: Change, by: OfficerId, deed: OfficerDeed<'correctFact'>): RuleResult {
  const { setting } = change
  const fact = factOf(change, deed.fact)
  if (!fact) return { refused: 'notNow' }
  const typed = detailsTyped(fact.details.kind, deed, dayOf(setting.now, setting.municipality))
  if ('refused' in typed) return typed
  const details = withContact(typed, fact.details)
  const how = deed.known ?? fact.how
  const { on: _on, why: _why, ...rest } = fact
  const same = JSON.stringify(sorted(details)) === JSON.stringify(sorted(fact.details))
  if (same && how === fact.how && deed.on === fact.on) return { refused: 'already' }
  const before = same
    ? fact.before
    : [...(fact.before ?? []), { at: setting.now, by, details: fact.details }].slice(-MOST_BEFORE)
  put(change, by, {
    ...rest,
    details,
    how,
    ...(deed.on === undefined ? {} : { on: deed.on }),
    standing: 'confirmed',
    ...(before === undefined ? {} : { before }),
  })
  note(change, 'correctFact')
  if (fact.standing === 'refuted') takeBackRefuted(change, fact.id)
  if (!same) informEveryRecipient(change, 'corrected', fact.id)
  visible(change)
  return CHANGED
}

const sorted = (details: FactDetails) => Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))

/** How somebody can be reached is asked on a form of its own, and stays. */
function withContact(fresh: FactDetails, before: FactDetails): FactDetails {
  if (fresh.kind !== 'person' || before.kind !== 'person' || !before.safeContact) return fresh
  return { ...fresh, safeContact: before.safeContact }
}

/** What the words do not say, and the officer knows. */
export function addFact(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'addFact'> & { id: string },
): RuleResult {
  const { setting } = change
  if (!deed.kind) return { refused: 'needs', field: 'kind' }
  const facts = factsIn(change)
  if (facts.length >= MOST_FACTS) return { refused: 'tooMany', most: MOST_FACTS }
  const details = detailsTyped(deed.kind, deed, dayOf(setting.now, setting.municipality))
  if ('refused' in details) return details
  const fresh: Fact = {
    id: deed.id,
    at: setting.now,
    by,
    details,
    how: deed.known ?? 'unknown',
    ...(deed.on === undefined ? {} : { on: deed.on }),
    standing: 'confirmed',
    checked: { at: setting.now, by },
  }
  set(change, { facts: [...facts, fresh] })
  note(change, 'addFact')
  visible(change)
  return CHANGED
}

const line = (text: string | undefined): string | undefined =>
  blank(text ?? '') ? undefined : text?.trim().slice(0, 2_000)

/** How a possible victim can be reached without harm; it goes along with every hand-over (A046). */
export function safeContact(change: Change, by: OfficerId, deed: OfficerDeed<'safeContact'>): RuleResult {
  const fact = factOf(change, deed.fact)
  if (fact?.details.kind !== 'person') return { refused: 'notNow' }
  const [how, howNot, mustNotKnow] = [deed.how, deed.howNot, deed.mustNotKnow].map(line)
  const contact: SafeContact = {
    ...(how === undefined ? {} : { how }),
    ...(howNot === undefined ? {} : { howNot }),
    ...(mustNotKnow === undefined ? {} : { mustNotKnow }),
  }
  const { safeContact: before, ...person } = fact.details
  if (JSON.stringify(contact) === JSON.stringify(before ?? {})) return { refused: 'already' }
  const said = Object.keys(contact).length > 0
  put(change, by, { ...fact, details: { ...person, ...(said ? { safeContact: contact } : {}) } })
  note(change, 'safeContact')
  // Who has it already must not go on in the old way.
  informEveryRecipient(change, 'corrected', fact.id)
  visible(change)
  return CHANGED
}
