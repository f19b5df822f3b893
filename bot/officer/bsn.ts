/**
 * Numbers that were hidden in what an officer typed, because they look like a BSN (I.8): the form comes back with the
 * question, and what it stands for is known for a while. Where a tick says that it is none, it goes on as it was typed.
 */
import type { OfficerAction } from '../../cards/actions.ts'
import { allowing, numberAskedCard } from '../../cards/officer/forms/bsnAsked.ts'
import { type HiddenNumber, type Masked, putBackIn, slotsOf } from '../../services/privacy/bsn/hide.ts'
import { marksIn } from '../../services/privacy/bsn/marks.ts'
import { hiddenIn } from '../turn.ts'
import type { OfficerTurn, View } from './view.ts'

/** What to do with a click: carry it out as it was meant, or ask first. */
export type Meant<A> = { action: A; finish: (view: View) => View } | { ask: (form: View) => View; action: A }

/** Every text of an action, with the path under which it came; `form` holds the first step of a decision. */
function mapTexts<T>(node: T, change: (text: string, path: string) => string, path?: string): T
function mapTexts(node: unknown, change: (text: string, path: string) => string, path = ''): unknown {
  if (typeof node === 'string') return change(node, path)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node
  const entries = Object.entries(node).map(([key, each]) => {
    return [key, mapTexts(each, change, path === '' ? key : `${path}.${key}`)]
  })
  return Object.fromEntries(entries)
}

/** The same field in the first step of a decision and in what the second step carries along. */
const fieldOf = (path: string): string => path.replace(/^form\./, '')

const said = (value: unknown): { notBsn: boolean; allowed: readonly string[] } => {
  const data = typeof value === 'object' && value !== null && 'data' in value ? value.data : value
  if (typeof data !== 'object' || data === null) return { notBsn: false, allowed: [] }
  const notBsn = 'notBsn' in data && data.notBsn === 'true'
  const allowed = 'allowed' in data && Array.isArray(data.allowed) ? data.allowed : []
  return { notBsn, allowed: allowed.filter((each) => typeof each === 'string') }
}

/** Looks at the numbers in a click; nearly none has one, and then nothing is done. */
export function asMeant<A extends OfficerAction>(desk: OfficerTurn, action: A): Meant<A> {
  const { app, turn } = desk
  const { notBsn, allowed } = said(turn.value)
  if (turn.hidden.size === 0 && !notBsn) return { action, finish: (view) => view }
  const about = 'signal' in action ? action.signal : action.verb
  const name = [turn.municipality.id, desk.officer, about].join(' ')
  const known = app.numbers.all(name)
  const hashOf = (number: HiddenNumber) => number.hash(app.keys, turn.municipality.id, name)
  // Ticked: what was asked about; or any, when it is not known any more what that was.
  const may = (number: HiddenNumber): boolean =>
    allowed.includes(hashOf(number)) ||
    (notBsn && (known.length === 0 || known.some((each) => each.is(number))))
  const accepted = new Set<string>()
  let left = 0
  let lost = 0
  const asked: [field: string, still: Masked][] = []
  const meant = mapTexts(action, (text, path) => {
    const marks = marksIn(text).length
    if (marks === 0) return text
    const field = fieldOf(path)
    const fresh = hiddenIn(turn, path).slice(0, marks)
    const hidden = slotsOf({ text, hidden: fresh }, app.numbers.at(name, field))
    const still = putBackIn({ text, hidden }, (number) => {
      if (!may(number)) return false
      accepted.add(hashOf(number))
      return true
    })
    asked.push([field, still])
    // A mark that stood there when the button was pressed again is taken for granted.
    left += still.hidden.filter((slot) => slot !== undefined && fresh.includes(slot)).length
    if (notBsn) lost += still.hidden.filter((slot) => slot === undefined).length
    return still.text
  })
  const none = [...new Set([...allowed, ...accepted])]
  const carry = (view: View): View => ({ ...view, card: allowing(view.card, none) })
  if (left === 0 && lost === 0) {
    app.numbers.forget(name)
    return { action: meant, finish: accepted.size > 0 ? carry : (view) => view }
  }
  for (const [field, still] of asked) app.numbers.keep(name, field, still.hidden)
  const ask = (form: View): View => ({
    ...form,
    card: numberAskedCard({ form: carry(form).card, lost: left === 0, language: desk.language }),
  })
  return { action: meant, ask }
}
