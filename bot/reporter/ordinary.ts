/**
 * Ordinary things get an ordinary answer, and make no draft: a greeting, thanks, a question to the bot, a command in a
 * sentence. Nothing of them is kept. What may be the answer to a question of an officer is never taken for one of these.
 */

import { plain } from '../../cards/plain.ts'
import { namesOf } from '../../cards/reporter/elements.ts'
import { answersCard, asideCard } from '../../cards/reporter/start/answers.ts'
import { momentInWords } from '../../cards/when.ts'
import { heard } from '../../services/draft/drafting.ts'
import { canPutBack } from '../../services/draft/undo.ts'
import { asDigits } from '../../services/privacy/bsn/marks.ts'
import { nextTerm } from '../../services/signal/reading/clocks.ts'
import { stateTold } from '../../services/signal/reading/happened.ts'
import type { IntentKind, Reading } from '../../services/understanding/reading.ts'
import { discard, send } from './draft.ts'
import { showDraft, welcome } from './draftView.ts'
import { takeWords } from './intake.ts'
import { referenceIn } from './parseCommand.ts'
import { markOf, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { sayCard, sayText, wordsOf } from './say.ts'
import { aboutOf, askedIn, openSignals, ownOf } from './sentSignals.ts'
import { showHow, speak } from './starting.ts'
import { putBack } from './stories.ts'
import type { Typed } from './typed.ts'
import { readText } from './understood.ts'
import { askWithdraw, wantsToTalk } from './withdrawing.ts'

/** A longer text is a story, whatever stands in it. */
const MOST_ORDINARY = 300

type Ordinary = Exclude<IntentKind, 'signal' | 'advice' | 'unclear' | 'undo'>

/** These may be what somebody answers to a question that waits. */
const COULD_ANSWER: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'acknowledged',
  'stop',
  'neverMind',
  'test',
  'callMe',
  'offTopic',
  'swearing',
  'unclear',
])

/** What may be a story that was read wrong: nothing of these is lost, and nothing of what tells something is taken for one. */
const ASIDE = ['offTopic', 'swearing'] as const satisfies readonly IntentKind[]
const isAside = (intent: IntentKind): boolean => ASIDE.some((each) => each === intent)
const MAY_HIDE: ReadonlySet<IntentKind> = new Set<IntentKind>([
  ...ASIDE,
  'greeting',
  'thanks',
  'acknowledged',
  'test',
  'stop',
  'neverMind',
  'human',
  'unclear',
])

/** Questions to the bot. What only looks like one, and tells something, is no question. */
const QUESTIONS: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'whatHappens',
  'howLong',
  'whoReads',
  'anonymity',
  'human',
  'canICall',
  'howItWorks',
])

/** Surely one of these it is no report, also where one word of it could be read as one about a colleague. */
const BEFORE_DOUBT: ReadonlySet<IntentKind> = new Set<IntentKind>([
  ...QUESTIONS,
  ...ASIDE,
  'greeting',
  'thanks',
])

/** Does a fork stand in the way of an ordinary answer? Not one in doubt, where what is wanted is sure. */
const forksFirst = ({ forks, intent }: Reading): boolean =>
  forks.some(({ sure }) => sure !== 'doubt') ||
  (forks.length > 0 && !(intent.sure === 'sure' && BEFORE_DOUBT.has(intent.intent)))

/** A row of digits that is no date, no time and no emergency number. */
const NUMBER = /\d{5}/

/** Points to what was told before: with a story that stands, "the heating does not work there" is more of it. */
const POINTS_BACK = /\b(?:daar|die|dat|ze|zij|hij|hun|hen|haar|there|they|them|their|he|his|she|her|that)\b/i

/** Does it say anything that an officer could look at? */
const tells = ({ subjects, urgency, age, facts }: Reading, text: string): boolean =>
  subjects.length > 0 ||
  urgency !== undefined ||
  age.minor?.is === 'yes' ||
  facts.length > 0 ||
  NUMBER.test(asDigits(text))

/** A sentence of so many words says what it says. */
const LEAST_SENTENCE = 4

/**
 * Must it be asked what these words are? Only of a few words, or of a question. A plain sentence ("a van stands here") is
 * what its writer came to tell, however little can be read in it: to ask whether it is a report would send people away.
 */
function mustAsk(text: string): boolean {
  const said = text.trim()
  if (said.endsWith('?')) return true
  // Written as a sentence it is one, however short.
  if (/[^.][.!]$/.test(said)) return false
  return said.split(/\s+/, LEAST_SENTENCE).length < LEAST_SENTENCE
}

/** How a question begins, also where no question mark ends it. */
const ASKS =
  /^(?:en |maar |and |but )?(?:hoe|wat|wie|wanneer|waar|waarom|welke?|kan|kun|mag|moet|zijn|is|ben|heb|krijg|how|what|who|when|where|why|can|may|is|are|do|does|will)\b/i

const asks = (text: string): boolean => mustAsk(text) || ASKS.test(text.trim())

/** What is said to anybody, and may stand by itself. */
const COURTESY: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'greeting',
  'thanks',
  'acknowledged',
  'swearing',
])

/** The one who writes, or the one who is spoken to. */
const SPEAKS = /\b(?:ik|mij|me|mijn|mn|wij|we|ons|je|jij|jou|jouw|jullie|u|uw|i|my|me|we|us|you|your)\b/i

/** Commands after which what was typed is elsewhere, or nowhere. */
const ENDS_IT: ReadonlySet<IntentKind> = new Set<IntentKind>(['send', 'discard'])

const isSentence = (text: string): boolean => /^\S+\s+\S+\s+\S.{0,400}\.\s*$/s.test(text.trim())

/** Answers what is no story. Undefined: these are words, and go on as words. @throws StoreUnavailable */
export async function ordinary(state: ReporterTurn, words: Typed): Promise<ReporterTurn | undefined> {
  const { text, danger } = words
  const { chat } = state.kept
  if (danger || text === '' || text.length > MOST_ORDINARY || heard(chat, markOf(state))) return undefined
  const reading = readText(state, text)
  if (reading.danger.level !== 'none') return undefined
  const { sure } = reading.intent
  // Typed a moment after something was thrown away it brings that back; at any other time it means nothing.
  const undoes = reading.intent.intent === 'undo'
  if (undoes && canPutBack(chat, state.app.now()) && !tells(reading, text)) return putBack(state, undefined)
  if (forksFirst(reading)) return undefined
  const intent = reading.intent.intent === 'undo' ? 'unclear' : reading.intent.intent
  if (intent === 'signal' || intent === 'advice') return undefined
  const about = aboutOf(state)
  if (COULD_ANSWER.has(intent) && (await mayAnswer(state))) {
    // What a person was asked for, or of which it is asked where it belongs: it goes there, never into another story.
    const begun = chat.draft !== undefined && !chat.draft.unplaced && about === undefined
    return begun ? takeWords(state, words, 'place') : undefined
  }
  // Whatever it looks like, it tells something: an answer would lose it.
  const mayHide = MAY_HIDE.has(intent) || (sure !== 'sure' && QUESTIONS.has(intent))
  if (mayHide && tells(reading, text)) return undefined
  // "He was there again" is about something that was told, not about nothing that is for here.
  const again = isAside(intent) && sure !== 'sure' && !chat.draft && POINTS_BACK.test(text)
  if (intent === 'unclear' || sure === 'doubt' || again) {
    // Begun with a button, or more of what stands: these are words.
    const known = about !== undefined || (chat.draft !== undefined && chat.draft.askFirst !== 'purpose')
    return known || !mustAsk(text) ? undefined : takeWords(state, words, 'purpose')
  }
  // Likely is not enough for a sentence that asks nothing: what it tells would be lost.
  const apart = isAside(intent) && chat.draft !== undefined
  if (sure === 'likely' && !apart && (mayHide || QUESTIONS.has(intent)) && !asks(text)) return undefined
  // Nor is a sentence that speaks neither to the bot nor of its writer meant for the bot, where that is not beyond doubt.
  const unsure = sure !== 'sure' || QUESTIONS.has(intent) || !chat.draft
  if (unsure && !COURTESY.has(intent) && isSentence(text) && !asks(text) && !SPEAKS.test(text))
    return undefined
  // Nor is a whole sentence a command to send or to throw away, where nothing waits or it may be read otherwise.
  if (ENDS_IT.has(intent) && (sure !== 'sure' || !chat.draft) && isSentence(text)) return undefined
  // In the middle of a story it may be more of it: it is kept apart, and asked. Not where it surely is not.
  if (apart && (sure !== 'sure' || POINTS_BACK.test(text))) return takeWords(state, words, 'purpose')
  // A telephone number with a story that stands is for whoever reads the story: an answer would lose it.
  if ((intent === 'callMe' || intent === 'canICall') && chat.draft && NUMBER.test(asDigits(text)))
    return undefined
  if (isAside(intent)) state.app.codes.putAside(chat.id, words)
  return answered(state, intent, text)
}

/** Does something wait that these words may be the answer to? */
async function mayAnswer(state: ReporterTurn): Promise<boolean> {
  const about = aboutOf(state)
  if (about?.what === 'addition' || about?.what === 'answer') return true
  return askedIn(await openSignals(state), state.missed).length > 0
}

async function answered(state: ReporterTurn, intent: Ordinary, text: string): Promise<ReporterTurn> {
  const { accountable, turn } = state
  const { municipality } = turn
  const { ordinary: t } = wordsOf(state).talk
  const name = plain(accountable.name)
  switch (intent) {
    case 'greeting':
      return showDraft(await welcome(state))
    case 'thanks':
      return sayText(state, await withWaiting(state, t.thanks))
    case 'acknowledged':
      return sayText(state, await withWaiting(state, t.acknowledged))
    case 'test':
      return sayText(state, t.test)
    case 'stop':
      return sayText(await notAbout(state), state.kept.chat.draft ? t.stopDraft : t.stop)
    case 'neverMind':
      return neverMind(await notAbout(state))
    case 'whatHappens':
    case 'howLong':
      return sayText(state, await howItStands(state, text))
    case 'whoReads':
    case 'anonymity':
      return whoReads(state)
    case 'human':
      return sayText(state, t.human(name))
    case 'canICall':
      return sayText(state, t.canICall(name, accountable.phone, municipality.phone))
    case 'callMe':
      return callMe(state)
    case 'withdraw':
      return askWithdraw(state, ownIn(state, text))
    case 'send':
      return send(state, undefined, {})
    case 'discard':
      return discard(state, undefined)
    case 'speakDutch':
    case 'speakEnglish':
      return speak(state, intent === 'speakDutch' ? 'nl' : 'en')
    case 'howItWorks':
      return showHow(state)
    case 'offTopic':
    case 'swearing': {
      const said = intent === 'swearing' ? t.swearing(municipality.phone) : t.offTopic
      await sayCard(state, asideCard({ text: await withWaiting(state, said), language: state.language }))
      return state
    }
    default:
      return intent satisfies never
  }
}

/** What was answered as no story is one all the same. Undefined: nothing is known of it any more. */
export async function asReport(state: ReporterTurn): Promise<ReporterTurn | undefined> {
  const words = state.app.codes.aside(state.kept.chat.id)
  return words && takeWords(state, words)
}

/** The signal of one's own that is named in a sentence. */
function ownIn(state: ReporterTurn, text: string) {
  const reference = referenceIn(text)
  return reference === undefined ? undefined : ownOf(state, reference)
}

/** The answer, and what still waits. */
async function withWaiting(state: ReporterTurn, answer: string): Promise<string> {
  const { ordinary: t } = wordsOf(state).talk
  if (state.kept.chat.draft) return `${answer} ${t.draftWaits}`
  const [waits] = askedIn(await openSignals(state), state.missed)
  return waits ? `${answer} ${t.questionWaits(waits.record.reference)}` : answer
}

/** The next words are not meant by what was pressed before any more. */
const notAbout = (state: ReporterTurn): Promise<ReporterTurn> | ReporterTurn =>
  state.kept.chat.about === undefined ? state : saveChat(state, ({ about: _meant, ...chat }) => chat)

async function neverMind(state: ReporterTurn): Promise<ReporterTurn> {
  const { ordinary: t } = wordsOf(state).talk
  if (state.kept.chat.draft) return sayText(state, t.stopDraft)
  const [only, ...more] = await openSignals(state)
  return sayText(state, only && more.length === 0 ? t.neverMindSent(only.record.reference) : t.neverMind)
}

/** How one's own signals stand, from their records, and by when something is promised. */
async function howItStands(state: ReporterTurn, text: string): Promise<string> {
  const { app, turn, language, kept } = state
  const { ordinary: t } = wordsOf(state).talk
  const open = await openSignals(state)
  const asked = ownIn(state, text)
  const lines = open
    .filter(({ record }) => asked === undefined || record.id === asked)
    .map(({ record }) => {
      const next = nextTerm(record, app.now())
      const by = next ? t.by(momentInWords(next, turn.municipality.zone, language)) : t.noTerm
      return t.own(record.reference, t.state[stateTold(record)], by)
    })
  const steps = kept.chat.draft
    ? [t.nextSteps.draft]
    : lines.length === 0
      ? [t.nothingYet, t.nextSteps.none]
      : []
  return [...steps, ...lines, t.anonymousToo].join('\n\n')
}

/** Who reads what is sent, and what each degree keeps. */
async function whoReads(state: ReporterTurn): Promise<ReporterTurn> {
  const { language, accountable, deputy, turn } = state
  const { municipality } = turn
  await sayCard(
    state,
    answersCard({
      names: plain(namesOf({ accountable, deputy }, 'and', language)),
      accountable,
      municipality,
      language,
    }),
  )
  return state
}

/** Somebody wants to be called: the officer of a signal is asked to; without one there is a number. */
async function callMe(state: ReporterTurn): Promise<ReporterTurn> {
  const [newest] = await openSignals(state)
  if (newest) return wantsToTalk(state, newest.record.id)
  const { name, phone } = state.accountable
  return sayText(state, wordsOf(state).chat.talkWithoutSignal(name, phone))
}
