/** Number plates: every Dutch form, and those of abroad where a word for them stands near. */
import { type Found, type Page, tokenAt, wordsAfter, wordsBefore } from './page.ts'
import { CAR_WORDS, PLATE_WORDS } from './words/plates.ts'

/** The Dutch forms since 1951 (sidecodes 1 to 14, with the mirror images that follow), and of mopeds. */
const SHAPES = new Set(
  [
    'LL-DD-DD DD-DD-LL DD-LL-DD LL-DD-LL LL-LL-DD DD-LL-LL DD-LLL-D D-LLL-DD LL-DDD-L L-DDD-LL LLL-DD-L L-DD-LLL',
    'D-LL-DDD DDD-LL-D LLL-DD-D',
  ]
    .join(' ')
    .split(' '),
)
const GLUED = new Set([...SHAPES].map((shape) => shape.replaceAll('-', '')))
/** Six signs in three groups; with a gap, a dash or a dot between them. */
const THREE =
  /(?<![\p{L}\p{N}-])[\p{L}\d]{1,3}(?: ?- ?| |\.)[\p{L}\d]{1,3}(?: ?- ?| |\.)[\p{L}\d]{1,3}(?![\p{L}\p{N}]|[-.]\d)/gu
const SIX = /(?<![\p{L}\p{N}@.-])[a-z\d]{6}(?![\p{L}\p{N}@]|[-.][\p{L}\d])/gu

const shapeOf = (written: string): string =>
  written
    .replace(/[a-z]/g, 'L')
    .replace(/\d/g, 'D')
    .replace(/ ?- ?|[ .]/g, '-')

/** Number plates, in capitals without dashes. */
export function plateFacts(page: Page): Found[] {
  const near = nearWord(page, PLATE_WORDS)
  return [...dutch(page, near), ...belgianAndFrench(page), ...abroad(page)]
}

function fact(
  { from, to, written }: { from: number; to: number; written: string },
  sure: Found['sure'],
): Found {
  return { kind: 'plate', value: written.replace(/[^a-z0-9]/g, '').toUpperCase(), from, to, sure }
}

type Near = (from: number, to: number) => boolean
/** Does such a word stand before it in the sentence or shortly behind it? */
const nearWord =
  (page: Page, words: ReadonlySet<string>): Near =>
  (from, to) => {
    const first = tokenAt(page, from)
    const behind = tokenAt(page, to - 1)
    return (
      wordsBefore(page, first, 7).some((word) => words.has(word)) ||
      // "kenteken: …": the colon begins something new.
      (page.tokens[first - 1]?.flat === ':' && words.has(page.tokens[first - 2]?.flat ?? '')) ||
      wordsAfter(page, behind, 3).some((word) => words.has(word))
    )
  }

function dutch(page: Page, near: Near): Found[] {
  const { flat } = page
  const nearCar = nearWord(page, CAR_WORDS)
  const inCapitals = (from: number, to: number): boolean => page.capitalsIn(from, to)
  const three = matches(flat, THREE).flatMap(({ from, to, written }): Found[] => {
    const shape = shapeOf(written)
    if (!SHAPES.has(shape) || !isPlateLike(written)) return []
    const dashes = written.includes('-') && !/[ .]/.test(written.replace(/ ?- ?/g, '-'))
    if (near(from, to)) return [fact({ from, to, written }, 'sure')]
    if (dashes) return [fact({ from, to, written }, 'sure')]
    return inCapitals(from, to) || nearCar(from, to) ? [fact({ from, to, written }, 'likely')] : []
  })
  const six = matches(flat, SIX).flatMap(({ from, to, written }): Found[] => {
    if (!GLUED.has(shapeOf(written)) || !isPlateLike(written)) return []
    if (near(from, to)) return [fact({ from, to, written }, 'sure')]
    return inCapitals(from, to) || nearCar(from, to) ? [fact({ from, to, written }, 'likely')] : []
  })
  return [...three, ...six]
}

/** SA, SD and SS are not given out; whole words between numbers are none either. */
const isPlateLike = (written: string): boolean =>
  !/(?<![a-z])(?:van|tot|t|de|en|of|in|op|om|uur|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|km|m|x|a|u|euro|man)(?![a-z])/.test(
    written,
  )

/** 1-ABC-123 and AB-123-CD are plates by their form. */
const BY_FORM = /(?<![\p{L}\p{N}-])(?:[12]-[a-z]{3}-\d{3}|[a-z]{2}-\d{3}-[a-z]{2})(?![\p{L}\p{N}]|-\d)/gu
const belgianAndFrench = ({ flat }: Page): Found[] =>
  matches(flat, BY_FORM)
    .filter(({ written }) => isPlateLike(written))
    .map((each) => fact(each, 'likely'))

const MOST_SIGNS = 9
/** Letters and digits, five signs or more, shortly behind a word for a plate. */
function abroad(page: Page): Found[] {
  const { tokens } = page
  const found: Found[] = []
  tokens.forEach((token, at) => {
    if (!PLATE_WORDS.has(token.flat)) return
    for (let first = at + 1; first < Math.min(tokens.length, at + 9); first += 1) {
      const plate = plateFrom(page, first)
      if (!plate) continue
      found.push(plate)
      break
    }
  })
  return found
}

/** The longest plate of abroad that begins at this token. */
function plateFrom({ tokens, flat, capitalsIn }: Page, first: number): Found | undefined {
  const start = tokens[first]
  if (start?.kind !== 'word' && start?.kind !== 'number') return undefined
  let signs = ''
  let best: Found | undefined
  for (let at = first; at < Math.min(tokens.length, first + 7); at += 1) {
    const token = tokens[at]
    if (!token || token.kind === 'line') break
    if (token.kind === 'sign') {
      if (!/^[-·.]$/.test(token.flat)) break
      continue
    }
    if (token.kind === 'word' && (token.flat.length > 3 || !/^[a-z]+$/.test(token.flat))) break
    // Words in small letters between: "de", "is".
    if (token.kind === 'word' && token.spaced && !capitalsIn(token.from, token.to) && !tokens[at + 1]) break
    signs += token.flat
    if (signs.length > MOST_SIGNS) break
    const letters = signs.replace(/\d/g, '').length
    const next = tokens[at + 1]
    const whole = next === undefined || next.spaced || next.kind === 'sign' || next.kind === 'line'
    const enough = signs.length >= 5 && letters >= 1 && letters <= 5 && signs.length - letters >= 2
    const written = flat.slice(start.from, token.to)
    const capitals = capitalsIn(start.from, token.to)
    const glued = !/ /.test(written)
    if (whole && enough && (capitals || glued) && isPlateLike(written)) {
      best = fact({ from: start.from, to: token.to, written }, 'likely')
    }
  }
  return best
}

function matches(flat: string, pattern: RegExp): { from: number; to: number; written: string }[] {
  return [...flat.matchAll(pattern)].map(({ index, 0: written }) => ({
    from: index,
    to: index + written.length,
    written,
  }))
}
