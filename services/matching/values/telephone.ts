/** Telephone numbers in one form: E.164. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { normalForm } from '../../privacy/flatten.ts'
import { given, keyOf, refused, trimmed, type ValueRead } from './read.ts'

/** Countries whose numbers are written without their plus, as people do who come from there. */
const ABROAD = /^(?:31|32|33|34|36|39|40|44|48|49|90|212|359|370|380|420|421)\d{8,10}$/
/** Whoever writes it, the nought in brackets is for callers within the country. */
const NOUGHT = /\(0\)/
/** "+31 06 12345678" has that nought too, without its brackets. */
const PLUS_NOUGHT = /^(\+|00)31[ .-]?0(?=[ .-]?\d)/
const LABEL = /^(?:telefoonnummer|telefoon|mobiel|tel|phone|mob|t|m)[.:]{0,2} {0,3}(?=[+(\d])/i

/**
 * A telephone number as E.164 ("+31612345678"), by libphonenumber; without a country it is a Dutch one. It need not be in
 * use: only of a length that can exist.
 */
export function telephone(written: string): ValueRead {
  const text = trimmed('telephone', written)
  if (typeof text !== 'string') return text
  const bare = normalForm(text).replace(LABEL, '').replace(NOUGHT, '').replace(PLUS_NOUGHT, '+31')
  const digits = bare.replace(/\D/g, '')
  if (digits.length < 8 || digits.length > 17) return refused('telephone', digits === '' ? 'form' : 'length')
  const plus = !/^[+(]|^00/.test(bare) && ABROAD.test(digits)
  const parsed = parsePhoneNumberFromString(plus ? `+${digits}` : bare, 'NL')
  return parsed?.isPossible() ? given('telephone', parsed.number) : refused('telephone', 'form')
}

/** The key of a telephone number: "tel:+31612345678". */
export const telephoneKey = (written: string): string | undefined => keyOf('tel', telephone(written))
