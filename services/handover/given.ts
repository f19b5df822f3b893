/** Which facts stand in words that an officer wrote: what they left out was not given, what they typed themselves was. */
import { normalForm } from '../privacy/flatten.ts'
import type { Composed } from './compose.ts'
import type { SentFact } from './sent.ts'

const bare = (text: string): string =>
  normalForm(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
/** Shorter ones stand within other words. */
const SHORTEST = 4

/** What a value is recognised by: what stands before its first comma or bracket. */
const mainOf = (value: string): string => bare(value.split(/[,(·]/, 1)[0] ?? '')

/** The facts and signs that these words, or what is always below them, give. */
export function givenIn(body: string, { facts, foot, choices }: Composed): SentFact[] {
  const text = ` ${bare(body)} `
  const always = ` ${bare(foot)} `
  const stands = (value: string): boolean => {
    const main = mainOf(value)
    return main.length >= SHORTEST && text.includes(` ${main} `)
  }
  const kept = facts.filter(
    ({ value }) => stands(value) || text.includes(` ${bare(value)} `) || always.includes(` ${bare(value)} `),
  )
  const known = new Set(facts.map(({ id }) => id))
  const typed = choices.flatMap(({ id, label }): SentFact[] => {
    const value = label.slice(label.indexOf(': ') + 2)
    return !known.has(id) && !id.startsWith('sign.') && stands(value) ? [{ id, value }] : []
  })
  return [...kept, ...typed]
}
