/** The commands of an administrator, on the files of a house: they say case codes and counts, and nothing else. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../../bot/app/config.ts'
import { auditVerify } from '../../../infra/commands/auditVerify.ts'
import { keysRotate } from '../../../infra/commands/keysRotate.ts'
import { commandConfig, openForCommand } from '../../../infra/commands/settings.ts'
import type { Versioned } from '../../../services/store/port.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { type House, startHouse } from '../../kit/house.ts'

const WORDS = 'Kanariewoorden: een jongen mag zijn paspoort niet zelf vasthouden.'

let house: House
let lines: string[]
const say = (line: string) => void lines.push(line)
beforeEach(async () => {
  lines = []
  house = await startHouse({
    adjust: (config) => ({
      ...config,
      keys: { kind: 'file', path: join(folderOf(config.store), 'keys.json') },
    }),
  })
})
afterEach(async () => {
  await house.stop()
  for (const trace of ['Kanarie', 'Sanne', house.sanne.id]) expect(lines.join('\n')).not.toContain(trace)
})

/** The folder of a store. */
const folderOf = (store: House['config']['store']): string =>
  store.kind === 'sqlite' ? join(store.path, '..') : ''
const pathOf = (of: House['config']['store']): string => (of.kind === 'sqlite' ? of.path : '')

/** Sends a signal; the officer opens it. */
async function reported(by = house.sanne): Promise<void> {
  const { connector, marieke, channel } = house
  await by.say(WORDS)
  await by.click(connector.newestCard(by), 'Versturen')
  await house.settle()
  await marieke.click(connector.newestCard(channel), 'Openen')
  await house.settle()
}

/** Does something to the first signal as it is stored, behind the back of a house that is stopped. */
async function behind(act: (kept: Versioned, store: ReturnType<typeof openSqliteStore>) => Promise<unknown>) {
  const store = openSqliteStore(pathOf(house.config.store))
  const [municipality] = house.config.municipalities
  const [kept] = municipality ? await store.list(municipality.id, 'signal', { after: '' }, 1) : []
  if (!kept) throw new Error('no signal')
  await act(kept, store)
  await store.close()
}

describe('npm run audit:verify', () => {
  test('finds every trail whole, while the bot runs and after it', async () => {
    await reported()
    await house.restart()
    expect(await auditVerify(house.config, say)).toBe(0)
    expect(lines).toEqual([expect.stringMatching(/: 1 audit trail\(s\) looked at, 0 not whole$/)])
  })

  test('finds a signal that was taken away', async () => {
    await reported()
    await house.restart()
    await behind((kept, store) => store.save([{ op: 'delete', key: kept.document }]))
    expect(await auditVerify(house.config, say)).toBe(1)
    expect(lines[0]).toBe('S-2026-0001: missing')
  })

  test('finds a month of searches that was taken away, or put back without its last line', async () => {
    const { connector, marieke } = house
    const search = async (reason: string) => {
      await marieke.say('inzageverzoek')
      const form = await marieke.click(connector.newestCard(marieke), 'Zoek op')
      if (form.dialog) await marieke.submitDialog(form.dialog, 'Zoek', { terms: 'Iemand', reason })
    }
    const month = async (
      act: (kept: Versioned, store: ReturnType<typeof openSqliteStore>) => Promise<unknown>,
    ) => {
      const store = openSqliteStore(pathOf(house.config.store))
      const [municipality] = house.config.municipalities
      const [kept] = municipality ? await store.list(municipality.id, 'ledger', { after: '' }, 1) : []
      if (!kept) throw new Error('no ledger')
      await act(kept, store)
      await store.close()
    }
    await search('Zaak 1')
    await house.restart()
    expect(await auditVerify(house.config, say)).toBe(0)
    expect(lines.pop()).toMatch(/: 1 audit trail\(s\) looked at, 0 not whole$/)
    let older: Versioned | undefined
    await month(async (kept) => {
      older = kept
    })
    await search('Zaak 2')
    await house.restart()
    await month((kept, store) =>
      store.save(older ? [{ op: 'replace', document: older.document, etag: kept.etag }] : []),
    )
    expect(await auditVerify(house.config, say)).toBe(1)
    expect(lines[0]).toBe('searches-2026-11: removed at entry 2')
    // Put where no month was, and taken from where it was.
    await month((kept, store) =>
      store.save([
        { op: 'create', document: { ...kept.document, id: 'searches-2026-10' } },
        { op: 'delete', key: kept.document },
      ]),
    )
    lines = []
    expect(await auditVerify(house.config, say)).toBe(2)
    expect(lines.slice(0, 2)).toEqual(['searches-2026-10: unreadable', 'searches-2026-11: missing'])
  })

  test('finds an older copy that was put back: its last entries are gone', async () => {
    await reported()
    let older: Versioned | undefined
    await behind(async (kept) => {
      older = kept
    })
    const { connector, marieke, channel } = house
    await marieke.click(connector.newestCard(channel), 'Openen')
    await house.restart()
    await behind((kept, store) => {
      if (!older) throw new Error('nothing was kept')
      return store.save([{ op: 'replace', document: older.document, etag: kept.etag }])
    })
    expect(await auditVerify(house.config, say)).toBe(1)
    expect(lines[0]).toBe('S-2026-0001: removed at entry 3')
  })

  test('finds a document that was changed', async () => {
    await reported()
    await house.restart()
    await behind((kept, store) => {
      const body = { ...Object(kept.document.body), data: 'v1.AAAA' }
      return store.save([{ op: 'replace', document: { ...kept.document, body }, etag: kept.etag }])
    })
    expect(await auditVerify(house.config, say)).toBe(1)
    expect(lines[0]).toBe('S-2026-0001: unreadable')
  })

  test('heads that a crash left behind catch up at the next start', async () => {
    await reported()
    await house.restart()
    // As after a crash: the signal went on, the head did not hear of it.
    const before = join(house.dir, 'heads-before')
    await house.bot.stop()
    copyFileSync(pathOf(house.config.heads), before)
    await house.restart()
    const { connector, marieke, channel } = house
    await marieke.click(connector.newestCard(channel), 'Openen')
    await house.bot.stop()
    copyFileSync(before, pathOf(house.config.heads))
    await house.restart()
    expect(await house.bot.catchUp()).toBe(0)
    await auditVerify(house.config, say)
    expect(lines.at(-1)).toContain('0 not whole')
  })
})

describe('npm run keys:rotate', () => {
  test('wraps everything anew beside a running bot; dropped keys open nothing, also not an older copy', async () => {
    await reported()
    const copy = join(house.dir, 'copy.db')
    await house.restart()
    copyFileSync(pathOf(house.config.store), copy)
    expect(await keysRotate(house.config, false, say)).toBe(0)
    expect(lines[0]).toMatch(/: [1-9]\d* rotated, \d+ by the newest key, 0 unreadable, 0 plain$/)
    expect(lines[1]).toContain('1 older key(s) kept')
    // The bot goes on, with what it reads and with what it writes.
    await reported(house.kees)
    lines = []
    expect(await keysRotate(house.config, true, say)).toBe(0)
    expect(lines.at(-1)).toContain('2 older key(s) dropped')
    const { connector, marieke, channel } = house
    const opened = await marieke.click(connector.newestCard(channel), 'Openen')
    expect(opened.dialog && connector.textOf(opened.dialog)).toContain('Kanariewoorden')
    await house.restart()
    expect(await auditVerify(house.config, say)).toBe(0)

    const store = { kind: 'sqlite' as const, path: copy }
    const old = await openForCommand({ ...house.config, store })
    const [municipality] = house.config.municipalities
    expect(municipality && (await old.store.list(municipality.id, 'signal', { after: '' }, 10))).toEqual([])
    expect(
      municipality && (await old.stored.list(municipality.id, 'signal', { after: '' }, 10)),
    ).toHaveLength(1)
    await old.close()
  })

  test('keeps the older keys while something does not open', async () => {
    await reported()
    await house.restart()
    await behind((kept, store) => {
      const body = { ...Object(kept.document.body), key: { by: 'elsewhere', wrapped: 'v1.AAAA' } }
      return store.save([{ op: 'replace', document: { ...kept.document, body }, etag: kept.etag }])
    })
    expect(await keysRotate(house.config, true, say)).toBe(1)
    expect(lines[0]).toContain('1 unreadable')
    expect(lines.at(-1)).toContain('kept')
  })
})

test('a command without an installation says what to do', () => {
  expect(() => commandConfig({ SIGNAALPUNT_DIR: join(house.dir, 'nowhere') })).toThrow(ConfigurationError)
  expect(() => commandConfig({ MUNICIPALITIES_FILE: join(house.dir, 'nowhere') })).toThrow(ConfigurationError)
})
