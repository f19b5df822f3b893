/**
 * In how many ways a matcher that goes back (V8's) can read a text with a pattern from one place, at most. A number
 * that does not depend on the text means: whatever the text, a search costs no more than its length times that.
 *
 * Counted from the tree alone, upwards: the ways of parts that follow each other multiply, and what can be taken in one
 * way only because of what must follow counts once.
 */
import type { Signs, Tree } from './tree.ts'

/** What can stand next; `undefined` is anything. */
type Next = Signs | undefined

const apart = (one: Next, other: Next): boolean =>
  one !== undefined && other !== undefined && ![...one].some((sign) => other.has(sign))

function either(one: Next, other: Next): Next {
  if (one === undefined || other === undefined) return undefined
  return other === NOTHING ? one : new Set([...one, ...other])
}

/** The pattern ends here: whoever comes this far has found it, and looks no further. */
const NOTHING: Signs = new Set()

/** Can it take nothing? */
function empty(tree: Tree): boolean {
  switch (tree.kind) {
    case 'sign':
      return false
    case 'look':
    case 'again':
      return true
    case 'repeat':
      return tree.least === 0 || empty(tree.body)
    case 'row':
      return tree.of.every(empty)
    case 'choice':
      return tree.of.some(empty)
    default:
      return tree satisfies never
  }
}

/** What it can begin with, when `next` follows it. */
function first(tree: Tree, next: Next): Next {
  switch (tree.kind) {
    case 'sign':
      return tree.signs
    case 'look':
      // At the end of a pattern it may still say no.
      return next === NOTHING ? undefined : next
    case 'again':
      return undefined
    case 'repeat': {
      const own = first(tree.body, next)
      return empty(tree) ? either(own, next) : own
    }
    case 'row':
      return tree.of.reduceRight<Next>((after, each) => first(each, after), next)
    case 'choice':
      return tree.of.map((each) => first(each, next)).reduce(either, NOTHING)
    default:
      return tree satisfies never
  }
}

/** The signs with which it must begin when `next` follows it, in order, as far as that is clear. */
function beginning(tree: Tree, next: Next): readonly Signs[] {
  const signs: Signs[] = []
  for (const each of tree.kind === 'row' ? tree.of : [tree]) {
    if (each.kind === 'look') continue
    const begins = empty(each) ? undefined : first(each, undefined)
    if (begins) signs.push(begins)
    if (each.kind !== 'sign') return signs
  }
  return next === undefined || next === NOTHING ? signs : [...signs, next]
}

/** Can both be taken from one place of one text? */
function together(one: readonly Signs[], other: readonly Signs[]): boolean {
  return one.every((signs, at) => !apart(signs, other[at]))
}

/** The most ways, `Infinity` where something repeats without an end. */
export const waysOf = (tree: Tree): number => waysIn(tree, NOTHING)

function waysIn(tree: Tree, next: Next): number {
  switch (tree.kind) {
    case 'sign':
      return 1
    case 'look':
      return tree.body ? waysIn(tree.body, tree.back ? undefined : NOTHING) : 1
    case 'again':
      return 1
    case 'repeat':
      return repeats(tree, next)
    case 'row': {
      let ways = 1
      let after = next
      for (const each of [...tree.of].reverse()) {
        ways *= waysIn(each, after)
        after = first(each, after)
      }
      return ways
    }
    case 'choice': {
      const options = tree.of.map((each) => ({ begins: beginning(each, next), ways: waysIn(each, next) }))
      const sums = options.map(({ begins }) =>
        options.filter((other) => together(begins, other.begins)).reduce((sum, { ways }) => sum + ways, 0),
      )
      return Math.max(...sums)
    }
    default:
      return tree satisfies never
  }
}

function repeats({ body, least, most }: Extract<Tree, { kind: 'repeat' }>, next: Next): number {
  if (most === Infinity) return Infinity
  const own = first(body, next)
  const within = waysIn(body, most > 1 ? either(own, next) : next)
  // Where another round and what follows begin differently, only one number of rounds is left.
  const rounds = apart(own, next) ? 1 : most - least + 1
  return within === 1 ? rounds : rounds * within ** most
}
