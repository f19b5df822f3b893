/**
 * What is given when a route is handed over (C6): composed of the facts that an officer chose, or as they wrote it, and kept as
 * it went. Words that may say who reported are pointed out first; a BSN, or the story itself, goes to nobody.
 */
import { betrayals, hasBsn, isStory } from '../../handover/betrays.ts'
import { type Composed, composeFor, wholeText } from '../../handover/compose.ts'
import { aimOf } from '../../handover/foot.ts'
import { givenIn } from '../../handover/given.ts'
import { kindOf, profileOf } from '../../handover/profile.ts'
import { CONDITIONS, QUESTIONS } from '../../handover/questions.ts'
import {
  MOST_BODY,
  MOST_SENT,
  MOST_WORDS,
  owesReceipt,
  type Receipt,
  type Sent,
  sentOf,
} from '../../handover/sent.ts'
import { contactsOf, waysOf } from '../../handover/ways.ts'
import { partnerOf } from '../../municipality/municipality.ts'
import { addWorkingDays, dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, visible } from '../change.ts'
import type { Refusal } from '../command.ts'
import { groundFor } from '../reading/ground.ts'
import type { SignalRecord } from '../record.ts'
import type { Route } from '../route.ts'
import { blank } from './blank.ts'
import type { OfficerDeed } from './data.ts'

const no = (why: Extract<Refusal, { refused: 'handOver' }>['why']): Refusal => ({ refused: 'handOver', why })

/** The signal with those of its case that go along; none where it is handed over by itself. */
function recordsIn({ record, setting }: Change): readonly [SignalRecord, ...SignalRecord[]] {
  return [record, ...(setting.beside ?? []).filter(({ id }) => id !== record.id)]
}

type Choice = { facts?: readonly string[] | undefined; basis?: string | undefined; by: OfficerId }

/** What this partner would get of these facts. */
function composedFor(change: Change, route: Route, { facts, basis, by }: Choice): Composed {
  const { municipality, now } = change.setting
  const partner = partnerOf(municipality, route.partner)
  return composeFor(partner ? kindOf(partner) : 'other', {
    records: recordsIn(change),
    municipality,
    now,
    officer: by,
    partner,
    chosen: facts,
    answerBy: route.answerBy,
    ...groundFor(change.record, partner, municipality.language),
    ...(basis === undefined ? {} : { basis }),
  })
}

/** Why these words may go to nobody as they are; `sure`: what was pointed out may stay. */
function wrongWith(change: Change, words: string, composed: Composed, sure: boolean): Refusal | undefined {
  if (blank(words)) return no('empty')
  if (words.length > MOST_BODY) return no('tooLong')
  // What was composed holds what officers typed and what was read, in which numbers were hidden before.
  if (words !== composed.body && hasBsn(words)) return no('bsn')
  const records = recordsIn(change)
  const facts = composed.facts.map(({ value }) => value)
  if (isStory(words, records, facts)) return no('story')
  const { language } = change.setting.municipality
  return !sure && betrayals(words, records, language, facts).length > 0 ? no('betrays') : undefined
}

/** A fact that stands in what was written was put right or refuted since: it is looked at anew. */
function isOutdated({ prepared }: Route, composed: Composed): boolean {
  const now = new Map(composed.facts.map(({ id, value }) => [`${id} ${value}`, true]))
  return prepared?.given?.some(({ id, value }) => !now.has(`${id} ${value}`)) ?? false
}

const cut = (text: string | undefined, most: number): string | undefined =>
  blank(text ?? '') ? undefined : text?.trim().slice(0, most)

type ReceiptFields = Pick<
  OfficerDeed<'handOverMore'>,
  'spokeWith' | 'spokeAt' | 'theirNumber' | 'said' | 'promised' | 'withWhat'
>

/** What the other side said, as far as anything was filled in. */
function receiptOf({ setting }: Change, by: OfficerId, deed: ReceiptFields): Receipt | undefined {
  const fields = {
    spokeWith: cut(deed.spokeWith, 200),
    spokeAt: cut(deed.spokeAt, 200),
    theirNumber: cut(deed.theirNumber, 200),
    said: cut(deed.said, 4_000),
    promised: cut(deed.promised, 4_000),
    withWhat: cut(deed.withWhat, 200),
  }
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return Object.keys(filled).length === 0 ? undefined : { at: setting.now, by, ...filled }
}

const bsnIn = ({ spokeWith, spokeAt, theirNumber, said, promised, withWhat }: ReceiptFields): boolean =>
  [spokeWith, spokeAt, theirNumber, said, promised, withWhat].some((text) => hasBsn(text ?? ''))

/** By which way, and to whom there; or why not. */
function wayOf({ setting }: Change, route: Route, deed: OfficerDeed<'handOver'>) {
  const { municipality } = setting
  const partner = partnerOf(municipality, route.partner)
  const offered = waysOf(partner, municipality)
  // From a card of before there were ways: the officer did it, and we send nothing.
  const wanted = deed.way ?? offered.find(({ by }) => by !== 'mail')?.by
  const way = offered.find(({ by }) => by === wanted)
  if (!way || way.not) return no('way')
  const all = contactsOf(partner)
  const contact = deed.contact === undefined ? all[0] : all.find(({ name }) => name === deed.contact)
  if (deed.contact !== undefined && !contact) return no('contact')
  const to = way.by === 'telephone' ? (contact?.phone ?? way.to) : way.to
  return {
    way: way.by,
    ...(to === undefined ? {} : { to }),
    ...(contact
      ? { contact: { name: contact.name, ...(contact.role === undefined ? {} : { role: contact.role }) } }
      : {}),
  }
}

/** What is given now, to be kept on the route; or why it may not be. */
export function giveOn(
  change: Change,
  by: OfficerId,
  route: Route,
  deed: OfficerDeed<'handOver'>,
  basis: string | undefined,
): Pick<Route, 'sent'> | Refusal {
  const { setting, record } = change
  const { municipality, now } = setting
  if (sentOf(route).length >= MOST_SENT) return no('tooOften')
  if (bsnIn(deed)) return no('bsn')
  const to = wayOf(change, route, deed)
  if ('refused' in to) return to
  const { prepared } = route
  const facts = deed.facts ?? prepared?.facts
  const composed = composedFor(change, route, { facts, basis, by })
  const written = deed.words ?? prepared?.words
  if (deed.words === undefined && written !== undefined && isOutdated(route, composed)) return no('changed')
  const body = written ?? composed.body
  const wrong = wrongWith(change, body, composed, deed.sure === true)
  if (wrong) return wrong
  const partner = partnerOf(municipality, route.partner)
  const profile = profileOf(partner ? kindOf(partner) : 'other')
  const letStand = betrayals(
    body,
    recordsIn(change),
    municipality.language,
    composed.facts.map(({ value }) => value),
  )
  const receipt = receiptOf(change, by, deed)
  // A call of which nothing was written down yet is filled in later, whether that was said or not.
  const later = to.way === 'telephone' && !receipt && (deed.later === true || deed.way === 'telephone')
  const fresh: Sent = {
    id: setting.newId(),
    at: now,
    by,
    ...to,
    words: wholeText(composed, body).slice(0, MOST_WORDS),
    ...(written === undefined ? {} : { edited: true as const }),
    ...(letStand.length > 0 ? { letStand: letStand.length } : {}),
    facts: written === undefined ? composed.facts : givenIn(body, composed),
    ...(basis === undefined ? {} : { basis: basis.slice(0, 400) }),
    aim: aimOf(profile),
    questions: [...QUESTIONS],
    conditions: [...CONDITIONS],
    answerBy: route.answerBy,
    onBehalf: municipality.reportsOutsideAs,
    ...(record.caseOf && setting.beside?.length ? { ofCase: record.caseOf.id } : {}),
    standing: to.way === 'mail' ? 'queued' : 'done',
    ...(receipt ? { receipt } : {}),
    ...(later ? { fillBy: addWorkingDays(dayOf(now, municipality), 1) } : {}),
  }
  return { sent: [...sentOf(route), fresh] }
}

/** Puts a route in the place of itself. */
function replace(change: Change, old: Route, fresh: Route): void {
  set(change, { routes: change.record.routes.map((route) => (route === old ? fresh : route)) })
}

/** Makes a hand-over ready: other facts, or other words. What was pointed out is said again when it is handed over. */
export function prepareHandOver(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'prepareHandOver'>,
): RuleResult {
  const route = change.record.routes.find(({ id }) => id === deed.route)
  if (route?.state !== 'planned') return { refused: 'notNow' }
  const composed = composedFor(change, route, { facts: deed.facts, by })
  const known = new Set(composed.choices.flatMap(({ id, never }) => (never ? [] : [id])))
  const facts = deed.facts.filter((id) => known.has(id))
  if (deed.from === 'words') {
    // Pointed out it may be kept; what may go to nobody is not kept as something that may.
    const wrong = wrongWith(change, deed.words, composed, true)
    if (wrong) return wrong
  }
  const ready = { at: change.setting.now, by, facts }
  const written = { ...ready, words: deed.words.trim(), given: composed.facts }
  replace(change, route, { ...route, prepared: deed.from === 'words' ? written : ready })
  note(change, 'prepareHandOver')
  visible(change)
  return CHANGED
}

/** What was said in a call that went first (I.19), or by a portal that answered later; each once, and then mended. */
export function handOverMore(change: Change, by: OfficerId, deed: OfficerDeed<'handOverMore'>): RuleResult {
  const route = change.record.routes.find(({ id }) => id === deed.route)
  const given = route && sentOf(route).find(({ id }) => id === deed.sent)
  if (!route || !given || route.with) return { refused: 'notNow' }
  if (bsnIn(deed)) return no('bsn')
  const receipt = receiptOf(change, by, deed)
  if (!receipt) return { refused: 'needs', field: 'spokeWith' }
  const { at: _at, by: _by, ...before } = given.receipt ?? { at: undefined, by: undefined }
  const { at: _now, by: _who, ...after } = receipt
  if (!owesReceipt(given) && JSON.stringify(before) === JSON.stringify(after)) return { refused: 'already' }
  const sent = sentOf(route).map((each) => (each === given ? { ...each, receipt } : each))
  replace(change, route, { ...route, sent })
  note(change, 'handOverMore')
  visible(change)
  return CHANGED
}
