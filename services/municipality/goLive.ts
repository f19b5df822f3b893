/**
 * What a municipality has to settle before real signals come in (domain.md section E, G): a privacy protocol, a DPIA,
 * the advice of the FG, and what the archivist says of the terms. The software cannot judge the answers; it only does
 * not start without them, and says which are open.
 */
import { DateTime } from 'luxon'
import { z } from 'zod'
import { Day } from '../words.ts'

/** Who settled it, when, and where it can be read. */
const Settled = z.object({
  by: z.string().trim().min(1).max(120),
  on: Day,
  where: z.string().trim().min(1).max(400),
})

const Gates = z.object({
  privacyProtocol: Settled,
  dpia: Settled,
  fg: Settled,
  archivist: Settled,
})

/** In the configuration of a municipality; each may be missing while it is being settled. */
export const GoLive = Gates.partial()
export type GoLive = z.infer<typeof GoLive>

const ASKED: Readonly<Record<keyof z.infer<typeof Gates>, string>> = {
  privacyProtocol:
    'the privacy protocol is not adopted (AVG 5 and 6; who adopted it, when, where it can be read)',
  dpia: 'there is no data protection impact assessment (AVG 35)',
  fg: 'the functionaris gegevensbescherming (FG) has not advised (AVG 35 lid 2, 38)',
  archivist:
    'the archivist has not agreed to the terms of retention (Archiefwet, Selectielijst gemeenten 2020)',
}

/** The gates that are open, each in a sentence for whoever has to settle it; a day that is still to come is open. */
export function openGates(goLive: GoLive | undefined, now: Date = new Date()): string[] {
  const today = DateTime.fromJSDate(now).toISODate() ?? ''
  return Gates.keyof().options.flatMap((gate) => {
    const settled = goLive?.[gate]
    if (settled && settled.on <= today) return []
    const why = settled ? 'is settled on a day that is still to come' : ASKED[gate]
    return [`goLive.${gate}: ${why}`]
  })
}
