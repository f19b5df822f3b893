/** What stands in the settings, in words: a field by its name, a value as people say it. */
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Difference } from '../../../services/municipality/settings/difference.ts'
import type { ByWhom } from '../../../services/municipality/settings/kept.ts'
import { Day, type Language } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import type { SettingsFieldName } from '../../texts/settingsFields.ts'
import { dayInWords } from '../../when.ts'

/** Whose names may be needed: also of somebody who is not there any more after a change. */
export type Names = readonly Pick<Municipality, 'officers' | 'integrity' | 'dpo' | 'partners'>[]

/** Somebody by name: of the reporting point, or who watches over it. */
export function whoIs(id: ByWhom, names: Names, language: Language): string {
  const t = texts(language).officer
  if (id === 'file') return t.settings.file
  for (const { officers, integrity, dpo } of names) {
    const officer = officers.find((each) => each.id === id)
    if (officer) return plain(officer.name)
    if (integrity.id === id) return plain(integrity.name)
    if (dpo?.id === id) return plain(dpo.name)
  }
  return t.words.somebodyGone
}

/** Days in words; one day once. */
export const spanInWords = (from: Day, until: Day, language: Language): string =>
  from === until
    ? dayInWords(from, language)
    : `${dayInWords(from, language)} – ${dayInWords(until, language)}`

const isName = (name: string, fields: Record<SettingsFieldName, string>): name is SettingsFieldName =>
  Object.hasOwn(fields, name)

/** Where a difference is, in words: "Partners, Veilig Thuis: Telefoon". */
export function fieldInWords({ field }: Pick<Difference, 'field'>, names: Names, language: Language): string {
  const { fields } = texts(language).officer.settings
  const [first = '', ...others] = field.split('.')
  const label = isName(first, fields) ? fields[first] : first
  if (others.length === 0) return label
  const [second = '', third] = others
  if (first === 'officers' || first === 'partners' || first === 'otherSystems') {
    const partner = names.flatMap(({ partners }) => partners).find(({ id }) => id === second)
    const officer = names.flatMap(({ officers }) => officers).find(({ id }) => id === second)
    const called = partner ? plain(partner.name[language]) : officer ? plain(officer.name) : plain(second)
    const part = third !== undefined && isName(third, fields) ? ` · ${fields[third]}` : ''
    return `${label} · ${called}${part}`
  }
  return isName(second, fields) ? `${label} · ${fields[second]}` : label
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value in words; `field`: the name of the field that it stands in. */
export function valueInWords(field: string, value: unknown, names: Names, language: Language): string {
  const t = texts(language).officer.settings
  if (value === undefined || value === null || value === '') return t.preview.empty
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return stringInWords(field, value, language)
  if (Array.isArray(value)) {
    const all = value.map((each) => valueInWords(field, each, names, language))
    return all.length === 0 ? t.preview.empty : all.join(' · ')
  }
  if (!isObject(value)) return t.preview.empty
  const { officer, from, until } = value
  if (typeof officer === 'string' && typeof from === 'string' && typeof until === 'string')
    return `${whoIs(officer as ByWhom, names, language)}: ${spanInWords(from as Day, until as Day, language)}`
  if (typeof value.nl === 'string' && typeof value.en === 'string' && Object.keys(value).length === 2)
    return plain(value.nl === value.en ? value.nl : `${value.nl} / ${value.en}`)
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, each]) => valueInWords(name, each, names, language))
    .join(', ')
}

function stringInWords(field: string, value: string, language: Language): string {
  const t = texts(language).officer.settings
  const at = field.split('.').at(-1) ?? ''
  const known = { role: t.roles, track: t.tracks, kind: t.partnerKinds, by: t.ways }
  const words: Record<string, string> | undefined = Object.entries(known).find(([name]) => name === at)?.[1]
  if (words && Object.hasOwn(words, value)) return words[value] ?? plain(value)
  const day = Day.safeParse(value)
  return day.success ? dayInWords(day.data, language) : plain(value)
}
