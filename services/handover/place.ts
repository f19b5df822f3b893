/** Where a fact stands in what was written, and what stands around it that says who wrote it (I.11, C6: never the reporter). */
import type { Fact } from '../facts/fact.ts'
import { sourcesOf, type Town } from '../facts/propose.ts'
import { normalForm } from '../privacy/flatten.ts'
import { type Hint, identifyingHints } from '../privacy/identifying/hints.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Language } from '../words.ts'

/**
 * What stands around a fact. `own`: its sentence says where the writer works, or at which moment or occasion they were there
 * themselves.
 */
export type Around = {
  /** What betrays its writer, over the words of the fact itself. */
  over: readonly Hint[]
  own: boolean
  /** The words right before it, in small letters. */
  before: string
  after: string
}

const NOTHING: Around = { over: [], own: false, before: '', after: '' }
const NEAR = 40
/** Where somebody was for their work. */
const OCCASION =
  /(?<!\p{L})(?:huisbezoek|bezoek|controle|inspectie|dienst|spreekuur|intake|gesprek|afspraak|ronde|balie|loket|surveillance|keukentafelgesprek|visit|inspection|shift|round|appointment|desk|counter|interview|patrol)(?!\p{L})/u
const TOLD = /(?<!\p{L})(?:ik|wij|we|mij|me|ons|i|us|my|mijn|m'n|onze|our)(?!\p{L})/u
const END = /[.!?\n]/

/** Where the sentence around this place begins and ends. */
function sentenceAt(text: string, from: number, to: number): [number, number] {
  let begin = from
  while (begin > 0 && !END.test(text[begin - 1] ?? '')) begin -= 1
  let end = to
  while (end < text.length && !END.test(text[end] ?? '')) end += 1
  return [begin, end]
}

/** Says of each fact of this record what stands around it. Each text is read once. */
export function aroundIn(record: SignalRecord, town: Town, language: Language): (fact: Fact) => Around {
  const texts = new Map(sourcesOf(record, town).map(({ id, text }) => [id, text]))
  const read = new Map<string, readonly Hint[]>()
  const hintsIn = (id: string, text: string): readonly Hint[] => {
    const before = read.get(id)
    if (before) return before
    const found = identifyingHints(text, { names: [], language })
    read.set(id, found)
    return found
  }
  return ({ passage }) => {
    const text = passage && texts.get(passage.passage)
    if (!passage || !text) return NOTHING
    const from = text.indexOf(passage.words)
    if (from < 0) return NOTHING
    const to = from + passage.words.length
    const [begin, end] = sentenceAt(text, from, to)
    const hints = hintsIn(passage.passage, text)
    const within = hints.filter(({ at, length }) => at < end && at + length > begin)
    const over = within.filter(({ at, length }) => at < to && at + length > from)
    const sentence = normalForm(text.slice(begin, end))
    const exact = over.some(({ what }) => what === 'exactTime')
    const atWork = within.some(({ what }) => what === 'firstPerson' || what === 'team')
    return {
      over,
      own: atWork || (TOLD.test(sentence) && (exact || OCCASION.test(sentence))),
      before: normalForm(text.slice(Math.max(begin, from - NEAR), from)),
      after: normalForm(text.slice(to, Math.min(end, to + NEAR))),
    }
  }
}
