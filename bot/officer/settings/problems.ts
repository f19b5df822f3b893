/** What the schema of a municipality refuses, as a person of the reporting point reads it: the field, and why. Pure. */
import type { Texts } from '../../../cards/texts/index.ts'
import type { SettingsFieldName, SettingsWrong } from '../../../cards/texts/settingsFields.ts'
import type { Problem } from '../../../services/municipality/settings/fields.ts'
import type { Wrong } from './typed.ts'

/** By the words of the schema, which are for whoever keeps it running. */
const WHY: Readonly<Record<string, SettingsWrong>> = {
  'names no officer (role "officer")': 'noOfficer',
  'names no deputy (role "deputy")': 'noDeputy',
  'names someone twice': 'twice',
  'names a partner twice': 'twice',
  'names no partner that is not ended': 'noPartner',
  'is not among the officers': 'unknown',
  'is one of the officers': 'other',
  'ends before it begins': 'order',
  'end before they begin': 'order',
  'names somebody who is on leave then': 'onLeave',
  'leaves nobody to read on its first day': 'nobodyLeft',
  'is not a phone number': 'phone',
  'has something to be filled in, a number or an address': 'filled',
  'says what no reporter may read': 'never',
  'names somebody, or an organisation': 'named',
}

type Settings = Texts['officer']['settings']

/** The field that it is about: the last part of its path that has a name. */
function fieldOf({ path }: Problem, fields: Settings['fields']): SettingsFieldName {
  const isName = (part: string): part is SettingsFieldName => Object.hasOwn(fields, part)
  // A turn of somebody who is away is a matter of the rota, whoever it is.
  const [first] = path
  if (first === 'rota') return 'rota'
  if (first === 'leave') return 'leave'
  return path.map(String).filter(isName).at(-1) ?? 'officers'
}

/** The first of them. */
export function wrongIn(problems: readonly Problem[], t: Settings): Wrong {
  const [first] = problems
  if (!first) return { wrong: 'officers', why: 'other' }
  return { wrong: fieldOf(first, t.fields), why: WHY[first.message] ?? 'other' }
}

/** In words. */
export const wrongInWords = ({ wrong, why }: Wrong, t: Settings): string =>
  t.wrong.at(t.fields[wrong], t.wrong.why[why])
