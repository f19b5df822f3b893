/**
 * The page *Feiten*: what was read in the words, each on a line with the passage it stands on, and one press to say that it
 * is right, or is not. An ordinary signal stands on one card; more facts stand on more pages.
 */
import type { CardElement, IAdaptiveCard, IContainer, ISubmitAction } from '@microsoft/teams.cards'
import { type Fact, MOST_FACTS, PersonRole } from '../../../services/facts/fact.ts'
import { factsOf } from '../../../services/facts/inStep.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { isFrozen } from '../../../services/signal/rights/freeze.ts'
import { type Passage, passagesOf } from '../../../services/signal/rights/passages.ts'
import { packOfficer } from '../../actions.ts'
import { withWhom } from '../../buttonNames.ts'
import { rolesInput } from '../../factActions.ts'
import { plain } from '../../plain.ts'
import { MOST_CARD_BYTES, sizeOf } from '../../size.ts'
import { texts } from '../../texts/index.ts'
import { backTo } from '../case/back.ts'
import { buttons, choose, frame, leave, small, submit, text, title, top } from '../elements.ts'
import type { FactsLook } from './look.ts'
import { quoteOf } from './quote.ts'
import { whole } from './whole.ts'
import { dayOfFact, detailsInWords, factInWords, whoIs } from './words.ts'

/** As many on one page; fewer where their words are long. */
const ON_PAGE = 8
/** Characters of why something is not so. */
const MOST_WHY = 160

const ORDER = ['person', 'organisation', 'address', 'vehicle', 'telephone', 'account', 'mail', 'time']
/** Persons first, and times last; else in the order of the words. */
const sorted = (facts: readonly Fact[]): Fact[] =>
  [...facts].sort((a, b) => ORDER.indexOf(a.details.kind) - ORDER.indexOf(b.details.kind))

/** One page of the facts. */
export function factsCard(it: FactsLook): IAdaptiveCard {
  for (const most of [ON_PAGE, 4, 2]) {
    const card = factsWithin(it, most)
    if (sizeOf(card) < MOST_CARD_BYTES) return card
  }
  return factsWithin(it, 1)
}

function factsWithin(it: FactsLook, most: number): IAdaptiveCard {
  const { record, municipality, language, now } = it
  const t = texts(language).officer.facts
  const all = sorted(factsOf(record, municipality, now))
  const parts = Math.max(1, Math.ceil(all.length / most))
  const part = Math.min(Math.max(it.part ?? 1, 1), parts)
  const shown = all.slice((part - 1) * most, part * most)
  const frozen = isFrozen(record)
  const open = shown.filter(({ standing }) => standing === 'unverified')
  const onPage = { signal: record.id, seen: record.revision, press: it.press, part }
  const go = (label: string, to: number): ISubmitAction =>
    leave(label, packOfficer('page', { signal: record.id, page: 'facts', part: to }))
  const working = isWorkable(record)
  const rows = lines(it, shown, onPage)
  const persons = shown.filter(({ details }) => details.kind === 'person').length
  return frame({
    language,
    speak: t.title(record.reference),
    body: [
      ...top(it),
      title(t.title(record.reference)),
      small(t.about),
      ...(frozen ? [text(t.frozen)] : []),
      ...(record.factsLeftOut
        ? [text(t.leftOut(MOST_FACTS, record.factsLeftOut.toLocaleString(language)), { weight: 'Bolder' })]
        : []),
      ...(parts > 1 ? [text(t.part(part, parts), { weight: 'Bolder' })] : []),
      ...(shown.length === 0 ? [text(t.none)] : []),
      ...(working && open.length > 0
        ? buttons(
            submit(
              t.allRight,
              packOfficer<'confirmFact', 'roles'>('confirmFact', {
                ...onPage,
                facts: open.map(({ id }) => id),
              }),
              { style: 'positive' },
            ),
          )
        : []),
      // Persons come first, and what is chosen for them is kept right below them.
      ...rows.slice(0, persons),
      ...(working && persons > 0
        ? buttons(submit(t.saveRoles, packOfficer<'setRoles', 'roles'>('setRoles', onPage)))
        : []),
      ...rows.slice(persons),
      ...(part === parts ? whole(it) : []),
    ],
    actions: [
      ...(part < parts ? [go(t.next, part + 1)] : []),
      ...(part > 1 ? [go(t.previous, part - 1)] : []),
      ...(working ? [leave(t.add, packOfficer('page', { signal: record.id, page: 'addFact' }))] : []),
      backTo(record, language),
    ],
  })
}

type OnPage = { signal: SignalRecord['id']; seen: number; press: string; part: number }

function lines(it: FactsLook, shown: readonly Fact[], onPage: OnPage): CardElement[] {
  const { language } = it
  const t = texts(language).officer.facts
  const names = shown.map(({ details }) => detailsInWords(details, language))
  const passages = passagesOf(it.record)
  // No two buttons have one name.
  const called = (label: string): string[] => withWhom(label, names)
  const [confirm, refute, change, undo, why, contact] = [
    t.confirm,
    t.refute,
    t.change,
    t.undo,
    t.whyNot,
    t.contact,
  ].map(called)
  return shown.map(
    (fact, at): IContainer => ({
      type: 'Container',
      separator: true,
      spacing: 'Small',
      items: [
        text(`${headed(factInWords(fact, language))} · ${t.standing[fact.standing]}`, { weight: 'Bolder' }),
        ...saidOf(it, fact, passages),
        ...roles(it, fact),
        ...buttons(
          ...whatCanBeDone(it, fact, onPage, {
            confirm: confirm?.[at] ?? t.confirm,
            refute: refute?.[at] ?? t.refute,
            change: change?.[at] ?? t.change,
            undo: undo?.[at] ?? t.undo,
            why: why?.[at] ?? t.whyNot,
            contact: contact?.[at] ?? t.contact,
          }),
        ),
      ],
    }),
  )
}

/** As a line of its own begins. */
const headed = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The words it stands on, how it is known, when it was so; what became of it. */
function saidOf({ record, language }: FactsLook, fact: Fact, passages: readonly Passage[]): CardElement[] {
  const t = texts(language).officer.facts
  const { passage, how, on, before, why, lost } = fact
  const corrected = (record.corrections ?? []).some((each) => each.passage === passage?.passage)
  const words = passage && quoteOf(passages, passage)
  const last = before?.at(-1)
  const parts = [
    words ? t.quote(words) : t.byOfficer,
    t.how[how],
    ...(on ? [dayOfFact(on, language)] : []),
    ...(lost ? [t.lost] : []),
    ...(corrected ? [t.corrected] : []),
    ...(last ? [t.before(detailsInWords(last.details, language))] : []),
  ]
  return [small(parts.join(' · ')), ...(why ? [small(t.why(plain(why.slice(0, MOST_WHY))))] : [])]
}

/** What a person may be in it: several may hold, and nothing is chosen by itself (A037). */
function roles({ record, language }: FactsLook, { id, details, standing }: Fact): CardElement[] {
  if (details.kind !== 'person' || standing === 'refuted') return []
  const t = texts(language).officer.facts
  const chosen = details.roles
  if (!isWorkable(record))
    return chosen.length === 0 ? [] : [small(chosen.map((role) => t.roles[role]).join(', '))]
  return [
    choose({
      id: rolesInput(id),
      label: t.rolesOf(whoIs(details, language)),
      style: 'compact',
      several: true,
      placeholder: t.rolesNone,
      choices: PersonRole.options.map((role) => [role, t.roles[role]]),
      value: chosen.join(','),
    }),
  ]
}

type Names = Record<'confirm' | 'refute' | 'change' | 'undo' | 'why' | 'contact', string>

function whatCanBeDone({ record }: FactsLook, fact: Fact, onPage: OnPage, called: Names): ISubmitAction[] {
  if (isFrozen(record)) return []
  const { signal } = onPage
  const working = isWorkable(record)
  const one = { ...onPage, fact: fact.id }
  const form = (label: string, which: 'correctFact' | 'refuteFact' | 'safeContact'): ISubmitAction =>
    leave(label, packOfficer('factPage', { signal, form: which, fact: fact.id }))
  const change = form(called.change, 'correctFact')
  const refute = submit(called.refute, packOfficer<'refuteFact', 'roles' | 'text'>('refuteFact', one))
  const undo = submit(called.undo, packOfficer<'unverifyFact', 'roles'>('unverifyFact', one))
  const contact = fact.details.kind === 'person' && working ? [form(called.contact, 'safeContact')] : []
  switch (fact.standing) {
    case 'unverified':
      return [
        ...(working
          ? [
              submit(
                called.confirm,
                packOfficer<'confirmFact', 'roles'>('confirmFact', { ...onPage, facts: [fact.id] }),
              ),
            ]
          : []),
        refute,
        change,
        ...contact,
      ]
    case 'confirmed':
      return [undo, refute, change, ...contact]
    case 'refuted':
      return [undo, form(called.why, 'refuteFact')]
    default:
      return fact.standing satisfies never
  }
}
