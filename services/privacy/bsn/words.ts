/**
 * What the words around a number say that it is. The nearest word counts, and a column of a pasted table has
 * the word of its heading.
 */
import { MARKED } from '../flatten.ts'

/**
 * `direct`: "BSN: …", nothing between that means something. `near`: BSN is the nearest word. `other`: a word
 * for another kind of number, directly before it. `none`: nothing is said.
 */
export type Said = 'direct' | 'near' | 'phone' | 'other' | 'none'

type Kind = 'bsn' | 'company' | 'phone' | 'reference' | 'file'

interface Label {
  readonly kind: Kind
  readonly from: number
  readonly to: number
}

const NUMBER = `(?:[-. ]{0,2}(?:nummers?|nrs?|no|num|numbers?|id|code))`
const BSN = [
  `b\\.? ?s\\.? ?n\\.?${NUMBER}?(?:'?s)?`,
  'bsnr',
  `burger[- ]?ser?v\\p{L}{0,6}${NUMBER}?`,
  `burger${NUMBER}`,
  `sofi${NUMBER}?`,
  `citizen'?s?[- ]service${NUMBER}?`,
  `social[- ]security${NUMBER}?`,
]
const COMPANY = [
  `k\\.?v\\.?k\\.?${NUMBER}?`,
  'handelsregister\\p{L}{0,10}',
  'kamer van koophandel',
  'chamber of commerce',
  `coc${NUMBER}?`,
  'vestigings?\\p{L}{0,10}',
]
const PHONE = [
  'tel\\.?',
  'telefoon\\p{L}{0,8}',
  'telephone',
  'mobiel\\p{L}{0,8}',
  'mob\\.?',
  'gsm',
  'bel|belt|belde|bellen|gebeld',
  'phone|mobile|cell|call|called|whatsapp|appt?|sms|fax',
]
/** Numbers of things. Nine digits directly after such a word are what it says. */
const REFERENCE = [
  `(?:order|bestel|bestelling|factuur|invoice|serie|serial|artikel|polis)s?${NUMBER}?`,
  `(?:referentie|reference|kenmerk|ref|tracking|barcode)\\.?${NUMBER}?`,
  `(?:rekening|account|rsin|imei|isbn)s?${NUMBER}?`,
]
/**
 * Numbers under which people are filed: a municipality may use the BSN for it, so these only push the word
 * away.
 */
const FILE = [
  `(?:dossier|zaak|case|file|klant|client|debiteur|debiteuren|melding|klacht)s?${NUMBER}`,
  `(?:vergunning|ticket|object|pand|registratie|aanvraag)s?${NUMBER}`,
]

const one = (kind: Kind, words: readonly string[]): string => `(?<${kind}>${words.join('|')})`
const EVERY = [
  one('bsn', BSN),
  one('company', COMPANY),
  one('phone', PHONE),
  one('reference', REFERENCE),
  one('file', FILE),
]
const LABELS = new RegExp(`(?<!\\p{L})(?:${EVERY.join('|')})(?!\\p{L})`, 'gu')
const KINDS: readonly Kind[] = ['bsn', 'company', 'phone', 'reference', 'file']

/**
 * How many letters may stand between a word and its number; digits and signs don't count, so masking can't
 * matter.
 */
const BEFORE = 40
const AFTER = 20
const MOST_LINES = 2
/** A word before a number says more than one after it. */
const ADVANTAGE = 6

const FILLER = 'nummer|nr|no|number|num|is|was|luidt|van|dit|het|code|op|of|the|for|on|at'
/** Between a word and its number nothing that means something, and no other number. */
const DIRECT = new RegExp(
  `^(?:[^\\p{L}\\p{N}\\n${MARKED}]{0,6}(?:${FILLER})(?!\\p{L})){0,3}[^\\p{L}\\p{N}${MARKED}]{0,6}$`,
  'u',
)

/** Reads the words of a flat text once, and answers what they say of a number in it. */
export function wordsOf(flat: string): (from: number, to: number) => Said {
  const labels = labelsIn(flat)
  const letters = count(flat, /\p{L}/u)
  const lines = count(flat, /\n/)
  const columns = tableColumns(flat, labels)

  const gap = (from: number, to: number, most: number): number | undefined => {
    const far = (letters[to] ?? 0) - (letters[from] ?? 0)
    return far <= most && (lines[to] ?? 0) - (lines[from] ?? 0) <= MOST_LINES ? far : undefined
  }

  return (from, to) => {
    const column = columns.get(from)
    if (column !== undefined) return column === 'bsn' ? 'direct' : column === 'none' ? 'none' : say(column)
    const next = firstFrom(labels, from)
    const before = labels[next - 1]
    const after = labels.slice(next, next + 4).find((label) => label.from >= to)
    const back = before && gap(before.to, from, BEFORE)
    if (before && isDirect(flat, before.to, from)) {
      return before.kind === 'bsn' ? 'direct' : say(before.kind)
    }
    const ahead = after && gap(to, after.from, AFTER)
    const nearest =
      back !== undefined && (ahead === undefined || back <= ahead + ADVANTAGE)
        ? before
        : ahead !== undefined && after
    return nearest && nearest.kind === 'bsn' ? 'near' : 'none'
  }
}

function say(kind: Kind): Said {
  if (kind === 'phone') return 'phone'
  return kind === 'reference' ? 'other' : 'none'
}

function isDirect(flat: string, from: number, to: number): boolean {
  return to - from <= 40 && DIRECT.test(flat.slice(from, to))
}

function labelsIn(flat: string): Label[] {
  return [...flat.matchAll(LABELS)].flatMap((found) => {
    const kind = KINDS.find((each) => found.groups?.[each] !== undefined)
    return kind ? [{ kind, from: found.index, to: found.index + found[0].length }] : []
  })
}

/** For every place: how many such characters stand before it. */
function count(flat: string, what: RegExp): Uint32Array {
  const counts = new Uint32Array(flat.length + 1)
  for (let at = 0; at < flat.length; at += 1) {
    counts[at + 1] = (counts[at] ?? 0) + (what.test(flat[at] ?? '') ? 1 : 0)
  }
  return counts
}

/** The first label that begins at or after a place. */
function firstFrom(labels: readonly Label[], from: number): number {
  let low = 0
  let high = labels.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((labels[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

type Column = Kind | 'none'

/** A pasted table: the first digit of each number in it, with the word of its column. */
function tableColumns(flat: string, labels: readonly Label[]): Map<number, Column> {
  const columns = new Map<number, Column>()
  let heading: { sign: string; kinds: readonly Column[] } | undefined
  let from = 0
  for (const line of flat.split('\n')) {
    const sign =
      heading && line.includes(heading.sign) ? heading.sign : ['\t', '|', ';'].find((s) => line.includes(s))
    if (sign === undefined) heading = undefined
    else {
      const kinds = headingOf(line, from, sign, labels)
      if (kinds) heading = { sign, kinds }
      else if (heading?.sign === sign) fill(columns, line, from, heading)
      else heading = undefined
    }
    from += line.length + 1
  }
  return columns
}

/** The kinds of the columns, if this line is the heading of a table in which one is called BSN. */
function headingOf(
  line: string,
  from: number,
  sign: string,
  labels: readonly Label[],
): readonly Column[] | undefined {
  if (/\d/.test(line) || line.includes(MARKED)) return undefined
  let at = from
  const kinds = line.split(sign).map((cell): Column => {
    const label = labels[firstFrom(labels, at)]
    const kind = label && label.from < at + cell.length ? label.kind : 'none'
    at += cell.length + 1
    return kind
  })
  return kinds.includes('bsn') ? kinds : undefined
}

function fill(
  columns: Map<number, Column>,
  line: string,
  from: number,
  heading: { sign: string; kinds: readonly Column[] },
): void {
  let at = from
  line.split(heading.sign).forEach((cell, index) => {
    for (const { index: inCell } of cell.matchAll(/\d+/g)) {
      columns.set(at + inCell, heading.kinds[index] ?? 'none')
    }
    at += cell.length + 1
  })
}
