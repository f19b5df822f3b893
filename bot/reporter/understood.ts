/** What was understood of a draft: what its card proposes, and what must be asked before it may go. Nothing of it is kept. */
import type { Proposals } from '../../cards/reporter/draft/proposals.ts'
import { callIn } from '../../services/content/otherLanguages.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { inDanger } from '../../services/draft/drafting.ts'
import { textsOf } from '../../services/draft/texts.ts'
import type { Finding, Fork, ForkKind, Reading } from '../../services/understanding/reading.ts'
import { understand } from '../../services/understanding/understand.ts'
import type { ReporterTurn } from './reporterTurn.ts'

/** Who reads here, and where this is: so that a text about them is understood. */
const aboutOf = ({ turn: { municipality } }: Pick<ReporterTurn, 'turn'>) => ({
  readers: municipality.officers.map(({ name }) => name),
  municipality: municipality.name,
})

/** Reads messages that belong together, the oldest first. */
const readTexts = (state: Pick<ReporterTurn, 'turn'>, texts: readonly string[]): Reading =>
  understand(texts, aboutOf(state))

const READ_IN = new WeakMap<ReporterTurn['turn'], Map<string, Reading>>()

/** Reads one text; in one turn each once, whoever asks. */
export function readText(state: Pick<ReporterTurn, 'turn'>, text: string): Reading {
  const read = READ_IN.get(state.turn) ?? new Map<string, Reading>()
  READ_IN.set(state.turn, read)
  const reading = read.get(text) ?? readTexts(state, [text])
  read.set(text, reading)
  return reading
}

/** What was read of a draft in this turn: its card, its questions and its choices all ask it. */
const READ = new WeakMap<Pick<Draft, 'parts' | 'form'>, Reading>()

/** Reads all of a draft, once. */
export function readDraft(state: Pick<ReporterTurn, 'turn'>, draft: Pick<Draft, 'parts' | 'form'>): Reading {
  const known = READ.get(draft)
  if (known) return known
  const reading = readTexts(
    state,
    textsOf(draft).map(({ text }) => text),
  )
  READ.set(draft, reading)
  return reading
}

/** Forks after which the words may not go on as they are, before their writer has said that they do not fit. */
export const STOPS = ['colleague', 'officer', 'police'] as const satisfies readonly ForkKind[]
export type Stop = (typeof STOPS)[number]

/** May it take back or mend what was reported before? */
export const corrects = ({ forks }: Reading): boolean => forks.some(({ fork }) => fork === 'correction')

/** What must be asked before this draft may go. */
export type AskedFirst = { what: 'fork'; fork: Stop; because: string | undefined } | { what: 'purpose' }

/** The words that a finding stands on, the first of them. */
export const becauseOf = ({ because }: Finding): string =>
  because.find(({ words }) => words.trim() !== '')?.words ?? ''

const isStop = (fork: Fork): fork is Fork & { fork: Stop } => STOPS.some((each) => each === fork.fork)

const stopsOf = ({ forks }: Reading, not: readonly string[]): (Fork & { fork: Stop })[] =>
  forks.filter(isStop).filter(({ fork }) => !not.includes(fork))

/** Forks in words that just came, which nothing may pass unasked; danger goes before all of them. */
export const stopsIn = (reading: Reading, not: readonly string[] = []): (Fork & { fork: Stop })[] =>
  reading.danger.level === 'none' ? stopsOf(reading, not) : []

/** How a draft knows a fork that only words of ours brought up: in what comes later it is asked as always. */
const ours = (fork: Stop): string => `ours:${fork}`

/**
 * The question that comes before sending; undefined where there is none. Read anew whenever it is asked, so that it
 * follows the words, and a restart or a lost answer changes nothing. Danger waits for no question.
 */
export function askedFirst(state: Pick<ReporterTurn, 'turn'>, draft: Draft): AskedFirst | undefined {
  if (inDanger(draft)) return undefined
  const { askFirst, notForks = [] } = draft
  const chosen = askFirst === 'colleague' && !notForks.includes('colleague')
  const first = stopsOf(readDraft(state, draft), notForks).find(({ fork }) => !notForks.includes(ours(fork)))
  if (first) return { what: 'fork', fork: first.fork, because: becauseOf(first) }
  if (chosen) return { what: 'fork', fork: 'colleague', because: undefined }
  return askFirst === 'purpose' ? { what: 'purpose' } : undefined
}

/**
 * A draft in which we put vaguer words. "A colleague" of ours is no reason to ask its writer about a colleague: what only
 * these words bring up is not asked.
 */
export function notAskedAnew(state: Pick<ReporterTurn, 'turn'>, before: Draft, draft: Draft): Draft {
  const { notForks = [] } = draft
  const known = stopsOf(readDraft(state, before), []).map(({ fork }) => fork)
  const brought = stopsOf(readDraft(state, draft), known).map(({ fork }) => ours(fork))
  return brought.length === 0 ? draft : { ...draft, notForks: [...new Set([...notForks, ...brought])] }
}

/** What the card of a draft proposes: only what its writer has not chosen. */
export function proposalsFor(
  state: Pick<ReporterTurn, 'turn' | 'app' | 'kept' | 'opened'>,
  draft: Draft,
): Proposals {
  const reading = readDraft(state, draft)
  const { certainty, urgency, degree, age, forks, intent } = reading
  const consult = reading.consult ?? (intent.intent === 'advice' ? intent : undefined)
  const fork = (kind: ForkKind) => {
    const found = forks.find((each) => each.fork === kind)
    return found && { because: becauseOf(found) }
  }
  const proposed = <T>(it: (Finding & { value: T }) | undefined, chosen: unknown) =>
    it && chosen === undefined ? { value: it.value, because: becauseOf(it) } : undefined
  // Danger is the alarm's own matter: what was taken back is not proposed again. And what is read may make a case more
  // urgent, never less: that is for its writer, or for an officer with a reason (C2).
  const raises = urgency?.value === 'high'
  const minor = age.minor?.is === 'yes' && draft.form?.minor === undefined ? age.minor : undefined
  return {
    certainty: proposed(certainty, draft.certainty),
    urgency: !raises || inDanger(draft) ? undefined : proposed(urgency, draft.urgency),
    degree: proposed(degree, draft.degree),
    minor: minor && { because: becauseOf(minor) },
    dependent: age.dependent && { because: becauseOf(age.dependent) },
    consult: consult && draft.kind === 'signal' ? { because: becauseOf(consult) } : undefined,
    violenceAtHome: fork('violenceAtHome'),
    otherMunicipality: fork('otherMunicipality'),
    codeFirst: !draft.to && !state.opened && state.app.codes.wroteAnonymously(state.kept.chat.id),
  }
}

/** With what a draft goes, where the card did not say otherwise: what was chosen, else what is proposed, else the usual. */
export function choicesFor(state: Parameters<typeof proposalsFor>[0], draft: Draft) {
  const { certainty, urgency, degree, minor } = proposalsFor(state, draft)
  return {
    certainty: draft.certainty ?? certainty?.value ?? ('suspicion' as const),
    urgency: draft.urgency ?? urgency?.value ?? ('normal' as const),
    degree: draft.degree ?? degree?.value ?? ('confidential' as const),
    ...(minor ? { minor: 'yes' as const } : {}),
  }
}

/** The languages that the bot speaks. */
const SPOKEN: ReadonlySet<string> = new Set(['nl', 'en'])

/** In which language a draft was written, where that is not one that the bot speaks. */
export function otherLanguageOf(reading: Reading): string | undefined {
  const { code, sure } = reading.language
  return sure === 'doubt' || code === 'unknown' || SPOKEN.has(code) ? undefined : code
}

/** "Call 112 now" in the language of a draft, where that is not one that the bot speaks. */
export function callInDraft(state: Pick<ReporterTurn, 'turn'>, draft: Draft): string | undefined {
  const code = otherLanguageOf(readDraft(state, draft))
  return code && callIn(code)
}

/** The same for what was typed just now; where a button was pressed, for the draft that it stands on. */
export function callInTheirs(
  state: Pick<ReporterTurn, 'turn'> & { kept?: ReporterTurn['kept'] },
): string | undefined {
  const { text } = state.turn
  const draft = state.kept?.chat.draft
  if (text === '') return draft && callInDraft(state, draft)
  const code = otherLanguageOf(readText(state, text))
  return code && callIn(code)
}
