/** What was understood of a draft, as its card proposes it: each with the words it stands on. The person decides. */
import type { Certainty, Degree, Urgency } from '../../../services/signal/words.ts'
import type { Language } from '../../../services/words.ts'
import { excerpt, plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { aside, type Element, say } from '../elements.ts'

/** A value, and the words that it stands on. */
export type Proposed<T> = { value: T; because: string }

export type Proposals = {
  certainty?: Proposed<Certainty> | undefined
  urgency?: Proposed<Urgency> | undefined
  degree?: Proposed<Degree> | undefined
  /** Somebody is younger than eighteen. */
  minor?: { because: string } | undefined
  /** Somebody depends on others. */
  dependent?: { because: string } | undefined
  /** The words doubt: talking it through comes first. */
  consult?: { because: string } | undefined
  violenceAtHome?: { because: string } | undefined
  otherMunicipality?: { because: string } | undefined
  /** It may belong to what was sent anonymously from here: nobody knows, so the code is asked for first. */
  codeFirst?: boolean | undefined
}

/** How much of the words is shown. */
const MOST_WORDS = 60

/** Words of a person within one of our sentences. */
export const inWords = (words: string): string =>
  plain(excerpt(words.replace(/\s+/g, ' ').trim(), MOST_WORDS).shown)

/** Where it belongs too, and what comes before sending. */
export function noteLines(it: Proposals, officer: string, language: Language): Element[] {
  const { note } = texts(language).reporter.talk
  const line = (text: string, { because }: { because: string }) =>
    say(because === '' ? text : note.because(text, inWords(because)))
  return [
    ...(it.codeFirst ? [say(note.codeFirst, { weight: 'Bolder' })] : []),
    ...(it.minor ? [line(note.young, it.minor)] : []),
    ...(it.dependent && !it.minor ? [line(note.dependent, it.dependent)] : []),
    ...(it.violenceAtHome && !it.minor && !it.dependent
      ? [line(note.violenceAtHome, it.violenceAtHome)]
      : []),
    ...(it.otherMunicipality ? [line(note.otherMunicipality(officer), it.otherMunicipality)] : []),
    ...(it.consult && it.consult.because !== '' ? [say(note.consult(inWords(it.consult.because)))] : []),
  ]
}

/** Why the choices stand as they do. */
export function reasonLines(it: Proposals, language: Language): Element[] {
  const { proposed: t } = texts(language).reporter.talk
  // Without words to point at there is nothing to explain: the choice stands as it stands.
  const line = (what: string, because: string): string[] =>
    because === '' ? [] : [t.line(what, inWords(because))]
  const lines = [
    ...(it.certainty ? line(t.certainty[it.certainty.value], it.certainty.because) : []),
    ...(it.urgency ? line(t.urgency[it.urgency.value], it.urgency.because) : []),
    ...(it.degree ? line(t.degree[it.degree.value], it.degree.because) : []),
    ...(it.minor ? line(t.minor, it.minor.because) : []),
  ]
  return lines.length === 0 ? [] : [...lines, t.change].map((line) => aside(line))
}
