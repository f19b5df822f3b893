/** Groups of digits in a flat text, and how they hang together: "123.456 78" is three groups in one chain. */
import { MARKED } from '../flatten.ts'
import { PERHAPS, SURELY } from './otherNumbers.ts'

/** `tight`: a dot or a dash. `loose`: a space too. `odd`: another sign, which says little without a word. */
export type Join = 'none' | 'tight' | 'loose' | 'odd'

export interface Group {
  readonly from: number
  readonly to: number
  /** Empty for a mark that stands here already. */
  readonly digits: string
  /** Perhaps part of a number that is something else. */
  readonly perhaps: boolean
  /** That other number began before this group, or goes on after it. */
  readonly held: { readonly before: boolean; readonly after: boolean }
  /** What stands between this group and the next. */
  readonly sign: string
  readonly join: Join
}

/** The groups that are not surely something else, in order. */
export function groupsIn(flat: string, cover: Uint8Array): Group[] {
  const pieces = [...flat.matchAll(PIECE)]
    .map((found) => ({ from: found.index, to: found.index + found[0].length, digits: found[0] }))
    .filter(({ from, to }) => cover[from] !== SURELY && cover[to - 1] !== SURELY)
  return pieces.map(({ from, to, digits }, index) => {
    const next = pieces[index + 1]
    const sign = next === undefined || next.from - to > 3 ? '' : flat.slice(to, next.from)
    const perhaps = cover[from] === PERHAPS || cover[to - 1] === PERHAPS
    const held = {
      before: perhaps && cover[from - 1] === PERHAPS,
      after: perhaps && cover[to] === PERHAPS,
    }
    return { from, to, digits: digits === MARKED ? '' : digits, perhaps, held, sign, join: joinOf(sign) }
  })
}

const PIECE = new RegExp(`\\d+|${MARKED}`, 'g')
const ODD = /^[^\p{L}\p{N}\s;|\uE000]{1,3}$/u

function joinOf(sign: string): Join {
  if (/^[.-]$/.test(sign)) return 'tight'
  if (/^(?: {1,3}| ?[.-] | [.-])$/.test(sign)) return 'loose'
  return ODD.test(sign) ? 'odd' : 'none'
}

/** Neighbouring groups from `first` up to and including `last`. */
export interface Row {
  readonly first: number
  readonly last: number
}

/** The longest rows of groups that hang together in one of these ways. */
export function rows(groups: readonly Group[], joins: readonly Join[]): Row[] {
  const found: Row[] = []
  let first = 0
  groups.forEach(({ join }, last) => {
    if (last < groups.length - 1 && joins.includes(join)) return
    found.push({ first, last })
    first = last + 1
  })
  return found
}
