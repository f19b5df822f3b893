/** A fictional municipality for the officer's cards, and the same with canaries in its names. */
import { Municipality } from '../../services/municipality/municipality.ts'
import { MunicipalityId, OfficerId, TenantId } from '../../services/words.ts'

/** Stands in everything that people wrote, and in the names of partners and leads. */
export const CANARY = 'kanariepiet'

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const MARIEKE = OfficerId.parse(uuid(1))
export const JOOST = OfficerId.parse(uuid(2))

const both = (nl: string, en: string) => ({ nl, en })

/** Voorbeeldstad, with partners of every sort. */
export const municipality = Municipality.parse({
  id: MunicipalityId.parse('voorbeeldstad'),
  tenant: TenantId.parse(uuid(3)),
  name: 'Voorbeeldstad',
  zone: 'Europe/Amsterdam',
  language: 'nl',
  channel: { name: 'Meldpunt', teamId: 'team', channelId: 'channel', serviceUrl: 'http://127.0.0.1:1/' },
  officers: [
    {
      id: MARIEKE,
      name: 'Marieke Vonk',
      role: 'officer',
      title: both('Aandachtsfunctionaris', 'Designated officer'),
      phone: '088-000 00 03',
    },
    {
      id: JOOST,
      name: 'Joost Hartog',
      role: 'deputy',
      title: both('Vervangend aandachtsfunctionaris', 'Deputy officer'),
      phone: '088-000 00 04',
    },
    {
      id: OfficerId.parse(uuid(4)),
      name: 'Ellen Postma',
      role: 'head',
      title: both('Hoofd Openbare Orde en Veiligheid', 'Head of public order and safety'),
      phone: '088-000 00 06',
    },
  ],
  rota: [],
  phone: '088-000 00 00',
  integrity: {
    name: 'Nadia Smit',
    title: both('Integriteitscoördinator', 'Integrity coordinator'),
    phone: '088-000 00 05',
    email: 'nadia@voorbeeldstad.example',
  },
  reportsOutsideAs: 'municipality',
  leads: ['Meldpunt', 'Wijkteam', 'Ketenregisseur'],
  partners: [
    {
      id: 'wijkteam',
      name: both('Wijkteam Noord', 'Neighbourhood team North'),
      track: 'care',
      inside: true,
      way: both('bellen', 'by phone'),
      basis: both('Wmo en Jeugdwet', 'Wmo and Youth Act'),
      verified: '2026-10-01',
    },
    {
      id: 'politie-avim',
      name: both('Politie, AVIM', 'Police, AVIM'),
      track: 'enforcement',
      inside: false,
      way: both('eerst bellen, dan beveiligde mail', 'call first, then secure mail'),
      basis: both('Openbare orde', 'Public order'),
      verified: '2026-10-01',
    },
    {
      id: 'arbeidsinspectie',
      name: both('Nederlandse Arbeidsinspectie', 'Netherlands Labour Authority'),
      track: 'enforcement',
      inside: false,
      way: both('portaal: tekst kopiëren', 'portal: copy the text'),
      verified: '2026-10-01',
    },
  ],
  answerAfterWorkingDays: 10,
  officeHours: { from: 8, until: 18 },
})

/** The same, with canaries for partner names and leads. */
export const municipalityOfCanaries: Municipality = {
  ...municipality,
  leads: [CANARY],
  partners: municipality.partners.map((partner) => ({
    ...partner,
    name: both(CANARY, CANARY),
    way: both(CANARY, CANARY),
  })),
}
