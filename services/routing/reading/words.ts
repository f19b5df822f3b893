/** What the words of a signal say for its routing: concepts of `data/words.json`, met once in each text. */
import { MeaningFile } from '../../content/meaning.ts'
import { compile, type Lexicon } from '../../understanding/text/lexicon.ts'
import { type Hit, type Met, meet } from '../../understanding/text/match.ts'
import { wordsOf } from '../../understanding/text/tokens.ts'
import written from '../data/words.json' with { type: 'json' }

export const ROUTING_WORDS: MeaningFile = MeaningFile.parse(written)

let lexicon: Lexicon | undefined

/** What is met in the messages of one story. Time grows with their length. */
export function routingWordsIn(messages: readonly string[]): Met {
  lexicon ??= compile(
    Object.fromEntries(
      Object.entries(ROUTING_WORDS.concepts).map(([name, { phrases }]) => [
        name,
        [...phrases.nl, ...phrases.en],
      ]),
    ),
  )
  return meet(wordsOf(messages), lexicon)
}

/** So many passages are shown as the reason of one thing. */
const MOST_SHOWN = 3

/** The words of hits as they were written, each once. */
export const shownOf = (met: Met, hits: readonly Hit[]): string[] =>
  [...new Set(met.because(hits.slice(0, 12)).map(({ words }) => words))].slice(0, MOST_SHOWN)

/** Do the words say that it is going on at this moment? */
export const saysNow = (messages: readonly string[]): boolean =>
  routingWordsIn(messages).of('nowSaid').length > 0
