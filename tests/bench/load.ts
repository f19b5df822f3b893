/** The load: activities sent to a bot over connections that stay open, one by one or several at once, and timed. */
import http from 'node:http'

export type Wire = { readonly [key: string]: unknown }
/**
 * `taken`: answered 202. The work took longer than an answer may, and goes on; what comes of it is said in the chat. So
 * `ms` is then how long the person waited for a sign of life, and the least that the work took.
 */
export type Timed = { ms: number; body: unknown; taken: boolean }
/** `tookMs`: all of them together. */
export type Run = { turns: Timed[]; tookMs: number }

export type Client = {
  send(activity: Wire): Promise<Timed>
  /** The next when the one before is answered. */
  oneByOne(activities: readonly Wire[]): Promise<Run>
  /** So many people at once, each with the next when the one before is answered. */
  atOnce(activities: readonly Wire[], people: number): Promise<Run>
  close(): void
}

/** Longer than any turn may take: a bot that hangs must not hold up the bench. */
const PATIENCE_MS = 60_000

/** A client of one bot. `more`: headers that go with each request. */
export function openClient(url: string, more: () => Record<string, string> = () => ({})): Client {
  const agent = new http.Agent({ keepAlive: true })
  const once = (text: string): Promise<Timed | 'closed'> =>
    new Promise((resolve, reject) => {
      const length = Buffer.byteLength(text)
      const headers = { 'content-type': 'application/json', 'content-length': length, ...more() }
      const start = performance.now()
      const options = { method: 'POST', headers, agent, timeout: PATIENCE_MS }
      const request = http.request(url, options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const ms = performance.now() - start
          const answered = Buffer.concat(chunks).toString('utf8')
          const taken = response.statusCode === 202
          // A turn that fails is quick: figures of it would be worth nothing.
          if (response.statusCode !== 200 && !taken)
            reject(new Error(`A bot answered ${response.statusCode}.`))
          else resolve({ ms, taken, body: taken || answered === '' ? undefined : JSON.parse(answered) })
        })
      })
      request.on('timeout', () => request.destroy(new Error('A bot does not answer.')))
      request.on('error', (error: NodeJS.ErrnoException) => {
        // A bot closes a connection that was not used for five seconds, maybe just now.
        if (request.reusedSocket && error.code === 'ECONNRESET') resolve('closed')
        else reject(error)
      })
      request.end(text)
    })
  const send = async (activity: Wire): Promise<Timed> => {
    const text = JSON.stringify(activity)
    for (;;) {
      const timed = await once(text)
      if (timed !== 'closed') return timed
    }
  }
  const atOnce = async (activities: readonly Wire[], people: number): Promise<Run> => {
    const turns: Timed[] = []
    const waiting = activities.entries()
    const person = async () => {
      for (const [at, activity] of waiting) turns[at] = await send(activity)
    }
    const start = performance.now()
    await Promise.all(Array.from({ length: people }, person))
    return { turns, tookMs: performance.now() - start }
  }
  return {
    send,
    oneByOne: (activities) => atOnce(activities, 1),
    atOnce,
    close: () => agent.destroy(),
  }
}
