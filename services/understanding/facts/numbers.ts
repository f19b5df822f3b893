/** Telephone numbers, IBANs, numbers of companies, mail addresses. */
import { isValidIBAN } from 'ibantools'
import { telephone } from '../../matching/values/telephone.ts'
import { ibans, phones, type Range } from '../../privacy/bsn/otherNumbers.ts'
import { dateAt } from './dates.ts'
import { type Found, type Page, says, spanOf, tokenAt, wordsAfter, wordsBefore } from './page.ts'
import { NUMBER_WORDS, PHONE_WORDS } from './words/numbers.ts'
import { LEGAL_FORMS, PARTS, SECTORS } from './words/organisations.ts'

const MAIL = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+][\p{L}\p{N}._%+'-]{0,63}`,
    String.raw`(?:@| ?[([](?:at|apenstaartje)[)\]] ?| (?:apenstaartje|at) (?=[\p{L}\p{N}-]{2,40}(?:\.| punt )(?:nl|com|be|example|org|net|eu)(?!\p{L})))`,
    String.raw`[\p{L}\p{N}-]{1,63}(?:(?:\.| punt )[\p{L}\p{N}-]{1,63}){1,5}`,
  ].join(''),
  'gu',
)

/** Mail addresses, in small letters. */
export const mailFacts = ({ flat }: Page): Found[] =>
  [...flat.matchAll(MAIL)].map(({ index, 0: written }) => ({
    kind: 'mail',
    value: written
      .replace(/ ?[([](?:at|apenstaartje)[)\]] ?| (?:apenstaartje|at) /, '@')
      .replaceAll(' punt ', '.'),
    from: index,
    to: index + written.length,
    sure: 'sure',
  }))

/** Numbers that everybody may call: 112, 0800, 0900, 14 + area. */
const FOR_ALL = /^\D{0,2}0[89]00/

/** Telephone numbers, as E.164. */
export function phoneFacts(page: Page): Found[] {
  const { flat } = page
  const written = phones(flat)
    .filter(({ from, to }) => !FOR_ALL.test(flat.slice(from, to)))
    .flatMap((range): Found[] => phoneFact(flat.slice(range.from, range.to), range, 'sure'))
  return [...written, ...bareNumbers(page, written), ...spokenNumbers(page)]
}

function phoneFact(written: string, { from, to }: Range, sure: Found['sure']): Found[] {
  const read = telephone(written)
  return read.ok ? [{ kind: 'telephone', value: read.value, from, to, sure }] : []
}

const MOST_GROUPS = 6
/** Nine digits without their nought, or a number of abroad without its plus: only beside a word for a telephone. */
function bareNumbers(page: Page, known: readonly Found[]): Found[] {
  const { tokens, flat } = page
  const found: Found[] = []
  const starts = new Set(known.map(({ from }) => tokenAt(page, from)))
  for (let first = 0; first < tokens.length; first += 1) {
    const token = tokens[first]
    if (token?.kind !== 'number' || starts.has(first) || joins(page, first)) continue
    const last = endOfGroups(page, first)
    const digits = flat.slice(token.from, tokens[last]?.to).replace(/\D/g, '')
    const nought = /^6\d{8}$/.test(digits) ? `0${digits}` : undefined
    const plus = /^(?:31|32|33|34|36|40|44|48|49|90|359|380)\d{8,10}$/.test(digits) ? `+${digits}` : undefined
    const zero = /^0[1-7]\d{8}$/.test(digits) ? digits : undefined
    const abroad = /^00[1-9]\d{7,12}$/.test(digits) ? `+${digits.slice(2)}` : undefined
    const written = nought ?? plus ?? zero ?? abroad
    if (written && wordsBefore(page, first, 5).some((word) => PHONE_WORDS.has(word))) {
      found.push(...phoneFact(written, spanOf(page, first, last), 'likely'))
    }
    first = last
  }
  return found
}

/** Does this group of digits go on from the one before it? */
const joins = ({ tokens }: Page, index: number): boolean => {
  const before = tokens[index - 1]
  return (
    before?.kind === 'number' ||
    (before?.kind === 'sign' && before.flat !== '(' && tokens[index]?.spaced === false)
  )
}

function endOfGroups({ tokens }: Page, first: number): number {
  let last = first
  for (let groups = 1; groups < MOST_GROUPS; groups += 1) {
    const next = tokens[last + 1]
    if (next?.kind === 'number') last += 1
    else if (next?.kind === 'sign' && /^[-.]$/.test(next.flat) && tokens[last + 2]?.kind === 'number')
      last += 2
    else break
  }
  return last
}

const NOUGHTS = new Set(['nul', 'zero', 'oh', 'o'])
const MOST_SPOKEN = 22
const spokenDigits = (word: string): string | undefined =>
  word === 'oh' || word === 'o' ? '0' : NUMBER_WORDS.get(word)
/** "nul zes twaalf vierendertig …": ten digits that begin with nought. */
function spokenNumbers(page: Page): Found[] {
  const { tokens } = page
  const found: Found[] = []
  for (let first = 0; first < tokens.length; first += 1) {
    const begins = says(page, first)
    const plus = begins === 'plus' || begins === '+'
    const nought = tokens[first]?.kind === 'number' && begins.charCodeAt(0) === 48 && begins.length < 5
    if (!plus && !nought && !NOUGHTS.has(begins)) continue
    if (tokens[first]?.kind === 'number' && joins(page, first)) continue
    let digits = ''
    let last = first
    let groups = 0
    for (let at = plus ? first + 1 : first; at < first + MOST_SPOKEN && digits.length < 11; at += 1) {
      const token = tokens[at]
      if (at > first && token?.kind === 'sign' && /^[,.-]$/.test(token.flat)) continue
      const said = token?.kind === 'number' ? token.flat : spokenDigits(token?.flat ?? '')
      if (said === undefined || digits.length + said.length > (plus ? 11 : 10)) break
      digits += said
      groups += 1
      last = at
    }
    if (plus ? !/^31\d{9}$/.test(digits) : digits.length !== 10 || groups < 4) continue
    if (plus) digits = `0${digits.slice(2)}`
    found.push(...phoneFact(digits, spanOf(page, first, last), 'likely'))
    first = last
  }
  return found
}

/** IBANs that add up, and Dutch ones in which a sign must be wrong (`doubt`). */
export function ibanFacts({ flat }: Page): Found[] {
  const right = ibans(flat).map(
    ({ from, to }): Found => ({
      kind: 'iban',
      value: plainIban(flat.slice(from, to)),
      from,
      to,
      sure: 'sure',
    }),
  )
  const other = [...flat.matchAll(DUTCH_IBAN)]
    .map(({ index, 0: written }) => ({ from: index, to: index + written.length, value: plainIban(written) }))
    .filter(({ value }) => !isValidIBAN(value))
    .map((each): Found => ({ kind: 'iban', ...each, sure: 'doubt' }))
  return [...right, ...other]
}
const plainIban = (written: string): string => written.replace(/[^a-z0-9]/g, '').toUpperCase()
const DUTCH_IBAN = /(?<![a-z0-9])nl[ .-]?\d\d[ .-]?[a-z]{4}[ .-]?(?:\d[ .-]?){9}\d(?![a-z0-9])/g

/** Numbers of the chamber of commerce: eight digits, and twelve of a branch, near a word for it or for a company. */
export function companyFacts(page: Page): Found[] {
  const { tokens, flat } = page
  const told = tokens.some(({ flat: word }) => COMPANY.has(word)) || /\bk\.? ?v\.? ?k\b/.test(flat)
  const found: Found[] = []
  for (let first = 0; first < tokens.length; first += 1) {
    const token = tokens[first]
    if (token?.kind !== 'number' || joinsLetters(page, first)) continue
    const last = token.flat.length === 8 || token.flat.length === 12 ? first : endOfGroups(page, first)
    if (dateAt(page, first)?.value !== undefined) continue
    const digits = flat.slice(token.from, tokens[last]?.to).replace(/\D/g, '')
    const before = beforeAcross(page, first)
    const company = digits.length === 8 && !OTHER.has(before.at(-1) ?? '') && !OTHER.has(before.at(-2) ?? '')
    const branch =
      digits.length === 12 &&
      (told || [...before, ...wordsAfter(page, last, 2)].some((word) => BRANCH.has(word)))
    if ((company && (told || isOfCompany(page, first, last))) || branch) {
      const near = [...before.slice(-6), ...wordsAfter(page, last, 2)].some(
        (word) => COMPANY.has(word) || BRANCH.has(word),
      )
      found.push({
        kind: 'companyNumber',
        value: digits,
        ...spanOf(page, first, last),
        sure: near ? 'sure' : 'likely',
      })
    }
    first = last
  }
  return found
}

const COMPANY = new Set([
  'kvk',
  'kvknummer',
  'koophandel',
  'kvknr',
  'handelsregister',
  'coc',
  'chamber',
  'kvks',
  'kvkno',
])
const BRANCH = new Set(['vestigingsnummer', 'vestiging', 'vestigingsnr', 'vestigingnummer'])
/** Before another number of eight digits. */
const OTHER = new Set(
  'zaak zaaknr zaaknummer dossier dossiernr dossiernummer ticket klant klantnr klantnummer ref referentie factuur factuurnr factuurnummer order ordernummer bestelling polis polisnummer serienummer kenmerk bsn melding meldnummer meldingsnummer personeelsnummer lidnummer pakket track pasnummer documentnummer paspoortnummer artikelnummer wachtwoord code pincode tel telefoon euro id'.split(
    ' ',
  ),
)

/** A number, not a day, in the neighbourhood of an organisation. */
function isOfCompany(page: Page, first: number, last: number): boolean {
  const digits = page.flat.slice(page.tokens[first]?.from, page.tokens[last]?.to).replace(/\D/g, '')
  if (/^(?:19|20)\d{6}$/.test(digits) || /^[0-3]\d[01]\d(?:19|20)\d\d$/.test(digits)) return false
  for (let at = Math.max(0, first - 10); at < Math.min(page.tokens.length, last + 6); at += 1) {
    const token = page.tokens[at]
    if (token?.kind !== 'word') continue
    if (
      LEGAL_FORMS.has(token.flat) ||
      (SECTORS.has(token.flat) && token.flat !== 'bureau') ||
      (token.capital && PARTS.has(token.flat))
    )
      return true
  }
  return false
}

const joinsLetters = (page: Page, index: number): boolean => {
  const before = page.tokens[index - 1]
  const glued = page.tokens[index]?.spaced === false
  return glued && (before?.kind === 'word' || (before?.kind === 'sign' && /^[-/_#@.]$/.test(before.flat)))
}

/** The words before a number, over the colon that follows "kvk"; the nearest last. */
function beforeAcross({ tokens }: Page, index: number): string[] {
  const found: string[] = []
  for (let back = index - 1; back >= Math.max(0, index - 16) && found.length < 6; back -= 1) {
    const token = tokens[back]
    if (token?.kind === 'word') found.push(token.flat)
  }
  return found.reverse()
}
