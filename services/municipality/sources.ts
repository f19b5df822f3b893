/** Systems outside this register in which an officer can have looked (A063), as a municipality configures them. */
import { z } from 'zod'

/** Closed by their own law (Wet SUWI, Wmo, Jeugdwet, the duty of secrecy of care, Wpg). */
export const ClosedSource = z.enum(['suwi', 'wmo', 'youth', 'medical', 'police'])
export type ClosedSource = z.infer<typeof ClosedSource>

export const CLOSED_SOURCES: readonly { id: ClosedSource; name: { nl: string; en: string } }[] = [
  { id: 'suwi', name: { nl: 'Suwinet of Participatiewet', en: 'Suwinet or Participation Act' } },
  { id: 'wmo', name: { nl: 'Wmo', en: 'Wmo (social support)' } },
  { id: 'youth', name: { nl: 'Jeugdhulp', en: 'Youth care' } },
  { id: 'medical', name: { nl: 'Medische gegevens', en: 'Medical data' } },
  { id: 'police', name: { nl: 'Politiegegevens', en: 'Police data' } },
]

export const OtherSystem = z.object({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .refine((id) => !ClosedSource.safeParse(id).success, 'is a closed source: open it with openSources'),
  name: z.object({ nl: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
})
export type OtherSystem = z.infer<typeof OtherSystem>

/** Where a municipality configures none. */
export const USUAL_SOURCES: readonly OtherSystem[] = [
  { id: 'brp', name: { nl: 'Het bevolkingsregister (BRP)', en: 'Population register (BRP)' } },
  { id: 'bag', name: { nl: 'BAG (adressen)', en: 'BAG (addresses)' } },
  { id: 'kvk', name: { nl: 'Handelsregister (KvK)', en: 'Trade register (KvK)' } },
  { id: 'land', name: { nl: 'Kadaster', en: 'Land register' } },
  { id: 'permits', name: { nl: 'Vergunningen', en: 'Permits' } },
  { id: 'supervision', name: { nl: 'Toezicht en handhaving', en: 'Supervision and enforcement' } },
]
