/** What came into the mailbox: a mail of ours that came back, is late, was answered, or something else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { linesOf } from '../../../../infra/commands/bounces.ts'
import { classify } from '../../../../services/handover/bounces/classify.ts'
import { SAMPLES } from './mails.ts'

test.each(SAMPLES)('$name: $is', async ({ mime, is, to, id, why }) => {
  const found = await classify(mime)
  expect({ is: found.is, to: found.to, id: found.originalMessageId }).toEqual({ is, to, id })
  if (why) expect(found.why).toBe(why)
})

test('the number of the mail is found where it stands', async () => {
  const bounces = SAMPLES.filter(({ is, id }) => is === 'bounce' && id)
  expect(bounces.length).toBeGreaterThan(5)
  for (const { mime } of bounces) expect((await classify(mime)).texts.join('\n')).toContain('7K3MQ-2XA4P')
})

test('line ends of one sign, and a mail that is cut off, are no reason to fail', async () => {
  for (const { mime, is } of SAMPLES.slice(0, 18)) {
    expect((await classify(mime.replaceAll('\r\n', '\n'))).is).toBe(is)
    for (const part of [0.3, 0.6, 0.9]) await classify(mime.slice(0, Math.floor(mime.length * part)))
  }
})

test('whatever comes in, it is something', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(typeof (await classify(bytes)).is).toBe('string')
    }),
    { numRuns: 100 },
  )
})

test('the command says so for each file of a folder, in their order', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'mails-'))
  try {
    const [first, second] = SAMPLES
    writeFileSync(join(dir, 'b.eml'), first?.mime ?? '')
    writeFileSync(join(dir, 'a.EML'), second?.mime ?? '')
    writeFileSync(join(dir, 'c.txt'), 'geen mail')
    const lines: unknown[] = []
    for await (const line of linesOf(dir)) lines.push(JSON.parse(line))
    const same = { is: 'bounce', to: first?.to, originalMessageId: first?.id }
    expect(lines).toEqual([
      { file: 'a.EML', ...same },
      { file: 'b.eml', ...same },
    ])
  } finally {
    rmSync(dir, { recursive: true })
  }
})
