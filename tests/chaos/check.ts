/** What must be true after everything that happened: nothing that was answered is gone, nothing that was owed is not paid. */
import { z } from 'zod'
import { meldpunt } from '../../infra/local/demo.ts'
import { SignalRecord } from '../../services/signal/record.ts'
import type { Connector, Person, Shown } from '../kit/connector.ts'
import { type Crowd, referenceIn } from './people.ts'

/** What the bot says of a message that it sends once more without knowing whether it arrived. */
const MAYBE = 'Misschien staat dit hier twee keer'
/** What it says when it could not keep what was typed. */
const NOT_KEPT = /niet bewaren|ging hier iets mis/

export type Findings = {
  signals: number
  effects: number
  /** What was answered and is nowhere: each with the word to look for. */
  signalsLost: string[]
  effectsLost: string[]
  failed: number
  doublesMarked: number
  /** Seen twice, and neither says so. */
  doublesUnmarked: string[]
}

export const Bodies = z.array(z.unknown())

/** Compares what people saw with what is kept. */
export function check(connector: Connector, crowd: Crowd, signals: unknown[], chats: unknown[]): Findings {
  const records = signals.flatMap((body) => {
    const parsed = SignalRecord.safeParse(body)
    return parsed.success ? [parsed.data] : []
  })
  const kept = JSON.stringify([signals, chats])
  const byReference = new Map(records.map((record) => [record.reference as string, record]))
  const found: Findings = {
    signals: records.length,
    effects: 0,
    signalsLost: [],
    effectsLost: [],
    failed: records.flatMap(({ effects }) => effects).filter(({ deadLetter }) => deadLetter).length,
    doublesMarked: 0,
    doublesUnmarked: [],
  }
  // All of it, also what opens on a tap, and what it said before it was changed: a doorbell that is drawn again no
  // longer says that it may be double.
  const textOf = (shown: Shown): string =>
    connector
      .versions(shown)
      .map(({ activity }) => JSON.stringify(activity))
      .join('\n')
  const textsOf = (person: Person): string[] =>
    connector.chat(person).flatMap((shown) => (shown.byBot ? [textOf(shown)] : []))
  const channel = connector.channel(meldpunt.channel.id).map(textOf)

  /** Owed once: it was delivered, or is named as failed; what stands there twice says so. */
  const owed = (name: string, seen: readonly string[], failed: boolean): void => {
    found.effects += 1
    if (seen.length === 0 && !failed) found.effectsLost.push(name)
    const extra = seen.length - 1
    const marked = seen.filter((text) => text.includes(MAYBE)).length
    if (extra > 0) found.doublesMarked += Math.min(extra, marked)
    if (extra > marked) found.doublesUnmarked.push(`${name} (${seen.length})`)
  }

  for (const { word, person, answered } of crowd.told) {
    const texts = textsOf(person)
    const receipt = texts.map(referenceIn).find((reference) => reference !== undefined)
    if (receipt && !byReference.has(receipt)) found.signalsLost.push(`${word}: ${receipt}`)
    // Answered, and not with "I cannot keep it": then it is kept, as a draft or as a signal.
    const refused = texts.some((text) => NOT_KEPT.test(text))
    if (answered && !refused && !kept.includes(word)) found.signalsLost.push(word)
  }
  for (const { word, reference, answered } of crowd.asked) {
    const questions = byReference.get(reference)?.questions.filter(({ text }) => text.includes(word)) ?? []
    if (questions.length > 1) found.doublesUnmarked.push(`${word}: taken ${questions.length} times`)
    if (answered && questions.length === 0) found.signalsLost.push(`${word}: answered, and not in the record`)
  }
  for (const record of records) {
    const { reference, effects, story, questions } = record
    const reporter = crowd.told.find(({ word }) => story.some(({ text }) => text.includes(word)))
    const texts = reporter ? textsOf(reporter.person) : []
    const failed = (kind: string, id?: string): boolean =>
      effects.some((effect) => effect.deadLetter && JSON.stringify(effect).includes(id ?? `"${kind}"`))
    owed(
      `${reference}: doorbell`,
      channel.filter((text) => text.includes(reference)),
      failed('doorbell'),
    )
    owed(
      `${reference}: receipt`,
      texts
        .filter((text) =>
          [`Dit is ${reference}`, 'Gelukt', 'dat je dit vertelt'].some((it) => text.includes(it)),
        )
        .slice(0, 1),
      failed('received') || texts.some((text) => text.includes(reference)),
    )
    for (const { id, text } of questions) {
      owed(
        `${reference}: question`,
        texts.filter((shown) => shown.includes(text)),
        failed('question', id),
      )
    }
  }
  return found
}
