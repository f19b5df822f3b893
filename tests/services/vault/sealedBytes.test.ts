/** What a thief of the disk sees: every byte of the database, its -wal and its -shm. */
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Store } from '../../../services/store/port.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { staticKeyRing } from '../../../services/vault/keyring.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { sealedStore } from '../../../services/vault/sealedStore.ts'
import { Reporter, vaultDocument } from '../../../services/vault/vault.ts'
import { MunicipalityId, VaultKey } from '../../../services/words.ts'
import { files, path, useFolder } from '../store/sqliteFile.ts'
import { documentOf, etagsOf } from '../store/subject.ts'

useFolder()

const HERE = MunicipalityId.parse('hier')
const keys = drawKeys(Buffer.alloc(32, 3))

/** Long enough that no part of it is anywhere by chance. */
const CANARIES = {
  story: 'Kanariepiet zag zestien matrassen in de schuur',
  name: 'Wilhelmina Kanarievogel-Testpersoon',
  user: '29:kanarie-gebruiker-1f0c8e',
  entra: '7a4d0c52-7e0f-4b76-9a55-kanarie00001',
  conversation: 'a:kanarie-gesprek-van-een-persoon',
  mail: 'w.kanarievogel@gemeente.example',
}

/** The ways in which a text can stand in bytes. Base64 depends on where in three bytes it begins. */
function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text)
  const base64 = [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '')
    // Without the signs that hold bits of what stands before or after.
    const sure = whole.slice(shift === 0 ? 0 : 4, -2)
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return [
    utf8,
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(utf8.toString('hex')),
    Buffer.from(utf8.toString('hex').toUpperCase()),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
    Buffer.from(encodeURIComponent(text)),
    ...base64.map((one) => Buffer.from(one)),
  ]
}

/** The canaries, or parts of them, that stand somewhere on the disk. */
function found(): string[] {
  const bytes = files().map((file) => readFileSync(file))
  return Object.entries(CANARIES).flatMap(([name, text]) => {
    const parts = [text, text.slice(0, 16), text.slice(-16)]
    const hit = parts.flatMap(formsOf).some((form) => bytes.some((all) => all.includes(form)))
    return hit ? [name] : []
  })
}

/** A chat, a signal and the vault entries of one reporter, written, changed and partly deleted. */
async function live(store: Store): Promise<void> {
  const { story, name, mail, ...address } = CANARIES
  const reporter = new Reporter({ serviceUrl: 'https://teams.example', ...address }, name)
  const parts = [{ text: story }, { text: mail }]
  const vaultKey = VaultKey.parse('33333333-3333-4333-8333-333333333333')
  const chat = reporter.chat(HERE, keys)
  const [etag] = etagsOf(
    await store.save([
      { op: 'create', document: documentOf({ kind: 'chat', id: chat, body: { draft: { parts } } }) },
      { op: 'create', document: vaultDocument(keys, HERE, vaultKey, reporter, 'confidential') },
    ]),
  )
  const signal = documentOf({ id: 'een', body: { story: parts, notes: [mail], name } })
  const [kept] = etagsOf(
    await store.save([
      { op: 'create', document: signal },
      { op: 'replace', document: documentOf({ kind: 'chat', id: chat, body: { mail } }), etag: etag ?? '' },
    ]),
  )
  const more = { ...signal, body: { story: Array.from({ length: 500 }, () => parts) } }
  etagsOf(await store.save([{ op: 'replace', document: more, etag: kept ?? '' }]))
  etagsOf(await store.save([{ op: 'delete', key: { ...signal, kind: 'chat', id: chat } }]))
  expect(await store.list(HERE, 'signal', { open: true }, 10)).toHaveLength(1)
}

describe('privacy: the bytes on the disk', () => {
  test('of a sealed store hold nothing of what was written or by whom, open and closed', async () => {
    const store = sealedStore(openSqliteStore(path), staticKeyRing(Buffer.alloc(32, 1)))
    await live(store)
    expect(files()).toHaveLength(3)
    expect(found()).toEqual([])
    await store.close()
    expect(found()).toEqual([])
  })

  test('of a plain store would be found: the search works', async () => {
    const store = openSqliteStore(path)
    await live(store)
    expect(found()).toEqual(expect.arrayContaining(['story', 'name', 'mail']))
    await store.close()
  })

  const { story } = CANARIES
  const written: [string, Buffer][] = [
    ['as it is', Buffer.from(story)],
    ['in UTF-16', Buffer.from(story, 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(story, 'utf16le').swap16()],
    ['in hexadecimal', Buffer.from(Buffer.from(story).toString('hex'))],
    ['in an address', Buffer.from(encodeURIComponent(story))],
    ...[0, 1, 2].map((before): [string, Buffer] => [
      `in base64, ${before} bytes on`,
      Buffer.from(Buffer.from(`${'\u0001'.repeat(before)}${story}!?`).toString('base64')),
    ]),
    ['in part', Buffer.from(story.slice(-16))],
  ]

  test.each(written)('are searched for what stands there %s', (_, bytes) => {
    writeFileSync(path, Buffer.concat([randomBytes(100), bytes, randomBytes(100)]))
    expect(found()).toEqual(['story'])
  })
})
