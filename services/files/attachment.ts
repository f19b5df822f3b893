/**
 * A photo or document with a signal: what it is, and where its bytes are kept. Its name is not: that says who made it and
 * when. No partner gets one by itself, and none ever stands in a chat.
 */
import { z } from 'zod'
import { Instant } from '../words.ts'

/** What can be kept: few kinds, each known by its bytes (docs/decisions/files.md). */
export const FileKind = z.enum(['jpeg', 'png', 'webp', 'pdf', 'txt'])
export type FileKind = z.infer<typeof FileKind>

/** Was it looked at for malware? `notScanned`: this installation has no scanner. */
export const Scanned = z.enum(['clean', 'notScanned'])
export type Scanned = z.infer<typeof Scanned>

/** `size`: in bytes, as it is kept. `at`: when it came; of an anonymous signal the day. */
export const Attachment = z.object({
  id: z.uuid(),
  at: Instant,
  kind: FileKind,
  size: z.number().int().min(1),
  scanned: Scanned,
})
export type Attachment = z.infer<typeof Attachment>

/** With one link. */
export const MOST_AT_ONCE = 5
/** With one signal. */
export const MOST_WITH_SIGNAL = 20
/** Bytes of one file, as it comes. */
export const MOST_FILE_BYTES = 10_000_000
/** Bytes of all of one link together, with what a form adds. */
export const MOST_UPLOAD_BYTES = 25_000_000
/** How long a link to add a file works, and one to look at it, in minutes. */
export const UPLOAD_MINUTES = 30
export const LOOK_MINUTES = 5

/** That an officer asked to see a file: its link works once, and not long. */
export const FileLook = z.object({
  id: z.uuid(),
  file: z.uuid(),
  by: z.guid(),
  until: Instant,
  shown: z.literal(true).optional(),
})
export type FileLook = z.infer<typeof FileLook>

/** As many of those are remembered; the trail has all of them. */
export const MOST_LOOKS = 20

/** A link by which its person can add files: to a draft, or to a signal that was sent. */
export const Upload = z.object({ id: z.uuid(), until: Instant, to: z.uuid() })
export type Upload = z.infer<typeof Upload>

/** Why a file is not taken. */
export type WhyNoFile =
  | 'empty'
  | 'kind'
  | 'tooLarge'
  | 'broken'
  | 'tooManyPixels'
  | 'active'
  | 'encrypted'
  | 'found'
  | 'away'
