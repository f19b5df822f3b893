/**
 * The first run, by those who were named: each press, proven to come from their own chat. Who may do what, and when, is
 * for `services/municipality/firstRun.ts` to say.
 */
import { firstRunCard, firstRunDoorCard } from '../../../cards/officer/firstRun/firstRun.ts'
import { waitingText } from '../../../cards/reporter/news/message.ts'
import { texts } from '../../../cards/texts/index.ts'
import type { FirstRun, FirstRunDeed, FirstRunPage } from '../../../services/municipality/firstRun.ts'
import { type Municipality, officerOf } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { parseStored } from '../../../services/signal/handle.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Language, OfficerId } from '../../../services/words.ts'
import type { App } from '../../app/app.ts'
import { message } from '../../reporter/message.ts'
import { parseCommand } from '../../reporter/parseCommand.ts'
import { beginTurn, chatIdOf, readerLanguage } from '../../reporter/reporterTurn.ts'
import { isMine, mineDo } from '../../reporter/sentSignals.ts'
import { type Turn, typedIn } from '../../turn.ts'
import { isOwnChat } from '../authorise.ts'
import type { View } from '../view.ts'

/** Somebody who is named, or reads here, in a municipality that has a first run or a pilot. */
export type Guided = { app: App; turn: Turn; municipality: Municipality; run: FirstRun; who: OfficerId }

type Pressed = { step?: FirstRunDeed['do'] | 'test' | undefined; page?: FirstRunPage | undefined }
type Lines = { error?: string; notice?: string }

const languageOf = ({ app, turn }: Guided): Language => readerLanguage(app, turn)

/** The door to it, in the own chat. */
export async function firstRunDoor(it: Guided): Promise<void> {
  const { app, turn, municipality, run } = it
  const language = languageOf(it)
  const card = firstRunDoorCard({ run, municipality, surface: app.surface, language })
  await app.teams.post(turn.place, { card, notify: waitingText(language) })
}

function view(it: Guided, lines: Lines = {}): View {
  const { app, municipality, run, who } = it
  const language = languageOf(it)
  const card = firstRunCard({
    run,
    municipality,
    viewer: who,
    isOfficer: officerOf(municipality, who)?.role === 'officer',
    today: dayOf(app.now(), municipality),
    language,
    ...lines,
  })
  return { title: texts(language).officer.firstRun.title, card }
}

function deedOf({ step, page }: Pressed): FirstRunDeed | undefined {
  if (step === undefined || step === 'test') return undefined
  if (step !== 'looked') return { do: step }
  return page === undefined ? undefined : { do: 'looked', page }
}

/** One press, answered with the step that is asked then. @throws StoreUnavailable */
export async function firstRunTurn(it: Guided, pressed: Pressed): Promise<View> {
  const { app, turn, municipality, who } = it
  const t = texts(languageOf(it)).officer.firstRun
  if (pressed.step === undefined) return view(it)
  // A card is not believed, and neither is an id beside an Entra id: Teams itself says whose chat this is.
  if (!(await isOwnChat(app, turn, who))) return view(it, { error: t.refused.notOwn })
  if (pressed.step === 'test') return beginTest(it)
  const deed = deedOf(pressed)
  if (!deed) return view(it)
  if (deed.do === 'tested') {
    const error = await endTest(it)
    if (error) return view(it, { error })
  }
  // What came in before is a test: none of it is left when real signals come.
  if (deed.do === 'begin' && (await standingTests(it)).length > 0)
    return view(it, { error: t.refused.otherTests })
  const done = await app.firstRuns.do(municipality, deed, who)
  if ('refused' in done) return view(it, { error: t.refused[done.refused] })
  if (deed.do === 'claim') await tell(it, done, municipality.firstRun?.confirm ?? [])
  if (deed.do === 'confirm' && done.claimed) await tell(it, done, [done.claimed.by])
  const now = app.municipalities.now(municipality)
  return view({ ...it, run: done, municipality: now }, { notice: t.done[deed.do] })
}

/** The door, in the own chat of those whose turn it is; who cannot be reached finds it by typing. */
async function tell(
  { app, municipality }: Guided,
  run: FirstRun,
  people: readonly OfficerId[],
): Promise<void> {
  const { language } = municipality
  const card = firstRunDoorCard({ run, municipality, surface: app.surface, language })
  await Promise.all(
    people.map((each) => app.courier.chats.post(municipality, each, { card, notify: waitingText(language) })),
  )
}

/** Puts the words of the test in a draft, as if this person had typed them: they see it, and send it themselves. */
async function beginTest(it: Guided): Promise<View> {
  const { app, turn, run } = it
  const t = texts(languageOf(it)).officer.firstRun
  const isOfficer = officerOf(it.municipality, it.who)?.role === 'officer'
  if (!isOfficer) return view(it, { error: t.refused.notNamed })
  if (!run.confirmed || run.tested) return view(it, { error: t.refused.notNow })
  await app.turns.run(chatIdOf(app, turn), async () => {
    for (const words of [t.consult, t.words]) {
      // Each as a message of its own: what comes twice under one name is taken once.
      const typed = Object.freeze({ ...typedIn(turn, [words]), id: `${turn.id ?? app.newId()} ${words}` })
      await message(await beginTurn(app, typed), parseCommand(words))
    }
  })
  return view(it, { notice: t.about.testBegun })
}

/** More signals than this stand nowhere that has not begun. */
const MOST_TESTS = 50

/** Every signal that stands: before the beginning each is a test. @throws StoreUnavailable */
async function standingTests({ app, municipality }: Guided): Promise<SignalRecord[]> {
  const stored = await app.store.list(municipality.id, 'signal', { after: '' }, MOST_TESTS)
  return stored.flatMap((kept) => {
    const found = parseStored(kept.document.body, kept.etag)
    return 'record' in found ? [found.record] : []
  })
}

/**
 * Destroys the test of this person, whose advice arrived: as its reporter says that it was enough, nothing of it stays
 * (A007). Gives why not. @throws StoreUnavailable
 */
async function endTest(it: Guided): Promise<string | undefined> {
  const { app, turn } = it
  const t = texts(languageOf(it)).officer.firstRun
  const standing = await standingTests(it)
  return app.turns.run(chatIdOf(app, turn), async () => {
    const state = await beginTurn(app, turn)
    const mine = standing.filter(({ id }) => isMine(state, id))
    const arrived = mine.find(({ kind, advices, effects }) => {
      const waits = effects.some((effect) => effect.kind === 'tellReporter')
      return kind === 'consultation' && advices.length > 0 && !waits
    })
    if (!arrived) return t.refused.noTest
    if (standing.length > 1) return t.refused.otherTests
    const done = await mineDo(state, arrived.id, { do: 'chooseConsultation', choice: 'enough' })
    return done.done === 'ended' ? undefined : t.refused.noTest
  })
}
