/** What the connector client does when there is no token, or none in time: nothing was sent, and it is known. */
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { ConnectorClient } from 'botframework-connector'
import { failureOf } from '../../../bot/teams/client.ts'
import { once } from '../../../bot/teams/connector.ts'

let server: Server
let requests = 0
beforeEach(async () => {
  requests = 0
  server = createServer((_request, response) => {
    requests += 1
    response.setHeader('content-type', 'application/json').end('{"id":"1"}')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

function client(signRequest: ConnectorClient['credentials']['signRequest'], timeout?: number) {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return once(new ConnectorClient({ signRequest }, { baseUri: `http://127.0.0.1:${address.port}` }), timeout)
}
const send = (it: ConnectorClient) =>
  it.conversations.sendToConversation('a:chat', { type: 'message' }).then(
    () => 'sent',
    (error: unknown) => failureOf(error),
  )

test('there is a token: one request', async () => {
  expect(await send(client(async (resource) => resource))).toBe('sent')
  expect(requests).toBe(1)
})

test('the sign-in service is away: nothing was sent, so it is no unknown outcome', async () => {
  const noToken = () => Promise.reject(Object.assign(new Error('network_error'), { name: 'ClientAuthError' }))
  expect(await send(client(noToken))).toEqual({ failed: 'away', token: true })
  expect(requests).toBe(0)
})

test('the sign-in service does not answer: it ends, and a token that comes later sends nothing', async () => {
  let late: () => void = () => undefined
  const slow = client(
    (resource) =>
      new Promise((resolve) => {
        late = () => resolve(resource)
      }),
    20,
  )
  expect(await send(slow)).toEqual({ failed: 'away', token: true })
  late()
  await new Promise((resolve) => setImmediate(resolve))
  expect(requests).toBe(0)
})

test('a slow token takes from the time of the request: together they are over in time', async () => {
  const asked = jest.spyOn(AbortSignal, 'timeout')
  const clock = jest.spyOn(performance, 'now').mockReturnValue(50_000)
  try {
    const slow = client(async (resource) => {
      clock.mockReturnValue(54_000)
      return resource
    }, 10_000)
    expect(await send(slow)).toBe('sent')
    expect(asked.mock.calls).toEqual([[6_000]])
  } finally {
    clock.mockRestore()
    asked.mockRestore()
  }
})

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
  'no connection (%s): nothing was sent',
  (code) => expect(failureOf(Object.assign(new Error('no'), { code }))).toEqual({ failed: 'away' }),
)

test.each(['ECONNRESET', 'ABORT_ERR', undefined])('broken off (%s): it may have arrived', (code) =>
  expect(failureOf(Object.assign(new Error('no'), { code }))).toEqual({ failed: 'unknown' }),
)
