/**
 * Voorbeeldstad as a configuration: what every municipality fills in for itself. Its partners have a kind of each row of the
 * routing matrix (C3), invented people, and the public numbers of C4.
 */
import { Municipality } from '../../services/municipality/municipality.ts'
import { meldpunt, municipality, people } from './demo.ts'
import { MAILBOX } from './mailStandIn.ts'
import partners from './partners.json' with { type: 'json' }

const officer = (
  person: { aadObjectId: string; name: string; phone: string },
  role: 'officer' | 'deputy' | 'head',
  nl: string,
  en: string,
) => ({ id: person.aadObjectId, name: person.name, role, title: { nl, en }, phone: person.phone })

/** The municipality of local mode, its channel in the officer's window. */
export function localMunicipality(officerServiceUrl: string): Municipality {
  return Municipality.parse({
    id: municipality.id,
    tenant: municipality.tenantId,
    name: municipality.name,
    zone: 'Europe/Amsterdam',
    language: 'nl',
    channel: {
      name: meldpunt.channel.name,
      teamId: meldpunt.id,
      channelId: meldpunt.channel.id,
      serviceUrl: officerServiceUrl,
    },
    officers: [
      officer(people.marieke, 'officer', 'aandachtsfunctionaris mensenhandel', 'human trafficking officer'),
      officer(people.joost, 'deputy', 'vervangend aandachtsfunctionaris', 'deputy officer'),
      officer(people.ellen, 'head', 'hoofd openbare orde en veiligheid', 'head of public order and safety'),
    ],
    rota: [],
    phone: '088-000 00 00',
    mailbox: MAILBOX,
    integrity: {
      name: people.nadia.name,
      title: { nl: 'integriteitscoördinator', en: 'integrity coordinator' },
      phone: people.nadia.phone,
      email: people.nadia.mail,
    },
    reportsOutsideAs: 'municipality',
    leads: ['Aandachtsfunctionaris', 'Wijkteam', 'Ketenregisseur mensenhandel', 'Partner die het oppakt'],
    partners,
    routing: { region: 'utrecht' },
    answerAfterWorkingDays: 5,
    officeHours: { from: 9, until: 17 },
  })
}
