/** Plays a case on a running Signaalpunt, and looks at what became of it. */
import { readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { SignalId } from '../../services/words.ts'
import { chatOf, openDossier, opened, report, tenant, toPage } from '../journeys/steps.ts'
import { actionsOf, isWire } from '../kit/cardClient.ts'
import type { Answer, Clicked, Dialog, Person, Shown } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import type { Case, Expected, Step, Who } from './case.ts'
import { fail } from './failing.ts'

/** The name of a conversation that the bot has not seen; Teams leads it to the same chat. */
const NEW_CHAT = 'a:1anothernameofthesamechat'

type Scene = {
  house: House
  /** Ids of what was sent under a name. */
  named: Map<string, string>
  /** Every version of every message of the bot that stood somewhere before the last step. */
  before: ReadonlySet<string>
  answer: Answer | undefined
}

const isOf = (where: { who: Who } | { where: 'channel' } | { where: 'chat'; who: Who }): Who | 'channel' =>
  'who' in where ? where.who : where.where

/** What a case calls CHANNEL, TENANT, BOT and NEWCHAT, as it is here. */
function filledIn(house: House, node: unknown): unknown {
  const words: Record<string, string> = {
    CHANNEL: house.channel,
    TENANT: house.connector.tenantId,
    BOT: house.connector.botAccount.id,
    NEWCHAT: NEW_CHAT,
  }
  if (typeof node === 'string') return words[node] ?? node
  if (Array.isArray(node)) return node.map((each) => filledIn(house, each))
  if (!isWire(node)) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, filledIn(house, value)]))
}

const wire = (node: unknown): Record<string, unknown> => (isWire(node) ? { ...node } : {})

const shownTo = (house: House, where: Who | 'channel'): Shown[] =>
  (where === 'channel' ? house.connector.channel(house.channel) : house.connector.chat(house[where])).filter(
    (shown) => shown.byBot,
  )

const versionsFor = (house: House, where: Who | 'channel'): Shown[] =>
  shownTo(house, where).flatMap((shown) => house.connector.versions(shown))

const nameOf = (shown: Shown): string => `${shown.conversationId} ${shown.id} ${shown.version}`

const EVERYWHERE = ['channel', 'sanne', 'kees', 'marieke', 'joost', 'ellen', 'thomas', 'nadia'] as const

const snapshot = (house: House): ReadonlySet<string> =>
  new Set(EVERYWHERE.flatMap((where) => versionsFor(house, where)).map(nameOf))

/** The doorbells that stand in the channel. */
const bellsOf = (house: House): Shown[] =>
  shownTo(house, 'channel').filter(
    (shown) =>
      /S-\d{4}-\d{4}/.test(opened(house, shown)) &&
      shown.cards.some((card) =>
        actionsOf(card).some((action) => isWire(action.data) && action.data.verb === 'open'),
      ),
  )

function newestReference(house: House): string {
  for (const where of ['channel', 'marieke', 'joost'] as const)
    for (const shown of shownTo(house, where).toReversed()) {
      const found = /S-\d{4}-\d{4,}/.exec(opened(house, shown))
      if (found) return found[0]
    }
  throw new Error('No doorbell stands anywhere.')
}

/** What a person of this case would fill in where the form asks more than the case says: each choice its last one. */
function completed(dialog: Dialog, given: Record<string, string>): Record<string, string> {
  const all = { ...given }
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    if (!isWire(node)) return
    const { type, id, isRequired, choices, value } = node
    if (type === 'Input.ChoiceSet' && isRequired === true && typeof id === 'string' && value === undefined) {
      const last = Array.isArray(choices) ? choices.filter(isWire).at(-1) : undefined
      if (all[id] === undefined && typeof last?.value === 'string') all[id] = last.value
    }
    Object.values(node).forEach(visit)
  }
  visit(dialog.card)
  return all
}

function dialogOf(clicked: Clicked): Dialog {
  if (!clicked.dialog) throw new Error(`No dialog: ${JSON.stringify(clicked.body)}`)
  return clicked.dialog
}

async function decideDays(
  house: House,
  person: Person,
  { reason, monitorUntil }: { reason: string; monitorUntil: string },
): Promise<Clicked> {
  const form = await toPage(person, await openDossier(house, person, newestReference(house)), 'Besluit nemen')
  const given = { outcome: 'monitor', reason, lead: 'Aandachtsfunctionaris', victimHelp: 'notYet' }
  const days = await person.submitDialog(form, 'Verder', completed(form, { ...given, tellForm: 'message' }))
  return person.submitDialog(dialogOf(days), 'Leg het besluit vast', { monitorUntil })
}

async function pressed(house: House, person: Person, title: string, inputs: unknown): Promise<Clicked> {
  const card = [...house.connector.chat(person), ...house.connector.channel(house.channel)]
    .toReversed()
    .find((shown) => shown.cards.some((each) => actionsOf(each).some((action) => action.title === title)))
  if (!card) throw new Error(`No card with the button ${title}.`)
  const filled = Object.entries(wire(inputs)).map(([key, value]) => [key, String(value)])
  return person.click(card, title, Object.fromEntries(filled))
}

async function take(scene: Scene, step: Step): Promise<void> {
  const { house, named } = scene
  const { connector } = house
  if ('say' in step) scene.answer = await house[step.say.who].say(step.say.text)
  else if ('sayAs' in step) {
    scene.answer = await house[step.sayAs.who].say(step.sayAs.text)
    named.set(step.sayAs.as, String(scene.answer.activity.id))
  } else if ('sayNamed' in step) {
    const { who, name, text } = step.sayNamed
    const { id, aadObjectId } = house[who]
    const event = { type: 'message', text, from: { id, aadObjectId, name } }
    scene.answer = await connector.tell(house[who], house[who], event)
  } else if ('activity' in step) {
    const { who, change, sameIdAs, address, as } = step.activity
    const same = sameIdAs === undefined ? {} : { id: named.get(sameIdAs) ?? sameIdAs }
    const moved = address === undefined ? {} : { serviceUrl: connector.serviceUrl.replace('emea', address) }
    const event = { ...wire(filledIn(house, change)), ...same, ...moved }
    if (JSON.stringify(event).includes(NEW_CHAT)) connector.installedByGraph(house[who].aadObjectId, NEW_CHAT)
    scene.answer = await connector.tell(house[who], house[who], event)
    if (as !== undefined) named.set(as, String(scene.answer.activity.id))
  } else if ('tell' in step) {
    const { who, where, event } = step.tell
    const place = where === 'channel' ? house.channel : house[who]
    scene.answer = await connector.tell(house[who], place, wire(filledIn(house, event)))
  } else if ('report' in step) await report(house, house[step.report.who], step.report.text)
  else if ('ask' in step) {
    const person = house[step.ask.who]
    const dossier = await openDossier(house, person, newestReference(house))
    const form = await toPage(person, dossier, 'Stel een vraag')
    scene.answer = await person.submitDialog(form, 'Verstuur de vraag', { text: step.ask.text })
  } else if ('decideDays' in step)
    scene.answer = await decideDays(house, house[step.decideDays.who], step.decideDays)
  else if ('press' in step)
    scene.answer = await pressed(house, house[step.press.who], step.press.title, step.press.inputs)
  else if ('block' in step) house[step.block].blocks()
  else if ('unblock' in step) house[step.unblock].unblocks()
  else if ('fail' in step) fail(house, step.fail)
  else if ('mend' in step) {
    connector.faults.clear()
    house.graph.faults.clear()
  } else if ('restart' in step) await house.restart()
  else if ('wait' in step)
    for (let at = 0; at < step.wait.times; at += 1) {
      house.clock.advance({ minutes: step.wait.minutes })
      await house.bot.sweep()
      await house.settle()
    }
  else step satisfies never
  await house.settle()
}

async function recordsOf(house: House): Promise<SignalRecord[]> {
  const { store } = house.bot.app
  const found = await store.list(tenant(house), 'signal', { after: '' }, 50)
  const read = await Promise.all(
    found.map(({ document }) => readSignal(store, tenant(house), SignalId.parse(document.id))),
  )
  return read.flatMap((kept) => (kept && 'record' in kept ? [kept.record] : []))
}

const draftText = async (house: House): Promise<string> =>
  (await chatOf(house, house.sanne)).draft?.parts.map((part) => part.text).join('\n') ?? ''

function heardBy(
  scene: Scene,
  heard: { matches: string; sinceLast?: boolean | undefined },
  where: Who | 'channel',
) {
  const { house, before } = scene
  const all = versionsFor(house, where).filter(
    (shown) => heard.sinceLast !== true || !before.has(nameOf(shown)),
  )
  return all.filter((shown) => new RegExp(heard.matches, 'iu').test(opened(house, shown)))
}

const screenOf = (house: House, where: Who | 'channel'): string =>
  shownTo(house, where)
    .map((shown) => opened(house, shown))
    .join('\n\n')

/** Whether it is true at the end, and what is there instead when it is not. */
async function holds(scene: Scene, expected: Expected): Promise<boolean> {
  const { house } = scene
  if ('sent' in expected) return (await chatOf(house, house.sanne)).sent.length === expected.sent
  if ('refusedFiles' in expected) {
    const refused = (await recordsOf(house)).map((record) => record.attachmentsRefused)
    const inDraft = (await chatOf(house, house.sanne)).draft?.attachmentsRefused ?? 0
    return refused.reduce((sum, each) => sum + each, inDraft) === expected.refusedFiles
  }
  if ('draftHas' in expected) return new RegExp(expected.draftHas, 'iu').test(await draftText(house))
  if ('draftNot' in expected) return !new RegExp(expected.draftNot, 'iu').test(await draftText(house))
  if ('draftNone' in expected) return (await chatOf(house, house.sanne)).draft === undefined
  if ('draftOrder' in expected) {
    const text = await draftText(house)
    const at = expected.draftOrder.map((word) => text.indexOf(word))
    return at.every((place, index) => place >= 0 && place >= (at[index - 1] ?? 0))
  }
  if ('heard' in expected) return heardBy(scene, expected.heard, isOf(expected.heard)).length > 0
  if ('notHeard' in expected) return heardBy(scene, expected.notHeard, isOf(expected.notHeard)).length === 0
  if ('countHeard' in expected) {
    const { countHeard } = expected
    const found = shownTo(house, isOf(countHeard)).filter((shown) =>
      new RegExp(countHeard.matches, 'iu').test(opened(house, shown)),
    )
    return found.length > 0 && found.length <= countHeard.atMost
  }
  if ('onScreen' in expected)
    return new RegExp(expected.onScreen.matches, 'iu').test(screenOf(house, isOf(expected.onScreen)))
  if ('notOnScreen' in expected)
    return !new RegExp(expected.notOnScreen.matches, 'iu').test(screenOf(house, isOf(expected.notOnScreen)))
  if ('readyz' in expected) return (await fetch(`${house.bot.url}/readyz`)).status === expected.readyz
  if ('alarmShown' in expected) {
    const shown = (['channel', 'marieke', 'joost', 'ellen'] as const).some((where) =>
      /Misschien is er nu gevaar/.test(screenOf(house, where)),
    )
    return shown === expected.alarmShown
  }
  if ('bells' in expected) return bellsOf(house).length === expected.bells
  if ('answerNot' in expected) {
    const answers = (await recordsOf(house)).flatMap((record) =>
      record.questions.map(({ answer }) => answer?.text),
    )
    return !answers.some((text) => new RegExp(expected.answerNot, 'iu').test(text ?? ''))
  }
  if ('decided' in expected) {
    const decisions = (await recordsOf(house)).flatMap((record) => record.decisions)
    return decisions.length === expected.decided
  }
  if ('answerHas' in expected)
    return new RegExp(expected.answerHas, 'iu').test(JSON.stringify(scene.answer?.body ?? ''))
  if ('sentTo' in expected) {
    const { conversation, matches } = expected.sentTo
    const to = String(filledIn(house, conversation))
    return house.connector.requests.some(
      ({ segments, status, text }) =>
        segments.includes(to) &&
        typeof status === 'number' &&
        status < 300 &&
        new RegExp(matches, 'u').test(text),
    )
  }
  if ('notLeft' in expected)
    return (await recordsOf(house)).every((record) => record.reporterLeft === undefined)
  return scene.answer?.status === expected.lastStatus
}

/**
 * Plays what is given, and gives what should be true at the end and is not, as the case words it.
 * The same, however often it is played: the clock stands still but for what the case waits.
 */
export async function play(house: House, { given, expect }: Case): Promise<unknown[]> {
  const scene: Scene = { house, named: new Map(), before: new Set(), answer: undefined }
  for (const step of given) {
    scene.before = snapshot(house)
    await take(scene, step)
  }
  const wrong: unknown[] = []
  for (const each of expect) {
    const ways = 'anyOf' in each ? each.anyOf : [each]
    const held = await Promise.all(ways.map((way) => holds(scene, way)))
    if (!held.includes(true)) wrong.push(each)
  }
  return wrong
}
