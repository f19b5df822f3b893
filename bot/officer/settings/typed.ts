/** What was typed in a form of the settings, field by field: a field that cannot be read is named, with why. Pure. */
import { readDay } from '../../../cards/readDay.ts'
import type { SettingsFields } from '../../../cards/settingsActions.ts'
import type { SettingsFieldName, SettingsWrong } from '../../../cards/texts/settingsFields.ts'
import { Mail, type PartnerContact, Phone } from '../../../services/municipality/partner.ts'
import { Day, OfficerId } from '../../../services/words.ts'

/** A field that cannot be as it was typed. */
export type Wrong = { wrong: SettingsFieldName; why: SettingsWrong }
/** Thrown within the reading of one form, and caught at its end: never further. */
export class Odd extends Error {
  readonly at: Wrong
  constructor(wrong: SettingsFieldName, why: SettingsWrong) {
    super('A field of a form cannot be read.')
    this.at = { wrong, why }
  }
}

/** The fields of one form, each read by its name. */
export class Typed {
  readonly #fields: SettingsFields
  constructor(fields: SettingsFields) {
    this.#fields = fields
  }

  maybe(name: string): string | undefined {
    const value = this.#fields[name]?.trim()
    return value === undefined || value === '' ? undefined : value
  }

  line(name: SettingsFieldName, most = 120): string {
    const value = this.maybe(name)
    if (value === undefined) throw new Odd(name, 'missing')
    if (value.length > most) throw new Odd(name, 'long')
    return value
  }

  /** In both languages: what is left out in English is as in Dutch. */
  both(name: SettingsFieldName): { nl: string; en: string } {
    const nl = this.line(name, 400)
    const en = this.maybe(`${name}En`) ?? nl
    if (en.length > 400) throw new Odd(name, 'long')
    return { nl, en }
  }

  day(name: SettingsFieldName): Day {
    const day = Day.safeParse(readDay(this.line(name)))
    if (!day.success) throw new Odd(name, 'day')
    return day.data
  }

  officer(name: SettingsFieldName): OfficerId {
    const id = OfficerId.safeParse(this.line(name))
    if (!id.success) throw new Odd(name, name === 'id' ? 'id' : 'choice')
    return id.data
  }

  phone(name: SettingsFieldName): string | undefined {
    const value = this.maybe(name)
    if (value !== undefined && !Phone.safeParse(value).success) throw new Odd(name, 'phone')
    return value
  }

  mail(name: SettingsFieldName): string | undefined {
    const value = this.maybe(name)
    if (value !== undefined && !Mail.safeParse(value).success) throw new Odd(name, 'mail')
    return value
  }

  number(name: SettingsFieldName): number {
    const value = this.line(name)
    if (!/^\d{1,4}$/.test(value)) throw new Odd(name, 'number')
    return Number(value)
  }

  /** Lines that are not empty. */
  lines(name: SettingsFieldName): string[] {
    return (this.maybe(name) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  }
}

/** One contact of a line: name; role; telephone; e-mail; hours. */
export function contactOf(name: SettingsFieldName, line: string): PartnerContact {
  const [who = '', role = '', phone = '', mail = '', hours = '', ...more] = line
    .split(';')
    .map((part) => part.trim())
  if (who === '' || more.length > 0) throw new Odd(name, 'line')
  if ([who, role, hours].some((part) => part.length > 120)) throw new Odd(name, 'long')
  if (phone !== '' && !Phone.safeParse(phone).success) throw new Odd(name, 'phone')
  if (mail !== '' && !Mail.safeParse(mail).success) throw new Odd(name, 'mail')
  return {
    name: who,
    ...(role ? { role } : {}),
    ...(phone ? { phone } : {}),
    ...(mail ? { mail } : {}),
    ...(hours ? { hours } : {}),
  }
}
