/** Before each request that people see is asked whether it may begin, not once before them all. */

import { expect, test } from '@jest/globals'
import type { Outside } from '../../../bot/app/ports.ts'
import { whileLeased } from '../../../bot/courier/whileLeased.ts'
import type { Teams } from '../../../bot/teams/client.ts'
import { PersonId } from '../../../services/graph/port.ts'
import { Municipalities } from '../../../services/municipality/municipalities.ts'
import { keys } from '../../kit/chats.ts'
import { MemoryStore } from '../../kit/memoryStore.ts'
import { NOW, town } from '../../kit/signals.ts'

const PLACE = { serviceUrl: 'https://teams.example', conversation: 'a:chat' }
const POSTED = { ...PLACE, activity: '1' }
const MESSAGE = { notify: 'Er wacht iets' }

function world() {
  const did: string[] = []
  const says =
    <T>(what: string, answer: T) =>
    async (): Promise<T> => {
      did.push(what)
      return answer
    }
  const teams: Teams = {
    post: says('post', POSTED),
    update: says('update', { updated: true as const }),
    openChat: says('openChat', PLACE),
    postInChannel: says('postInChannel', POSTED),
    isMember: says('isMember', { member: true }),
    membersOf: says('membersOf', { members: new Set<string>(), whole: true }),
  }
  const outside: Outside = {
    store: new MemoryStore(),
    keys,
    teams,
    graph: {
      makeReachable: says('makeReachable', { reachable: true as const, chatId: 'c', installedNow: false }),
      nudge: says('nudge', { nudged: true as const }),
      account: says('account', { account: 'there' as const }),
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => NOW,
    newId: () => '00000000-0000-4000-8000-000000000001',
    municipalities: new Municipalities([town]),
    surface: 'dialog',
    answerWithin: 1,
    local: false,
    memberIdOf: (officer) => officer,
  }
  let left = 0
  const { teams: ours, graph } = whileLeased(outside, async () => left-- > 0)
  const channel = { serviceUrl: PLACE.serviceUrl, channelId: '19:c' }
  const person = new PersonId('00000000-0000-4000-9000-000000000001')
  return {
    did,
    may: (times: number) => {
      left = times
    },
    seen: [
      () => ours.post(PLACE, MESSAGE),
      () => ours.update(POSTED, MESSAGE),
      () => ours.postInChannel(channel, town.tenant, MESSAGE),
      () => graph.nudge(town.tenant, person, 'c', 'x'),
    ],
    reads: [
      () => ours.membersOf(PLACE),
      () => ours.openChat(PLACE.serviceUrl, town.tenant, 'm'),
      () => graph.account(town.tenant, person),
    ],
  }
}

test('what may not begin is not sent, and that is known', async () => {
  const { did, seen, may } = world()
  for (const act of seen) expect(await act()).toEqual({ failed: 'away' })
  expect(did).toEqual([])
  may(4)
  for (const act of seen) expect(await act()).not.toHaveProperty('failed')
  expect(did).toEqual(['post', 'update', 'postInChannel', 'nudge'])
})

test('it is asked again for what comes after; what nobody sees needs no asking', async () => {
  const { did, seen, reads, may } = world()
  may(1)
  const results = []
  for (const act of seen) results.push('failed' in (await act()))
  expect(results).toEqual([false, true, true, true])
  for (const act of reads) expect(await act()).not.toHaveProperty('failed')
  expect(did).toEqual(['post', 'membersOf', 'openChat', 'account'])
})
