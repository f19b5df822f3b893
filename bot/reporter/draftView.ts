/** What a reporter sees of what is not yet sent: the welcome, and the echo of the draft. */
import { askedCard } from '../../cards/reporter/draft/asked.ts'
import { draftCard, draftMovedCard, echoOf } from '../../cards/reporter/draft/draft.ts'
import { forkCard, purposeCard } from '../../cards/reporter/draft/fork.ts'
import { heldCard } from '../../cards/reporter/draft/held.ts'
import { nowCard } from '../../cards/reporter/draft/now.ts'
import { placeCard } from '../../cards/reporter/draft/place.ts'
import type { Pointed } from '../../cards/reporter/draft/review.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { welcomeCard } from '../../cards/reporter/start/welcome.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { degreeNow } from '../../services/draft/degreeNow.ts'
import { asksDanger, inDanger } from '../../services/draft/drafting.ts'
import type { SendFailure } from '../../services/outbox/sent.ts'
import type { KeptSignal } from '../../services/signal/handle.ts'
import { pointedInDraft } from './identifyingWords.ts'
import { type ReporterTurn, saveChat } from './reporterTurn.ts'
import { sayCard } from './say.ts'
import { heldFor, openSignals, placesOf } from './sentSignals.ts'
import { type AskedFirst, askedFirst, callInDraft, corrects, proposalsFor, readDraft } from './understood.ts'

/** The welcome: what this is, who reads it, and that a person decides. */
export async function greet(state: ReporterTurn): Promise<void> {
  const { municipality, officer } = state.turn
  const card = welcomeCard({ ...aboutReaders(state), municipality, worksHere: officer !== undefined })
  await sayCard(state, card)
}

/** The welcome by itself; the first words are then not answered with a second one. */
export async function welcome(state: ReporterTurn): Promise<ReporterTurn> {
  await greet(state)
  return state.kept.chat.greeted ? state : saveChat(state, (chat) => ({ ...chat, greeted: true }))
}

const aboutReaders = (state: ReporterTurn) => ({
  language: state.language,
  accountable: state.accountable,
  deputy: state.deputy,
})

function echo(state: ReporterTurn, draft: Draft, pointed: readonly Pointed[], notice?: string) {
  const to = heldFor(state, draft)
  if (!to) return draftEcho(state, draft, pointed, notice)
  return heldCard({
    draft: { ...draft, to },
    byCode: draft.to === undefined,
    pointed,
    notice,
    language: state.language,
  })
}

function nowEcho(state: ReporterTurn, draft: Draft, notice?: string) {
  const to = heldFor(state, draft)
  const { municipality } = state.turn
  return nowCard({
    ...aboutReaders(state),
    draft: to ? { ...draft, to } : draft,
    degree: degreeNow(draft),
    municipality,
    notice,
  })
}

const draftEcho = (state: ReporterTurn, draft: Draft, pointed: readonly Pointed[], notice?: string) =>
  draftCard({
    ...aboutReaders(state),
    draft,
    pointed,
    municipality: state.turn.municipality,
    surface: state.app.surface,
    files: state.app.pagesAt !== undefined,
    notice,
    proposals: proposalsFor(state, draft),
  })

/** The question that comes before sending. */
function firstCard(state: ReporterTurn, draft: Draft, asked: AskedFirst) {
  const { language, accountable, turn, kept } = state
  if (asked.what === 'purpose')
    return purposeCard({ draft, joins: (kept.chat.parked ?? []).length > 0, language })
  const { fork, because } = asked
  return forkCard({ draft, fork, because, accountable, municipality: turn.municipality, language })
}

/** The signals to which this draft may belong: asked again whenever its card is drawn, until the person has said it. */
const openFor = async (state: ReporterTurn, draft: Draft, openOnes: readonly KeptSignal[]) =>
  draft.unplaced && openOnes.length === 0 ? openSignals(state) : openOnes

/** What stands where a draft is shown: where it belongs, as long as that is not known, else the draft. */
async function shownAs(
  state: ReporterTurn,
  draft: Draft,
  openOnes: readonly KeptSignal[],
  pointed: readonly Pointed[],
  notice?: string,
) {
  // What may be danger is asked first; in danger there is one thing to do.
  if (asksDanger(draft)) {
    const typed = echoOf(draft, texts(state.language).shared)
    const theirs = callInDraft(state, draft)
    const { language } = state
    return askedCard({ about: draft.id, words: 'kept', echo: typed, theirs, notice, language })
  }
  if (inDanger(draft) || draft.who === 'writerSelfHarm') return nowEcho(state, draft, notice)
  if (heldFor(state, draft)) return echo(state, draft, pointed, notice)
  const asked = askedFirst(state, draft)
  if (asked) return firstCard(state, draft, asked)
  const open = await openFor(state, draft, openOnes)
  if (!draft.unplaced || open.length === 0) return echo(state, draft, pointed, notice)
  return placeCard({
    language: state.language,
    draft,
    open: placesOf(state, draft, open),
    corrects: corrects(readDraft(state, draft)),
    // What goes to an anonymous signal is looked at here: nothing of where it goes may be written down to look later.
    ...(state.opened ? { pointed } : {}),
  })
}

/** Shows what there is of the draft, below what was typed; the older echo gives way. */
export async function showDraft(
  state: ReporterTurn,
  openOnes: readonly KeptSignal[] = [],
  notice?: string,
): Promise<ReporterTurn> {
  const { app, language } = state
  const { draft } = state.kept.chat
  if (!draft) return state
  const pointed = await pointedInDraft(state, draft)
  const card = await shownAs(state, draft, openOnes, pointed, notice)
  const [posted] = await Promise.all([
    sayCard(state, card),
    draft.card
      ? app.teams.update(draft.card, { card: draftMovedCard({ language }), notify: waitingText(language) })
      : undefined,
  ])
  if ('failed' in posted) return state
  // The words are kept already; only where they are shown is not, when the store goes away just now.
  return saveChat(state, (chat) =>
    chat.draft?.id === draft.id
      ? {
          ...chat,
          draft: { ...chat.draft, card: posted, ...(pointed.length > 0 ? { pointedOut: true } : {}) },
        }
      : chat,
  ).catch((error: unknown) => {
    app.log.warn('save.later', { error })
    return state
  })
}

/** Draws a story that waits where its card stands, if it stands. */
export async function drawParked(state: ReporterTurn, draft: Draft): Promise<void> {
  if (!draft.card) return
  const card = await shownAs(state, draft, [], await pointedInDraft(state, draft))
  await state.app.teams.update(draft.card, { card, notify: waitingText(state.language) })
}

/** Draws the echo anew where it stands, and nowhere else. Undefined where none stands. */
export async function redrawInPlace(
  state: ReporterTurn,
  notice?: string,
): Promise<{ updated: true } | SendFailure | undefined> {
  const draft: Draft | undefined = state.kept.chat.draft
  if (!draft?.card) return undefined
  const card = await shownAs(state, draft, [], await pointedInDraft(state, draft), notice)
  return state.app.teams.update(draft.card, { card, notify: waitingText(state.language) })
}

/** Draws the echo anew where it stands; posts it when the client no longer has it. */
export async function redrawDraft(state: ReporterTurn, notice?: string): Promise<ReporterTurn> {
  const updated = await redrawInPlace(state, notice)
  return !updated || 'failed' in updated ? showDraft(state, [], notice) : state
}
