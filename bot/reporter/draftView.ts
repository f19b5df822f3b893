/** What a reporter sees of what is not yet sent: the welcome, and the echo of the draft. */
import { draftCard, draftMovedCard } from '../../cards/reporter/draft/draft.ts'
import { heldCard } from '../../cards/reporter/draft/held.ts'
import { placeCard } from '../../cards/reporter/draft/place.ts'
import type { Pointed } from '../../cards/reporter/draft/review.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { welcomeCard } from '../../cards/reporter/start/welcome.ts'
import type { Draft } from '../../services/draft/chat.ts'
import type { SendFailure } from '../../services/outbox/sent.ts'
import type { KeptSignal } from '../../services/signal/handle.ts'
import { type ReporterTurn, saveChat, sayCard } from './chat.ts'
import { pointedInDraft } from './identifyingWords.ts'
import { heldFor, openSignals } from './sentSignals.ts'

/** The welcome: what this is, who reads it, and that a person decides. */
export async function greet(talk: ReporterTurn): Promise<void> {
  const { municipality, officer } = talk.turn
  const card = welcomeCard({ ...aboutReaders(talk), municipality, worksHere: officer !== undefined })
  await sayCard(talk.parts, talk.turn, card, talk.language)
}

/** The welcome by itself; the first words are then not answered with a second one. */
export async function welcome(talk: ReporterTurn): Promise<void> {
  await greet(talk)
  if (!talk.kept.chat.greeted) await saveChat(talk, (chat) => ({ ...chat, greeted: true }))
}

const aboutReaders = (talk: ReporterTurn) => ({
  language: talk.language,
  accountable: talk.accountable,
  deputy: talk.deputy,
})

function echo(talk: ReporterTurn, draft: Draft, pointed: readonly Pointed[], notice?: string) {
  const to = heldFor(talk, draft)
  if (!to) return draftEcho(talk, draft, pointed, notice)
  return heldCard({
    draft: { ...draft, to },
    byCode: draft.to === undefined,
    pointed,
    notice,
    language: talk.language,
  })
}

const draftEcho = (talk: ReporterTurn, draft: Draft, pointed: readonly Pointed[], notice?: string) =>
  draftCard({
    ...aboutReaders(talk),
    draft,
    pointed,
    municipality: talk.turn.municipality,
    surface: talk.parts.surface,
    notice,
  })

/** Where the words of this draft may belong. With a code that is known too when it is drawn again. */
const placesOf = async (talk: ReporterTurn, draft: Draft, openOnes: readonly KeptSignal[]) =>
  draft.unplaced && openOnes.length === 0 && talk.opened ? openSignals(talk) : openOnes

/** What stands where a draft is shown: where it belongs, as long as that is not known, else the draft. */
async function shownAs(
  talk: ReporterTurn,
  draft: Draft,
  openOnes: readonly KeptSignal[],
  pointed: readonly Pointed[],
  notice?: string,
) {
  if (heldFor(talk, draft)) return echo(talk, draft, pointed, notice)
  const open = await placesOf(talk, draft, openOnes)
  if (!draft.unplaced || open.length === 0) return echo(talk, draft, pointed, notice)
  return placeCard({
    language: talk.language,
    draft,
    open: open.map(({ record }) => ({ signal: record.id, reference: record.reference })),
    // What goes to an anonymous signal is looked at here: nothing of where it goes may be written down to look later.
    ...(talk.opened ? { pointed } : {}),
  })
}

/** Shows what there is of the draft, below what was typed; the older echo gives way. */
export async function showDraft(
  talk: ReporterTurn,
  openOnes: readonly KeptSignal[] = [],
  notice?: string,
): Promise<void> {
  const { parts, turn, language } = talk
  const { draft } = talk.kept.chat
  if (!draft) return
  const pointed = await pointedInDraft(talk, draft)
  const card = await shownAs(talk, draft, openOnes, pointed, notice)
  const [posted] = await Promise.all([
    sayCard(parts, turn, card, language),
    draft.card
      ? parts.teams.update(draft.card, { card: draftMovedCard({ language }), notify: waitingText(language) })
      : undefined,
  ])
  if ('failed' in posted) return
  // The words are kept already; only where they are shown is not, when the store goes away just now.
  await saveChat(talk, (chat) =>
    chat.draft?.id === draft.id
      ? {
          ...chat,
          draft: { ...chat.draft, card: posted, ...(pointed.length > 0 ? { pointedOut: true } : {}) },
        }
      : chat,
  ).catch((error: unknown) => parts.log.warn('marks.late', { error }))
}

/** Draws the echo anew where it stands, and nowhere else. Undefined where none stands. */
export async function redrawInPlace(
  talk: ReporterTurn,
  notice?: string,
): Promise<{ updated: true } | SendFailure | undefined> {
  const draft: Draft | undefined = talk.kept.chat.draft
  if (!draft?.card) return undefined
  const card = await shownAs(talk, draft, [], await pointedInDraft(talk, draft), notice)
  return talk.parts.teams.update(draft.card, { card, notify: waitingText(talk.language) })
}

/** Draws the echo anew where it stands; posts it when the client no longer has it. */
export async function redrawDraft(talk: ReporterTurn, notice?: string): Promise<void> {
  const updated = await redrawInPlace(talk, notice)
  if (!updated || 'failed' in updated) await showDraft(talk, [], notice)
}
