/** Postcodes: four digits and two letters, or the digits of elsewhere. */

/** `letters` is empty where only the digits are known, or the country has none. */
export type Postcode = { digits: string; letters: string }

const DUTCH = /^(?:NL[ -]{0,2})?([1-9]\d{3}) {0,3}-?([A-Z]{2})$/
const DIGITS = /^(?:[A-Z]{1,2}[ -]{0,2})?(\d(?:[ -]?\d){2,7})$/

/** A postcode in its parts; undefined for what is none. */
export function postcode(written = ''): Postcode | undefined {
  const text = written.slice(0, 30).normalize('NFKC').trim().toUpperCase()
  const [, digits, letters] = DUTCH.exec(text) ?? []
  if (digits !== undefined && letters !== undefined) return { digits, letters }
  const [, bare] = DIGITS.exec(text) ?? []
  return bare === undefined ? undefined : { digits: bare.replace(/\D/g, ''), letters: '' }
}

/** `digits`: the letters are missing at one side. `nearly`: one typing error. */
export type PostcodeAgreement = 'same' | 'digits' | 'nearly' | 'differs' | 'missing'

/** Two postcodes compared. */
export function postcodesAgree(here: Postcode | undefined, there: Postcode | undefined): PostcodeAgreement {
  if (!here || !there) return 'missing'
  const whole = here.letters !== '' && there.letters !== ''
  if (here.digits === there.digits && here.letters === there.letters) return 'same'
  if (here.digits === there.digits && !whole) return 'digits'
  const a = here.digits + (whole ? here.letters : '')
  const b = there.digits + (whole ? there.letters : '')
  return oneError(a, b) ? 'nearly' : 'differs'
}

/** One sign that is another, or two that changed places. */
function oneError(here: string, there: string): boolean {
  if (here.length !== there.length) return false
  const wrong = [...here].flatMap((sign, at) => (sign === there[at] ? [] : [at]))
  if (wrong.length <= 1) return true
  return wrong.length === 2 && [...here].sort().join('') === [...there].sort().join('')
}

/** The digits in an order of their own, so that two that changed places make no difference. */
export const sortedDigits = ({ digits }: Postcode): string => [...digits].sort().join('')
