/** What the twelve checks of E2 share. */
import { z } from 'zod'
import { dossierCard } from '../../cards/officer/case/dossier.ts'
import { dayAfter } from '../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Kind, type Outcome, State } from '../../services/signal/words.ts'
import {
  decision,
  done,
  MARIEKE,
  NOW,
  officer,
  press,
  received,
  type SAFE_HOME,
  TODAY,
  town,
} from '../kit/signals.ts'
import { DEEDS, deedOf } from '../services/signal/deeds.ts'

export const by = officer(MARIEKE)
export const DAY = 86_400_000

/** Every field name of a schema, however deep. */
export function fieldsOf(schema: z.ZodType): Set<string> {
  const found = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
      for (const name of Object.keys(node.properties)) found.add(name)
    }
    for (const each of Object.values(node)) walk(each)
  }
  walk(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }))
  return found
}

export const dossierOf = (record: SignalRecord, municipality = town): string =>
  JSON.stringify(
    dossierCard({
      record,
      municipality,
      now: NOW,
      viewer: MARIEKE,
      press: press(),
      surface: 'dialog',
      language: 'nl',
    }),
  )

export const kinds = Kind.options
export const states = State.options
/** Deeds of an officer, by their names in the tables. */
export const officerDeeds = Object.keys(DEEDS).filter(
  (name) => deedOf(name, received())[0].role === 'officer',
)

export const routeTo = (partner: typeof SAFE_HOME) => ({ partner, answerBy: dayAfter(TODAY, { days: 14 }) })

export const ofStory = (text: string, minor?: 'yes') =>
  received({
    story: [{ at: NOW, via: 'chat', text }],
    vaultKey: undefined,
    ...(minor ? { form: { minor } } : {}),
  })

export function decidedAs(outcome: (typeof Outcome.options)[number]): SignalRecord {
  switch (outcome) {
    case 'noAction':
      return done(received(), by, decision({ outcome, routes: [], safeReason: 'tooLittle' }))
    case 'monitor': {
      const monitorUntil = dayAfter(TODAY, { days: 90 })
      return done(received(), by, decision({ outcome, routes: [], monitorUntil }))
    }
    default:
      return done(received(), by, decision({ outcome }))
  }
}
