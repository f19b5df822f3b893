/**
 * What was understood of what a person typed. Every finding says on which words it stands, so that a card can say why
 * ("because you wrote: …") and an officer can look. Findings are hints: a person decides (C2).
 */
import type { Certainty, Degree, Urgency } from '../signal/words.ts'

/** A place in what was typed: which message, and from where to where in it (UTF-16 units, end exclusive). */
export type Passage = { message: number; from: number; to: number; words: string }

/** How sure a finding is. Where it is `doubt`, one question is asked before anything is done with it. */
export type Sure = 'sure' | 'likely' | 'doubt'

/** Something that was found, with the words it stands on. */
export type Finding = { sure: Sure; because: readonly Passage[] }

/** ISO 639-1, or `unknown` where there is too little to tell. */
export type LanguageReading = Finding & { code: string }

/** Who is in danger, as far as it matters for what is said first. */
export type InDanger =
  | 'somebody'
  /** The writer is threatened, held or hurt. */
  | 'writer'
  /** The writer may do something to themselves: 113, and a person to call. */
  | 'writerSelfHarm'
  /** Somebody else may do something to themselves. */
  | 'otherSelfHarm'

/** Acute danger (C2 U0, A054): ring at once, ask first, or nothing. */
export type DangerReading =
  | { level: 'none' }
  | (Finding & {
      level: 'ask' | 'ring'
      who: InDanger
      /** What it says, as words that can be compared: does a later text say anything that an earlier one did not? */
      signs: ReadonlySet<string>
      /** The concepts that were met, by their names in the lexicon: for whoever mends it. */
      concepts: readonly string[]
    })

/** Where a message does not belong here, or belongs here in another way (A2, A3, B1, E, I). */
export type ForkKind =
  /** A colleague or manager as the subject: integrity, not this register. */
  | 'colleague'
  /** The officer, or whoever reads here, as the subject. */
  | 'officer'
  /** What a BOA saw in investigation, police information, antecedents (Wpg). */
  | 'police'
  | 'violenceAtHome'
  | 'otherMunicipality'
  /** A correction of one's own earlier report: "never mind, it turned out …". */
  | 'correction'
export type Fork = Finding & { fork: ForkKind }

/** What the person wants with a message. */
export type IntentKind =
  /** A story: something seen or heard. */
  | 'signal'
  /** Wants to think along first, or doubts. */
  | 'advice'
  | 'greeting'
  | 'thanks'
  /** "OK", a thumb. */
  | 'acknowledged'
  | 'test'
  | 'stop'
  | 'neverMind'
  | 'whatHappens'
  | 'howLong'
  | 'whoReads'
  | 'anonymity'
  | 'human'
  | 'canICall'
  | 'callMe'
  | 'withdraw'
  | 'send'
  | 'discard'
  /** What was thrown away a moment ago is to come back. Means nothing at any other time. */
  | 'undo'
  | 'speakDutch'
  | 'speakEnglish'
  | 'howItWorks'
  /** Salary, parking, a printer: not for here. */
  | 'offTopic'
  | 'swearing'
  | 'unclear'
export type Intent = Finding & { intent: IntentKind }

/** What a signal may be about (C3, glossary). */
export const SUBJECT_KINDS = [
  'sexualExploitation',
  'labourExploitation',
  'criminalExploitation',
  'forcedServices',
  'organRemoval',
  'otherExploitation',
  'underminingCrime',
  'careFraud',
  'addressFraud',
  'benefitFraud',
  'violenceAtHome',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]
export type Subject = Finding & { kind: SubjectKind }

/** A155: somebody younger than eighteen, or who depends on others. */
export type AgeReading = {
  minor: (Finding & { is: 'yes' | 'no' }) | undefined
  /** Whole years, where they are written; the youngest that may be concerned. */
  age: (Finding & { from: number; to: number }) | undefined
  dependent: Finding | undefined
}

/** A value that the card proposes and the person changes. */
export type Proposal<T> = (Finding & { value: T }) | undefined

export type FactKind =
  | 'address'
  | 'plate'
  | 'telephone'
  | 'companyNumber'
  | 'iban'
  | 'mail'
  | 'birthYear'
  | 'organisation'
  | 'person'
  | 'time'
/** Something that can be looked up or looked for. `value`: in one form; what was written is in `at`. */
export type Fact = {
  kind: FactKind
  value: string
  at: Passage
  sure: Sure
  /** A neutral word for what a person is in the story, as it was written ("boss", "girl"); never a judgement. */
  role?: string
}

/** What would help most, and is not there yet (A032, I.17). */
export type Missing = 'where' | 'when' | 'who' | 'what' | 'howKnown' | 'stillThere' | 'safeToReach'

/** All of it. Each part is worked out when it is asked for, and once. */
export type Reading = {
  readonly language: LanguageReading
  readonly danger: DangerReading
  readonly forks: readonly Fork[]
  readonly intent: Intent
  readonly subjects: readonly Subject[]
  readonly age: AgeReading
  readonly certainty: Proposal<Certainty>
  readonly urgency: Proposal<Urgency>
  /** Who may know the writer's name, as the words ask. */
  readonly degree: Proposal<Degree>
  /** The words ask to think along, or doubt. */
  readonly consult: Finding | undefined
  readonly facts: readonly Fact[]
  readonly missing: readonly Missing[]
}

/** What is known beside the words. */
export type About = {
  /** The names of the officer and the deputies: so that a message about one of them is seen as such. */
  readers?: readonly string[] | undefined
  /** The name of the municipality. */
  municipality?: string | undefined
}
