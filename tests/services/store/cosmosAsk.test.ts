import { describe, expect, test } from '@jest/globals'
import { createAsk, type Limits } from '../../../services/store/cosmos/ask.ts'
import { WireError } from '../../../services/store/cosmos/wire.ts'
import { SECRET } from './subject.ts'

/** Asks while the tries fail like this, one after the other, and answers after that; keeps the pauses. */
const asking = async (failures: readonly unknown[], limits: Partial<Limits> = {}) => {
  const pauses: number[] = []
  const pause = async (ms: number) => void pauses.push(ms)
  const ask = createAsk(
    { requestTimeoutMs: 1_000, budgetMs: 60_000, tries: 4, pauseMs: 10, ...limits },
    pause,
  )
  let tries = 0
  const call = async (): Promise<string> => {
    const failure = failures[tries]
    tries += 1
    if (failure !== undefined) throw failure
    return 'answer'
  }
  const outcome: unknown = await ask(call).catch((error: unknown) => error)
  return { outcome, pauses, tries }
}

const failed = (code: number, more: object = {}): unknown =>
  Object.assign(new Error(SECRET), { code, body: { text: SECRET }, ...more })

describe('Cosmos: a request that is tried again', () => {
  test('waits for as long as a 429 names', async () => {
    const busy = failed(429, { retryAfterInMs: 1_500 })
    const { outcome, pauses } = await asking([busy, busy])
    expect(outcome).toEqual({ status: 200, value: 'answer', unsure: false })
    expect(pauses).toHaveLength(2)
    for (const ms of pauses) expect(ms).toBeGreaterThanOrEqual(1_500)
  })

  test('waits twice as long each time when nothing is named', async () => {
    const { pauses } = await asking([failed(503), failed(503), failed(503)], { pauseMs: 100 })
    expect(pauses.map((ms) => [100, 200, 400].find((from) => ms >= from && ms < from + 100))).toEqual([
      100, 200, 400,
    ])
  })

  test('does not wait for what comes after its time', async () => {
    const { outcome, pauses, tries } = await asking([failed(429, { retryAfterInMs: 60_000 })])
    expect(outcome).toMatchObject({ name: 'StoreUnavailable', reason: 'busy' })
    expect([pauses, tries]).toEqual([[], 1])
  })

  test.each([
    ['sent, without an answer', new WireError(true), true],
    ['never sent', new WireError(false), false],
    ['an error of the server', failed(500), true],
    ['too busy', failed(429), false],
  ])('remembers whether an earlier try may have been applied: %s', async (_, failure, unsure) => {
    expect((await asking([failure])).outcome).toEqual({ status: 200, value: 'answer', unsure })
    expect((await asking([failure, failed(404)])).outcome).toEqual({ status: 404, unsure })
    // Also when a later one surely was not.
    expect((await asking([failure, failed(429), failed(412)])).outcome).toEqual({ status: 412, unsure })
  })

  test('ends a try that is never answered', async () => {
    const ask = createAsk({ requestTimeoutMs: 5, budgetMs: 60_000, tries: 2, pauseMs: 1 })
    const signals: AbortSignal[] = []
    const never = (signal: AbortSignal) => {
      signals.push(signal)
      return new Promise<string>(() => undefined)
    }
    await expect(ask(never)).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'unreachable' })
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  })

  test.each([
    ['no token', Object.assign(new Error(SECRET), { name: 'CredentialUnavailableError' }), 4],
    ['not understood', failed(400), 1],
    ['something else', new TypeError(SECRET), 1],
  ])('says nothing of the error of the SDK: %s', async (_, failure, expected) => {
    const { outcome, tries } = await asking([failure, failure, failure, failure])
    expect(tries).toBe(expected)
    expect(Error.isError(outcome) && [outcome.message.includes(SECRET), outcome.cause]).toEqual([
      false,
      undefined,
    ])
  })
})
