/** What the doctor says, in Dutch, for whoever installs and keeps it running. Its type is what English must fill. */
import type { Fault, Item, Standing, Who } from '../finding.ts'

/** What was found, and what to do. `{what}` is the name of a setting, a permission, a place in a list. */
export type Said = { said: string; todo: string }

const items: Record<Item, string> = {
  configuration: 'Instellingen',
  goLive: 'Voorwaarden om te beginnen',
  firstRun: 'Eerste start',
  clock: 'Klok',
  signIn: 'Aanmelden bij Entra',
  secret: 'Geheim van de app',
  permissions: 'Rechten in Graph',
  catalogue: 'App in de catalogus',
  keys: 'Sleutels',
  store: 'Opslag',
  indexes: 'Indexen van de opslag',
  trail: 'Tweede plek van het logboek',
  backup: 'Back-up',
  door: 'Bereikbaar van buiten',
  team: 'App in het team',
  channel: 'App in het kanaal',
  post: 'Proefbericht in het kanaal',
  notifications: 'Meldingen van het kanaal',
  officers: 'Mensen van het meldpunt',
  ring: 'Proefoproep',
  mailbox: 'Postbus',
  retention: 'Bewaartermijn van chats',
}

const who: Record<Who, string> = {
  teams: 'Teams-beheerder',
  entra: 'Entra-beheerder',
  exchange: 'Exchange-beheerder',
  keyVault: 'beheerder van Key Vault',
  azure: 'Azure-beheerder',
  server: 'wie Signaalpunt beheert',
  officer: 'aandachtsfunctionaris',
  municipality: 'gemeente',
}

const standings: Record<Standing, string> = {
  good: 'goed',
  warning: 'let op',
  wrong: 'fout',
  unknown: 'niet bekend',
}

const faults: Record<Fault, Said> = {
  settingWrong: {
    said: 'Deze instelling klopt niet: {what}.',
    todo: 'Verbeter de instelling (docs/production.md) en start opnieuw.',
  },
  fictional: {
    said: 'Hier staat iets verzonnens: {what}.',
    todo: 'Vul de echte gegevens van de gemeente in. Met de voorbeeldgemeente start het niet.',
  },
  gateOpen: {
    said: 'Nog niet geregeld: {what}.',
    todo: 'Laat het vaststellen, en zet in goLive door wie, op welke dag en waar het staat.',
  },
  notBegun: {
    said: 'Deze gemeente is nog niet begonnen. Niemand kan melden.',
    todo: 'Typ eerste start in je chat met Signaalpunt, en volg de stappen.',
  },
  notAsked: {
    said: 'Dit kon niet worden gevraagd, door een fout hierboven.',
    todo: 'Herstel eerst die fout, en draai dit daarna opnieuw.',
  },
  clockOff: {
    said: 'De klok van deze machine wijkt {what} af.',
    todo: 'Zet tijdsynchronisatie (NTP) aan. Anders weigert Microsoft de tokens, en kloppen termijnen niet.',
  },
  clockUnasked: {
    said: 'De aanmelddienst gaf geen tijd om mee te vergelijken.',
    todo: 'Kijk of deze machine naar buiten mag (login.microsoftonline.com, poort 443).',
  },
  signInRefused: {
    said: 'Entra weigert de app.',
    todo: 'Controleer in de app-registratie het id, de tenant en het geheim of het certificaat.',
  },
  signInAway: {
    said: 'De aanmelddienst van Microsoft antwoordt niet.',
    todo: 'Kijk of deze machine naar buiten mag, en probeer het later nog eens.',
  },
  secretExpires: {
    said: 'Het geheim van de app loopt af op {what}.',
    todo: 'Maak een nieuw geheim, zet het met zijn einddatum in de instellingen en start opnieuw.',
  },
  secretExpired: {
    said: 'Het geheim van de app is verlopen. Er gaat niets meer naar buiten.',
    todo: 'Maak nu een nieuw geheim, zet het met zijn einddatum in de instellingen en start opnieuw.',
  },
  permissionMissing: {
    said: 'Dit recht ontbreekt: {what}.',
    todo: 'Voeg het toe als toepassingsrecht van Microsoft Graph, en geef toestemming voor de organisatie.',
  },
  permissionTooMany: {
    said: 'Dit recht is er te veel: {what}.',
    todo: 'Trek het in. Rechten op post en agenda horen in Exchange, voor één postbus.',
  },
  permissionsUnread: {
    said: 'De rechten konden niet uit het token worden gelezen.',
    todo: 'Vergelijk de rechten in Entra zelf met de lijst in docs/production.md.',
  },
  catalogueAbsent: {
    said: 'De app staat niet in de catalogus van de organisatie.',
    todo: 'Upload het pakket van npm run package in het Teams-beheercentrum, of zet het id uit manifest.json in TEAMS_APP_ID.',
  },
  catalogueRefused: {
    said: 'De catalogus mag niet worden gelezen.',
    todo: 'Geef toestemming voor AppCatalog.Read.All.',
  },
  catalogueAway: {
    said: 'De catalogus kon niet worden gevraagd.',
    todo: 'Herstel het aanmelden, of probeer het later nog eens.',
  },
  keysMissing: {
    said: 'Een sleutelbestand ontbreekt, en de opslag is er al.',
    todo: 'Zet het sleutelbestand terug uit de kluis waar de kopie ligt. Maak geen nieuw bestand.',
  },
  keysAway: {
    said: 'Key Vault antwoordt niet.',
    todo: 'Kijk of de kluis er is, en of het netwerk deze machine toelaat.',
  },
  keysRefused: {
    said: 'De sleutels mogen niet worden gebruikt.',
    todo: 'Geef de bot op beide sleutels de rol Key Vault Crypto User, en kijk of ze bestaan en aan staan.',
  },
  keysOther: {
    said: 'VAULT_KEY of SEALING_KEY is een andere dan waarmee deze opslag begon.',
    todo: 'Zet de eerste sleutel terug. Met een andere vindt niemand terug wat er gemeld is.',
  },
  storeNotBegun: {
    said: 'Er is nog geen opslag.',
    todo: 'Dat is goed bij een eerste start: die maakt haar. Is er eerder gestart, herstel dan de back-up.',
  },
  storeAway: {
    said: 'De opslag antwoordt niet.',
    todo: 'Kijk of de schijf of de database er is, en of het netwerk haar toelaat.',
  },
  storeFull: {
    said: 'Er is bijna geen ruimte meer waar de opslag staat ({what}).',
    todo: 'Maak ruimte. Is de schijf vol, dan komt er geen signaal meer binnen.',
  },
  storeRefused: {
    said: 'De opslag mag niet worden geopend.',
    todo: 'Kijk of de container, de rol of de rechten op de map kloppen.',
  },
  containerMissing: {
    said: 'Deze container ontbreekt: {what}.',
    todo: 'Maak hem met infra/azure, of met de sleutel die docs/production.md noemt.',
  },
  containerWrong: {
    said: 'Deze container heeft een andere partitiesleutel: {what}.',
    todo: 'Maak een nieuwe container met de goede sleutel. Een partitiesleutel is niet te veranderen.',
  },
  indexMissing: {
    said: 'Deze index ontbreekt: {what}.',
    todo: 'Zet het indexbeleid terug zoals infra/azure het heeft.',
  },
  trailAway: {
    said: 'De tweede plek van het logboek is er niet.',
    todo: 'Zet haar terug. Zonder die plek kan niemand laten zien dat er niets is weggehaald.',
  },
  backupOld: { said: 'De back-up is {what} oud.', todo: 'Kijk waarom de dagelijkse back-up niet liep.' },
  backupMissing: {
    said: 'Op die plek staat geen back-up.',
    todo: 'Kijk of de back-up loopt, en waar hij wordt bewaard.',
  },
  backupUnasked: {
    said: 'Niet gezegd is waar de back-up staat.',
    todo: 'Draai dit met --backup=BESTAND, het nieuwste bestand van de back-up.',
  },
  backupAzure: {
    said: 'Dit kan de bot niet zien.',
    todo: 'Kijk in Azure of de doorlopende back-up aan staat, en tot wanneer hij teruggaat.',
  },
  doorAway: {
    said: 'De bot antwoordt niet op zijn adres ({what}).',
    todo: 'Kijk of hij draait, en of het adres, het certificaat en de firewall kloppen.',
  },
  doorOpen: {
    said: 'Wie geen token laat zien, wordt niet weggestuurd ({what}).',
    todo: 'Kijk wat er voor de bot staat: iets anders antwoordt op /api/messages.',
  },
  doorNotReady: {
    said: 'De bot zegt dat iets niet werkt: {what}.',
    todo: 'Herstel wat hij noemt (docs/production.md, /readyz).',
  },
  doorUnasked: {
    said: 'Het adres van de bot is niet gegeven.',
    todo: 'Draai dit met --address=https://…, het adres waar Teams de bot bereikt.',
  },
  appNotInTeam: {
    said: 'De app is niet toegevoegd aan het team.',
    todo: 'Voeg de app toe aan het team, en sta hem toe in het app-beleid.',
  },
  teamGone: {
    said: 'Dit team is er niet.',
    todo: 'Controleer teamId van de gemeente, of zet het team terug.',
  },
  appNotInChannel: {
    said: 'De app is niet toegevoegd aan het kanaal.',
    todo: 'Open het kanaal, kies Apps, en voeg Signaalpunt toe. In het team alleen is niet genoeg.',
  },
  channelGone: {
    said: 'Dit kanaal is er niet.',
    todo: 'Controleer channelId van de gemeente, of zet het kanaal terug.',
  },
  postRefused: {
    said: 'In het kanaal mag niets worden geplaatst.',
    todo: 'Kijk of het team is gearchiveerd, of apps in het kanaal niet mogen schrijven.',
  },
  postLeft: {
    said: 'Het proefbericht kon niet worden weggehaald.',
    todo: 'Haal het bericht weg. Er staat niets van een signaal in.',
  },
  officerLeft: {
    said: 'Dit account is weg of uitgeschakeld: {what}.',
    todo: 'Zet in de instellingen wie deze plaats inneemt.',
  },
  officerNotInChannel: {
    said: 'Deze persoon is geen lid van het kanaal: {what}.',
    todo: 'Maak deze persoon lid van het kanaal.',
  },
  officerWithoutApp: {
    said: 'De bot kan deze persoon niet schrijven: {what}.',
    todo: 'Sta de app toe voor deze persoon. Blokkeerde die de bot, dan moet die hem zelf weer toevoegen.',
  },
  ringRefused: {
    said: 'Een oproep komt niet aan bij wie nu dienst heeft.',
    todo: 'Voeg Signaalpunt toe in je eigen chat, en hef een blokkade op.',
  },
  ringLeft: {
    said: 'De proefoproep kon niet worden weggehaald.',
    todo: 'Haal het bericht weg uit je chat. Er is geen signaal.',
  },
  teamsAway: { said: 'Teams of Graph antwoordde niet ({what}).', todo: 'Probeer het later nog eens.' },
  postsOff: { said: 'Niet geprobeerd, zoals gevraagd.', todo: 'Draai dit zonder --no-posts.' },
  notificationsUnasked: {
    said: 'Teams zegt niet wie meldingen van het kanaal krijgt.',
    todo: 'Open het kanaal, kies Meldingen, en zet Alle activiteit aan. Doe dat met ieder die leest.',
  },
  mailboxRefused: {
    said: 'De postbus mag niet worden gelezen, of bestaat niet.',
    todo: 'Geef de app in Exchange de rollen Application Mail.Read en Mail.Send, alleen voor deze postbus.',
  },
  mailboxAway: { said: 'De postbus kon niet worden gevraagd.', todo: 'Probeer het later nog eens.' },
  mailSendUnasked: {
    said: 'Lezen mag. Of versturen mag is niet te zien zonder een brief.',
    todo: 'Vergelijk in Exchange de rol Application Mail.Send, alleen voor deze postbus.',
  },
  retentionUnasked: {
    said: 'Dit kan de bot niet zien.',
    todo: 'Stel in Purview een korte bewaartermijn in voor chats met de bot, en schrijf op welke.',
  },
}

export const nl = {
  items,
  who,
  standings,
  faults,
  title: 'Signaalpunt: hoe staat het ermee?',
  does: 'Wie',
  sum: (wrong: number, warning: number, unknown: number) =>
    `${wrong} fout, ${warning} let op, ${unknown} niet bekend. Wat niet bekend is, telt niet als goed.`,
}
export type Words = typeof nl
