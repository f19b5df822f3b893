/** Acute danger in what was typed (C2 U0, A054). */
import type { DangerReading, InDanger, Passage, Sure } from '../reading.ts'
import type { Hit } from './conceptsIn.ts'
import { isHazard } from './conceptsIn.ts'
import type { Token } from './tokens.ts'
import { type Weighed, weigh } from './weigh.ts'

/** As many numbers of one text count. */
const MOST_NUMBERS = 8
const MOST_PASSAGES = 6
/** So far above the level it is no longer only likely. */
const SURE_MARGIN = 3

const OF_ONESELF: ReadonlySet<string> = new Set([
  'selfHarm',
  'selfHarmWord',
  'farewell',
  'despair',
  'selfInjury',
])
const AGAINST_WRITER: ReadonlySet<string> = new Set([
  'threat',
  'confinement',
  'pursuit',
  'hiding',
  'attack',
  'grabbing',
  'hitting',
  'takenAway',
  'robbery',
  'intrusion',
  'noBreath',
])
const I = new Set(['ik', 'i', 'ja', 'eu', 'yo', 'je', 'ich', 'ben', 'az', 'ana'])
const ME = new Set(
  'mij me mijn ons ik we wij us i my mnie mi moi mich mir nas beni bana ma mene ne'.split(' '),
)

/**
 * Is there danger, for whom, and on which words does that stand? Messages that belong together are read together.
 * @param fresh what was typed before this message is read along, and found no more by itself
 */
export function readDanger(messages: readonly string[], fresh = 0): DangerReading {
  const { tokens, pieces } = weigh(messages, fresh)
  const level = pieces.some((piece) => piece.level === 'ring') ? 'ring' : 'ask'
  const found = pieces.filter((piece) => piece.level === level)
  const heaviest = found.reduce<Weighed | undefined>(
    (most, piece) => (most === undefined || piece.margin > most.margin ? piece : most),
    undefined,
  )
  if (heaviest === undefined) return { level: 'none' }
  const hazards = found.flatMap(({ hits }) => hits.filter(isHazard))
  const sure: Sure = level === 'ask' ? 'doubt' : heaviest.margin > SURE_MARGIN ? 'sure' : 'likely'
  return {
    level,
    who: whoIn(tokens, heaviest),
    sure,
    because: becauseOf(messages, tokens, hazards, heaviest),
    signs: new Set([
      ...(hazards.length === 0 ? ['danger'] : hazards.map(({ concept }) => concept)),
      ...numbersIn(messages),
    ]),
    concepts: [...new Set(found.flatMap(({ hits }) => hits.map(({ concept }) => concept)))],
  }
}

function whoIn(tokens: readonly Token[], { hits, window }: Weighed): InDanger {
  const words = tokens.slice(window.from, window.to).map(({ word }) => word)
  const hazards = hits.filter(isHazard)
  if (
    hazards.some(({ concept }) => concept === 'selfHarm' || concept === 'farewell' || concept === 'despair')
  ) {
    // Whoever says so of themselves is in need of help first, whatever else sounds like a threat.
    const oneself = hazards.some(({ concept }) => concept === 'selfHarm')
    const others = hazards.some(
      ({ concept }) =>
        !OF_ONESELF.has(concept) && AGAINST_WRITER.has(concept) && !(oneself && concept === 'threat'),
    )
    if (!others) return words.slice(0, 6).some((word) => I.has(word)) ? 'writerSelfHarm' : 'otherSelfHarm'
  }
  const near = hazards.some(
    ({ concept, first, last }) =>
      AGAINST_WRITER.has(concept) &&
      tokens.slice(Math.max(window.from, first - 3), last + 3).some(({ word }) => ME.has(word)),
  )
  return near ? 'writer' : 'somebody'
}

/** The words of the hazards, as they were typed; all of the piece where it was only weighed. */
function becauseOf(
  messages: readonly string[],
  tokens: readonly Token[],
  hazards: readonly Hit[],
  { window }: Weighed,
): Passage[] {
  const spans = hazards.length === 0 ? [{ first: window.from, last: window.to - 1 }] : hazards
  const passages: Passage[] = []
  for (const { first, last } of spans) {
    const begin = tokens[first]
    const end = tokens[last]
    if (begin === undefined || end === undefined) continue
    const to = end.message === begin.message ? end.to : (messages[begin.message] ?? '').length
    const before = passages.at(-1)
    if (before !== undefined && before.message === begin.message && begin.from <= before.to + 1) {
      before.to = Math.max(before.to, to)
    } else {
      passages.push({ message: begin.message, from: begin.from, to, words: '' })
    }
  }
  return passages.slice(0, MOST_PASSAGES).map((passage) => ({
    ...passage,
    words: (messages[passage.message] ?? '').slice(passage.from, passage.to),
  }))
}

/** The numbers of a text: a house, a plate, a telephone, an age. Another one may be another place, or another person. */
const numbersIn = (messages: readonly string[]): string[] =>
  messages
    .flatMap((text) => [...text.matchAll(/\b\d{1,12}\b/g)])
    .slice(0, MOST_NUMBERS)
    .map(([digits]) => `number ${digits}`)
