/** What the rules of a route share: it is found, put in its place, and keeps what came back on it in its order. */
import type { OfficerId } from '../../words.ts'
import { type Change, set } from '../change.ts'
import type { Refusal } from '../command.ts'
import { seals } from '../reading/sealed.ts'
import type { PartnerReply, Route } from '../route.ts'
import type { SealedWords } from '../sealedAnswer.ts'
import type { SixAnswers } from '../sixQuestions.ts'
import type { PartnerAnswer } from '../words.ts'
import { blank } from './blank.ts'

/** A route to do something on. What goes along with another one is worked on there. */
export const routeOf = ({ record }: Change, id: string): Route | undefined =>
  record.routes.find((route) => route.id === id && route.with === undefined)

/** Puts a route in the place of itself; another one may follow at the end. */
export function replaceRoute(change: Change, old: Route, fresh: Route, ...more: Route[]): void {
  set(change, { routes: [...change.record.routes.map((r) => (r === old ? fresh : r)), ...more] })
}

/** Is what happens told to the reporter with a message, as it was decided? */
export const isToldByMessage = ({ record }: Change): boolean =>
  record.decisions.at(-1)?.tell.form === 'message'

/** The route with this as what came back on it last; nobody owes anybody anything by that, and it is not given up. */
export function noted(change: Change, route: Route, reply: PartnerReply): Omit<Route, 'owesBy' | 'givenUp'> {
  const { owesBy: _owed, givenUp: _up, answer, ...rest } = route
  keepCorrections(change, route)
  return { ...rest, ...(answer ? { replies: [...(route.replies ?? []), answer] } : {}), answer: reply }
}

/** What was said to be wrong with the last reply stays with that one, where it is the last no more. */
function keepCorrections(change: Change, { id, replies = [] }: Route): void {
  const { corrections } = change.record
  if (!corrections?.some(({ passage }) => passage === `partnerAnswer.${id}`)) return
  const place = `reply.${id}.${replies.length}`
  set(change, {
    corrections: corrections.map((each) =>
      each.passage === `partnerAnswer.${id}` ? { ...each, passage: place } : each,
    ),
  })
}

/** What a form says of the six questions; `text` is what else they said. */
export type Said = {
  [K in keyof SixAnswers]?: SixAnswers[K] | undefined
} & { text: string; sealedWords?: SealedWords | undefined }

/** What they said of the six questions, with what they said before; what was left empty stays as it was. */
function sixAfter(before: SixAnswers | undefined, said: Said): SixAnswers | undefined {
  const { contact, theirNumber, hearBy, mayTell, mustNot, helpThere } = said
  const words = Object.entries({ contact, theirNumber, mayTell, mustNot }).filter(
    ([, text]) => !blank(text ?? ''),
  )
  const fresh = {
    ...before,
    ...Object.fromEntries(words),
    ...(hearBy ? { hearBy } : {}),
    ...(helpThere ? { helpThere } : {}),
  }
  return Object.keys(fresh).length > 0 ? fresh : undefined
}

/** Did somebody write something that is kept in the open? */
const hasWords = ({ text, contact, theirNumber, mayTell, mustNot }: Said): boolean =>
  [text, contact, theirNumber, mayTell, mustNot].some((each) => !blank(each ?? ''))

/**
 * What they said, put with the route: in the open, or sealed where the law restricts it (I.14). Refused when words that
 * must be sealed come in the open: then nothing of them is kept.
 */
export function saidOn(
  change: Change,
  by: OfficerId,
  route: Route,
  what: PartnerAnswer,
  said: Said,
): Pick<Route, 'six' | 'sealedAnswers'> | Refusal {
  const { municipality, now, newId } = change.setting
  const restricted = seals(municipality, route)
  if (restricted && hasWords(said)) return { refused: 'sealFirst' }
  const six = sixAfter(route.six, said)
  const kept = {
    ...(six ? { six } : {}),
    ...(route.sealedAnswers ? { sealedAnswers: route.sealedAnswers } : {}),
  }
  if (!restricted || !said.sealedWords) return kept
  const { sealed, answers } = said.sealedWords
  const fresh = { id: newId(), at: now, by, what, sealed, ...(answers.length > 0 ? { answers } : {}) }
  return { ...kept, sealedAnswers: [...(route.sealedAnswers ?? []), fresh] }
}
