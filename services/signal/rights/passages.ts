/**
 * Everything in a record that somebody wrote, as passages with a name: what a correction points at, and what an access
 * request goes through. A field with text that is not here would be found by nobody; a test holds that against the
 * schema.
 */

import { factPassages, weighedPassages } from '../../facts/passages.ts'
import { linkWords } from '../../handover/link/words.ts'
import { type SentFact, sentOf } from '../../handover/sent.ts'
import type { Route, SignalRecord } from '../record.ts'
import { SIX_TEXTS } from '../sixQuestions.ts'
import { decisionPassages } from './decisionPassages.ts'

export type PassagePart =
  | 'story'
  | 'form'
  | 'question'
  | 'answer'
  | 'advice'
  | 'note'
  | 'call'
  | 'decision'
  | 'partnerAnswer'
  | 'feedback'
  | 'reason'
  | 'correction'
  | 'fact'
  | 'weighing'
  | 'case'
  | 'handOver'
  | 'label'

export type Passage = { id: string; part: PassagePart; text: string }

type One = (id: string, part: PassagePart, text: string | undefined) => Passage[]

const FORM = ['what', 'where', 'when', 'who', 'howKnown'] as const

/** An answer stands with its question, once. */
export const isElsewhere = (record: SignalRecord, part: SignalRecord['story'][number]): boolean =>
  part.via === 'answer' &&
  record.questions.some(({ answer }) => answer?.at === part.at && answer.text === part.text)

/** Every passage that holds words, in the order of a reader. */
export function passagesOf(record: SignalRecord): Passage[] {
  const one: One = (id, part, text) => (text?.trim() ? [{ id, part, text }] : [])
  const { form, retention } = record
  return [
    ...record.story.flatMap((part, at) =>
      isElsewhere(record, part) ? [] : one(`story.${at}`, 'story', part.text),
    ),
    ...FORM.flatMap((field) => one(`form.${field}`, 'form', form?.[field])),
    ...record.questions.flatMap(({ id, text, answer }) => [
      ...one(`question.${id}`, 'question', text),
      ...one(`answer.${id}`, 'answer', answer?.text),
    ]),
    ...record.advices.flatMap(({ id, text }) => one(`advice.${id}`, 'advice', text)),
    ...(record.labels ?? []).flatMap(({ by, text }) => one(`label.${by}`, 'label', text)),
    ...record.notes.flatMap(({ text }, at) => one(`note.${at}`, 'note', text)),
    ...record.calls.flatMap(({ text }, at) => one(`call.${at}`, 'call', text)),
    ...record.decisions.flatMap(({ id, reason, victimCheck, tell, lead, longer = [] }) => [
      ...one(`decision.${id}`, 'decision', reason),
      ...one(`decisionCheck.${id}`, 'decision', victimCheck),
      ...one(`decisionTell.${id}`, 'decision', tell.why),
      ...one(`decisionLead.${id}`, 'decision', lead),
      ...longer.flatMap((put, at) => one(`decisionLonger.${id}.${at}`, 'decision', put.reason)),
    ]),
    ...decisionPassages(record).flatMap(({ id, text }) => one(id, 'decision', text)),
    ...record.routes.flatMap((route) => routePassages(route, one)),
    ...(record.help ?? []).flatMap(({ id, notes = [], done }) => [
      ...notes.flatMap(({ text }, at) => one(`help.${id}.${at}`, 'decision', text)),
      ...one(`helpDone.${id}`, 'decision', done?.text),
    ]),
    ...record.feedback.flatMap(({ id, text }) => one(`feedback.${id}`, 'feedback', text)),
    ...record.story.flatMap(({ moved, arrived }, at) => [
      ...one(`moved.${at}`, 'reason', moved?.reason),
      ...one(`arrived.${at}`, 'reason', arrived?.reason),
    ]),
    ...(record.wasInCase ?? []).flatMap(({ reason }, at) => one(`wasInCase.${at}`, 'reason', reason)),
    ...one('urgencyReason', 'reason', record.urgencyReason),
    ...one('keptReason', 'reason', record.keptReason),
    ...record.reveals.flatMap(({ reason }, at) => one(`reveal.${at}`, 'reason', reason)),
    ...(record.freezes ?? []).flatMap(({ reason, lifted }, at) => [
      ...one(`freeze.${at}`, 'reason', reason),
      ...one(`lifted.${at}`, 'reason', lifted?.reason),
    ]),
    ...(retention?.longer ?? []).flatMap(({ reason }, at) => one(`longer.${at}`, 'reason', reason)),
    ...one('erase', 'reason', retention?.erase?.reason),
    ...(record.corrections ?? []).flatMap(({ id, text, reason }) => [
      ...one(`correction.${id}`, 'correction', text),
      ...one(`correctionReason.${id}`, 'correction', reason),
    ]),
    ...factPassages(record).flatMap(({ id, text }) => one(id, 'fact', text)),
    ...weighedPassages(record).flatMap(({ id, text }) => one(id, 'weighing', text)),
  ]
}

/** What stands on a route. The last thing that was noted has the name that it always had; those before it their place. */
function routePassages(route: Route, one: One): Passage[] {
  const { id, answer, replies = [], basisReason, givenUp, six, sealedLooks = [], fromLink = [] } = route
  return [
    ...handOverPassages(route, one),
    ...fromLink.flatMap((said) => one(`fromLink.${id}.${said.id}`, 'partnerAnswer', linkWords(said))),
    ...one(`basis.${id}`, 'reason', basisReason),
    ...replies.flatMap(({ note, ours }, at) => [
      ...one(`reply.${id}.${at}`, 'partnerAnswer', note),
      ...one(`ours.${id}.${at}`, 'partnerAnswer', ours?.text),
    ]),
    ...one(`partnerAnswer.${id}`, 'partnerAnswer', answer?.note),
    ...one(`partnerOurs.${id}`, 'partnerAnswer', answer?.ours?.text),
    ...SIX_TEXTS.flatMap((field) => one(`six.${id}.${field}`, 'partnerAnswer', six?.[field])),
    ...sealedLooks.flatMap(({ reason }, at) => one(`sealedLook.${id}.${at}`, 'reason', reason)),
    ...one(`escalated.${id}`, 'reason', givenUp?.escalated),
    ...one(`givenUp.${id}`, 'reason', givenUp?.reason),
  ]
}

/** What was made ready, and what was given: its words, the facts as they were then, and what the other side said. */
function handOverPassages(route: Route, one: One): Passage[] {
  const { id, prepared } = route
  const lines = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join('\n')
  return [
    ...one(`prepared.${id}`, 'handOver', lines([prepared?.words, ...valuesOf(prepared?.given)])),
    ...sentOf(route).flatMap((sent) => [
      ...one(`sent.${sent.id}`, 'handOver', lines([sent.words, ...valuesOf(sent.facts)])),
      ...one(`sentTo.${sent.id}`, 'handOver', lines([sent.contact?.name, sent.contact?.role, sent.to])),
      ...one(
        `receipt.${sent.id}`,
        'handOver',
        lines([
          sent.receipt?.spokeWith,
          sent.receipt?.spokeAt,
          sent.receipt?.theirNumber,
          sent.receipt?.said,
          sent.receipt?.promised,
          sent.receipt?.withWhat,
        ]),
      ),
    ]),
  ]
}
const valuesOf = (facts: readonly SentFact[] = []): string[] => facts.map(({ value }) => value)

/** Parts that say something of the person it is about; a reason of ours for a click does not. */
const CORRECTABLE: ReadonlySet<PassagePart> = new Set([
  'story',
  'form',
  'question',
  'answer',
  'advice',
  'note',
  'label',
  'call',
  'decision',
  'partnerAnswer',
  'feedback',
])

/** Passages that can be corrected. */
export const correctable = (record: SignalRecord): Passage[] =>
  passagesOf(record).filter(({ part }) => CORRECTABLE.has(part))
