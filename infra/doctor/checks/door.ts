/** The bot from the outside, at the address where Teams reaches it: does it live, is it ready, is its door shut. */
import { z } from 'zod'
import { json } from '../../../services/graph/clientToken.ts'
import { type Finding, fault, good } from '../finding.ts'
import type { Setting } from '../setting.ts'

const ANSWER_MS = 10_000
const Ready = z.object({ wrong: z.array(z.string().max(80)).max(40) })

const ask = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) })

/** What /readyz says is wrong, which it tells whoever has the token; undefined: it only said that it is not ready. */
const wrongIn = (text: string): string | undefined => {
  const found = Ready.safeParse(json(text)).data?.wrong.filter((each) => /^[\w:]+$/.test(each))
  return found && found.length > 0 ? found.join(', ') : undefined
}

/** What somebody without a token is answered, who must be turned away whatever they send. */
async function strangerAt(address: string): Promise<number> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  const { status, body } = await ask(`${address}/api/messages`, init)
  await body?.cancel()
  return status
}

/** Asks as a stranger would; the token of /readyz goes along where there is one. */
export async function door({ config, asked }: Pick<Setting, 'config' | 'asked'>): Promise<Finding[]> {
  const address = asked.address?.replace(/(?<!\/)\/+$/, '')
  if (address === undefined || address === '') return [fault('door', 'doorUnasked')]
  try {
    const lives = await ask(`${address}/healthz`)
    await lives.body?.cancel()
    if (lives.status !== 200) return [fault('door', 'doorAway', { what: `HTTP ${lives.status}` })]
    const headers = config.readyToken ? { authorization: `Bearer ${config.readyToken}` } : {}
    const ready = await ask(`${address}/readyz`, { headers })
    const said = await ready.text()
    const stranger = await strangerAt(address)
    // A bot without credentials is in local mode: it asks nobody for a token.
    const isShut = config.credentials.kind === 'none' || stranger === 401 || stranger === 403
    const wrong = [
      ...(isShut ? [] : [fault('door', 'doorOpen', { what: `HTTP ${stranger}` })]),
      ...(ready.status === 200
        ? []
        : [fault('door', 'doorNotReady', { what: wrongIn(said) ?? `HTTP ${ready.status}` })]),
    ]
    return wrong.length > 0 ? wrong : [good('door')]
  } catch {
    return [fault('door', 'doorAway')]
  }
}
