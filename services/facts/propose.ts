/**
 * Proposes facts from the words of a signal (A062): the story, the form, the answers, and what a correction says instead. A
 * proposal says on which words it stands; it has no role of a person, and is not verified. Pure; the same words give the same
 * proposals, with the same ids.
 */
import type { Municipality } from '../municipality/municipality.ts'
import { dayOf } from '../municipality/workingTime.ts'
import { maskBsn } from '../privacy/bsn/find.ts'
import { marksIn } from '../privacy/bsn/marks.ts'
import { dayOnly } from '../signal/reading/anonymousTimes.ts'
import type { SignalRecord } from '../signal/record.ts'
import { passagesOf } from '../signal/rights/passages.ts'
import { understand } from '../understanding/understand.ts'
import type { Day, Instant } from '../words.ts'
import { withAges } from './ages.ts'
import { detailsOf } from './details.ts'
import type { Fact, HowKnown } from './fact.ts'
import { MOST_FACTS } from './fact.ts'
import { type Found, joined } from './join.ts'
import { dayRead, howOf, type Place, placesIn } from './said.ts'
import { proposalId } from './same.ts'
import { withoutWriter } from './writer.ts'

/** Of whom and where it is: what stands there of the reporting point itself is no fact. */
export type Town = Pick<Municipality, 'name' | 'officers' | 'zone' | 'officeHours'>

/** The proposals, at most so many; and how many more there were. */
export type Proposals = { facts: Fact[]; more: number }

/** A text that is read, with the day on which it was written. */
type Source = { id: string; text: string; day: Day }

/** The texts of a signal in which facts can stand. */
export function sourcesOf(record: SignalRecord, town: Town): Source[] {
  const day = (at: Instant | undefined): Day => dayOf(at ?? record.receivedAt, town)
  const at = new Map<string, Instant | undefined>([
    ...record.story.map((part, index) => [`story.${index}`, part.at] as const),
    ...record.questions.map(({ id, answer }) => [`answer.${id}`, answer?.at] as const),
    ...(record.corrections ?? []).map((each) => [`correction.${each.id}`, each.at] as const),
  ])
  return passagesOf(record).flatMap(({ id, part, text }) => {
    const read =
      part === 'story' ||
      part === 'form' ||
      part === 'answer' ||
      (part === 'correction' && id.startsWith('correction.'))
    return read ? [{ id, text: maskBsn(text).text, day: day(at.get(id)) }] : []
  })
}

/** How the writer says that all of it is known, where that was asked. */
function howAll({ form, story }: SignalRecord): HowKnown {
  const asked = story.filter((part) => part.asked === 'howKnown').map(({ text }) => howOf(text))
  return [howOf(form?.howKnown), ...asked].find((how) => how !== 'unknown') ?? 'unknown'
}

/** What the words of this signal propose. `now`: the moment of it. */
export function propose(record: SignalRecord, town: Town, now: Instant): Proposals {
  const sources = sourcesOf(record, town)
  if (sources.length === 0) return { facts: [], more: 0 }
  const texts = sources.map(({ text }) => text)
  const read = understand(texts, { municipality: town.name }).facts.filter(({ at }) =>
    marksIn(texts[at.message] ?? '').every((mark) => mark.at + mark.length <= at.from || mark.at >= at.to),
  )
  const names = town.officers.map(({ name }) => name)
  const subjects = withoutWriter(texts, read, names)
  const placeOf = texts.map(placesIn)
  const unknown: Place = { sentence: 0, how: 'unknown' }
  const all = howAll(record)
  const days = daysIn(subjects, sources, placeOf)
  const found = subjects.map((each): Found => {
    const { message, from, to } = each.at
    const { sentence, how } = placeOf[message]?.(from) ?? unknown
    const on = days.get(`${message} ${sentence}`)
    return {
      read: each,
      details: detailsOf(each),
      message,
      from,
      to,
      sentence,
      words: each.at.words,
      how: how === 'unknown' ? all : how,
      on: each.kind === 'time' ? dayRead(each, sources[message]?.day ?? dayOf(now, town)) : on,
    }
  })
  const facts = joined(withAges(texts, found)).map(({ key, details, first }): Fact => {
    const { message, words, how, on } = first
    return {
      id: proposalId(record.id, key),
      at: record.degree === 'anonymous' ? dayOnly(now, town) : now,
      by: 'reading',
      details,
      passage: { passage: sources[message]?.id ?? '', words: words.slice(0, 400) },
      how,
      ...(on === undefined ? {} : { on }),
      standing: 'unverified',
    }
  })
  return { facts: facts.slice(0, MOST_FACTS), more: Math.max(0, facts.length - MOST_FACTS) }
}

/** The day of each sentence that says just one. */
function daysIn(
  read: ReturnType<typeof withoutWriter>,
  sources: readonly Source[],
  placeOf: readonly ((from: number) => Place)[],
): Map<string, Day | undefined> {
  const days = new Map<string, Day | undefined>()
  for (const each of read) {
    if (each.kind !== 'time') continue
    const { message, from } = each.at
    const source = sources[message]
    const day = source && dayRead(each, source.day)
    if (day === undefined) continue
    const sentence = `${message} ${placeOf[message]?.(from).sentence}`
    days.set(sentence, days.has(sentence) && days.get(sentence) !== day ? undefined : day)
  }
  return days
}
