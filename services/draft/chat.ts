/**
 * One reporter's chat: the draft that is being written, and which signals came from here. Kept under a keyed hash of
 * the chat, apart from every signal. Anonymous signals never stand in it.
 */
import { z } from 'zod'
import { Attachment, MOST_WITH_SIGNAL, Upload } from '../files/attachment.ts'
import { AlarmCard, Effect, Posted } from '../outbox/effect.ts'
import { Danger, Form, StoryPart } from '../signal/record.ts'
import { Certainty, Degree, Kind, Urgency } from '../signal/words.ts'
import type { InDanger } from '../understanding/reading.ts'
import { Instant, Language, MunicipalityId, Reference, SignalId, VaultKey } from '../words.ts'

/** How many signs of danger a draft remembers, and how much of each. */
export const MOST_SIGNS = 200
export const MOST_SIGN = 60

export const ChatId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ChatId'>()
export type ChatId = z.infer<typeof ChatId>

/** Who is in danger, as far as it matters for what is said first. */
export const Needs = z.enum([
  'somebody',
  'writer',
  'writerSelfHarm',
  'otherSelfHarm',
]) satisfies z.ZodType<InDanger>
export type Needs = z.infer<typeof Needs>

/** What may be danger, and that it was asked. `no`: the person said that there is none now. */
export const AskedDanger = z.object({
  /** What it says of danger, so that it is asked again of something new only. */
  signs: z.array(z.string().max(MOST_SIGN)).max(MOST_SIGNS),
  no: z.literal(true).optional(),
})
export type AskedDanger = z.infer<typeof AskedDanger>

/** One message of a draft (`services/draft/said.ts`): keyed hash, when it was typed, and how much of the draft is its. */
export const Said = z.object({
  mark: z.string().max(64),
  at: Instant,
  parts: z.number().int().min(0),
  files: z.number().int().min(0),
  changed: Instant.optional(),
  /** Its writer took it back. */
  gone: z.literal(true).optional(),
})
export type Said = z.infer<typeof Said>

/** A question that comes before sending. Others follow from what is read in the words, and are kept nowhere. */
export const AskFirst = z.enum(['purpose', 'colleague'])

/** What has been typed and not yet sent. Becomes the signal with the same id. */
export const Draft = z.object({
  id: SignalId,
  kind: Kind,
  startedAt: Instant,
  lastAt: Instant,
  parts: z.array(StoryPart),
  form: Form.optional(),
  attachmentsRefused: z.number().int().min(0),
  /** What came by a page of ours. */
  attachments: z.array(Attachment).max(MOST_WITH_SIGNAL).optional(),
  /** Which of the last parts came with which message, in order. Never goes along with what is sent. */
  said: z.array(Said).optional(),
  /** The choices made so far; the card shows defaults for the others (I.17). */
  certainty: Certainty.optional(),
  urgency: Urgency.optional(),
  degree: Degree.optional(),
  danger: Danger.optional(),
  /** It may be danger: one question, until it is answered. */
  asked: AskedDanger.optional(),
  /** Whose danger it is, where the words say so: what is said first fits. Never goes along with what is sent. */
  who: Needs.optional(),
  /** By which an officer says to have seen its alarm: drawn for that, and nothing else is known by it. */
  alarm: z.uuid().optional(),
  /** An officer saw the alarm: until when it stays, where it is not sent. Until then it is not erased by time. */
  seen: z.object({ at: Instant, until: Instant }).optional(),
  /** When it rang again, because nobody had seen it. */
  rangAgain: Instant.optional(),
  /** How many reminders of danger that is not sent went out. */
  reminded: z.number().int().min(0).optional(),
  /** Alarm cards that stand with the officers, to take back or to mend. */
  alarms: z.array(AlarmCard),
  vaultKey: VaultKey,
  /** Of the writer only the address is sealed: sent confidentially after all, it is sealed anew with the identity. */
  addressOnly: z.literal(true).optional(),
  /** The card that echoes the draft. */
  card: Posted.optional(),
  nudged: z.boolean(),
  /** Typed while signals of this chat are open: the person is asked where it belongs. */
  unplaced: z.boolean(),
  /** What the person read when it was typed: for what the sweep says of it. */
  language: Language.optional(),
  /**
   * Words for a signal that was sent before, held until the person has looked at what was hidden or gives them away.
   */
  to: z
    .object({
      signal: SignalId,
      reference: Reference,
      question: z.uuid().optional(),
      /** The person asked that nobody may know who it is (second degree). */
      quiet: z.boolean(),
    })
    .optional(),
  /** Keyed hashes of numbers the person said are not a BSN; of nothing else (I.8). */
  notBsn: z.array(z.string().max(64)).optional(),
  /** Which mark the next number that is typed is for: what it stands for is not known any more. */
  retype: z.number().int().min(0).optional(),
  /** Questions that had not arrived when it was typed: it answers none of them. */
  missed: z.array(z.uuid()).optional(),
  /** The card of this text shows what gives its writer away. */
  pointedOut: z.boolean().optional(),
  /** What must be known before it can be sent: is it a report at all, or is it about a colleague. */
  askFirst: AskFirst.optional(),
  /** Of these the person said that they do not fit this draft, or (`ours:…`) only vaguer words of ours bring them up. */
  notForks: z.array(z.string().max(40)).max(20).optional(),
  /** Keyed hashes of words that give the writer away and that the writer leaves as they are. */
  left: z.array(z.string().max(64)).optional(),
  /** Keyed hash of the words that the card shows now, of several. */
  looking: z.string().max(64).optional(),
})
export type Draft = z.infer<typeof Draft>

/** Until when words are meant by what was pressed; later, or where it is not known, it is asked again. */
const until = Instant.optional()

export const Chat = z.object({
  schema: z.literal(1),
  municipality: MunicipalityId,
  id: ChatId,
  language: Language.optional(),
  /** The welcome, with what this is and who reads it, has been shown. */
  greeted: z.boolean(),
  /** What the next words are the beginning of, chosen with a button before typing. */
  about: z
    .discriminatedUnion('what', [
      z.object({ what: z.literal('new'), kind: Kind }),
      z.object({ what: z.literal('addition'), signal: SignalId, until }),
      z.object({ what: z.literal('answer'), signal: SignalId, question: z.uuid(), until }),
      /** Not words, but a yes: to withdrawing this one. */
      z.object({ what: z.literal('withdrawal'), signal: SignalId }),
    ])
    .optional(),
  draft: Draft.optional(),
  /** It was asked of words that went to this signal whether there is danger now. */
  askedOf: SignalId.optional(),
  /** The link by which files can be added now: one at a time. */
  upload: Upload.optional(),
  /** Other stories that are not sent yet, apart from the one that is written on. The newest last. */
  parked: z.array(Draft).max(20).optional(),
  /** What was thrown away a moment ago, until it cannot be put back any more. */
  erased: z.object({ until: Instant, draft: Draft }).optional(),
  /** The language that was typed last, where none was chosen. */
  typed: Language.optional(),
  /** Signals that came from here and can be answered here; the newest last. */
  sent: z.array(
    z.object({
      signal: SignalId,
      reference: Reference,
      kind: Kind,
      draft: SignalId,
      /** Drafts that were placed with it later: their 112 block speaks of this signal from then on. */
      placed: z.array(SignalId).optional(),
      /** Keyed hashes of messages that went to it, for when their writer changes one. */
      messages: z.array(z.string().max(64)).optional(),
    }),
  ),
  /** Keyed hashes of the newest messages taken, so that one that is delivered again is one thing. Says nothing of when. */
  heard: z.array(z.string().max(64)).optional(),
  /** When these are forgotten: then Teams does not deliver such a message again any more. */
  heardUntil: Instant.optional(),
  /** By which it knows the conversation that it was last in: a keyed hash. Absent: from before there was one. */
  place: z.string().max(64).optional(),
  effects: z.array(Effect),
})
export type Chat = z.infer<typeof Chat>

/** A004, I.9: one nudge for a draft that is left, and gone after 24 hours. */
export const NUDGE_AFTER_HOURS = 4
export const DRAFT_GONE_AFTER_HOURS = 24
/** An alarm of what is not sent, that no officer saw, rings again after so many hours. */
export const RING_AGAIN_AFTER_HOURS = 24
/** Danger that is typed and not sent: reminded of so many seconds after the last words, and once more. */
export const REMIND_AFTER_SECONDS = [40, 300] as const
/** For how long a draft that was thrown away can be put back. */
export const UNDO_MINUTES = 1
/** As many stories wait beside the one that is written on; of more, what is typed joins the newest. */
export const MOST_PARKED = 5
/** How many of one's own signals a chat remembers. */
export const MOST_SENT = 200
/** For how long: with the round that forgets them it stays under a quarter of an hour. */
export const HEARD_MINUTES = 12
/** For how many whole hours after a press on *Aanvullen* or *Antwoord* the next words are meant by it. */
export const MEANT_HOURS = 1
/** How many messages it remembers to have taken: Teams sends one again within minutes. */
export const MOST_HEARD = 20
