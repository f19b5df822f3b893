/** The canaries themselves: who they are, what they write, and the house in which they sing. */
import { randomUUID } from 'node:crypto'
import { openLog, quietConsole } from '../../bot/app/log.ts'
import type { Degree } from '../../services/signal/words.ts'
import type { Canary } from '../kit/canary.ts'
import { isWire } from '../kit/cardClient.ts'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { type Leak, type LeaseWatch, watch } from './watch.ts'

export const WHO = {
  given: 'Kanariëlla',
  family: 'Vlinderbüsch-Ooievaar',
  account: 'kanariella.vlinderbusch@voorbeeldstad.example',
  mail: 'vlinderbusch.prive@post.example',
  phone: '0612349876',
} as const
export const FULL = `${WHO.given} van der ${WHO.family}`

/** What people write, each where it is written. */
export const SAID = {
  story: 'Kwikstaartverhaal over zeven bedden',
  danger: 'Roerdomp hij heeft een mes en slaat haar nu',
  form: 'Wielewaalformulier bij de loods',
  question: 'Grutto vraagt hoe laat dat was',
  answer: 'Tapuitantwoord na de middag',
  added: 'Karekiet zag hem ook gisteren',
  note: 'Boomklevernotitie van de functionaris',
  reason: 'Zilverreigerreden van het besluit',
  partner: 'Slobeendantwoord van de partner',
  told: 'Kramsvogelbericht aan de melder',
  advice: 'Goudplevieradvies van de functionaris',
  correction: 'Waterhoenverbetering van een zin',
  call: 'Steltkluutgesprek met de melder',
} as const
const written: readonly Canary[] = [
  ...Object.entries(SAID).map(([what, text]) => ({ what, text })),
  { what: 'the mail address', text: WHO.mail },
  { what: 'the telephone number', text: WHO.phone },
]

export type Reporter = Person & { identity: readonly Canary[] }

/** A reporter whom nobody can mistake, known to Teams and to Graph. */
async function reporter(house: House, nth: string): Promise<Reporter> {
  const id = `29:kanarie-teams-${nth}-${randomUUID()}`
  const aadObjectId = randomUUID()
  const person = house.connector.person({ id, aadObjectId, name: FULL, locale: 'nl-NL', installed: true })
  house.graph.state.users.push(aadObjectId)
  const { account, mail, phone } = WHO
  house.graph.contacts.set(aadObjectId, { userPrincipalName: account, mail, mobilePhone: phone })
  await person.installs()
  const conversation = house.connector.chat(person)[0]?.conversationId ?? ''
  return {
    ...person,
    identity: [
      { what: 'the id in Teams', text: id },
      { what: 'the id in Entra', text: aadObjectId },
      { what: 'the id of the chat', text: conversation },
    ],
  }
}

export const NAMES: readonly Canary[] = [
  { what: 'the name', text: FULL },
  { what: 'the given name', text: WHO.given },
  { what: 'the family name', text: WHO.family },
  { what: 'the account', text: WHO.account },
]

/** Each leak once, in a line. */
export const told = (found: readonly Leak[]): string[] => [
  ...new Set(found.map(({ what, where, as, step }) => `${what} in ${where} as ${as}, ${step}`)),
]

export type Aviary = {
  house: House
  /** Every line of the log. */
  lines: string[]
  reporters: Reporter[]
  eyes: LeaseWatch
  stop(): Promise<void>
}

/** A house with its log at its most talkative, and so many reporters. Stop it at the end. */
export async function setUp(degree: Degree, count: number): Promise<Aviary> {
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  const consoles = { ...console }
  quietConsole(log)
  const house = await startHouse({ log, adjust: (config) => ({ ...config, logLevel: 'debug' }) })
  const reporters: Reporter[] = []
  for (let nth = 0; nth < count; nth += 1) reporters.push(await reporter(house, `${degree}-${nth}`))
  const identity = [...NAMES, ...reporters.flatMap((each) => each.identity)]
  const eyes = watch(house, lines, reporters, identity, written)
  const stop = async () => {
    Object.assign(console, consoles)
    await house.stop()
  }
  return { house, lines, reporters, eyes, stop }
}

/** Types the story, with how to be reached in it, and more about them in what Teams says of them. */
export async function tells(house: House, person: Person, text: string): Promise<void> {
  const typed = await person.say(`${text}.`)
  const from = isWire(typed.activity.from) ? typed.activity.from : {}
  const known = { ...from, userPrincipalName: WHO.account, email: WHO.mail, phone: WHO.phone }
  const words = `Je kunt me bereiken op ${WHO.mail} of ${WHO.phone}.`
  const more = { id: `m:${randomUUID()}`, from: known, text: words, attachments: [] }
  await house.connector.send({ ...typed.activity, ...more })
  await house.settle()
}
