/** What comes slowly: hung up on in time, and let in where a page gave it longer. Over real sockets. */
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { arriveWithin } from '../../../bot/pages/body.ts'

const SHORT = 400
let server: Server
let port: number
beforeEach(async () => {
  server = createServer((request, response) => {
    arriveWithin(request, SHORT)
    if (request.url === '/longer') arriveWithin(request, 100 * SHORT)
    request.resume().once('end', () => response.end('here'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Half of a request now, the other half so many milliseconds later; gives what came back. */
async function sendSlowly(path: string, ms: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let got = ''
  const over = new Promise<void>((resolve) => {
    socket.on('data', (data) => {
      got += data.toString()
    })
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
  })
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 4\r\n\r\nha`)
  await pause(ms)
  if (!socket.destroyed) socket.write('lf')
  await over
  return got
}

test('what takes too long is hung up on, without an answer', async () => {
  expect(await sendSlowly('/', 4 * SHORT)).toBe('')
})

test('what takes long is let in where it was given longer', async () => {
  expect(await sendSlowly('/longer', 4 * SHORT)).toContain('here')
})

test('an answer that takes longer than the request may is not cut off', async () => {
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    arriveWithin(request, SHORT)
    request.resume().once('end', () => setTimeout(() => response.end('here'), 4 * SHORT))
  })
  expect(await sendSlowly('/', 0)).toContain('here')
})
