/** One press by one person on one case, and what came of it: for the case, for the channel, for everybody else. */

import { randomUUID } from 'node:crypto'
import { OfficerAction, type OfficerVerb, ReporterAction, type ReporterVerb } from '../../cards/actions.ts'
import { municipality } from '../../infra/local/demo.ts'
import { readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Reporter } from '../../services/vault/vault.ts'
import { MunicipalityId } from '../../services/words.ts'
import { isWire, type Wire } from '../kit/cardClient.ts'
import type { Person } from '../kit/connector.ts'
import { CANARY, type Case, NAME, OTHER_MUNICIPALITY, OTHER_TENANT, type Stage } from './stage.ts'
import { officerData, reporterData } from './verbs.ts'

export const REPORTER_VERBS: readonly ReporterVerb[] = ReporterAction.options.map((o) => o.shape.verb.value)
export const OFFICER_VERBS: readonly OfficerVerb[] = OfficerAction.options.map((o) => o.shape.verb.value)

/** Who presses, from where. An officer's buttons are pressed in a dialog, a reporter's in a chat. */
export type Actor = {
  person: Person
  /** Where the buttons of officers are pressed. */
  desk: Wire
  /** The person's own chat with the bot. */
  chat: Wire
}

/** The reason that is given, as a person reads it. */
const REASONS: readonly [string, RegExp][] = [
  ['role', /Dit is alleen voor de mensen van het meldpunt/],
  ['duty', /Jij hebt nu geen dienst/],
  ['member', /Je bent geen lid van het kanaal/],
  ['place', /Dit werkt alleen in het kanaal/],
  ['gone', /Dit dossier is er niet/],
  ['button', /(?:Deze|Die) knop werkt niet meer/],
]

export type Cell = {
  /** As in `expected.ts`. */
  mark: '+' | 'o' | '.'
  reason: string
  /** What must not be, whatever the mark is. */
  wrong: string[]
}

/** A record without what looking and delivering change. */
function substance(record: SignalRecord | undefined): string {
  if (!record) return ''
  const { audit, effects: _effects, doorbell: _doorbell, ...rest } = record
  const deeds = audit.filter(({ what }) => what !== 'view').map(({ by, what }) => `${by} ${what}`)
  return JSON.stringify({ ...rest, deeds })
}

const conversationOf = ({ chat }: Actor): string =>
  isWire(chat.conversation) ? String(chat.conversation.id) : ''

async function pressed(stage: Stage, actor: Actor, it: Case, activity: Wire, own: boolean): Promise<Cell> {
  const { house } = stage
  const { connector } = house
  stage.reset()
  const before = connector.everythingSent().length
  const { status, body } = await connector.send({ ...activity, id: `f:${randomUUID()}` })
  await house.settle()
  const here = MunicipalityId.parse(municipality.id)
  const kept = await readSignal(house.bot.app.store, here, it.signal)
  const record = kept && 'record' in kept ? kept.record : undefined
  // Asking who is in the channel is no message.
  const sent = connector
    .everythingSent()
    .slice(before)
    .filter(({ method }) => method !== 'GET')
  const mine = conversationOf(actor)
  const elsewhere = sent.filter(({ where }) => where !== mine)
  const said = `${JSON.stringify(body) ?? ''}${sent
    .filter(({ where }) => where === mine)
    .map((each) => each.body)
    .join('')}`
  const changed = substance(record) !== substance(it.record)
  const reference = it.record?.reference
  const shown = said.includes(CANARY) || (reference !== undefined && said.includes(reference))
  const mark = changed ? '+' : shown && !own ? 'o' : '.'
  const wrong: string[] = []
  if (status !== 200) wrong.push(`status ${status}`)
  const loud = elsewhere.filter(({ body: text }) => text.includes(CANARY) || text.includes(NAME))
  for (const { method, path } of loud) wrong.push(`a word of it went elsewhere: ${method} ${path}`)
  if (mark === '.' && !own) {
    // Nobody else hears of it, nothing of anybody else is changed, and nothing is said of it.
    if (elsewhere.length > 0) wrong.push(`${elsewhere.length} messages elsewhere`)
    const { conversation } = actor.chat
    const address = { serviceUrl: connector.serviceUrl, conversation: mine, user: actor.person.id }
    const theirs = MunicipalityId.parse(
      isWire(conversation) && conversation.tenantId === OTHER_TENANT ? OTHER_MUNICIPALITY : municipality.id,
    )
    const chat = new Reporter(address, '').chat(theirs, house.bot.app.keys)
    // That somebody searched is written down where it was done (AVG 15), and in each file that was shown to be found.
    const all = stage.changed()
    const searched = all.some((name) => name.startsWith('ledger searches-'))
    const viewed = (name: string) => searched && name.startsWith('signal ') && said.includes(name.slice(7))
    const others = all.filter(
      (name) => name !== `chat ${chat}` && !name.startsWith('ledger searches-') && !viewed(name),
    )
    if (others.length > 0) wrong.push(`changed ${others.join(', ')}`)
    if (said.includes(NAME)) wrong.push('the name')
  }
  const reason = REASONS.find(([, words]) => words.test(said))?.[0] ?? ''
  return { mark, reason, wrong }
}

const context = { theme: 'default' }

/** Presses an officer's button in a dialog. */
export function pressOfficer(stage: Stage, actor: Actor, it: Case, verb: OfficerVerb): Promise<Cell> {
  const value = { data: officerData(verb, it), context }
  const name = 'task/submit'
  return pressed(stage, actor, it, { ...actor.desk, type: 'invoke', name, value }, false)
}

/** Presses a reporter's button in the own chat. `own`: it is their signal. */
export function pressReporter(
  stage: Stage,
  actor: Actor,
  it: Case,
  verb: ReporterVerb,
  own: boolean,
): Promise<Cell> {
  const value = reporterData(verb, it, own ? it.signal : stage.foreignDraft)
  return pressed(stage, actor, it, { ...actor.chat, type: 'message', value }, own)
}

/** An officer's button that comes as a message, where the card would have opened a dialog. */
export function pressMessage(stage: Stage, actor: Actor, it: Case, verb: OfficerVerb): Promise<Cell> {
  const value = officerData(verb, it)
  return pressed(stage, actor, it, { ...actor.desk, type: 'message', value }, false)
}
