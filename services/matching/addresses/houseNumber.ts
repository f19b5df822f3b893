/** Numbers of houses as people write them: "14b", "14-B", "12-II", "12 2-hoog", "12-16". */
import { plainWords } from './plainWords.ts'

/** `to`: the last number of a range. `addition`: in one form, empty where there is none. `text`: of what is no range. */
export type HouseNumber = { from: number; to?: number; addition: string }

/** A letter alone is a letter; only "i" is read as one, because that is what stands on the doors of a first floor. */
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
const ONE_LETTER = new Set(['v', 'x'])
const HIGHEST_RANGE = 100
const LONGEST_ADDITION = 12

/** Say nothing by themselves: "14 app 3" is 14-3. A room is inside a dwelling, so that stays. */
const EMPTY = new Set(
  'app appartement apt apartment flat unit nr nummer no toev toevoeging huisnummer bus woning etage verdieping hg hoog te'.split(
    ' ',
  ),
)
const FORMS: ReadonlyMap<string, string> = new Map(
  [
    'hs hs huis bg begane parterre',
    'rd rd rood',
    'zw zw zwart',
    'bov bov boven',
    'ben ben beneden onder',
    'kam kamer kmr k room',
  ].flatMap((row) => {
    const [form = '', ...words] = row.split(' ')
    return words.map((word) => [word, form] as const)
  }),
)

/** One word of an addition in its one form. */
function additionWord(word: string): string {
  if (EMPTY.has(word) || word === 'grond') return ''
  const form = FORMS.get(word)
  if (form !== undefined) return form
  if (/^\d+$/.test(word)) return word.replace(/^0+(?=\d)/, '')
  const roman = ROMAN.indexOf(word)
  return roman >= 0 && !ONE_LETTER.has(word) ? String(roman + 1) : word
}

/** An addition in one form: "B" as "b", "II" and "2-hoog" as "2", "huis" as "hs". */
export const additionOf = (written: string): string => joined(plainWords(written))

function joined(words: readonly string[]): string {
  let whole = ''
  let digit = false
  for (const word of words.map(additionWord)) {
    const starts = /^\d/.test(word)
    // "1-12" is not "112".
    whole += digit && starts ? `-${word}` : word
    if (word !== '') digit = /\d$/.test(word)
  }
  return whole.slice(0, LONGEST_ADDITION)
}

const BETWEEN = /^\s{0,3}(?:-|–|—|\/|t\/?m|tot en met|tot|en|&|\+)\s{0,3}$/i

/** A number with what was added to it, apart or glued; undefined where no number begins it. */
export function houseNumber(written = '', addition = ''): HouseNumber | undefined {
  const text = written.slice(0, 60).normalize('NFKC').trim()
  const found = /^(?:(?:huis)?(?:nummer|nr|no)\.? {0,2})?(\d{1,5})(?!\d)/i.exec(text)
  const from = Number(found?.[1])
  if (!found || !Number.isFinite(from) || from === 0) return undefined
  const rest = text.slice(found[0].length)
  const range = /^([^\d]{1,16})(\d{1,5})(?!\d)(.{0,30})$/.exec(rest)
  const last = Number(range?.[2])
  const apart = additionOf(addition)
  if (range && BETWEEN.test(range[1] ?? '') && last > from && last - from <= HIGHEST_RANGE) {
    const behind = additionOf(range[3] ?? '')
    if (behind === '') return { from, to: last, addition: apart }
  }
  const glued = additionOf(rest)
  return { from, addition: glued.includes(apart) ? glued : glued === '' ? apart : `${glued}${apart}` }
}

/** How two numbers agree. `missing`: at one side there is none. */
export type NumberAgreement = 'same' | 'inRange' | 'nearly' | 'differs' | 'missing'
/** How what is added to them does. `none`: neither has one. */
export type AdditionAgreement = 'same' | 'none' | 'missing' | 'differs'

const within = (number: number, { from, to = from }: HouseNumber): boolean =>
  number >= from && number <= to && (number - from) % ((to - from) % 2 === 0 ? 2 : 1) === 0

/** Numbers compared, without their additions. A range holds its own side of the street only. */
export function numbersAgree(here: HouseNumber | undefined, there: HouseNumber | undefined): NumberAgreement {
  if (!here || !there) return 'missing'
  if (here.from === there.from && here.to === there.to) return 'same'
  if (flatLike(here, there) || flatLike(there, here)) return 'same'
  if (within(here.from, there) || within(there.from, here)) return 'inRange'
  return digitsNear(String(here.from), String(there.from)) ? 'nearly' : 'differs'
}

/** "12-16" may be a range, or number 12 with 16 added: beside a 12 with that addition it is the second. */
const flatLike = (range: HouseNumber, one: HouseNumber): boolean =>
  range.to !== undefined &&
  one.to === undefined &&
  range.from === one.from &&
  one.addition === String(range.to)

/** Two digits that changed places, or one too many or too few; never one other digit: that is a neighbour. */
function digitsNear(here: string, there: string): boolean {
  if (here.length === there.length) {
    const wrong = [...here].flatMap((digit, at) => (digit === there[at] ? [] : [at]))
    const [first = 0, second = 0] = wrong
    return (
      wrong.length === 2 &&
      second === first + 1 &&
      here[first] === there[second] &&
      here[second] === there[first]
    )
  }
  const [short, long] = here.length < there.length ? [here, there] : [there, here]
  return (
    long.length === short.length + 1 &&
    short.length > 1 &&
    [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  )
}

/** What is added, compared. */
export function additionsAgree(here: HouseNumber, there: HouseNumber): AdditionAgreement {
  if (flatLike(here, there) || flatLike(there, here)) return 'same'
  if (here.addition === there.addition) return here.addition === '' ? 'none' : 'same'
  return here.addition === '' || there.addition === '' ? 'missing' : 'differs'
}
