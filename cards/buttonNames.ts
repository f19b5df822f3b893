/** What buttons are called where a name of somebody stands in them: as much of it as a narrow phone shows (WCAG 1.4.10). */

/** What a button on a narrow phone shows of its name; Teams cuts off the rest. */
const MOST_BUTTON = 28

/**
 * The names of buttons for the same with several organisations: with whom, cut at a word where a phone would cut it off
 * anyhow (the whole name stands above the button), and numbered where two would be called the same.
 */
export function withWhom(label: string, names: readonly string[]): string[] {
  // A label that fills the button by itself says with whom already.
  const titled = (name: string, nth: string): string => {
    const left = MOST_BUTTON - label.length - 2 - nth.length
    return left < LEAST_NAME
      ? `${cut(label, MOST_BUTTON - nth.length)}${nth}`
      : `${label}: ${cut(name, left)}${nth}`
  }
  const called = names.map((name) => titled(name, ''))
  return names.map((name, at) => {
    const title = called[at] ?? ''
    const before = called.slice(0, at).filter((other) => other === title).length
    return before === 0 && called.indexOf(title, at + 1) < 0 ? title : titled(name, ` (${before + 1})`)
  })
}
const LEAST_NAME = 5

function cut(name: string, most: number): string {
  if (name.length <= most) return name
  const short = name.slice(0, Math.max(most - 1, 1))
  const words = name[short.length] === ' ' ? short : short.slice(0, Math.max(short.lastIndexOf(' '), 0))
  const word = words.length >= 4 ? words : short
  return `${word.toWellFormed()}…`
}

/** The name of a button with somebody in it; without them where a narrow phone would cut it off. */
export const withName = (say: (name: string) => string, name: string, short: string): string =>
  say(name).length <= MOST_BUTTON ? say(name) : short
