/** The concepts of meaning, read once from the files of content, and what of them is met in messages. */
import colleague from '../../content/data/meaning/colleague.json' with { type: 'json' }
import intents from '../../content/data/meaning/intents.json' with { type: 'json' }
import otherForks from '../../content/data/meaning/otherForks.json' with { type: 'json' }
import people from '../../content/data/meaning/people.json' with { type: 'json' }
import subjects from '../../content/data/meaning/subjects.json' with { type: 'json' }
import weight from '../../content/data/meaning/weight.json' with { type: 'json' }
import wishes from '../../content/data/meaning/wishes.json' with { type: 'json' }
import { MeaningFile } from '../../content/meaning.ts'
import { compile, type Lexicon } from './lexicon.ts'
import { type Met, meet } from './match.ts'
import { wordsOf } from './tokens.ts'

/** The files, parsed, by name. */
export const MEANING_FILES: Readonly<Record<string, MeaningFile>> = Object.fromEntries(
  Object.entries({ colleague, intents, otherForks, people, subjects, weight, wishes }).map(([name, file]) => [
    name,
    MeaningFile.parse(file),
  ]),
)

const phrasesOf = (files: readonly MeaningFile[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    files.flatMap(({ concepts }) =>
      Object.entries(concepts).map(([name, { phrases }]) => [name, [...phrases.nl, ...phrases.en]]),
    ),
  )

const { intents: ofIntents, ...ofStories } = MEANING_FILES

/** The names of the concepts that are looked for in stories, and in a message for what it is for. */
export const CONCEPTS = {
  stories: Object.values(ofStories).flatMap(({ concepts }) => Object.keys(concepts)),
  intents: Object.keys(ofIntents?.concepts ?? {}),
}

let stories: Lexicon | undefined
let short: Lexicon | undefined

/** What is met in the messages of a story, of everything but intents. */
export function meaningOf(messages: readonly string[]): Met {
  stories ??= compile(phrasesOf(Object.values(ofStories)))
  return kept(metStories, messages, stories)
}

/** What is met in one message, of the intents. */
export function intentsOf(message: string): Met {
  short ??= compile(phrasesOf(ofIntents === undefined ? [] : [ofIntents]))
  return meet(wordsOf([message]), short)
}

const metStories = new WeakMap<readonly string[], Met>()

/** Worked out once for each list of messages; the list is not changed afterwards. */
function kept(of: WeakMap<readonly string[], Met>, messages: readonly string[], lexicon: Lexicon): Met {
  const before = of.get(messages)
  if (before !== undefined) return before
  const met = meet(wordsOf(messages), lexicon)
  of.set(messages, met)
  return met
}
