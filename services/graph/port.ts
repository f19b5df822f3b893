/**
 * Microsoft Graph as the courier sees it: make sure a bot message can arrive, and nudge neutrally.
 * It never carries a word of a signal: the message itself is a proactive message of the bot.
 */
import { inspect } from 'node:util'
import type { Own } from '../privacy/identifying/hints.ts'
import type { GroupId, Instant, TenantId } from '../words.ts'

/** An Entra user id on its way to Graph. Never logged: it says itself `[person]`. */
export class PersonId {
  readonly #id: string
  constructor(id: string) {
    this.#id = id
  }
  /** For the one file that talks to Graph. */
  forGraph(): string {
    return this.#id
  }
  toString(): string {
    return '[person]'
  }
  toJSON(): string {
    return '[person]'
  }
  [inspect.custom](): string {
    return '[person]'
  }
}

export type Reachable = { reachable: true; chatId: string; installedNow: boolean }

/**
 * `gone`: the account itself is not there (404). `refused`: Graph does not let us (401, 403), or has no apps for this
 * person.
 * `away`: throttled, broken or too slow; `retryAfter` in seconds where Graph said so.
 */
export type GraphFailure = {
  failed: 'gone' | 'refused' | 'away'
  retryAfter?: number
  /** With `away`: it may have been done all the same. */
  unsure?: true
  /** Nobody believes who we are: there is no token, or it is refused. */
  token?: true
  /** With `refused`: of this one person, whose account is there. */
  ofPerson?: true
}

/** What the directory has of how to call somebody. `account`: with which Teams is opened. Never stored, never logged. */
export type DirectoryReach = {
  readonly phones: readonly string[]
  readonly department?: string
  readonly account?: string
}

/** What goes out: text only. `number`: by which it is known again when it comes back. */
export type OutgoingMail = {
  to: string
  name?: string | undefined
  from: string
  subject: string
  text: string
  number: string
}

/** What is read of a mail before it is known what it is. */
export type InboxLine = { id: string; at: Instant; subject: string }

/** Of somebody of the reporting point. A disabled account reads nothing any more. */
export type Account = 'there' | 'disabled'

/** A meeting for a calendar. `start`, `end`: local moments without a zone, as calendars have them. */
export type Invitation = {
  name: string
  subject: string
  body: string
  start: string
  end: string
  zone: string
  to: readonly string[]
}

export interface Graph {
  /**
   * Does the organisation's catalogue have the app, so that it can be installed for people? One request, until it is
   * found. A Graph that cannot say leaves it out.
   */
  findApp?(tenant: TenantId): Promise<{ app: 'found' | 'absent' } | GraphFailure>
  /** Installs the app for the person where it is missing, and finds the chat of bot and person. */
  makeReachable(tenant: TenantId, person: PersonId): Promise<Reachable | GraphFailure>
  /** A line in the person's activity feed that says only that something is waiting. */
  nudge(
    tenant: TenantId,
    person: PersonId,
    chatId: string,
    text: string,
  ): Promise<{ nudged: true } | GraphFailure>
  /**
   * Puts a meeting in the calendar of this mailbox, and in those of whom it invites. The same `name` twice is one. A Graph
   * that has no calendars leaves it out.
   */
  invite?(tenant: TenantId, mailbox: string, meeting: Invitation): Promise<{ invited: true } | GraphFailure>
  /** Does this account exist, and may it be used? */
  account(tenant: TenantId, person: PersonId): Promise<{ account: Account } | GraphFailure>
  /** What a person goes by. One request. A Graph that cannot say leaves it out. */
  contacts?(tenant: TenantId, person: PersonId): Promise<{ own: Own } | GraphFailure>
  /** Sends a mail from a mailbox of ours: taken is not delivered. One request. A Graph that cannot leaves it out. */
  sendMail?(tenant: TenantId, mailbox: string, mail: OutgoingMail): Promise<{ sent: true } | GraphFailure>
  /** What came into it since, a page; and one of these as it came. One request each. A Graph that cannot leaves them out. */
  inbox?(tenant: TenantId, mailbox: string, since: Instant): Promise<{ lines: InboxLine[] } | GraphFailure>
  mime?(tenant: TenantId, mailbox: string, id: string): Promise<{ mime: string } | GraphFailure>
  /** How a person can be called; asked when the name was shown. One request. A Graph that cannot say leaves it out. */
  reach?(tenant: TenantId, person: PersonId): Promise<{ reach: DirectoryReach } | GraphFailure>
  /**
   * Which of these groups somebody is in, also by way of a group in it: at most twenty are asked for at once. One
   * request. A Graph that cannot say leaves it out.
   */
  groupsOf?(
    tenant: TenantId,
    person: PersonId,
    groups: readonly GroupId[],
  ): Promise<{ groups: readonly GroupId[] } | GraphFailure>
}
