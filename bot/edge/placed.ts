/**
 * What comes in where several municipalities share the tenant, up to the turn of one of them. Danger waits for nothing:
 * 112 is said at once, and where nobody knows yet for whom it is, every reporting point hears that there may be danger,
 * without a word of what was written (I.3).
 */
import { packReporter, type ReporterAction } from '../../cards/actions.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { municipalityCard } from '../../cards/reporter/start/municipality.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { officerOf } from '../../services/municipality/municipality.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import type { App } from '../app/app.ts'
import { inTime } from '../app/deadline.ts'
import { answered, ask, hasWords, languageIn } from '../point/asking.ts'
import { chatOf, namedIn, pressedIn, type Unplaced, type Which, whichOf } from '../point/choosing.ts'
import { dangerElsewhere } from '../reporter/danger.ts'
import { ringDirectly } from '../reporter/ringing.ts'
import { isEdited, isInvoke, isMessage, isPersonal, type Turn, turnIn } from '../turn.ts'
import { alwaysAnswer, dangerIn } from './alwaysAnswer.ts'
import type { Redelivery } from './redelivery.ts'
import { asksDialog, lastWord } from './surface.ts'

/** Milliseconds in which it must be known for whom it is, when somebody may be in danger. */
const DANGER_WAITS = 700

type Choice = Extract<ReporterAction, { verb: 'municipality' }>
type Act = (turn: Turn) => Promise<unknown>

/** Finds for which municipality it is, and carries it out there; or asks. Always answers; never throws. */
export async function placed(app: App, recent: Redelivery, it: Unplaced, act: Act): Promise<unknown> {
  const { incoming, among } = it
  // What is delivered again is done once; what failed may be tried again.
  const once = (work: () => Promise<unknown>) => recent.once(incoming.id, work)
  const [first] = among
  if (!first) return undefined
  if (!isPersonal(incoming) && !isMessage(incoming) && !isInvoke(incoming))
    return once(() => everywhere(app, it, act))
  const pressed = pressedIn(incoming)
  const choice =
    pressed.by === 'reporter' && pressed.action.verb === 'municipality' ? pressed.action : undefined
  const chosen = choice && among.find(({ id }) => id === choice.choice)
  const take = (municipality: Municipality, answer: Choice, pressed = incoming) => {
    const turn = turnIn(pressed, municipality)
    return alwaysAnswer(app, turn, () =>
      once(async () => {
        const before = await answered(app, it, municipality, answer)
        for (const each of before) await alwaysAnswer(app, each, () => act(each))
        // Nothing was typed before: then this is the beginning.
        if (before.length === 0) await act(turn)
      }),
    )
  }
  if (choice && chosen && isPersonal(incoming)) return take(chosen, choice)
  const finding = found(app, it)
  // Whoever is in danger does not wait for a store or a directory that is slow.
  const inDanger = isPersonal(incoming) && dangerIn(incoming)
  const slow = inDanger && (await inTime(finding, DANGER_WAITS)) === 'late'
  const ring = () => recent.once(incoming.id && `${incoming.id} danger`, () => danger(app, it))
  if (slow) await ring()
  const which = await finding
  if (which && 'municipality' in which) {
    const turn = turnIn(incoming, which.municipality)
    return alwaysAnswer(app, turn, () => once(() => act(turn)))
  }
  if (!isPersonal(incoming)) return once(() => elsewhere(app, it, act))
  if (inDanger && !slow) await ring()
  const named = which && isMessage(incoming) ? namedIn(incoming, which.ask) : undefined
  if (named) {
    // Typed it is the same answer: not the beginning of a story.
    const answer = { verb: 'municipality', choice: named.id, typed: '' } as const
    const value = packReporter('municipality', { choice: named.id, typed: '' })
    return take(named, answer, Object.freeze({ ...incoming, text: '', value }))
  }
  const turn = turnIn(incoming, first)
  // The store does not say what this person chose: then it could not keep an answer either.
  if (!which) return alwaysAnswer(app, turn, () => Promise.reject(new StoreUnavailable('unreachable')))
  return alwaysAnswer(app, turn, () => once(() => question(app, it, which.ask)))
}

/** For which it is; undefined: the store cannot say, or not in time. */
async function found(app: App, it: Unplaced): Promise<Which | undefined> {
  try {
    const timely = await inTime(whichOf(app, it), app.answerWithin)
    return timely === 'late' ? undefined : timely.done
  } catch (error) {
    app.log.error(error instanceof StoreUnavailable ? 'store.away' : 'turn.failed', { error })
    return undefined
  }
}

/** Asked where it can be answered; what has nothing to answer is not asked. */
async function question(app: App, it: Unplaced, among: readonly Municipality[]): Promise<unknown> {
  const { incoming } = it
  if (isEdited(incoming) && app.choices.mend(chatOf(app, it), incoming)) return undefined
  if (incoming.changed === 'deleted') return takenBack(app, it)
  if (incoming.left) app.arrivals.left(chatOf(app, it))
  if (incoming.arrived && !app.arrivals.first(chatOf(app, it))) return undefined
  if (isMessage(incoming) || isInvoke(incoming) || hasWords(incoming) || incoming.arrived)
    await ask(app, it, among)
  if (!isInvoke(incoming)) return undefined
  const language = languageIn(app, it)
  const { first } = texts(language).reporter.municipality
  return asksDialog(incoming.name) ? lastWord(first, language) : {}
}

/** A message that waits for the answer was taken back: it goes nowhere, and the question below it has nothing of it. */
async function takenBack(app: App, it: Unplaced): Promise<void> {
  const held = app.choices.takeBack(chatOf(app, it), it.incoming)
  if (!held) return
  const language = languageIn(app, it)
  const card = municipalityCard({ among: it.among, typed: undefined, language })
  if (held.question) await app.teams.update(held.question, { card, notify: waitingText(language) })
  const { deleted } = texts(language).reporter.chat
  await app.teams.post(it.incoming.place, { text: deleted, notify: deleted })
}

/** 112 at once, and every reporting point hears of it: whoever is in danger may never answer the question. */
async function danger(app: App, { incoming, among }: Unplaced): Promise<void> {
  const [first, ...others] = among
  if (!first) return
  const { heldInDanger } = texts(languageIn(app, { incoming, among })).reporter.municipality
  const rung = others.map((municipality) => ringDirectly(app, turnIn(incoming, municipality)))
  await Promise.all([dangerElsewhere(app, turnIn(incoming, first), heldInDanger), ...rung])
}

/** In a channel that is of none of them, or a group: nothing is taken there, so it does not matter for whom. */
async function elsewhere(app: App, { incoming, among }: Unplaced, act: Act): Promise<unknown> {
  const works = among.find((municipality) => officerOf(municipality, incoming.reporter.entra() ?? ''))
  const municipality = works ?? among[0]
  if (!municipality) return undefined
  const turn = turnIn(incoming, municipality)
  const others = among.filter((other) => other !== municipality)
  const ringing = dangerIn(incoming) ? others.map((other) => ringDirectly(app, turnIn(incoming, other))) : []
  const [answer] = await Promise.all([alwaysAnswer(app, turn, () => act(turn)), ...ringing])
  return answer
}

/** Something changed in a team of the tenant: each of them looks whether it is about theirs. */
async function everywhere(app: App, { incoming, among }: Unplaced, act: Act): Promise<unknown> {
  for (const municipality of among) {
    const turn = turnIn(incoming, municipality)
    await alwaysAnswer(app, turn, () => act(turn))
  }
  return undefined
}
