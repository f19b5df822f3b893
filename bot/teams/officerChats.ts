/** The own chats of the officers, opened where they are not known yet, by Teams or else by Graph. */
import { type Account, PersonId } from '../../services/graph/port.ts'
import type { Municipality, WhyGone } from '../../services/municipality/municipality.ts'
import type { Place, PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import type { OfficerId } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import type { Message, Teams } from './client.ts'

/** This officer cannot be reached any more, and why. */
export type OfficerGone = { failed: 'officerGone'; why: Extract<WhyGone, 'left' | 'chat'> }
export type SentToOfficer = PostedActivity | SendFailure | OfficerGone

/** Failures after which trying the same chat again does not help. */
const FINAL: ReadonlySet<SendFailure['failed']> = new Set(['blocked', 'missing', 'refused'])

/** Posts to an officer's own chat, and in their activity feed. Where the bot was removed or blocked, Graph installs it again. */
export class OfficerChats {
  readonly #known = new Map<string, Place>()
  readonly #outside: Outside
  constructor(outside: Outside) {
    this.#outside = outside
  }

  /** `teams`: sends it, where that is not the plain client (`duplicateNotice`, `whileLeased`). */
  async post(
    municipality: Municipality,
    officer: OfficerId,
    said: Message,
    teams: Pick<Teams, 'post'> = this.#outside.teams,
  ): Promise<SentToOfficer> {
    const message: Message = { ...said, alert: true }
    const place = await this.reach(municipality, officer)
    if ('failed' in place) return place
    const sent = await teams.post(place, message)
    if (!('failed' in sent) || !FINAL.has(sent.failed) || sent.tooBig) return sent
    this.#known.delete(nameOf(municipality, officer))
    const again = await this.#throughGraph(municipality, officer, sent)
    if ('failed' in again) return again
    const last = await teams.post(again, message)
    const forGood = 'failed' in last && (last.failed === 'blocked' || last.failed === 'missing')
    return forGood ? { failed: 'officerGone', why: 'chat' } : last
  }

  /**
   * This officer writes from there, as the activity says: that is where their chat is, once Teams says so too. Else somebody
   * else's id beside the Entra id of an officer would lead the officer's alarms to that somebody. One request, and none
   * where nothing changed. Never throws.
   */
  async heard(municipality: Municipality, officer: OfficerId, member: string, place: Place): Promise<void> {
    const name = nameOf(municipality, officer)
    const known = this.#known.get(name)
    if (known?.conversation === place.conversation && known.serviceUrl === place.serviceUrl) return
    const found = await this.#outside.teams.isMember(place, { id: member, entra: officer })
    if (!('failed' in found) && found.member) this.#known.set(name, { ...place })
  }

  /** Finds or opens the chat, and posts nothing. */
  async reach(municipality: Municipality, officer: OfficerId): Promise<Place | SendFailure | OfficerGone> {
    const name = nameOf(municipality, officer)
    const known = this.#known.get(name)
    if (known) return known
    const { teams, memberIdOf } = this.#outside
    const { serviceUrl } = municipality.channel
    const opened = await teams.openChat(serviceUrl, municipality.tenant, memberIdOf(officer))
    if ('failed' in opened) {
      return FINAL.has(opened.failed) ? this.#throughGraph(municipality, officer, opened) : opened
    }
    this.#known.set(name, opened)
    return opened
  }

  /** Is the account there? Asked of Graph; `undefined` when Graph cannot say. */
  async account(municipality: Municipality, officer: OfficerId): Promise<Account | 'gone' | undefined> {
    const found = await this.#outside.graph.account(municipality.tenant, new PersonId(officer))
    if ('failed' in found) return found.failed === 'gone' ? 'gone' : undefined
    return found.account
  }

  async #throughGraph(
    municipality: Municipality,
    officer: OfficerId,
    first: SendFailure,
  ): Promise<Place | SendFailure | OfficerGone> {
    const found = await this.#outside.graph.makeReachable(municipality.tenant, new PersonId(officer))
    if (!('failed' in found)) {
      const place = { serviceUrl: municipality.channel.serviceUrl, conversation: found.chatId }
      this.#known.set(nameOf(municipality, officer), place)
      return place
    }
    if (found.failed === 'away' || found.token)
      return { failed: 'away', ...(found.retryAfter ? { retryAfter: found.retryAfter } : {}) }
    if (found.failed === 'gone') return { failed: 'officerGone', why: 'left' }
    // Graph is not allowed to look, so what Teams said counts.
    return FINAL.has(first.failed) ? { failed: 'officerGone', why: 'chat' } : first
  }
}

const nameOf = (municipality: Municipality, officer: OfficerId) => `${municipality.id}/${officer}`
