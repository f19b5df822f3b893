/** What was written around a decision: answers to its guards, questions that were set out, advice, and calls that could not wait. */
import type { Guarded } from '../guards.ts'
import type { SignalRecord } from '../record.ts'

type Named = { id: string; text: string | undefined }

/** What an officer wrote with an answer; the ground of a partner is no words of theirs. */
const wordsOf = (it: Guarded): string | undefined =>
  it.guard === 'basis' || it.guard === 'onBehalf' || it.guard === 'youngVictim' ? undefined : it.text

/** Each with its name, for whoever corrects it or looks for a person in it (AVG 15, 16). */
export function decisionPassages(record: SignalRecord): Named[] {
  const { decisions, guarded = [], insights = [], adviceCalls = [], escalations = [] } = record
  return [
    ...decisions.flatMap(({ id, guards = [], deviation }) => [
      ...guards.map((each, at) => ({ id: `guard.${id}.${at}`, text: wordsOf(each) })),
      { id: `deviation.${id}`, text: deviation?.why },
    ]),
    ...guarded.map(({ answered }, at) => ({ id: `guarded.${at}`, text: wordsOf(answered) })),
    ...insights.flatMap(({ id, question, to, came = [], done }) => [
      // What the reporter was asked stands with the questions.
      { id: `insight.${id}`, text: to.who === 'reporter' ? undefined : question },
      ...came.map(({ text }, at) => ({ id: `insightCame.${id}.${at}`, text })),
      { id: `insightDone.${id}`, text: done?.text },
    ]),
    ...adviceCalls.flatMap(({ id, asked, said }) => [
      { id: `adviceAsked.${id}`, text: asked },
      { id: `adviceSaid.${id}`, text: said },
    ]),
    ...escalations.flatMap(({ id, steps }) =>
      steps.map(({ text }, at) => ({ id: `escalation.${id}.${at}`, text })),
    ),
  ]
}
