/** What the doctor says, in English. */
import type { Words } from './nl.ts'

export const en: Words = {
  items: {
    configuration: 'Settings',
    goLive: 'Conditions to begin',
    firstRun: 'First run',
    clock: 'Clock',
    signIn: 'Sign-in at Entra',
    secret: 'Secret of the app',
    permissions: 'Permissions in Graph',
    catalogue: 'App in the catalogue',
    keys: 'Keys',
    store: 'Store',
    indexes: 'Indexes of the store',
    trail: 'Second place of the trail',
    backup: 'Backup',
    door: 'Reached from outside',
    team: 'App in the team',
    channel: 'App in the channel',
    post: 'Test post in the channel',
    notifications: 'Notifications of the channel',
    officers: 'People of the reporting point',
    ring: 'Test ring',
    mailbox: 'Mailbox',
    retention: 'Retention of chats',
  },
  who: {
    teams: 'Teams administrator',
    entra: 'Entra administrator',
    exchange: 'Exchange administrator',
    keyVault: 'administrator of Key Vault',
    azure: 'Azure administrator',
    server: 'whoever runs Signaalpunt',
    officer: 'officer',
    municipality: 'municipality',
  },
  standings: { good: 'good', warning: 'mind', wrong: 'wrong', unknown: 'not known' },
  faults: {
    settingWrong: {
      said: 'This setting is wrong: {what}.',
      todo: 'Mend the setting (docs/production.md) and start again.',
    },
    fictional: {
      said: 'Something invented stands here: {what}.',
      todo: 'Fill in the real data of the municipality. With the example municipality it does not start.',
    },
    gateOpen: {
      said: 'Not settled yet: {what}.',
      todo: 'Have it settled, and put in goLive by whom, on which day and where it can be read.',
    },
    notBegun: {
      said: 'This municipality has not begun yet. Nobody can report.',
      todo: 'Type first run in your chat with Signaalpunt, and follow the steps.',
    },
    notAsked: {
      said: 'This could not be asked, because of a fault above.',
      todo: 'Mend that fault first, and run this again.',
    },
    clockOff: {
      said: 'The clock of this machine is off by {what}.',
      todo: 'Switch time synchronisation (NTP) on. Else Microsoft refuses the tokens, and terms are counted wrong.',
    },
    clockUnasked: {
      said: 'The sign-in service gave no time to compare with.',
      todo: 'See whether this machine may go outside (login.microsoftonline.com, port 443).',
    },
    signInRefused: {
      said: 'Entra refuses the app.',
      todo: 'Check the id, the tenant and the secret or certificate in the app registration.',
    },
    signInAway: {
      said: 'The sign-in service of Microsoft does not answer.',
      todo: 'See whether this machine may go outside, and try again later.',
    },
    secretExpires: {
      said: 'The secret of the app ends on {what}.',
      todo: 'Make a new secret, put it in the settings with its end date, and restart.',
    },
    secretExpired: {
      said: 'The secret of the app has ended. Nothing goes out any more.',
      todo: 'Make a new secret now, put it in the settings with its end date, and restart.',
    },
    permissionMissing: {
      said: 'This permission is missing: {what}.',
      todo: 'Add it as an application permission of Microsoft Graph, and consent to it for the organisation.',
    },
    permissionTooMany: {
      said: 'This permission is one too many: {what}.',
      todo: 'Revoke it. Permissions on mail and calendars belong in Exchange, for one mailbox.',
    },
    permissionsUnread: {
      said: 'The permissions could not be read from the token.',
      todo: 'Compare the permissions in Entra itself with the list in docs/production.md.',
    },
    catalogueAbsent: {
      said: 'The app is not in the catalogue of the organisation.',
      todo: 'Upload the package of npm run package in the Teams admin center, or put the id of manifest.json in TEAMS_APP_ID.',
    },
    catalogueRefused: { said: 'The catalogue may not be read.', todo: 'Consent to AppCatalog.Read.All.' },
    catalogueAway: {
      said: 'The catalogue could not be asked.',
      todo: 'Mend the sign-in, or try again later.',
    },
    keysMissing: {
      said: 'A file of keys is missing, and the store is there.',
      todo: 'Put the file back from the safe that has its copy. Do not make a new one.',
    },
    keysAway: {
      said: 'Key Vault does not answer.',
      todo: 'See whether the vault is there, and whether the network lets this machine in.',
    },
    keysRefused: {
      said: 'The keys may not be used.',
      todo: 'Give the bot the role Key Vault Crypto User on both keys, and see whether they exist and are enabled.',
    },
    keysOther: {
      said: 'VAULT_KEY or SEALING_KEY is another one than this store was begun with.',
      todo: 'Put the first key back. With another one nobody finds what was reported.',
    },
    storeNotBegun: {
      said: 'There is no store yet.',
      todo: 'That is fine at a first start, which makes it. If it was started before, restore the backup.',
    },
    storeAway: {
      said: 'The store does not answer.',
      todo: 'See whether the disk or the database is there, and whether the network lets it be reached.',
    },
    storeFull: {
      said: 'There is hardly any room left where the store stands ({what}).',
      todo: 'Make room. With a full disk no signal comes in.',
    },
    storeRefused: {
      said: 'The store may not be opened.',
      todo: 'See whether the container, the role or the permissions of the folder are right.',
    },
    containerMissing: {
      said: 'This container is missing: {what}.',
      todo: 'Make it with infra/azure, or with the key that docs/production.md names.',
    },
    containerWrong: {
      said: 'This container has another partition key: {what}.',
      todo: 'Make a new container with the right key. A partition key cannot be changed.',
    },
    indexMissing: {
      said: 'This index is missing: {what}.',
      todo: 'Put the index policy back as infra/azure has it.',
    },
    trailAway: {
      said: 'The second place of the trail is not there.',
      todo: 'Put it back. Without it nobody can show that nothing was taken away.',
    },
    backupOld: { said: 'The backup is {what} old.', todo: 'See why the daily backup did not run.' },
    backupMissing: {
      said: 'There is no backup in that place.',
      todo: 'See whether the backup runs, and where it is kept.',
    },
    backupUnasked: {
      said: 'Nobody said where the backup is.',
      todo: 'Run this with --backup=FILE, the newest file of the backup.',
    },
    backupAzure: {
      said: 'The bot cannot see this.',
      todo: 'See in Azure whether continuous backup is on, and until when it goes back.',
    },
    doorAway: {
      said: 'The bot does not answer at its address ({what}).',
      todo: 'See whether it runs, and whether the address, the certificate and the firewall are right.',
    },
    doorOpen: {
      said: 'Whoever shows no token is not turned away ({what}).',
      todo: 'See what stands in front of the bot: something else answers /api/messages.',
    },
    doorNotReady: {
      said: 'The bot says that something does not work: {what}.',
      todo: 'Mend what it names (docs/production.md, /readyz).',
    },
    doorUnasked: {
      said: 'The address of the bot was not given.',
      todo: 'Run this with --address=https://…, where Teams reaches the bot.',
    },
    appNotInTeam: {
      said: 'The app was not added to the team.',
      todo: 'Add the app to the team, and allow it in the app policy.',
    },
    teamGone: {
      said: 'There is no such team.',
      todo: 'Check teamId of the municipality, or restore the team.',
    },
    appNotInChannel: {
      said: 'The app was not added to the channel.',
      todo: 'Open the channel, choose Apps, and add Signaalpunt. In the team alone is not enough.',
    },
    channelGone: {
      said: 'There is no such channel.',
      todo: 'Check channelId of the municipality, or restore the channel.',
    },
    postRefused: {
      said: 'Nothing may be posted in the channel.',
      todo: 'See whether the team is archived, or the channel does not let apps write.',
    },
    postLeft: {
      said: 'The test post could not be taken away.',
      todo: 'Take the message away. Nothing of a signal stands in it.',
    },
    officerLeft: {
      said: 'This account is gone or disabled: {what}.',
      todo: 'Put in the settings who takes this place.',
    },
    officerNotInChannel: {
      said: 'This person is not in the channel: {what}.',
      todo: 'Make this person a member of the channel.',
    },
    officerWithoutApp: {
      said: 'The bot cannot write to this person: {what}.',
      todo: 'Allow the app for this person. Whoever blocked the bot has to add it again.',
    },
    ringRefused: {
      said: 'A ring does not reach whoever is on duty.',
      todo: 'Add Signaalpunt in your own chat, and lift a block.',
    },
    ringLeft: {
      said: 'The test ring could not be taken away.',
      todo: 'Take the message out of your chat. There is no signal.',
    },
    teamsAway: { said: 'Teams or Graph did not answer ({what}).', todo: 'Try again later.' },
    postsOff: { said: 'Not tried, as was asked.', todo: 'Run this without --no-posts.' },
    notificationsUnasked: {
      said: 'Teams does not say who gets notifications of the channel.',
      todo: 'Open the channel, choose Notifications, and switch All activity on. Do so with everybody who reads.',
    },
    mailboxRefused: {
      said: 'The mailbox may not be read, or does not exist.',
      todo: 'Give the app in Exchange the roles Application Mail.Read and Mail.Send, for this mailbox only.',
    },
    mailboxAway: { said: 'The mailbox could not be asked.', todo: 'Try again later.' },
    mailSendUnasked: {
      said: 'Reading is allowed. Whether sending is cannot be seen without a letter.',
      todo: 'Compare the role Application Mail.Send in Exchange, for this mailbox only.',
    },
    retentionUnasked: {
      said: 'The bot cannot see this.',
      todo: 'Set a short retention for chats with the bot in Purview, and write down which.',
    },
  },
  title: 'Signaalpunt: how does it stand?',
  does: 'Who',
  sum: (wrong, warning, unknown) =>
    `${wrong} wrong, ${warning} to mind, ${unknown} not known. What is not known does not count as good.`,
}
