/**
 * A house for the fuzz: signals of two municipalities with words that nobody else writes, people who may not touch
 * them, and an officer who may touch one of them only.
 */
import { randomUUID } from 'node:crypto'
import { openLog } from '../../bot/app/log.ts'
import { people } from '../../infra/local/demo.ts'
import { localMunicipality } from '../../infra/local/municipality.ts'
import { readSignal, storedSignal } from '../../services/signal/handle.ts'
import { MunicipalityId, OfficerId, type SignalId, TenantId } from '../../services/words.ts'
import { ask, chatOf, consult, recordOf, report } from '../journeys/steps.ts'
import { isWire, type Wire } from '../kit/cardClient.ts'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { received, setting } from '../kit/signals.ts'

/** Words of the signals that stand: in no answer to anybody here, and in nothing that is sent. */
export const SECRETS = {
  story: 'Kanarieverhaalzevenbedden',
  question: 'Kanarievraagwanneer',
  draft: 'Kanarieconceptschuur',
  elsewhere: 'Kanarieelderskelder',
  name: 'Kanariesia van der Vlerk',
  account: '0b1c2d3e-4f50-4a61-8b72-9c83ad94be05',
} as const

export const OTHER_TENANT = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const OTHER_CHANNEL = '19:b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0@thread.tacv2'

/** Somebody who sends, in one place: what Teams would put around their activities. */
export type Sender = { readonly name: string; readonly envelope: Wire }

export type FuzzWorld = {
  house: House
  /** Every line of the log, at its most talkative. */
  lines: readonly string[]
  /** Those who may see and change none of the protected signals. */
  outsiders: readonly Sender[]
  /** The officer of the other municipality, for whom the signals of this one are none of theirs. */
  foreigner: Sender
  mine: { signals: readonly string[]; others: readonly string[] }
  /** The officer on duty, in the channel and in her own chat. */
  officers: readonly Sender[]
  /** Ids of the protected signals, a draft and what belongs to them; and of the one that the officer may touch. */
  alwaysAnswer: { signals: readonly string[]; others: readonly string[] }
  open: { signals: readonly string[]; others: readonly string[] }
  /** Everything that is kept of the protected signals and of their reporters. */
  snapshot(): Promise<unknown>
}

const OUTSIDERS = 24

/** What Teams sends of this person from here, without type and content. */
async function envelopeOf(house: House, person: Person, where: Person | string): Promise<Wire> {
  const { activity } = await house.connector.tell(person, where, { type: 'typing' })
  const { type: _type, ...rest } = activity
  return rest
}

/** The same, said to come from another organisation. */
const inTenant = (envelope: Wire, tenant: string): Wire => ({
  ...envelope,
  conversation: { ...(isWire(envelope.conversation) ? envelope.conversation : {}), tenantId: tenant },
  channelData: { ...(isWire(envelope.channelData) ? envelope.channelData : {}), tenant: { id: tenant } },
})

/** Builds it. Stop the house at the end. */
export async function startFuzzWorld(): Promise<FuzzWorld> {
  const strangerOfficer = { id: '29:andere-functionaris', aadObjectId: randomUUID() }
  const lines: string[] = []
  const house = await startHouse({
    log: openLog('debug', { write: (line) => void lines.push(line) }),
    adjust: (config) => {
      const [here] = config.municipalities
      const url = here?.channel.serviceUrl ?? ''
      const there = localMunicipality(url)
      const officers = there.officers.map((officer, i) => ({
        ...officer,
        id: OfficerId.parse(i === 0 ? strangerOfficer.aadObjectId : randomUUID()),
      }))
      const channel = { ...there.channel, channelId: OTHER_CHANNEL }
      const other = {
        ...there,
        id: MunicipalityId.parse('anderstad'),
        tenant: TenantId.parse(OTHER_TENANT),
        name: 'Anderstad',
        officers,
        channel,
      }
      return {
        ...config,
        municipalities: [...config.municipalities, other],
        pace: { burst: 1_000_000, perSecond: 1_000_000, textADay: Infinity, signalsADay: Infinity },
      }
    },
  })
  try {
    return await furnish(house, lines, strangerOfficer)
  } catch (error) {
    await house.stop()
    throw error
  }
}

async function furnish(
  house: House,
  lines: readonly string[],
  strangerOfficer: { id: string; aadObjectId: string },
): Promise<FuzzWorld> {
  const { connector, marieke, joost, kees, nadia, thomas, channel } = house
  const person = (id: string, name: string, aadObjectId: string = randomUUID()) =>
    connector.person({ id, name, aadObjectId, locale: 'nl-NL' })

  const signals: SignalId[] = []
  const others: string[] = []
  const reporters: Person[] = []
  for (const degree of ['confidential', 'unknown', 'anonymous']) {
    const canary = person(`29:kanariesia-${degree}`, SECRETS.name, randomUUID())
    const it = await report(house, canary, `${SECRETS.story} en een slot op de deur.`, { degree })
    signals.push(it.signal)
    reporters.push(canary)
    if (degree === 'anonymous') continue
    await ask(house, marieke, it.reference, `${SECRETS.question} was dat?`)
    others.push((await recordOf(house, it.signal)).questions[0]?.id ?? randomUUID())
  }
  const asking = person('29:kanariesia-sparren', SECRETS.name, SECRETS.account)
  reporters.push(asking)
  signals.push((await consult(house, asking, `${SECRETS.story}, wat vind jij?`)).signal)
  await asking.say(`${SECRETS.draft} achter het huis.`)
  const draft = (await chatOf(house, asking)).draft?.id
  if (!draft) throw new Error('There is no draft to guard.')

  const municipality = MunicipalityId.parse('anderstad')
  const story = [{ at: setting().now, via: 'chat' as const, text: SECRETS.elsewhere }]
  const foreign = received({ municipality, story }, setting())
  const delivered = { ...foreign, effects: [] }
  await house.bot.app.store.save([
    { op: 'create', document: storedSignal(delivered, setting().municipality) },
  ])
  const open = await report(house, kees, 'Een signaal dat veranderd mag worden.')
  await ask(house, marieke, open.reference, 'Welke dag was het?')

  connector.makeChannel({
    id: OTHER_CHANNEL,
    name: 'Anderstad',
    team: { id: '19:anderstad@thread.tacv2', name: 'Anderstad', aadGroupId: randomUUID() },
    members: [marieke],
  })
  const stranger = person(strangerOfficer.id, 'Andere Functionaris', strangerOfficer.aadObjectId)
  connector.join(OTHER_CHANNEL, stranger)
  const outsiders: Sender[] = [
    { name: 'another reporter', envelope: await envelopeOf(house, kees, kees) },
    { name: 'nobody of the channel', envelope: await envelopeOf(house, nadia, nadia) },
    { name: 'a member without role, in the channel', envelope: await envelopeOf(house, thomas, channel) },
    { name: 'a member without role', envelope: await envelopeOf(house, thomas, thomas) },
    { name: 'a deputy off duty, in the channel', envelope: await envelopeOf(house, joost, channel) },
    { name: 'the officer in another channel', envelope: await envelopeOf(house, marieke, OTHER_CHANNEL) },
    {
      name: 'the officer, said to be elsewhere',
      envelope: inTenant(await envelopeOf(house, marieke, OTHER_CHANNEL), OTHER_TENANT),
    },
    {
      name: 'an unknown tenant',
      envelope: inTenant(await envelopeOf(house, kees, kees), '00000000-1111-4222-8333-444444444444'),
    },
  ]
  const there: Sender = {
    name: 'the officer of the other municipality',
    envelope: inTenant(await envelopeOf(house, stranger, OTHER_CHANNEL), OTHER_TENANT),
  }
  for (let i = 0; outsiders.length < OUTSIDERS; i += 1) {
    const someone = person(`29:onbekende-${i}`, `Onbekende ${i}`)
    outsiders.push({ name: someone.name, envelope: await envelopeOf(house, someone, someone) })
  }
  const officers: Sender[] = [
    { name: 'the officer in the channel', envelope: await envelopeOf(house, marieke, channel) },
    { name: 'the officer in her own chat', envelope: await envelopeOf(house, marieke, marieke) },
  ]
  const { store } = house.bot.app
  const here = MunicipalityId.parse('voorbeeldstad')
  return {
    house,
    lines,
    outsiders,
    officers,
    foreigner: there,
    mine: { signals, others: [...others, draft] },
    alwaysAnswer: { signals: [...signals, foreign.id], others: [...others, draft] },
    open: {
      signals: [open.signal, open.signal, foreign.id, randomUUID()],
      others: [(await recordOf(house, open.signal)).questions[0]?.id ?? '', people.joost.aadObjectId],
    },
    snapshot: async () => ({
      signals: await Promise.all(signals.map((id) => readSignal(store, here, id))),
      foreign: await readSignal(store, municipality, foreign.id),
      chats: await Promise.all(reporters.map((who) => chatOf(house, who))),
    }),
  }
}
