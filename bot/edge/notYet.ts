/**
 * A municipality that has not begun in Teams yet, or is there for a pilot group only: whoever writes there hears so kindly,
 * and where to go; danger shows 112 and rings all the same. Those whom the administrator named are led by cards
 * (docs/decisions/first-run.md).
 */
import { parseAction } from '../../cards/actions.ts'
import { commandOf } from '../../cards/texts/commands.ts'
import { texts } from '../../cards/texts/index.ts'
import { stepNow } from '../../services/municipality/firstRun.ts'
import { type Municipality, officerOf } from '../../services/municipality/municipality.ts'
import { OfficerId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { firstRunDoor, firstRunTurn, type Guided } from '../officer/firstRun/turn.ts'
import { readerLanguage } from '../reporter/reporterTurn.ts'
import { chatOfPerson } from '../reporter/sameChat.ts'
import { dialogData, isInvoke, isMessage, isPersonal, type Turn } from '../turn.ts'
import { sentAway } from './closedPoint.ts'
import { dialog } from './surface.ts'

/** What a person is told here; `go`: nothing stands in the way. */
type Passes = { go: true } | { answer: unknown }
const GO: Passes = { go: true }

/** Who it is, among those who were named or read here; undefined: anybody else. */
function namedIn(municipality: Municipality, turn: Turn): OfficerId | undefined {
  const who = OfficerId.safeParse(turn.reporter.entra()?.toLowerCase()).data
  if (who === undefined) return undefined
  const { firstRun } = municipality
  const isNamed = firstRun?.claim.includes(who) === true || firstRun?.confirm.includes(who) === true
  return isNamed || officerOf(municipality, who) ? who : undefined
}

const pressedIn = (turn: Turn) => parseAction(isInvoke(turn) ? dialogData(turn.value) : turn.value)

/** What stands in the way of this turn, answered; or that nothing does. @throws StoreUnavailable */
export async function notYet(app: App, turn: Turn): Promise<Passes> {
  const municipality = app.municipalities.now(turn.municipality)
  const run = await app.firstRuns.of(municipality)
  if (!run) return GO
  const who = namedIn(municipality, turn)
  if (municipality.firstRun && !run.begun) return beforeBegin({ app, turn, municipality, run, who })
  const pressed = pressedIn(turn)
  const asks = isPersonal(turn) && commandOf(turn.text) === 'firstRun'
  if (who && (asks || (pressed.by === 'officer' && pressed.action.verb === 'firstRun')))
    return { answer: await led({ app, turn, municipality, run, who }) }
  if (who || !isPersonal(turn)) return GO
  if (await app.firstRuns.isInPilot(municipality, turn.reporter.entra())) return GO
  // Whoever reported here before is answered, whatever became of the group.
  const { chat } = await chatOfPerson(app, turn)
  if (chat.sent.length > 0 || chat.draft) return GO
  const { chat: t } = texts(readerLanguage(app, turn)).reporter
  return { answer: await sentAway(app, turn, t.notInPilot(municipality.phone)) }
}

type Before = Omit<Guided, 'who'> & { who: OfficerId | undefined }

async function beforeBegin(it: Before): Promise<Passes> {
  const { app, turn, municipality, run, who } = it
  const { chat: t } = texts(readerLanguage(app, turn)).reporter
  if (who === undefined) {
    // What happens to the team and the channel is for the reporting point to see.
    if (turn.placeChanged || turn.left) return GO
    return { answer: await sentAway(app, turn, t.notBegun(municipality.phone)) }
  }
  const pressed = pressedIn(turn)
  if (pressed.by === 'officer' && pressed.action.verb === 'firstRun')
    return { answer: await led({ ...it, who }) }
  // Once the place is theirs they go about as they will later: whatever they do is a test.
  const isTheirs = run.confirmed !== undefined && turn.officer !== undefined
  const words = isPersonal(turn) && isMessage(turn) && (turn.value === undefined || turn.value === null)
  const command = commandOf(turn.text)
  const asks = command === 'firstRun'
  const tests = isTheirs && (command !== undefined || stepNow(run, false) === 'test')
  if (isPersonal(turn) && (turn.arrived || (words && (asks || !tests)))) {
    await firstRunDoor({ ...it, who })
    return { answer: undefined }
  }
  if (isTheirs || !isPersonal(turn)) return GO
  return { answer: isInvoke(turn) ? dialog(await firstRunTurn({ ...it, who }, {})) : undefined }
}

/** A press on one of its buttons, or the words for it. */
async function led(it: Guided): Promise<unknown> {
  const pressed = pressedIn(it.turn)
  const action = pressed.by === 'officer' && pressed.action.verb === 'firstRun' ? pressed.action : undefined
  if (!isInvoke(it.turn)) return firstRunDoor(it)
  return dialog(await firstRunTurn(it, { step: action?.step, page: action?.page }))
}
