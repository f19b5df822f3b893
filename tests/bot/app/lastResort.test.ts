/** What nobody caught says of nobody who it was about: neither in the log nor on the standard error. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const SOURCES = fileURLToPath(new URL('../../../bot/app/', import.meta.url))
const CANARIES = ['Sanne', '29:kanarie', 'a:chat-kanarie', 'zeven bedden']

/** As the SDK throws it: the request with its address and its body hangs on the error. */
const THROWN = `Object.assign(new Error('29:kanarie is not here'), {
  code: 'ConversationNotFound', statusCode: 404,
  request: { url: 'https://smba.trafficmanager.net/v3/conversations/a:chat-kanarie', body: 'Sanne: zeven bedden' } })`

/** Runs this in a process of its own, watched as in production, which goes on for a moment. */
async function run(act: string): Promise<{ code: number | null; out: string; err: string }> {
  const script = `
    const { openLog } = await import('${SOURCES}log.ts')
    const { quietEnd } = await import('${SOURCES}lastResort.ts')
    quietEnd(openLog('info'), process)
    setTimeout(() => process.stdout.write('still here'), 300)
    setTimeout(() => { ${act} }, 1)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  let [out, err] = ['', '']
  child.stdout.on('data', (some: Buffer) => {
    out += String(some)
  })
  child.stderr.on('data', (some: Buffer) => {
    err += String(some)
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

test.each([
  ['a promise that nobody waited for', `void Promise.reject(${THROWN})`, 0],
  ['an error that was thrown past everything', `throw ${THROWN}`, 1],
  ['a text that was thrown', `throw 'Sanne: zeven bedden'`, 1],
  ['nothing at all', 'void Promise.reject(undefined)', 0],
])('what nobody caught: %s leaves its kind in the log, and nothing of anybody', async (_what, act, ends) => {
  const { code, out, err } = await run(act)
  expect(code).toBe(ends)
  expect(out).toContain('"event":"process.failed"')
  for (const canary of CANARIES) expect(out + err).not.toContain(canary)
  expect(err).toBe('')
  // Of one forgotten promise the others in the process do not suffer.
  expect(out.includes('still here')).toBe(ends === 0)
})
