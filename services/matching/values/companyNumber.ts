/** Numbers of the trade register: of a company eight digits, of one of its branches twelve. */
import { given, keyOf, refused, trimmed, type ValueRead } from './read.ts'

const LABEL =
  /^(?:k\.?v\.?k\.?|coc|handelsregister|vestigingsnummer|vestiging)(?:[ -]{0,2}(?:nummer|nr\.?|number|no\.?))?[ .:#-]{0,4}(?=\d)/i
const DIGITS = /^\d(?:[ .-]?\d){0,19}$/

/** The digits of a company (eight) or of a branch (twelve), which are not compared with each other. */
export function companyNumber(written: string): ValueRead {
  const text = trimmed('companyNumber', written)
  if (typeof text !== 'string') return text
  const bare = text.replace(LABEL, '').replace(/[ .:]{1,4}$/, '')
  if (!DIGITS.test(bare)) return refused('companyNumber', 'form')
  const digits = bare.replace(/\D/g, '')
  if (digits.length !== 8 && digits.length !== 12) return refused('companyNumber', 'length')
  return /^0+$/.test(digits) ? refused('companyNumber', 'form') : given('companyNumber', digits)
}

/** The key of it: "kvk:12345678", or "branch:000012345678" of a branch. */
export function companyNumberKey(written: string): string | undefined {
  const read = companyNumber(written)
  return keyOf(read.ok && read.value.length === 12 ? 'branch' : 'kvk', read)
}
