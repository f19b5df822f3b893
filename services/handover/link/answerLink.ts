/** The link by which a partner can answer on one route: made of what was sent, and of no use once the route is over. */

import { isOpenRoute } from '../../signal/reading/routes.ts'
import type { SignalRecord } from '../../signal/record.ts'
import { isFrozen } from '../../signal/rights/freeze.ts'
import type { Route } from '../../signal/route.ts'
import { type Keys, keyedHash } from '../../vault/seal.ts'
import { uuidOf } from '../../words.ts'
import { type Sent, sentOf } from '../sent.ts'
import { linkEnds } from './ends.ts'
import { isFinal, MOST_LINK_ANSWERS } from './linkAnswer.ts'
import { type LinkTarget, linkHash, linkToken } from './token.ts'

type Key = Pick<Keys, 'link'>
type Whose = Pick<SignalRecord, 'municipality' | 'id'>

/** Which link it is: drawn from what was sent by our key, so it stands nowhere and cannot be made from the record. */
const idOf = ({ link }: Key, route: string, sent: string): string =>
  uuidOf(keyedHash(link, 'signaalpunt/answer link', route, sent))

/** Where the link of this hand-over leads. */
export function answerTarget(keys: Key, record: Whose, route: Pick<Route, 'id'>, sent: Sent): LinkTarget {
  return {
    purpose: 'answer',
    municipality: record.municipality,
    subject: record.id,
    link: idOf(keys, route.id, sent.id),
    until: linkEnds(sent.answerBy),
  }
}

/** The link itself, with what is kept of it. `at`: where our pages are reached. */
export function answerLink(keys: Key, at: string, record: Whose, route: Pick<Route, 'id'>, sent: Sent) {
  const target = answerTarget(keys, record, route, sent)
  const token = linkToken(keys, target)
  return { url: `${at}/a/${token}`, link: linkHash(keys, token), until: target.until }
}

/** The hand-over that a link was made for; undefined: it is of none here. */
export function handOverOf(
  keys: Key,
  record: SignalRecord,
  target: LinkTarget,
): { route: Route; sent: Sent } | undefined {
  for (const route of record.routes)
    for (const sent of sentOf(route))
      if (idOf(keys, route.id, sent.id) === target.link) return { route, sent }
  return undefined
}

/**
 * Can it still be answered by a link? Not of what is over or frozen, nor once a partner answered: by a link, or in another
 * way that an officer noted.
 */
export function takesAnswer(record: SignalRecord, route: Route): boolean {
  const { fromLink = [] } = route
  return (
    record.state !== 'closed' &&
    !isFrozen(record) &&
    route.state !== 'planned' &&
    route.next === undefined &&
    isOpenRoute(route) &&
    fromLink.length < MOST_LINK_ANSWERS &&
    !fromLink.some(isFinal)
  )
}
