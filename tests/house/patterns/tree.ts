/** A pattern as a tree: enough of it to count in how many ways a matcher that goes back can read a text with it. */

/** Which of the sample characters one place of a pattern takes. */
export type Signs = ReadonlySet<string>

export type Tree =
  | { kind: 'sign'; signs: Signs }
  /** Looks, and takes nothing: `\b`, `^`, and what stands in `(?=…)` or `(?<!…)`. */
  | { kind: 'look'; body: Tree | undefined; back: boolean }
  /** What a group took before: any signs, any number of them. */
  | { kind: 'again' }
  | { kind: 'repeat'; body: Tree; least: number; most: number }
  | { kind: 'row'; of: readonly Tree[] }
  | { kind: 'choice'; of: readonly Tree[] }

/** Latin, and one or more of every kind that a class can ask for: other scripts, marks, spaces, digits, emoji. */
const SAMPLES: readonly string[] = [
  ...Array.from({ length: 0x250 }, (_, point) => String.fromCodePoint(point)),
  ...[
    0x301, 0x3b1, 0x430, 0x5d0, 0x660, 0x663, 0x966, 0x1e9e, 0x200b, 0x200d, 0x2010, 0x2011, 0x2013, 0x2014,
  ].map((point) => String.fromCodePoint(point)),
  ...[
    0x2019, 0x201c, 0x2028, 0x2029, 0x202e, 0x2060, 0x20ac, 0x2160, 0x2212, 0x2460, 0x3000, 0x4e00, 0xe000,
  ].map((point) => String.fromCodePoint(point)),
  ...[0xfeff, 0xff10, 0xff21, 0xfffd, 0x1d7ce, 0x1f600].map((point) => String.fromCodePoint(point)),
]

const known = new Map<string, Signs>()

function signsOf(place: string, flags: string): Signs {
  const name = `${flags}/${place}`
  const before = known.get(name)
  if (before) return before
  const one = new RegExp(`^(?:${place})$`, flags.replace(/[gyd]/g, ''))
  const signs = new Set(SAMPLES.filter((sample) => one.test(sample)))
  known.set(name, signs)
  return signs
}

const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y
const GROUP = /\((?:\?(?:([:=!])|(<[=!])|<[^>]*>))?/y
const ESCAPE =
  /\\(?:[bB]|[1-9]\d*|k<[^>]*>|[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[\s\S])/y

/** Reads a pattern. @throws Error for what it does not know: then the pattern is not proven. */
export function treeOf(source: string, flags: string): Tree {
  let at = 0
  const next = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (!found) return undefined
    at += found[0].length
    return found
  }

  function choice(): Tree {
    const of: Tree[] = [row()]
    while (source[at] === '|') {
      at += 1
      of.push(row())
    }
    const [only, ...more] = of
    return only && more.length === 0 ? only : { kind: 'choice', of }
  }

  function row(): Tree {
    const of: Tree[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') of.push(repeated(one()))
    const [only, ...more] = of
    return only && more.length === 0 ? only : { kind: 'row', of }
  }

  function repeated(body: Tree): Tree {
    const found = next(QUANTIFIER)
    if (!found) return body
    const [, sign, from, comma, to] = found
    const least = sign ? (sign === '+' ? 1 : 0) : Number(from)
    const most = sign ? (sign === '?' ? 1 : Infinity) : comma ? (to ? Number(to) : Infinity) : least
    return { kind: 'repeat', body, least, most }
  }

  function one(): Tree {
    const group = next(GROUP)
    if (group) {
      const looks = group[2] !== undefined || group[1] === '=' || group[1] === '!'
      const body = choice()
      if (source[at] !== ')') throw new Error(`a group that does not end: ${source}`)
      at += 1
      return looks ? { kind: 'look', body, back: group[2] !== undefined } : body
    }
    if (source[at] === '^' || source[at] === '$') {
      at += 1
      return { kind: 'look', body: undefined, back: false }
    }
    if (source[at] === '[') return sign(classEnd(source, at))
    const escaped = next(ESCAPE)
    if (!escaped) return sign(at + String.fromCodePoint(source.codePointAt(at) ?? 0).length)
    if (/^\\[bB]$/.test(escaped[0])) return { kind: 'look', body: undefined, back: false }
    if (/^\\(?:[1-9]|k<)/.test(escaped[0])) return { kind: 'again' }
    return { kind: 'sign', signs: signsOf(escaped[0], flags) }
  }

  function sign(to: number): Tree {
    const place = source.slice(at, to)
    at = to
    return { kind: 'sign', signs: signsOf(place, flags) }
  }

  const tree = choice()
  if (at < source.length) throw new Error(`read to ${at}: ${source}`)
  return tree
}

function classEnd(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1
    else if (source[at] === ']') return at + 1
  }
  throw new Error(`a class that does not end: ${source}`)
}
