/** Bank accounts in one form: an IBAN in capitals without spaces, its check digits proven. */
import { countrySpecs, isValidIBAN } from 'ibantools'
import { given, keyOf, refused, trimmed, type ValueRead } from './read.ts'

const LABEL = /^(?:iban|rekeningnummer|rekening)[.:]{0,2} {1,3}/i
const FORM = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/

/** An IBAN without its spaces, in capitals. Refused where its length or its check digits are wrong. */
export function account(written: string): ValueRead {
  const text = trimmed('account', written)
  if (typeof text !== 'string') return text
  const iban = text
    .replace(LABEL, '')
    .replace(/[\s.·_-]/g, '')
    .toUpperCase()
  if (!FORM.test(iban)) return refused('account', 'form')
  const length = countrySpecs[iban.slice(0, 2)]?.chars
  if (length == null) return refused('account', 'form')
  if (length !== iban.length) return refused('account', 'length')
  return isValidIBAN(iban) ? given('account', iban) : refused('account', 'checkDigits')
}

/** The key of an account: "iban:NL91ABNA0417164300". */
export const accountKey = (written: string): string | undefined => keyOf('iban', account(written))
