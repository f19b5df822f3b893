/** The commands of an administrator, on the files of a house: they say case codes and counts, and nothing else. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../../bot/app/config.ts'
import { auditVerify, auditVerifyCommand } from '../../../infra/commands/auditVerify.ts'
import { keysRotate, keysRotateCommand } from '../../../infra/commands/keysRotate.ts'
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
    const wait = async () => house.clock.advance({ minutes: 2 })
    expect(await keysRotate(house.config, true, say, wait)).toBe(0)
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

describe('the arguments of a command', () => {
  /** Every byte of the installation: the databases, the keys, and nothing besides. */
  const bytes = () => {
    const files = readdirSync(house.dir).sort()
    return files.map((name) => [name, readFileSync(join(house.dir, name)).toString('base64')])
  }
  const config = () => house.config
  const commands = { 'keys:rotate': keysRotateCommand, 'audit:verify': auditVerifyCommand } as const
  beforeEach(async () => {
    await reported()
    await house.bot.stop()
  })
  afterEach(() => house.restart())

  test.each(['keys:rotate', 'audit:verify'] as const)(
    '%s --help says what it does, and does nothing',
    async (name) => {
      const before = bytes()
      expect(await commands[name](['--help'], config, say)).toBe(0)
      expect(lines.join('\n')).toContain(`npm run ${name}`)
      expect(bytes()).toEqual(before)
    },
  )

  test.each([
    ['keys:rotate', '--halp'],
    ['keys:rotate', 'drop'],
    ['keys:rotate', '-d'],
    ['keys:rotate', '--drop=false'],
    ['keys:rotate', '--dry-run=no'],
    ['audit:verify', '--drop'],
    ['audit:verify', 'S-2026-0001'],
  ] as const)('%s %s is not known: it says so, and does nothing', async (name, argument) => {
    const before = bytes()
    const never = () => {
      throw new Error('It was not even configured.')
    }
    expect(await commands[name]([argument], never, say)).toBe(2)
    expect(lines[0]).toMatch(/^npm run .+ Nothing was done\. Try --help\.$/)
    expect(bytes()).toEqual(before)
  })

  test('keys:rotate --dry-run says what it would do, and does nothing', async () => {
    const before = bytes()
    expect(await keysRotateCommand(['--dry-run', '--drop'], config, say)).toBe(0)
    expect(lines[0]).toMatch(/: would make 2 new keys and wrap those of [1-9]\d* document\(s\) anew$/)
    expect(lines.at(-1)).toBe('Nothing was done.')
    expect(bytes()).toEqual(before)
    expect(await keysRotateCommand([], config, say)).toBe(0)
    expect(bytes()).not.toEqual(before)
  })

  test('another VAULT_KEY is refused by both, and changes nothing', async () => {
    const before = bytes()
    const wrong = () => ({ ...house.config, vaultKey: Buffer.alloc(32, 8) })
    for (const name of ['keys:rotate', 'audit:verify'] as const)
      await expect(commands[name]([], wrong, say)).rejects.toThrow(/VAULT_KEY/)
    expect(bytes()).toEqual(before)
  })
})

test('a command without an installation says what to do', () => {
  expect(() => commandConfig({ SIGNAALPUNT_DIR: join(house.dir, 'nowhere') })).toThrow(ConfigurationError)
  expect(() => commandConfig({ MUNICIPALITIES_FILE: join(house.dir, 'nowhere') })).toThrow(ConfigurationError)
})
