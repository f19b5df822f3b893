/**
 * How much room each part of the dossier gets. An ordinary signal stands on one card; where there is more of everything,
 * each part gets less, and *Lees alles* and the page of the organisations have the rest.
 */
import type { Room } from '../fit.ts'

/** Bytes as `size.ts` counts them; the numbers are of lines. */
export type Rooms = {
  story: Room
  form: Room
  questions: Room
  calls: Room
  advices: Room
  notes: Room
  feedback: Room
  /** Decisions before the latest. */
  earlier: Room
  /** Who saw the name, and why. */
  revealed: Room
  /** Each reason of the decision and of an urgency. */
  reason: number
  /** What was written of help for a possible victim. */
  help: Room
  /** All that was written on the ways out that are shown, together. */
  answers: number
  /** Of each way out: what came back on it before the latest. */
  replies: number
  /** Ways out. */
  routes: number
  /** Who looked, and who called. */
  looks: number
}

const FULL: Rooms = {
  story: { pieces: 10, bytes: 26_000, first: 3 },
  form: { pieces: 8, bytes: 8_000, first: 5 },
  questions: { pieces: 12, bytes: 10_000, first: 2 },
  calls: { pieces: 4, bytes: 4_000, first: 0 },
  advices: { pieces: 3, bytes: 5_000, first: 1 },
  notes: { pieces: 6, bytes: 8_000, first: 1 },
  feedback: { pieces: 3, bytes: 5_000, first: 0 },
  earlier: { pieces: 3, bytes: 3_000, first: 0 },
  revealed: { pieces: 4, bytes: 4_000, first: 0 },
  reason: 4_000,
  help: { pieces: 5, bytes: 3_000, first: 0 },
  answers: 8_000,
  replies: 3,
  routes: 10,
  looks: 8,
}

const parts = (room: Room, part: number): Room => ({
  ...room,
  pieces: Math.max(room.first + 1, Math.ceil(room.pieces * part)),
  bytes: Math.floor(room.bytes * part),
})

const scaled = (part: number): Rooms => ({
  story: parts(FULL.story, part),
  form: parts(FULL.form, part),
  questions: parts(FULL.questions, part),
  calls: parts(FULL.calls, part),
  advices: parts(FULL.advices, part),
  notes: parts(FULL.notes, part),
  feedback: parts(FULL.feedback, part),
  earlier: parts(FULL.earlier, part),
  revealed: parts(FULL.revealed, part),
  reason: Math.floor(FULL.reason * part),
  help: parts(FULL.help, part),
  answers: Math.floor(FULL.answers * part),
  replies: Math.floor(FULL.replies * part),
  routes: Math.max(1, Math.floor(FULL.routes * part)),
  looks: Math.ceil(FULL.looks * part),
})

/** From the most to the least: the first with which the card fits is taken. */
export const ROOMS: readonly Rooms[] = [1, 0.5, 0.25].map(scaled)
/** The least: what any dossier has. */
export const TIGHTEST: Rooms = scaled(0.15)

/** The same with so many bytes more for the story. */
export const withStory = (rooms: Rooms, more: number): Rooms => ({
  ...rooms,
  story: { ...rooms.story, bytes: rooms.story.bytes + more },
})
