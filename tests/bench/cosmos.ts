/** The Cosmos server of the tests, bare, in a process of its own: it counts what comes over the wire. */
import { randomBytes } from 'node:crypto'
import { createHttpServer } from '@vercel/cosmosdb-server'
import { answer } from './children.ts'
import { listen } from './listen.ts'

answer(async () => {
  const server = createHttpServer({ keepAlive: true })
  server.keepAliveTimeout = 120_000
  let requests = 0
  server.on('request', () => {
    requests += 1
  })
  return {
    ready: { endpoint: await listen(server), key: randomBytes(64).toString('base64') },
    answers: { requests: () => requests },
  }
})
