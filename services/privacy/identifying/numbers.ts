/** Mail addresses, the writer's account, telephone numbers. */

import type { Fact } from '../../understanding/reading.ts'
import { flatten } from '../flatten.ts'
import { isOrdinary, isOurs } from './names.ts'
import type { Finding, Reading, What } from './reading.ts'
import { isOwn } from './whose.ts'

/** What was read as a mail address or a telephone number, where the words around it do not say that it is another's. */
const ownFacts = (reading: Reading, facts: readonly Fact[], kind: Fact['kind'], what: What, vaguer: string) =>
  facts
    .filter((fact) => fact.kind === kind)
    .map(({ at }) => ({ what, from: reading.flatAt(at.from), to: reading.flatAt(at.to), vaguer }))
    .filter(({ from, to }) => isOwn(reading, from, to))

/** The writer's own mail address, also without what stands behind the @; an account that is written as one only whole. */
export function mailFindings(
  reading: Reading,
  facts: readonly Fact[],
  { mails, accountMails }: { mails: readonly string[]; accountMails: readonly string[] },
  vaguer: string,
): Finding[] {
  const own = mails.flatMap((mail) => {
    const [local = ''] = mail.split('@')
    return local.length > 3 && /[^a-z]/i.test(local) ? exactly(reading, local, 'mail', vaguer) : []
  })
  const whole = [...mails, ...accountMails].flatMap((mail) => exactly(reading, mail, 'mail', vaguer))
  return [...ownFacts(reading, facts, 'mail', 'mail', vaguer), ...whole, ...own]
}

/** The account as it is, and without its domain on either side. */
export function accountFindings(reading: Reading, accounts: readonly string[], vaguer: string): Finding[] {
  const all = accounts.flatMap((account) => [account, account.split('@')[0]?.split('\\').at(-1) ?? ''])
  const telling = [...new Set(all)].filter((each) => !isOrdinary(flatten(each.trim()).flat))
  return telling.flatMap((each) => exactly(reading, each, 'account', vaguer))
}

function exactly({ flat }: Reading, what: string, kind: What, vaguer: string): Finding[] {
  const own = flatten(what.trim()).flat
  if (own.length < 3 || isOurs(own)) return []
  const found: Finding[] = []
  for (let from = flat.indexOf(own); from >= 0; from = flat.indexOf(own, from + own.length)) {
    const to = from + own.length
    if (!LETTER.test(flat[from - 1] ?? '') && !LETTER.test(flat[to] ?? '')) {
      found.push({ what: kind, from, to, vaguer })
    }
  }
  return found
}

const LETTER = /[\p{L}\p{N}]/u

function everywhere(reading: Reading, pattern: RegExp, what: What, vaguer: string): Finding[] {
  return [...reading.flat.matchAll(pattern)].map(({ index, 0: match }) => {
    return { what, from: index, to: index + match.length, vaguer }
  })
}

const EXTENSION = new RegExp(
  [
    String.raw`(?<!\p{L})(?:toestel|tst|doorkies|doorkiesnummer|extension|ext)\.?`,
    String.raw`(?: ?(?:nummer|nr|number))?[ .:]{0,3}\d{2,6}(?!\d)`,
  ].join(''),
  'gu',
)

/** A telephone number of the writer, an extension, and those of the directory in whatever notation. */
export function phoneFindings(
  reading: Reading,
  facts: readonly Fact[],
  own: readonly string[],
  vaguer: string,
): Finding[] {
  return [
    ...ownFacts(reading, facts, 'telephone', 'phone', vaguer),
    ...everywhere(reading, EXTENSION, 'phone', vaguer),
    ...ownPhones(reading, own, vaguer),
  ]
}

const MOST_GROUPS = 15

function ownPhones(reading: Reading, own: readonly string[], vaguer: string): Finding[] {
  const forms = new Set(own.flatMap((number) => formsOf(flatten(number).flat)))
  if (forms.size === 0) return []
  const longest = Math.max(...[...forms].map((form) => form.length))
  const groups = [...reading.flat.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({
    from: index,
    to: index + digits.length,
    digits,
  }))
  const found: Finding[] = []
  groups.forEach(({ from }, first) => {
    let digits = ''
    for (let last = first; last < Math.min(groups.length, first + MOST_GROUPS); last += 1) {
      const group = groups[last]
      if (!group || digits.length > longest) return
      if (last > first && !/^[ ./()-]{1,3}$/.test(reading.flat.slice(groups[last - 1]?.to, group.from)))
        return
      digits += group.digits
      if (forms.has(digits)) {
        const plus = reading.flat[from - 1] === '+' ? 1 : 0
        found.push({ what: 'phone', from: from - plus, to: group.to, vaguer })
      }
    }
  })
  return found
}

/** With and without country and nought. */
function formsOf(number: string): string[] {
  const digits = number.replace(/\D/g, '')
  const bare = digits.replace(/^(?:0031|31|0)(?=\d{9}$)/, '')
  if (digits.length < 4) return []
  return bare.length === 9 ? [bare, `0${bare}`, `31${bare}`, `0031${bare}`, `310${bare}`] : [digits]
}
