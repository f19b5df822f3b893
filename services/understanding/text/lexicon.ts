/**
 * Phrases as they stand in `services/content/data/meaning/*.json`, made ready to be looked for. How a phrase is written
 * stands with the schema (`services/content/meaning.ts`).
 */
import { flatten } from '../../privacy/flatten.ts'

/** One step of a phrase: a word of one of these forms, another concept, or a gap. */
export type Step =
  | { is: 'word'; atoms: ReadonlySet<number> }
  | { is: 'concept'; concept: string }
  /** At most so many words in between, within the same clause or (`far`) the same sentence. */
  | { is: 'gap'; most: number; far: boolean }
  /** Here a sentence, or with `message` the whole message, begins or ends. */
  | { is: 'edge'; edge: 'begin' | 'end'; message: boolean }

export type Phrase = { concept: string; steps: readonly Step[] }

/** Forms of words: whole, or how a word begins or ends; each form has a number. */
export type Atoms = {
  whole: ReadonlyMap<string, number>
  begin: ReadonlyMap<string, number>
  end: ReadonlyMap<string, number>
}

export type Lexicon = {
  atoms: Atoms
  /** Phrases that begin with a word, by each form that it may have. */
  byAtom: ReadonlyMap<number, readonly Phrase[]>
  /** Rounds of phrases that begin with another concept, or need one: each round needs only what came before it. */
  rounds: readonly (readonly Phrase[])[]
  concepts: ReadonlySet<string>
}

const SHORTEST_PART = 2

/**
 * Compiles concepts.
 * @param concepts phrases by the name of their concept
 * @throws Error when a phrase names a concept that is not there, or concepts need each other in a circle
 */
export function compile(concepts: Readonly<Record<string, readonly string[]>>): Lexicon {
  const whole = new Map<string, number>()
  const begin = new Map<string, number>()
  const end = new Map<string, number>()
  let count = 0
  const numbered = (forms: Map<string, number>, form: string): number => {
    const known = forms.get(form)
    if (known !== undefined) return known
    count += 1
    forms.set(form, count)
    return count
  }
  const atomOf = (written: string): number => {
    const plain = written.replaceAll('*', '')
    const flat = flatten(plain).flat
    // A smiley is looked for as it is.
    const form = flat.startsWith('¤') ? plain : flat
    if (written.length > 1 && form.length < SHORTEST_PART && written.includes('*')) {
      throw new Error(`A part of a word is too short to look for: ${written}`)
    }
    if (written.endsWith('*')) return numbered(begin, form)
    if (written.startsWith('*')) return numbered(end, form)
    return numbered(whole, form)
  }
  const stepOf = (written: string): Step => {
    if (written === '..') return { is: 'gap', most: 4, far: false }
    if (written === '...') return { is: 'gap', most: 9, far: true }
    if (written === '_') return { is: 'gap', most: 1, far: false }
    if (written === '^') return { is: 'edge', edge: 'begin', message: false }
    if (written === '^^') return { is: 'edge', edge: 'begin', message: true }
    if (written === '$') return { is: 'edge', edge: 'end', message: false }
    if (written === '$$') return { is: 'edge', edge: 'end', message: true }
    if (written.startsWith('<') && written.endsWith('>')) {
      const concept = written.slice(1, -1)
      if (!Object.hasOwn(concepts, concept)) throw new Error(`There is no concept ${concept}.`)
      return { is: 'concept', concept }
    }
    return { is: 'word', atoms: new Set(written.split('/').map(atomOf)) }
  }
  const byAtom = new Map<number, Phrase[]>()
  const later: Phrase[] = []
  for (const [concept, phrases] of Object.entries(concepts)) {
    for (const written of phrases.flatMap(withAndWithout)) {
      const phrase = { concept, steps: written.map(stepOf) }
      const needs = phrase.steps.some((step) => step.is === 'concept')
      const first = phrase.steps.find((step) => step.is !== 'edge')
      if (needs || first?.is !== 'word') {
        later.push(phrase)
        continue
      }
      for (const atom of first.atoms) {
        const same = byAtom.get(atom)
        if (same) same.push(phrase)
        else byAtom.set(atom, [phrase])
      }
    }
  }
  return {
    atoms: { whole, begin, end },
    byAtom,
    rounds: roundsOf(later),
    concepts: new Set(Object.keys(concepts)),
  }
}

/** `?word` may be there or not: each phrase with and without it. */
function withAndWithout(written: string): string[][] {
  let ways: string[][] = [[]]
  for (const step of written.trim().split(/\s+/)) {
    const optional = step.length > 1 && step.startsWith('?')
    const here = optional ? step.slice(1) : step
    ways = [...ways.map((way) => [...way, here]), ...(optional ? ways : [])]
  }
  return ways
}

/** In which order concepts are looked for that need others. */
function roundsOf(phrases: readonly Phrase[]): Phrase[][] {
  const rounds: Phrase[][] = []
  let left = phrases
  while (left.length > 0) {
    const open = new Set(left.map(({ concept }) => concept))
    const needsNone = (phrase: Phrase) =>
      phrase.steps.every((step) => step.is !== 'concept' || !open.has(step.concept))
    const ready = left.filter(needsNone)
    if (ready.length === 0) throw new Error(`These concepts need each other: ${[...open].join(', ')}`)
    rounds.push(ready)
    left = left.filter((phrase) => !needsNone(phrase))
  }
  return rounds
}
