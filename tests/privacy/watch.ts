/**
 * Watches a house for the canaries of one reporter: every byte that goes out, by where it goes, every line of the log,
 * every byte that is stored. What each place may hold is the whole of the promise.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Canary, Scanner } from '../kit/canary.ts'
import { isWire } from '../kit/cardClient.ts'
import type { Person, Sent } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'

/** Something that stood where it must not. */
export type Leak = { where: string; what: string; as: string; step: string }

export type LeaseWatch = {
  /** Everything that went out since the last look. */
  look(step: string): Leak[]
  /** Every byte of every file that the house keeps: databases, -wal, -shm, and what is free in them. */
  disk(step: string): Leak[]
  /** One more that must not be seen: a code that was given out. */
  add(canary: Canary): void
  /** Bytes of an answer to somebody else than the reporter. */
  identityIn(bytes: string): string[]
}

const FEED = ['topic', 'previewText', 'templateParameters'] as const

/** What a line in the activity feed says; the address of the chat in it is for the reporter's own client. */
function feedOf(text: string): string {
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  if (!isWire(body)) return ''
  const said = FEED.map((field) => body[field])
  return JSON.stringify(said, (key, value: unknown) => (key === 'webUrl' ? undefined : value)) ?? ''
}

/** What a notification shows of a message; the text of one without a card is what is said, in the own chat. */
function notificationOf({ body }: Sent): string {
  const activity: unknown = JSON.parse(body)
  if (!isWire(activity)) return ''
  const card = Array.isArray(activity.attachments) && activity.attachments.length > 0
  return JSON.stringify([activity.summary, card ? activity.text : undefined])
}

/** Begins to watch. `reporters` are who the canaries are about: their own chats show their own words. */
export function watch(
  house: House,
  lines: readonly string[],
  reporters: readonly Person[],
  identity: readonly Canary[],
  written: readonly Canary[],
): LeaseWatch {
  const { connector, graph, marieke, joost, ellen, thomas, nadia, channel } = house
  let [all, who] = [new Scanner([...identity, ...written]), new Scanner(identity)]
  let canaries = [...identity, ...written]
  const seen = { sent: connector.everythingSent().length, lines: lines.length, graph: graph.requests.length }
  const chatOf = (person: Person) => connector.chat(person)[0]?.conversationId
  const placeOf = (entry: Sent): 'channel' | 'officer' | 'reporter' | 'elsewhere' => {
    if (entry.where === channel) return 'channel'
    if ([marieke, joost, ellen, thomas, nadia].some((p) => chatOf(p) === entry.where)) return 'officer'
    return reporters.some((p) => chatOf(p) === entry.where) ? 'reporter' : 'elsewhere'
  }
  const leaks = (where: string, step: string, bytes: string, by: Scanner): Leak[] =>
    by.look(bytes).map((found) => ({ where, step, ...found }))

  function ofSent(entry: Sent, step: string): Leak[] {
    const place = placeOf(entry)
    if (entry.kind === 'answer') {
      // What somebody asked to see, in a dialog: who reported is in none of them, but for the one that reveals.
      return place === 'reporter' || entry.body === '' ? [] : leaks('an answer', step, entry.body, who)
    }
    if (entry.method === 'GET') return []
    if (place === 'channel') return leaks('the channel', step, `${entry.path} ${entry.body}`, all)
    if (place === 'reporter') {
      // Opening the chat names who it is with, to Teams alone.
      const opening = entry.path.endsWith('/conversations')
      return opening ? [] : leaks('a notification', step, notificationOf(entry), all)
    }
    return leaks(`a message to ${place}`, step, entry.body, all)
  }

  return {
    look(step) {
      const sent = connector.everythingSent()
      const asked = graph.requests
      const found = [
        ...sent.slice(seen.sent).flatMap((entry) => ofSent(entry, step)),
        ...lines.slice(seen.lines).flatMap((line) => leaks('the log', step, line, all)),
        ...asked
          .slice(seen.graph)
          .filter(({ path }) => path.endsWith('sendActivityNotification'))
          .flatMap(({ text }) => leaks('the activity feed', step, feedOf(text), all)),
      ]
      Object.assign(seen, { sent: sent.length, lines: lines.length, graph: asked.length })
      return found
    },
    disk(step) {
      const files = readdirSync(house.dir, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
      return files.flatMap((file) => {
        const found = all.look(readFileSync(join(file.parentPath, file.name)))
        return found.map((each) => ({ where: file.name, step, ...each }))
      })
    },
    add(canary) {
      canaries = [...canaries, canary]
      all = new Scanner(canaries)
      who = new Scanner([...identity, canary])
    },
    identityIn: (bytes) => [...new Set(who.look(bytes).map(({ what }) => what))],
  }
}
