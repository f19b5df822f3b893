/** A line of signals for `npm run route`, read into what is proposed for. What cannot be read is refused with its field. */
import { z } from 'zod'
import { normalForm } from '../../services/privacy/flatten.ts'
import { regionNamed } from '../../services/routing/aliases.ts'
import type { Given } from '../../services/routing/given.ts'
import { AgeBand, type ForkSide, Matter } from '../../services/routing/words.ts'
import { Urgency } from '../../services/signal/words.ts'

const MOST_TEXT = 40_000

/** What people call the kinds, beside our own names for them. */
const KINDS: Readonly<Record<Matter, readonly string[]>> = {
  sexualExploitation: ['seksuele uitbuiting', 'sexual', 'prostitution'],
  labourExploitation: ['arbeidsuitbuiting', 'labour', 'labor', 'labor exploitation'],
  criminalExploitation: ['criminele uitbuiting', 'criminal', 'katvanger'],
  forcedServices: ['gedwongen dienstverlening', 'forced service', 'begging', 'domestic servitude'],
  organRemoval: ['orgaanverwijdering', 'orgaanhandel', 'organ', 'organ trafficking'],
  otherExploitation: [
    'overig',
    'overige uitbuiting',
    'other exploitation',
    'mensenhandel',
    'human trafficking',
  ],
  underminingCrime: ['ondermijning', 'undermining', 'organised crime', 'organized crime'],
  careFraud: ['zorgfraude', 'pgb fraude'],
  addressFraud: ['adresfraude', 'overbewoning', 'overcrowding'],
  benefitFraud: ['uitkeringsfraude', 'bijstandsfraude', 'welfare fraud'],
  violenceAtHome: ['huiselijk geweld', 'kindermishandeling', 'domestic violence', 'child abuse'],
  badEmployment: [
    'slecht werkgeverschap',
    'onderbetaling',
    'underpayment',
    'bad employer',
    'poor employment',
  ],
  borderCrossing: ['grensoverschrijding', 'mensensmokkel', 'smuggling', 'border', 'human smuggling'],
  ofColleague: ['collega', 'colleague', 'integriteit', 'integrity', 'ambtsmisdrijf'],
  threatToReporter: ['bedreiging melder', 'threat', 'threat against reporter'],
  otherMunicipality: ['andere gemeente', 'elsewhere'],
  falseAlarm: ['vals alarm', 'niets', 'nothing', 'none'],
}
const bare = (text: string): string => normalForm(text).replace(/[^\p{L}\p{N}]+/gu, '')
const kindByName = new Map(
  Matter.options.flatMap((matter) => [matter, ...KINDS[matter]].map((name) => [bare(name), matter] as const)),
)

const BANDS: Readonly<Record<string, AgeBand>> = {
  under18: 'under18',
  '<18': 'under18',
  '0-17': 'under18',
  minor: 'under18',
  minderjarig: 'under18',
  '18-22': 'from18to22',
  '18-23': 'from18to22',
  from18to22: 'from18to22',
  '<23': 'from18to22',
  '23+': 'from23',
  '>=23': 'from23',
  from23: 'from23',
  adult: 'from23',
  volwassen: 'from23',
  unknown: 'unknown',
  onbekend: 'unknown',
}
const URGENCIES: Readonly<Record<string, Urgency>> = {
  u0: 'acute',
  u1: 'high',
  u2: 'normal',
  u3: 'soft',
  acuut: 'acute',
  hoog: 'high',
  normaal: 'normal',
  zacht: 'soft',
}
const SIDES: Readonly<Record<string, ForkSide>> = {
  true: 'victim',
  false: 'place',
  yes: 'victim',
  no: 'place',
  ja: 'victim',
  nee: 'place',
  victim: 'victim',
  place: 'place',
  unknown: 'unclear',
  onbekend: 'unclear',
}

const inTable = <T>(table: Readonly<Record<string, T>>, named: readonly string[]) =>
  z
    .union([z.string().max(60), z.boolean()])
    .nullish()
    .transform((value, ctx): T | undefined => {
      if (value === null || value === undefined || value === '') return undefined
      const key = String(value).trim().toLowerCase()
      const found = Object.hasOwn(table, key) ? table[key] : undefined
      if (found === undefined) ctx.addIssue({ code: 'custom', message: `is none of ${named.join(', ')}` })
      return found
    })

const Kinds = z
  .union([z.string().max(400), z.array(z.string().max(80)).max(20)])
  .nullish()
  .transform((value, ctx): Matter[] | undefined => {
    if (value === null || value === undefined) return undefined
    const names = (typeof value === 'string' ? value.split(/[,;+|]/) : value).map((name) => name.trim())
    const said = names.filter((name) => !['', 'unknown', 'onbekend'].includes(name.toLowerCase()))
    const kinds = said.flatMap((name) => kindByName.get(bare(name)) ?? [])
    if (kinds.length < said.length) {
      ctx.addIssue({ code: 'custom', message: `names a kind that is none of ${Matter.options.join(', ')}` })
    }
    return kinds.length > 0 ? kinds : undefined
  })

const Region = z
  .string()
  .max(80)
  .nullish()
  .transform((name) => name?.trim() || undefined)

const Line = z.looseObject({
  id: z.union([z.string().min(1).max(200), z.number()]).transform(String),
  text: z
    .string()
    .max(MOST_TEXT)
    .refine((text) => text.trim() !== '', 'is empty'),
  kindOfSignal: Kinds,
  victimKnown: inTable(SIDES, ['true', 'false', 'unknown']),
  ageBand: inTable(BANDS, AgeBand.options),
  urgency: inTable(
    { ...URGENCIES, ...Object.fromEntries(Urgency.options.map((each) => [each, each])) },
    Urgency.options,
  ),
  region: Region,
})

export type RouteLine = { id: string; text: string; given: Given; region: string | undefined }
export type ReadLine =
  | { ok: true; line: RouteLine; notes: string[] }
  | { ok: false; field: string; why: string }

/** Reads one line. Never throws, and never repeats what was written. */
export function readRouteLine(text: string): ReadLine {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, field: 'line', why: 'is no JSON' }
  }
  const read = Line.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    const why = issue?.code === 'invalid_type' ? `must be there, as ${issue.expected}` : issue?.message
    return { ok: false, field: issue?.path.map(String).join('.') || 'line', why: why ?? 'is not right' }
  }
  const { id, text: said, kindOfSignal, victimKnown, ageBand, urgency, region, ...rest } = read.data
  const found = region === undefined ? undefined : regionNamed(region)
  const notes = Object.keys(rest).map((field) => `${field}: is not known, and was left out`)
  if (region !== undefined && found === undefined)
    notes.push('region: is none that has rules of its own; the preset holds')
  const given = { matters: kindOfSignal, side: victimKnown, band: ageBand, urgency }
  return { ok: true, line: { id, text: said, given, region: found }, notes }
}
