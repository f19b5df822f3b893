/** The buttons of the settings of a municipality: their pages, their forms, what is saved and what is confirmed. */
import { z } from 'zod'

/** The pages. */
export const SettingsPage = z.enum(['all', 'people', 'partners', 'rest', 'sentences', 'history'])
export type SettingsPage = z.infer<typeof SettingsPage>

/** What is changed, each by a form of its own; those without fields are one press. */
export const SettingsKind = z.enum([
  'away',
  'back',
  'turn',
  'noTurn',
  'person',
  'noPerson',
  'numbers',
  'partner',
  'endPartner',
  'usePartner',
  'verified',
  'lists',
  'terms',
  'retention',
  'sentence',
])
export type SettingsKind = z.infer<typeof SettingsKind>

/** What was typed, by the name of the field. */
const fields = z.record(z.string().max(40), z.string().max(6_000))
export type SettingsFields = z.infer<typeof fields>

/** Which person, partner or turn it is about; left out: a new one. */
const item = z.string().max(160).optional()
const kind = SettingsKind
/** The version that was on the screen: what was changed since is shown first. */
const seen = z.number().int().min(1)
const page = SettingsPage

export const SETTINGS_POINT = {
  settings: z.object({
    verb: z.literal('settings'),
    page: page.optional(),
    /** Of the history: from this version back. */
    part: z.number().int().min(1).max(1_000_000).optional(),
  }),
  settingsForm: z.object({ verb: z.literal('settingsForm'), kind, item, fields: fields.optional() }),
  settingsPreview: z.object({ verb: z.literal('settingsPreview'), kind, item, seen, fields }),
  settingsSave: z.object({ verb: z.literal('settingsSave'), kind, item, seen, press: z.uuid(), fields }),
  settingsAnswer: z.object({
    verb: z.literal('settingsAnswer'),
    about: z.uuid(),
    choice: z.enum(['confirm', 'decline']),
  }),
} as const

const INPUT = 'settings.'
/** The id of the input of one field. */
export const settingsInput = (field: string): string => `${INPUT}${field}`

const written = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(written).join(',')
  if (typeof value === 'string') return value.slice(0, 6_000)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Gathers the inputs of a form into one field, over what the button carries already. */
export function gatherSettings(data: Record<string, unknown>): Record<string, unknown> {
  if (data.verb !== 'settingsPreview' && data.verb !== 'settingsSave') return data
  const carried = z.record(z.string(), z.unknown()).safeParse(data.fields)
  const inputs = Object.entries(data).filter(([key]) => key.startsWith(INPUT))
  const all = [
    ...(carried.success ? Object.entries(carried.data) : []),
    ...inputs.map(([key, value]) => [key.slice(INPUT.length), value] as const),
  ]
  const taken = all.filter(([name]) => name.length <= 40 && name !== '__proto__').slice(0, 60)
  return { ...data, fields: Object.fromEntries(taken.map(([name, value]) => [name, written(value)])) }
}

/** What a person typed in such a form, in the order of the form. */
export const typedInSettings = (action: { verb: string; fields?: SettingsFields | undefined }): string[] =>
  action.verb === 'settingsPreview' || action.verb === 'settingsSave'
    ? Object.values(action.fields ?? {}).filter((value) => value.trim() !== '')
    : []
