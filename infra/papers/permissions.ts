/** What an administrator consents to, why, and what is not asked. */
import { RESOURCE_PERMISSIONS } from '../../manifest/manifest.ts'
import { type Given, list, type Paper, paper, table } from './paper.ts'
import { PERMISSIONS_NL } from './words.ts'

export function permissionsPaper(given: Given): Paper {
  const { municipality: town, permissions } = given
  const mail =
    town.mailbox === undefined
      ? []
      : ['Application Mail.Send', 'Application Mail.Read', 'Application Calendars.ReadWrite']
  return paper(
    given,
    'rechten',
    'Rechten van de app',
    'Wat de beheerder toestaat, en waarvoor. Meer dan dit is niet nodig; `npm run doctor` zegt het als er iets mist of te veel is.',
    [
      '## In Entra ID, als toepassing',
      table(
        ['recht', 'waarvoor'],
        permissions.map((name) => [name, PERMISSIONS_NL[name] ?? name]),
      ),
      '## In het team',
      table(
        ['recht', 'waarvoor'],
        RESOURCE_PERMISSIONS.map((name) => [
          name,
          'bij elke klik zien of iemand lid is van het besloten kanaal',
        ]),
      ),
      '## In Exchange',
      mail.length === 0
        ? 'Niets: er is geen postvak ingesteld.'
        : `Alleen op het postvak ${town.mailbox}, met rollen van Exchange (RBAC for Applications), en niet in Entra ID voor alle postvakken:\n\n${list(mail)}`,
      '## Wat niet gevraagd wordt',
      list([
        'berichten van mensen lezen, in een chat of in een kanaal',
        'bestanden, OneDrive of SharePoint',
        'een recht dat een medewerker zelf moet geven',
        'schrijven in de adreslijst',
      ]),
    ],
  )
}
