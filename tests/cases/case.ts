/** A case as a file of `inputs/` has it: what is given, and what must be true at the end. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Who = z.enum(['sanne', 'kees', 'marieke', 'joost', 'ellen', 'thomas', 'nadia'])
export type Who = z.infer<typeof Who>
/** A chat (by its person), or the private channel. */
const Where = z.union([
  z.strictObject({ who: Who }),
  z.strictObject({ where: z.literal('channel') }),
  z.strictObject({ where: z.literal('chat'), who: Who }),
])
const Wire = z.record(z.string(), z.unknown())

export const Step = z.union([
  z.strictObject({ say: z.strictObject({ who: Who, text: z.string() }) }),
  z.strictObject({ sayAs: z.strictObject({ who: Who, text: z.string(), as: z.string() }) }),
  z.strictObject({ sayNamed: z.strictObject({ who: Who, name: z.string(), text: z.string() }) }),
  /** An activity as Teams would send it: what differs from an ordinary one of this person in their chat. */
  z.strictObject({
    activity: z.strictObject({
      who: Who,
      change: Wire,
      sameIdAs: z.string().optional(),
      /** The activity comes by way of another address of the service. */
      address: z.string().optional(),
      as: z.string().optional(),
    }),
  }),
  z.strictObject({ tell: z.strictObject({ who: Who, where: z.enum(['chat', 'channel']), event: Wire }) }),
  z.strictObject({ report: z.strictObject({ who: Who, text: z.string() }) }),
  z.strictObject({ ask: z.strictObject({ who: Who, text: z.string() }) }),
  z.strictObject({
    decideDays: z.strictObject({ who: Who, reason: z.string(), monitorUntil: z.string() }),
  }),
  /** Presses a button of the newest card that has it. */
  z.strictObject({ press: z.strictObject({ who: Who, title: z.string(), inputs: Wire.optional() }) }),
  z.strictObject({ block: Who }),
  z.strictObject({ unblock: Who }),
  z.strictObject({
    fail: z.strictObject({
      side: z.enum(['teams', 'graph']),
      which: z.enum([
        'everything',
        'postInChannel',
        'updateInChannel',
        'members',
        'oldAddress',
        'postToSanne',
        'createChat',
        'token',
        'graph',
        'installedApps',
        'officerAccount',
        'account',
        'notify',
      ]),
      status: z.number().int(),
      code: z.string(),
      /** null: until all is mended. */
      times: z.number().int().min(1).nullable(),
    }),
  }),
  z.strictObject({ mend: z.literal(true) }),
  z.strictObject({ restart: z.literal(true) }),
  z.strictObject({ wait: z.strictObject({ minutes: z.number().min(0), times: z.number().int().min(1) }) }),
])
export type Step = z.infer<typeof Step>

const matches = { matches: z.string() }
const Heard = z.union([
  z.strictObject({ who: Who, ...matches, sinceLast: z.boolean().optional() }),
  z.strictObject({ where: z.literal('channel'), ...matches, sinceLast: z.boolean().optional() }),
])
const Single = z.union([
  /** How many signals this chat sent. */
  z.strictObject({ sent: z.number().int().min(0) }),
  z.strictObject({ refusedFiles: z.number().int().min(0) }),
  z.strictObject({ draftHas: z.string() }),
  z.strictObject({ draftNot: z.string() }),
  z.strictObject({ draftNone: z.literal(true) }),
  /** These stand in the draft in this order. */
  z.strictObject({ draftOrder: z.array(z.string()) }),
  /** Said at any moment, or since the last step. */
  z.strictObject({ heard: Heard }),
  z.strictObject({ notHeard: Heard }),
  z.strictObject({ countHeard: z.intersection(Where, z.looseObject({ ...matches, atMost: z.number() })) }),
  /** Stands on the screen now. */
  z.strictObject({ onScreen: z.intersection(Where, z.looseObject(matches)) }),
  z.strictObject({ notOnScreen: z.intersection(Where, z.looseObject(matches)) }),
  z.strictObject({ readyz: z.number().int() }),
  /** Officers see an alarm, in the channel or in a chat of their own. */
  z.strictObject({ alarmShown: z.boolean() }),
  /** How many doorbells stand in the channel. */
  z.strictObject({ bells: z.number().int().min(0) }),
  /** No question was answered with this. */
  z.strictObject({ answerNot: z.string() }),
  z.strictObject({ decided: z.number().int().min(0) }),
  /** The last dialog answered with this. */
  z.strictObject({ answerHas: z.string() }),
  z.strictObject({ sentTo: z.strictObject({ conversation: z.string(), ...matches }) }),
  /** The reporter does not count as somebody whose account is gone. */
  z.strictObject({ notLeft: z.literal(true) }),
  /** How many requests ended as this status since the start, at the most. */
  z.strictObject({ lastStatus: z.number().int() }),
])
export type Expected = z.infer<typeof Single>
const Expect = z.union([z.strictObject({ anyOf: z.array(Single).min(2) }), Single])

export const Case = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10', 'K11', 'K12']),
  /** The public report it was modelled on, and how sure it is that Teams does so. */
  source: z.string(),
  evidence: z.string(),
  given: z.array(Step).min(1),
  expect: z.array(Expect).min(1),
  /** What happened before it was mended. */
  observed: z.string(),
})
export type Case = z.infer<typeof Case>

/** The cases of a folder beside this file, in the order of their names. */
export function casesIn(folder: 'inputs' | 'unseen' | 'conversation'): Case[] {
  const path = join(import.meta.dirname, folder)
  return readdirSync(path)
    .toSorted()
    .map((name) => Case.parse(JSON.parse(readFileSync(join(path, name), 'utf8'))))
}
