/**
 * The dossier: all that is known of one signal, shown to the officer who opened it, after a check that
 * they may, and recorded. What to do next stands at the top (call) and at the bottom (decide).
 */
import type { CardElement, IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { hindersClosing } from '../../../services/signal/reading/closing.ts'
import { isReachable, toTellAgain } from '../../../services/signal/reading/feedback.ts'
import { hasName, isWorkable, waitsForCode } from '../../../services/signal/reading/standing.ts'
import { wishes } from '../../../services/signal/reading/wishes.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { isFrozen } from '../../../services/signal/rights/freeze.ts'
import type { Instant, Language, OfficerId } from '../../../services/words.ts'
import { type Page, packOfficer, type Surface } from '../../actions.ts'
import type { ShortWay } from '../../decisionActions.ts'
import { MOST_CARD_BYTES, sizeOf } from '../../size.ts'
import { texts } from '../../texts/index.ts'
import { caseLine } from '../cases/caseLine.ts'
import { buttons, frame, leave, section, small, submit, text, title, top } from '../elements.ts'
import { factsLine } from '../facts/line.ts'
import { filesPart } from '../files/part.ts'
import { knownLine } from '../known/line.ts'

import { named } from '../lookups.ts'
import { atTheCode } from './code.ts'
import { courseFits, decisions, ending, history } from './course.ts'
import { attention, danger, known, late, type Reach, reporter } from './head.ts'
import { linkAnswers } from './linkAnswers.ts'
import { withPrimary } from './primary.ts'
import { rightsHead } from './rightsParts.ts'
import { ROOMS, type Rooms, TIGHTEST, withStory } from './rooms.ts'
import { routes, routesFit } from './routeParts.ts'
import { seeingMore, seeingMoreFits } from './seeingMore.ts'
import { ownLabel, watching } from './watching.ts'
import { stages, whatNow } from './whatNow.ts'
import { conversation, notes, story, storyFits, writtenFits } from './written.ts'

type Dossier = {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  viewer: OfficerId
  press: string
  surface: Surface
  language: Language
  error?: string | undefined
  notice?: string | undefined
  /** Right after a reveal, in this view only. */
  reporterName?: string | undefined
  /** With the name: how to call. */
  reach?: Reach | undefined
}

/** The dossier of one signal: as much of it as fits on a card, and the way to the rest; what comes next is in colour. */
export const dossierCard = (it: Dossier): IAdaptiveCard => withPrimary(asFits(it), it)

function asFits(it: Dossier): IAdaptiveCard {
  for (const rooms of ROOMS) {
    const card = dossierWithin(it, rooms)
    const left = MOST_CARD_BYTES - sizeOf(card) - SPARE
    const forStory = rooms.story.bytes + Math.max(0, left)
    if (left > -SPARE && (forStory >= LEAST_STORY || storyFits(it, rooms))) {
      return withLongerStory(it, rooms, card)
    }
  }
  return withLongerStory(it, TIGHTEST, dossierWithin(it, TIGHTEST))
}

/** What is left goes to the story, where that did not fit: it is what the card is about. */
function withLongerStory(it: Dossier, rooms: Rooms, card: IAdaptiveCard): IAdaptiveCard {
  const left = MOST_CARD_BYTES - sizeOf(card) - SPARE
  if (left <= 0 || storyFits(it, rooms)) return card
  const more = dossierWithin(it, withStory(rooms, left))
  return sizeOf(more) < MOST_CARD_BYTES ? more : card
}
/** A story that is cut gets at least so many bytes before other parts get more than the least. */
const LEAST_STORY = 20_000
/** What a text that is cut elsewhere may cost more than its room, in bytes. */
const SPARE = 1_000

function dossierWithin(it: Dossier, rooms: Rooms): IAdaptiveCard {
  const { record, language } = it
  const t = texts(language).officer
  return frame({
    language,
    speak: t.dossier.speak(record.reference),
    body: [
      ...top(it),
      title(named({ reference: record.reference, kind: record.kind, language })),
      ...stages(it),
      small(t.dossier.unverified),
      ...(it.surface === 'inline' ? [small(t.dossier.inline)] : []),
      // What now.
      ...danger(it),
      ...(it.reporterName === undefined ? [] : reporter(it.reporterName, it.reach, language)),
      ...whatNow(it),
      ...ownLabel(it),
      ...firstThings(it),
      ...late(it),
      ...rightsHead(it),
      ...attention(it),
      ...linkAnswers(it),
      // What is known.
      ...caseLine(it),
      ...knownLine(it),
      ...factsLine(it),
      ...section(t.dossier.known, known(it, rooms.reason)),
      // What was written.
      ...story(it, rooms),
      ...filesPart(it),
      ...(writtenFits(it, rooms) && courseFits(it, rooms) && routesFit(it, rooms) && seeingMoreFits(it)
        ? []
        : buttons(submit(t.dossier.readAll, packOfficer('page', { signal: record.id, page: 'story' })))),
      ...conversation(it, rooms),
      ...notes(it, rooms),
      // What was done.
      ...seeingMore(it),
      ...decisions(it, rooms),
      ...watching(it),
      ...routes(it, rooms),
      ...ending(it, rooms),
      ...atTheCode(it),
      ...history(it, rooms),
    ],
    actions: nextThings(it),
  })
}

/** Calling comes first (I.19); where nobody can call, it says why. */
function firstThings(it: Dossier): CardElement[] {
  const { record, language } = it
  const t = texts(language).officer
  const open = isWorkable(record)
  const data = { signal: record.id }
  const canCall = hasName(record)
  // An officer who saw the name can call; a reporter who left a number can be called without one.
  const wish = wishes(record)
  const sawName = it.reporterName !== undefined || record.reveals.some((reveal) => reveal.by === it.viewer)
  const mayHaveCalled = sawName || (!canCall && (wish.call || wish.talk))
  const actions: ISubmitAction[] = [
    ...(canCall && it.reporterName === undefined
      ? [submit(t.dossier.call, packOfficer('page', { ...data, page: 'reveal' }))]
      : []),
    ...(mayHaveCalled && open
      ? [submit(t.dossier.iCalled, packOfficer('page', { ...data, page: 'called' }))]
      : []),
    ...(record.takenBy || !open ? [] : [submit(t.words.take, packOfficer('take', data))]),
    ...(open ? [submit(t.decision.escalate.button, packOfficer('page', { ...data, page: 'escalate' }))] : []),
  ]
  const why = waitsForCode(record)
    ? t.code.noCall
    : record.reporterLeft
      ? t.dossier.noCallLeft
      : isReachable(record)
        ? t.dossier.noCallUnknown
        : t.dossier.noCallAnonymous
  return [...(canCall || !open ? [] : [text(why)]), ...buttons(...actions)]
}

/** The next sensible things for this state; the rest is behind *Meer*. */
function nextThings(it: Dossier): ISubmitAction[] {
  const { record } = it
  const t = texts(it.language).officer
  const page = (label: string, to: Page): ISubmitAction =>
    submit(label, packOfficer('page', { signal: record.id, page: to }))
  const worklist = leave(t.words.worklist, packOfficer('worklist', {}))
  // What is frozen is only looked at: no form that would be refused once it is filled in.
  if (!isWorkable(record)) {
    const again = toTellAgain(record) && !isFrozen(record) ? [page(t.dossier.feedBack, 'feedBack')] : []
    return [...again, page(t.dossier.more, 'more'), worklist]
  }
  const reach = isReachable(record)
  const ask = reach ? [page(t.dossier.ask, 'ask')] : []
  const rest = [page(t.dossier.note, 'note'), page(t.dossier.more, 'more')]
  if (record.kind === 'consultation') {
    return [...(reach ? [page(t.dossier.advise, 'advise')] : []), ...ask, ...rest]
  }
  if (record.decisions.length === 0) {
    const short = (way: ShortWay): ISubmitAction =>
      submit(t.decision.ways[way], packOfficer('decideFor', { signal: record.id, way }))
    return [page(t.dossier.decide, 'decide'), short('noAction'), short('handOver'), ...ask, ...rest]
  }
  const close = submit(
    t.dossier.close,
    packOfficer('close', { signal: record.id, seen: record.revision, press: it.press }),
  )
  const hindered = hindersClosing(record)
  // A099: what is left before it can be closed is asked.
  const end = hindered?.refused === 'helpOpen' ? [page(t.dossier.close, 'help')] : hindered ? [] : [close]
  return [page(t.dossier.feedBack, 'feedBack'), ...end, ...ask, ...rest]
}
