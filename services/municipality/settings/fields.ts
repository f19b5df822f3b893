/**
 * What of a municipality can be changed in Teams, and nothing else: all that ties it to its tenant and its channel, whom
 * a report about an officer goes to, and what was settled before it went live stays with whoever keeps it running.
 */
import { z } from 'zod'
import { Municipality } from '../municipality.ts'

const {
  officers,
  rota,
  leave,
  phone,
  onCall,
  mailbox,
  leads,
  partners,
  answerAfterWorkingDays,
  officeHours,
  retention,
  urgency,
  reminders,
  otherSystems,
  sentences,
} = Municipality.shape

/** One version of them, as it is kept. Whether it is sound is said of the whole municipality with it. */
export const Settings = z.object({
  officers,
  rota,
  leave,
  phone,
  onCall,
  mailbox,
  leads,
  partners,
  answerAfterWorkingDays,
  officeHours,
  retention,
  urgency,
  reminders,
  otherSystems,
  sentences,
})
export type Settings = z.infer<typeof Settings>
export type Field = keyof Settings
export const FIELDS: readonly Field[] = Settings.keyof().options

/** Those that say who reads, and when. */
export const OF_READERS: ReadonlySet<string> = new Set<Field>(['officers', 'rota', 'leave'])

/** Its settings as they stand in it. */
export function settingsOf(municipality: Municipality): Settings {
  const found = FIELDS.flatMap((field) =>
    municipality[field] === undefined ? [] : [[field, municipality[field]] as const],
  )
  return Settings.parse(Object.fromEntries(found))
}

/** The municipality of the file with these settings, unchecked. `version`: which of its versions it is. */
export function withSettings(file: Municipality, settings: Settings, version?: number): Municipality {
  const { officers: _o, rota: _r, leave: _l, phone: _p, onCall: _c, mailbox: _m, leads: _n, ...some } = file
  const { partners: _q, answerAfterWorkingDays: _a, officeHours: _h, retention: _t, ...more } = some
  const { urgency: _u, reminders: _d, otherSystems: _y, sentences: _s, version: _v, ...fixed } = more
  return { ...fixed, ...settings, ...(version === undefined ? {} : { version }) }
}

/** Something in it that the schema refuses: by the field, in our words and for a person who keeps it running. */
export type Problem = { path: readonly (string | number)[]; message: string }

/** What the schema of a municipality says of it with these settings; nothing where it is sound. */
export function problemsIn(file: Municipality, settings: Settings): Problem[] {
  const { point: _known, version: _number, ...whole } = withSettings(file, settings)
  const parsed = Municipality.safeParse(whole)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    message,
  }))
}
