/** Mail addresses in one form: small letters, and without what the provider is known to pass over. */
import { given, keyOf, refused, trimmed, type ValueRead } from './read.ts'

const FORM = /^[\p{L}\p{N}_%+.'&/=?^{}~#!$*-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}$/u
const AROUND = /^(?:mailto:|<|e-?mail[ :]{1,2})|[>.,;]{1,2}$/gi

/** Where what stands behind a plus goes to the same box; `dots` where dots make no difference either. */
const PROVIDERS: Readonly<Record<string, 'plus' | 'dots'>> = {
  'gmail.com': 'dots',
  'googlemail.com': 'dots',
  'outlook.com': 'plus',
  'hotmail.com': 'plus',
  'live.nl': 'plus',
  'outlook.nl': 'plus',
  'hotmail.nl': 'plus',
  'icloud.com': 'plus',
  'me.com': 'plus',
  'proton.me': 'plus',
  'protonmail.com': 'plus',
  'fastmail.com': 'plus',
}
const SAME_HOST: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' }

/** A mail address in small letters. Dots and what is behind a plus go only where the provider does so too. */
export function mail(written: string): ValueRead {
  const text = trimmed('mail', written, 254)
  if (typeof text !== 'string') return text
  const address = text.replace(AROUND, '').trim().toLowerCase()
  if (!FORM.test(address) || address.includes('..')) return refused('mail', 'form')
  const at = address.indexOf('@')
  const host = address.slice(at + 1)
  const passesOver = Object.hasOwn(PROVIDERS, host) ? PROVIDERS[host] : undefined
  let box = address.slice(0, at)
  const plus = box.indexOf('+', 1)
  if (passesOver && plus > 0) box = box.slice(0, plus)
  if (passesOver === 'dots') box = box.replaceAll('.', '')
  return box === '' ? refused('mail', 'form') : given('mail', `${box}@${SAME_HOST[host] ?? host}`)
}

/** The key of a mail address: "mail:a@example.nl". */
export const mailKey = (written: string): string | undefined => keyOf('mail', mail(written))
