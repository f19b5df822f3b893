/** What the people of a signal are told, as it stands in the record: never the words themselves. */
import { z } from 'zod'
import { Day } from '../words.ts'
import { ConsultationChoice } from './words.ts'

/** A message to the reporter, named by its occasion; its words are made from the record when it is sent. */
export const ReporterMessage = z.discriminatedUnion('about', [
  z.object({ about: z.literal('received'), replaces: z.string().optional() }),
  /** Somebody has it in hand: what the receipt promised (A059). */
  z.object({ about: z.literal('taken') }),
  z.object({ about: z.literal('question'), question: z.uuid() }),
  z.object({ about: z.literal('advice'), advice: z.uuid() }),
  z.object({ about: z.literal('kept') }),
  z.object({ about: z.literal('consultationEnded'), choice: ConsultationChoice }),
  z.object({ about: z.literal('decided'), decision: z.uuid() }),
  z.object({ about: z.literal('handedOver'), route: z.uuid() }),
  /** A partner said that it takes it up. */
  z.object({ about: z.literal('takenUp'), route: z.uuid() }),
  /** A partner is silent, and is asked again; said once of a silence. */
  z.object({ about: z.literal('stillAsking'), route: z.uuid() }),
  /** It was given up: no answer was obtained. */
  z.object({ about: z.literal('noAnswer'), route: z.uuid() }),
  z.object({ about: z.literal('feedback'), feedback: z.uuid() }),
  /** A059: what the receipt promised was not met. */
  z.object({ about: z.literal('overdue'), term: z.enum(['respond', 'decide']) }),
  z.object({ about: z.literal('closed') }),
  /** An officer chose that this reporter hears that it fits with other information: nothing of what (A065). */
  z.object({ about: z.literal('fits') }),
])
export type ReporterMessage = z.infer<typeof ReporterMessage>
/** The occasions of them. */
export const MessageAbout = z.enum(ReporterMessage.options.map((option) => option.shape.about.value))

/** Third degree: what waits for the person with the code, in its order, and on which day it was shown (I.1). */
export const Waiting = z.object({ day: Day, message: ReporterMessage, shownOn: Day.optional() })
export type Waiting = z.infer<typeof Waiting>

/** What an officer is told in their own chat: never what was written, never by whom. */
export const OfficerNotice = z.enum([
  'added',
  'answered',
  'callMe',
  'withdrawn',
  'withdrawalWish',
  'handedToYou',
  'high',
  'cannotCall112',
  /** In danger, and asks to be called at once. */
  'callNow',
  'consultationChoice',
  'talk',
  'toDestroy',
  'standIn',
  'feedbackFailed',
  /** Something that was written to the reporter did not arrive. */
  'notArrived',
  'overdue',
  /** It was put in a case with others. */
  'linked',
  /** In its case something turned out not to be right that was handed over. */
  'caseCorrected',
  /** Another signal may be about the same (A063). */
  'knownAgain',
  /** A partner answered by the link: nothing follows from it before an officer confirmed it. */
  'linkAnswered',
  /** Somebody wanted to answer by a link that could not be used: nothing of it was kept. */
  'linkRefused',
  /** A mail to a partner came back; did not go; was answered by mail; or nothing was heard of it. */
  'mailBounced',
  'mailFailed',
  'mailReplied',
  'mailUnconfirmed',
])
export type OfficerNotice = z.infer<typeof OfficerNotice>
