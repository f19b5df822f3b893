/**
 * The fictional municipality of local mode. Constants only: nobody and nothing in here exists.
 *
 * The telephone numbers follow the pattern 088-000 00 0x, which is not given out.
 */

/** Somebody who works for Voorbeeldstad, as Teams and Microsoft Graph would know them. */
export type DemoPerson = {
  /** The id by which the bot knows this person in Teams (`from.id`). */
  readonly teamsId: string
  /** The Entra object id (`from.aadObjectId`). */
  readonly aadObjectId: string
  readonly givenName: string
  readonly surname: string
  readonly name: string
  readonly jobTitle: string
  readonly mail: string
  readonly phone: string
}

/** One team with its only channel of interest. */
export type DemoTeam = {
  readonly id: string
  readonly name: string
  readonly aadGroupId: string
  readonly channel: { readonly id: string; readonly name: string }
}

/** The municipality, and the Entra tenant in which its people work. */
export const municipality = {
  id: 'voorbeeldstad',
  name: 'Voorbeeldstad',
  tenantId: '5333ca9f-0956-4aec-9737-ed5a73e3b766',
} as const

/** The bot, as the Playgrounds address it. */
export const bot = {
  id: '28:751cda82-ff4a-44a6-8b60-faaee3291eba',
  appId: '751cda82-ff4a-44a6-8b60-faaee3291eba',
  name: 'Signaalpunt',
} as const

/** Everybody the stories are about. */
export const people = {
  /** Reporter: an employee at the counter. */
  sanne: {
    teamsId: '29:1sxjA2KsWLds946gF-s12O7qRlRS0zJRP',
    aadObjectId: 'e4a6dc38-37d4-4bde-86f9-1c3ff7604644',
    givenName: 'Sanne',
    surname: 'de Wit',
    name: 'Sanne de Wit',
    jobTitle: 'Medewerker balie Burgerzaken',
    mail: 'sanne.dewit@voorbeeldstad.example',
    phone: '088-000 00 01',
  },
  /** Second reporter. */
  kees: {
    teamsId: '29:16_F9fNjVsIj9x5CFaGttyMGxNAEA9e0b',
    aadObjectId: 'c1917eae-9d76-4c2c-83be-f3018904f8ab',
    givenName: 'Kees',
    surname: 'Blom',
    name: 'Kees Blom',
    jobTitle: 'Medewerker wijkteam',
    mail: 'kees.blom@voorbeeldstad.example',
    phone: '088-000 00 02',
  },
  /** The officer on duty. */
  marieke: {
    teamsId: '29:1lk6Yr2qcJhiOAGSeUtHwoZaRNycSQyVv',
    aadObjectId: '359c060c-995b-4ae4-992a-bd91bea4a866',
    givenName: 'Marieke',
    surname: 'Vonk',
    name: 'Marieke Vonk',
    jobTitle: 'Aandachtsfunctionaris',
    mail: 'marieke.vonk@voorbeeldstad.example',
    phone: '088-000 00 03',
  },
  /** The officer's deputy. */
  joost: {
    teamsId: '29:16R-LIOv_97YRknViun4dQOAnRKJN09ND',
    aadObjectId: 'f84df093-5bd3-4c87-8a51-fb0292d604c1',
    givenName: 'Joost',
    surname: 'Hartog',
    name: 'Joost Hartog',
    jobTitle: 'Vervangend aandachtsfunctionaris',
    mail: 'joost.hartog@voorbeeldstad.example',
    phone: '088-000 00 04',
  },
  /** Where to go when it is about a colleague. */
  nadia: {
    teamsId: '29:1TcoiUk2AqOvF8Nq09HcD_WcF2GJzw432',
    aadObjectId: 'd649e4c4-00ef-4b9a-af6c-3a1c49564306',
    givenName: 'Nadia',
    surname: 'Smit',
    name: 'Nadia Smit',
    jobTitle: 'Integriteitscoördinator',
    mail: 'nadia.smit@voorbeeldstad.example',
    phone: '088-000 00 05',
  },
  /** Where to go when it is about the officer. */
  ellen: {
    teamsId: '29:1fQ49dCj9vFp_Ux9F3_oDVs2MkubiRGO5',
    aadObjectId: '29af1e9c-78ef-4935-b315-d3dee68867ec',
    givenName: 'Ellen',
    surname: 'Postma',
    name: 'Ellen Postma',
    jobTitle: 'Hoofd Openbare Orde en Veiligheid',
    mail: 'ellen.postma@voorbeeldstad.example',
    phone: '088-000 00 06',
  },
  /** A colleague of the officer, who is no officer. */
  thomas: {
    teamsId: '29:1YQpvlgW9FfTnZal0K5hV-63L9b6j93Kl',
    aadObjectId: 'aed345a2-c9b6-4cae-a9f7-b3941a0f0709',
    givenName: 'Thomas',
    surname: 'Meijer',
    name: 'Thomas Meijer',
    jobTitle: 'Adviseur veiligheid',
    mail: 'thomas.meijer@voorbeeldstad.example',
    phone: '088-000 00 07',
  },
  /** A colleague of the officer, who is no officer. */
  fatima: {
    teamsId: '29:1-2NBlB6aIukqV5XkYJzUyp__-JteaLTX',
    aadObjectId: '2238affe-8b39-4989-859c-dd8441eb9a7e',
    givenName: 'Fatima',
    surname: 'Aydin',
    name: 'Fatima Aydin',
    jobTitle: 'Informatieanalist',
    mail: 'fatima.aydin@voorbeeldstad.example',
    phone: '088-000 00 08',
  },
} as const satisfies Record<string, DemoPerson>

/** Where the officer and the deputy receive the doorbells. */
export const meldpunt = {
  id: '19:4a8b24124560197401ad0444054c35c6@thread.tacv2',
  name: 'Meldpunt ondermijning',
  aadGroupId: 'f5640b80-97bc-4bdd-b4a3-171252359248',
  channel: { id: '19:7d2991f86ecef50c19e520ea0328e802@thread.tacv2', name: 'Meldpunt' },
} as const satisfies DemoTeam

/** The reporter's own team: a place where the bot must not take reports. */
export const burgerzaken = {
  id: '19:3a5fa3f4e34d65cea8ca15ac08ffb4b1@thread.tacv2',
  name: 'Burgerzaken',
  aadGroupId: 'e521cd1e-9745-4cf2-94fd-729ec4439dde',
  channel: { id: '19:c7907b71eb47c82bb46320a0226863ba@thread.tacv2', name: 'Balie' },
} as const satisfies DemoTeam

/** Whose window a Playground is. */
export type DemoWindow = 'reporter' | 'officer'

/**
 * What each Playground is told about its world. It wants exactly five people besides the one at the
 * keyboard, and counts all of them as members of every channel: no reporter is among the officer's.
 */
export const windows = {
  reporter: {
    currentUser: people.sanne,
    others: [people.kees, people.marieke, people.joost, people.nadia, people.ellen],
    personalChatId: 'a:1-3eeb925c-85cc-45ff-9248-7510c8d2551c',
    groupChatId: '19:8aceae42-a069-48be-9ef6-bbecdf7a30b3@thread.v2',
    team: burgerzaken,
  },
  officer: {
    currentUser: people.marieke,
    others: [people.joost, people.nadia, people.ellen, people.thomas, people.fatima],
    personalChatId: 'a:1-8d9b5194-3c8a-4d94-9ee7-13fa1ea70404',
    groupChatId: '19:9a9ba8e5-d59c-4c45-9202-8d4869c0778a@thread.v2',
    team: meldpunt,
  },
} as const satisfies Record<
  DemoWindow,
  {
    currentUser: DemoPerson
    others: readonly [DemoPerson, DemoPerson, DemoPerson, DemoPerson, DemoPerson]
    personalChatId: string
    groupChatId: string
    team: DemoTeam
  }
>

/** The ports of local mode when nobody asks for others. */
export const defaultPorts = {
  bot: 3978,
  reporter: 56150,
  officer: 56151,
  startPage: 3970,
  graph: 56160,
} as const

/** The ports that local mode listens on. */
export type LocalPorts = { readonly [part in keyof typeof defaultPorts]: number }
