/**
 * Which languages a message may be in. The same letters mean something else in another: "hier" is "here" in one and
 * "yesterday" in the next.
 */
import { COMMON_WORDS, type LexiconLanguage } from '../../content/concepts.ts'
import { flatten } from '../../privacy/flatten.ts'
import { inLatin } from './latin.ts'
import { SPELLINGS } from './spellings.ts'
import type { Token } from './tokens.ts'

const LANGUAGES = Object.keys(COMMON_WORDS) as LexiconLanguage[]
const OF = new Map<string, Set<LexiconLanguage>>()
for (const language of LANGUAGES) {
  for (const common of COMMON_WORDS[language]) {
    const plain = inLatin(flatten(common).flat)
    // As the tokens are: what is short for something else is written out.
    const word = SPELLINGS.get(plain)?.[0] ?? plain
    const mine = OF.get(word)
    if (mine === undefined) OF.set(word, new Set([language]))
    else mine.add(language)
  }
}

/** The languages in which everybody here writes: read always. */
const ALWAYS: readonly LexiconLanguage[] = ['nl', 'en', 'de']
/** A language counts where it has this share of the common words that the likeliest has. */
const SHARE = 0.3

/** A vote for each language of which it is a common word. */
function count(word: string, votes: Map<LexiconLanguage, number>): void {
  const languages = OF.get(word)
  if (languages === undefined) return
  for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1)
}

/** For each message, the languages that it may be in; all of them where nothing tells. */
export function languagesOf(tokens: readonly Token[]): ReadonlyMap<number, ReadonlySet<LexiconLanguage>> {
  const votes = new Map<number, Map<LexiconLanguage, number>>()
  let at = -1
  let mine = new Map<LexiconLanguage, number>()
  for (const { word, message } of tokens) {
    if (message !== at) {
      at = message
      mine = votes.get(message) ?? new Map<LexiconLanguage, number>()
      votes.set(message, mine)
    }
    count(word, mine)
  }
  const found = new Map<number, ReadonlySet<LexiconLanguage>>()
  for (const [message, mine] of votes) {
    const most = Math.max(0, ...mine.values())
    const likely = LANGUAGES.filter((language) => (mine.get(language) ?? 0) >= SHARE * most)
    found.set(message, new Set([...ALWAYS, ...likely]))
  }
  return found
}

/** Whether a text is in another language than Dutch or English, by most of its common words. */
export function isElsewhere(tokens: readonly Token[]): boolean {
  const votes = new Map<LexiconLanguage, number>()
  for (const { word } of tokens) count(word, votes)
  const home = Math.max(votes.get('nl') ?? 0, votes.get('en') ?? 0)
  return [...votes].some(([language, count]) => language !== 'nl' && language !== 'en' && count > home)
}
