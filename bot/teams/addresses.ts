/**
 * The addresses of Teams. What is configured and what was stored is where it was once; an activity that comes in says
 * where it is now. Where an old address does not do, the newest is tried, whatever is sent and to whom.
 */
import type { SendFailure } from '../../services/outbox/sent.ts'
import type { Teams } from './client.ts'

/** As many are remembered; Teams has a handful. */
const MOST = 4

export class Addresses {
  /** The newest first. */
  #heard: readonly string[] = []
  /** Addresses that did not do when they were used last, while a newer one was known. */
  readonly #old = new Set<string>()

  /** An activity came from there. */
  heard(address: string): void {
    this.#old.delete(address)
    if (this.#heard[0] === address) return
    this.#heard = [address, ...this.#heard.filter((each) => each !== address)].slice(0, MOST)
  }

  /** Takes over what was kept; gives what is to be kept where that is something else. */
  remember(kept: readonly string[]): readonly string[] | undefined {
    const unknown = kept.filter((each) => !this.#heard.includes(each))
    this.#heard = [...this.#heard, ...unknown].slice(0, MOST)
    const same = kept.length === this.#heard.length && kept.every((each) => this.#heard.includes(each))
    return same ? undefined : this.#heard
  }

  /** Where to send what belongs to this address: that one and then the newest others; last what did not do lately. */
  ways(address: string): readonly string[] {
    const others = this.#heard.filter((each) => each !== address)
    const all = [address, ...others]
    const isOld = (each: string) => Number(this.#old.has(each))
    return all.toSorted((a, b) => isOld(a) - isOld(b))
  }

  did(address: string): void {
    this.#old.delete(address)
  }

  didNot(address: string): void {
    this.#old.add(address)
  }
}

/** Another address may do: this one does not know what was asked, or does not take it. */
const mayDoElsewhere = ({ failed, token, retryAfter, tooBig }: SendFailure): boolean =>
  !token && !tooBig && !retryAfter && failed !== 'unknown'

/** Tries an act at one address after the other, until one does. */
async function anywhere<T extends object>(
  addresses: Addresses,
  address: string,
  act: (serviceUrl: string) => Promise<T | SendFailure>,
): Promise<T | SendFailure> {
  let first: SendFailure | undefined
  for (const each of addresses.ways(address)) {
    const result = await act(each)
    if (!('failed' in result)) {
      // Only what is old is noted: that another did not do may be of what was asked.
      if (each === address) addresses.did(address)
      else addresses.didNot(address)
      return result
    }
    // It may have arrived: from there it is not asked once more at once, but elsewhere first the next time.
    if (result.failed === 'unknown') addresses.didNot(each)
    if (!mayDoElsewhere(result)) return result
    first ??= result
  }
  return first ?? { failed: 'away' }
}

/** Teams as it is, at whichever address it is now. */
export function anywhereTeams(teams: Teams, addresses: Addresses): Teams {
  // All its other methods stay as they are.
  const rest: Teams = Object.create(teams)
  const moved: Omit<Teams, 'contacts'> = {
    post: (place, message) =>
      anywhere(addresses, place.serviceUrl, (serviceUrl) => teams.post({ ...place, serviceUrl }, message)),
    update: (posted, message) =>
      anywhere(addresses, posted.serviceUrl, (serviceUrl) =>
        teams.update({ ...posted, serviceUrl }, message),
      ),
    openChat: (address, tenant, member) =>
      anywhere(addresses, address, (serviceUrl) => teams.openChat(serviceUrl, tenant, member)),
    postInChannel: (channel, tenant, message) =>
      anywhere(addresses, channel.serviceUrl, (serviceUrl) =>
        teams.postInChannel({ ...channel, serviceUrl }, tenant, message),
      ),
    isMember: (place, user) =>
      anywhere(addresses, place.serviceUrl, (serviceUrl) => teams.isMember({ ...place, serviceUrl }, user)),
    membersOf: (place) =>
      anywhere(addresses, place.serviceUrl, (serviceUrl) => teams.membersOf({ ...place, serviceUrl })),
  }
  return Object.assign(rest, moved)
}
