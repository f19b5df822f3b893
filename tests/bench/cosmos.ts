/**
 * The Cosmos server of the tests in a process of its own, with the proxy that makes a batch all or nothing: it looks at
 * each document of a batch first, so its milliseconds are more than those of one request. It counts what comes over the
 * wire, and a batch is one.
 */
import { startCosmosServer } from '../kit/cosmosServer.ts'
import { answer } from './children.ts'

answer(async () => {
  const server = await startCosmosServer()
  return {
    ready: { endpoint: server.endpoint, key: server.key },
    answers: { requests: () => server.requests() },
    stop: () => server.stop(),
  }
})
