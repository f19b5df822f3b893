/**
 * A reading of danger that a test gives: it stands in the text itself, so that what is done with it is tested apart from
 * the words of danger that are known. "ask=deur" may be danger, of which the sign is "deur"; "ring=writer" rings.
 */
import { Needs } from '../../services/draft/chat.ts'
import type { DangerReading } from '../../services/understanding/reading.ts'

const MARK = /\b(ask|ring)=(\w{1,20}(?:,\w{1,20}){0,4})/g

/** What the marks in these messages say; the surest of them, with the signs of all. */
export function readMarked(messages: readonly string[]): DangerReading {
  const found = messages.flatMap((text, message) =>
    [...text.matchAll(MARK)].map((match) => ({
      message,
      level: match[1] === 'ring' ? ('ring' as const) : ('ask' as const),
      words: (match[2] ?? '').split(',').filter((word) => word !== ''),
      from: match.index,
      text: match[0],
    })),
  )
  const [first] = found.toSorted((a, b) => b.level.localeCompare(a.level))
  if (!first) return { level: 'none' }
  const words = found.flatMap((each) => each.words)
  const who = words.map((word) => Needs.safeParse(word).data).find((each) => each !== undefined) ?? 'somebody'
  return {
    level: first.level,
    who,
    sure: first.level === 'ring' ? 'likely' : 'doubt',
    because: found.map(({ message, from, text }) => ({ message, from, to: from + text.length, words: text })),
    signs: new Set(words.filter((word) => !Needs.safeParse(word).success)),
    concepts: [],
  }
}
