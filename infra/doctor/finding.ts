/** What the doctor says of one item: that it is good, or which fault it found. Never of a person, never of a signal. */
import type { MunicipalityId } from '../../services/words.ts'

/** What is looked at, in the order in which somebody who installs meets it. */
export const ITEMS = [
  'configuration',
  'goLive',
  'firstRun',
  'clock',
  'signIn',
  'secret',
  'permissions',
  'catalogue',
  'keys',
  'store',
  'indexes',
  'trail',
  'backup',
  'door',
  'team',
  'channel',
  'post',
  'notifications',
  'officers',
  'ring',
  'mailbox',
  'retention',
] as const
export type Item = (typeof ITEMS)[number]

/** Who can mend it: `azure` keeps the subscription, `server` the machine and its settings. */
export type Who =
  | 'teams'
  | 'entra'
  | 'exchange'
  | 'keyVault'
  | 'azure'
  | 'server'
  | 'officer'
  | 'municipality'

/** `unknown`: it could not be asked, which is never as good. `warning`: it works, and somebody should look in the coming weeks. */
export type Standing = 'good' | 'warning' | 'wrong' | 'unknown'

/** Every fault, with whoever mends it and how bad it is. Its words stand in `words/`. */
export const FAULTS = {
  settingWrong: { standing: 'wrong', who: 'server' },
  fictional: { standing: 'wrong', who: 'server' },
  gateOpen: { standing: 'wrong', who: 'municipality' },
  notBegun: { standing: 'warning', who: 'officer' },
  notAsked: { standing: 'unknown', who: 'server' },
  clockOff: { standing: 'wrong', who: 'server' },
  clockUnasked: { standing: 'unknown', who: 'server' },
  signInRefused: { standing: 'wrong', who: 'entra' },
  signInAway: { standing: 'unknown', who: 'server' },
  secretExpires: { standing: 'warning', who: 'entra' },
  secretExpired: { standing: 'wrong', who: 'entra' },
  permissionMissing: { standing: 'wrong', who: 'entra' },
  permissionTooMany: { standing: 'wrong', who: 'entra' },
  permissionsUnread: { standing: 'unknown', who: 'entra' },
  catalogueAbsent: { standing: 'wrong', who: 'teams' },
  catalogueRefused: { standing: 'wrong', who: 'entra' },
  catalogueAway: { standing: 'unknown', who: 'server' },
  keysMissing: { standing: 'wrong', who: 'server' },
  keysAway: { standing: 'unknown', who: 'keyVault' },
  keysRefused: { standing: 'wrong', who: 'keyVault' },
  keysOther: { standing: 'wrong', who: 'server' },
  storeNotBegun: { standing: 'unknown', who: 'server' },
  storeAway: { standing: 'wrong', who: 'server' },
  storeFull: { standing: 'wrong', who: 'server' },
  storeRefused: { standing: 'wrong', who: 'azure' },
  containerMissing: { standing: 'wrong', who: 'azure' },
  containerWrong: { standing: 'wrong', who: 'azure' },
  indexMissing: { standing: 'wrong', who: 'azure' },
  trailAway: { standing: 'wrong', who: 'server' },
  backupOld: { standing: 'wrong', who: 'server' },
  backupMissing: { standing: 'wrong', who: 'server' },
  backupUnasked: { standing: 'unknown', who: 'server' },
  backupAzure: { standing: 'unknown', who: 'azure' },
  doorAway: { standing: 'wrong', who: 'server' },
  doorOpen: { standing: 'wrong', who: 'server' },
  doorNotReady: { standing: 'wrong', who: 'server' },
  doorUnasked: { standing: 'unknown', who: 'server' },
  appNotInTeam: { standing: 'wrong', who: 'teams' },
  teamGone: { standing: 'wrong', who: 'teams' },
  appNotInChannel: { standing: 'wrong', who: 'officer' },
  channelGone: { standing: 'wrong', who: 'officer' },
  postRefused: { standing: 'wrong', who: 'teams' },
  postLeft: { standing: 'wrong', who: 'officer' },
  officerLeft: { standing: 'wrong', who: 'officer' },
  officerNotInChannel: { standing: 'wrong', who: 'officer' },
  officerWithoutApp: { standing: 'wrong', who: 'teams' },
  ringRefused: { standing: 'wrong', who: 'officer' },
  ringLeft: { standing: 'wrong', who: 'officer' },
  teamsAway: { standing: 'unknown', who: 'server' },
  postsOff: { standing: 'unknown', who: 'server' },
  notificationsUnasked: { standing: 'unknown', who: 'officer' },
  mailboxRefused: { standing: 'wrong', who: 'exchange' },
  mailboxAway: { standing: 'unknown', who: 'exchange' },
  mailSendUnasked: { standing: 'unknown', who: 'exchange' },
  retentionUnasked: { standing: 'unknown', who: 'teams' },
} as const satisfies Readonly<Record<string, { standing: Exclude<Standing, 'good'>; who: Who }>>
export type Fault = keyof typeof FAULTS

/**
 * One thing that was found. `at`: in which municipality. `what`: the name of a setting, a permission, a container or a
 * place in a list; never a name of somebody, never an id of a person.
 */
export type Finding = { item: Item; at?: MunicipalityId | undefined } & (
  | { good: true }
  | { fault: Fault; what?: string | undefined }
)

export const standingOf = (found: Finding): Standing =>
  'fault' in found ? FAULTS[found.fault].standing : 'good'

/** Shorthands, so that a check reads as what it says. */
export const good = (item: Item, at?: MunicipalityId): Finding => ({ item, at, good: true })
export const fault = (
  item: Item,
  name: Fault,
  more: { at?: MunicipalityId; what?: string } = {},
): Finding => ({
  item,
  fault: name,
  ...more,
})
