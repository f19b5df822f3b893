/** Voorbeeldstad as a configuration: what every municipality fills in for itself. Partners are kinds that exist everywhere. */
import { Municipality } from '../../services/municipality/municipality.ts'
import { meldpunt, municipality, people } from './demo.ts'
import { MAILBOX } from './mailStandIn.ts'

const officer = (
  person: { aadObjectId: string; name: string; phone: string },
  role: 'officer' | 'deputy' | 'head',
  nl: string,
  en: string,
) => ({ id: person.aadObjectId, name: person.name, role, title: { nl, en }, phone: person.phone })

/** On which ground each may be given something: examples, for the jurist of a municipality to confirm. */
const BASES: Readonly<Record<string, { nl: string; en: string }>> = {
  wijkteam: {
    nl: 'Taak van de gemeente: Wmo 2015 en Jeugdwet.',
    en: 'A task of the municipality: Wmo 2015 and Youth Act.',
  },
  'toezicht-wmo': {
    nl: 'Toezicht: Wmo 2015, artikel 6.1.',
    en: 'Supervision: Wmo 2015, article 6.1.',
  },
  'burgerzaken-brp': {
    nl: 'Wet BRP, artikel 2.34: terugmelden.',
    en: 'BRP Act, article 2.34: reporting back.',
  },
  'politie-avim': {
    nl: 'AVG 6, onder e: openbare orde. Bij gevaar ook onder d.',
    en: 'GDPR 6(1)(e): public order. With danger also (d).',
  },
  arbeidsinspectie: {
    nl: 'AVG 6, onder e: een taak van algemeen belang.',
    en: 'GDPR 6(1)(e): a task in the public interest.',
  },
  'veilig-thuis': {
    nl: 'Wmo 2015, artikel 5.2.6: meldrecht.',
    en: 'Wmo 2015, article 5.2.6: the right to report.',
  },
  zorgcoordinator: {
    nl: 'Toestemming van het slachtoffer.',
    en: 'The victim’s consent.',
  },
  riec: {
    nl: 'WGS, via het convenant.',
    en: 'WGS Act, through the covenant.',
  },
}

const partner = (
  id: string,
  track: 'enforcement' | 'care' | 'administrative' | 'consult',
  inside: boolean,
  name: { nl: string; en: string },
  way: { nl: string; en: string },
) => ({ id, track, inside, name, way, basis: BASES[id], verified: '2026-11-01' })

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
    partners: [
      partner(
        'wijkteam',
        'care',
        true,
        { nl: 'Wijkteam', en: 'Neighbourhood team' },
        {
          nl: 'Bel de teamleider. Geef alleen wat nodig is voor de vraag.',
          en: 'Phone the team leader. Give only what the question needs.',
        },
      ),
      partner(
        'toezicht-wmo',
        'administrative',
        true,
        { nl: 'Toezichthouder Wmo en Jeugdwet', en: 'Care supervisor (Wmo and Youth Act)' },
        { nl: 'Bel, of gebruik het beveiligde formulier.', en: 'Phone, or use the secure form.' },
      ),
      partner(
        'burgerzaken-brp',
        'administrative',
        true,
        { nl: 'Burgerzaken (bevolkingsregister, BRP)', en: 'Civil affairs (population register)' },
        {
          nl: 'Eerst afstemmen: een huisbezoek kan waarschuwen.',
          en: 'Coordinate first: a home visit can warn people.',
        },
      ),
      partner(
        'politie-avim',
        'enforcement',
        false,
        { nl: 'Politie (team mensenhandel, AVIM)', en: 'Police (human trafficking team, AVIM)' },
        {
          nl: 'Bel 0900-8844 en vraag naar mensenhandel.',
          en: 'Phone 0900-8844 and ask for human trafficking.',
        },
      ),
      partner(
        'arbeidsinspectie',
        'enforcement',
        false,
        { nl: 'Nederlandse Arbeidsinspectie', en: 'Netherlands Labour Authority' },
        { nl: 'Bel 0800-5151.', en: 'Phone 0800-5151.' },
      ),
      partner(
        'veilig-thuis',
        'care',
        false,
        { nl: 'Veilig Thuis', en: 'Veilig Thuis (Safe at Home)' },
        {
          nl: 'Bel 0800-2000. Advies kan zonder namen.',
          en: 'Phone 0800-2000. Advice can be without names.',
        },
      ),
      partner(
        'zorgcoordinator',
        'care',
        false,
        { nl: 'Zorgcoördinator mensenhandel', en: 'Care coordinator human trafficking' },
        {
          nl: 'Bel. Namen alleen met toestemming van het slachtoffer.',
          en: 'Phone. Names only with the victim’s consent.',
        },
      ),
      partner(
        'riec',
        'administrative',
        false,
        { nl: 'RIEC (samen tegen ondermijning)', en: 'RIEC (together against organised crime)' },
        {
          nl: 'Via de accountmanager, binnen de WGS.',
          en: 'Through the account manager, under the WGS Act.',
        },
      ),
    ],
    answerAfterWorkingDays: 5,
    officeHours: { from: 9, until: 17 },
  })
}
