/**
 * Words that an officer typed may hold who said them: a name, a number or an address of the caller, which belong in the
 * vault alone. Pure; only what was filled in beside the text is looked for, so nothing is guessed.
 */

/** Parts of a name that are of many, and words that people write around one. */
const COMMON = new Set([
  ...['van', 'de', 'der', 'den', 'het', 'ten', 'ter', 'te', 'el', 'al', 'la', 'di', 'da', 'bin', 'von'],
  ...['mevr', 'mevrouw', 'mw', 'dhr', 'meneer', 'hr', 'heer', 'mr', 'mrs', 'ms', 'the', 'and', 'en'],
])
const LEAST_NAME = 3
const LEAST_DIGITS = 6

const flat = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = (text: string): Set<string> => new Set(flat(text).match(/[\p{L}]+/gu) ?? [])
const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** What of these stands in the text: the name (or a part of it), or how the caller is reached. */
export function tellsWho(
  text: string,
  { name, contact }: { name: string; contact: string },
): 'name' | 'contact' | undefined {
  const written = wordsOf(text)
  const parts = [...wordsOf(name.split(/[,(]/)[0] ?? '')]
  if (parts.some((part) => part.length >= LEAST_NAME && !COMMON.has(part) && written.has(part))) return 'name'
  const digits = digitsOf(contact)
  if (digits.length >= LEAST_DIGITS && digitsOf(text).includes(digits.replace(/^(?:0031|31|0)/, '')))
    return 'contact'
  const address = contact.trim().toLowerCase()
  return address.includes('@') && text.toLowerCase().includes(address) ? 'contact' : undefined
}
