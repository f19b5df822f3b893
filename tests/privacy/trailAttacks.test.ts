/**
 * Somebody has both databases in hands, and no key: they put back an older copy of both, or take away a signal with
 * everything that says it was there. What the trail promises to notice, it notices (docs/decisions/audit-trail.md).
 */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { logWitness } from '../../bot/app/witness.ts'
import { auditVerify, auditVerifyCommand } from '../../infra/commands/auditVerify.ts'
import { DigestLine } from '../../services/audit/digest.ts'
import { HeadBody, headKey } from '../../services/audit/headDocuments.ts'
import { MunicipalityId } from '../../services/words.ts'
import { anonymously } from '../journeys/codeSteps.ts'
import { type Reported, report, tenant } from '../journeys/steps.ts'
import { type House, startHouse } from '../kit/house.ts'
import { putBack, type Row, rowsOf } from './tamper.ts'

let house: House
let told: string[] = []
beforeEach(async () => {
  told = []
  await start()
})
afterEach(() => house.stop())

/** As in production: the trail is watched. */
async function start(): Promise<void> {
  house = await startHouse({
    adjust: (config) => ({ ...config, watchTrail: true }),
    witness: { keep: async (line) => void told.push(line) },
  })
}

const files = () => [join(house.dir, 'signaalpunt.db'), join(house.dir, 'audit.db')] as const
type Copy = readonly [Row[], Row[]]
const copy = (): Copy => {
  const [first, second] = files()
  return [rowsOf(first), rowsOf(second)]
}
/** Changes both databases behind the back of a house that is stopped meanwhile. */
async function behind(act: (copy: Copy) => Copy): Promise<void> {
  await house.bot.stop()
  const [first, second] = files()
  const [signals, heads] = act(copy())
  putBack(first, signals)
  putBack(second, heads)
  await house.restart()
}
const day = async (days = 1) => {
  house.clock.advance({ days })
  await house.bot.sweep()
  await house.settle()
}

/** What the command says: what is wrong, and all that it says. */
async function verify(...lines: string[]): Promise<{ wrong: number; said: string[] }> {
  const said: string[] = []
  const wrong = await auditVerify(house.config, (line) => void said.push(line), {
    lines: lines.map((line) => DigestLine.parse(line)),
    explain: true,
  })
  return { wrong, said }
}
const last = () => told.at(-1) ?? ''

/** Without everything that says that this signal was there: its document, its head, its parts in the agenda. */
const without =
  ({ signal }: Reported, more: (row: Row) => boolean = () => false) =>
  ([signals, heads]: Copy): Copy => [
    signals.filter((row) => !(row.kind === 'signal' && row.id === signal) && !more(row)),
    heads.filter((row) => !row.body.includes(`"signal":"${signal}"`)),
  ]

describe('K5: without any key, nothing is taken away unnoticed', () => {
  let first: Reported
  let second: Reported
  let third: Reported
  beforeEach(async () => {
    first = await report(house, house.sanne, 'Er slapen mensen in de loods.')
    second = await report(house, house.kees, 'Hij mag zijn paspoort niet houden.')
    third = await anonymously(house, house.nadia, 'Iemand betaalt voor haar.')
    await house.bot.sweep()
  })

  test('nothing happened: nothing is said to be wrong, and what could not be seen is', async () => {
    await day()
    await report(house, house.thomas, 'Nog een melding: er wordt niet betaald.')
    // Its head is written a moment later, or at a stop.
    await house.restart()
    expect(told).toHaveLength(2)
    const { wrong, said } = await verify(...told)
    expect(said.filter((line) => !line.includes(':'))).toEqual([])
    expect(wrong).toBe(0)
    expect(said).toContain('established: 4 number(s) that were given out have a head or a proof of an end')
    expect(said).toContain('established: digest 2 is the one that was written down')
    const bare = await verify()
    expect(bare.wrong).toBe(0)
    expect(bare.said.join('\n')).toContain(
      'could not be established: whether both places were put back as they were earlier',
    )
  })

  test('both databases are put back as they were yesterday', async () => {
    const yesterday = copy()
    await report(house, house.thomas, 'Er slapen jongens in de kelder.')
    await day()
    const line = last()
    await behind(() => yesterday)
    const { wrong, said } = await verify(line)
    expect(wrong).toBe(1)
    expect(said).toContain(
      'digest 2: was written down, and does not stand here: an older copy was put back, or the line is not ours',
    )
    // Going on from the older copy makes another digest of the same number.
    await day(0)
    expect(last().split(':')[0]).toBe('2')
    expect(last()).not.toBe(line)
    expect((await verify(line)).said.join('\n')).toContain('digest 2: is not the one that was written down')
  })

  test('a signal is taken away with its head', async () => {
    await behind(without(second))
    const { wrong, said } = await verify()
    expect(said).toContain(`${second.reference}: has no head, and no proof of an end`)
    expect(said.join('\n')).toContain('1 audit trail(s) that a digest knew')
    expect(wrong).toBe(2)
  })

  test('also an anonymous one, and before any digest was taken', async () => {
    const late = await anonymously(house, house.thomas, 'Zij durft niets te zeggen.')
    await behind((all) => {
      const [signals, heads] = without(late)(all)
      return [signals, heads.filter(({ id }) => !/^(?:digest|marks)-/.test(id))]
    })
    expect((await verify()).said).toContain(`${late.reference}: has no head, and no proof of an end`)
  })

  test('with the document of its number, and with the counter set back', async () => {
    const number = Number(third.reference.split('-').at(-1))
    const year = third.reference.split('-')[1]
    const isOfNumber = ({ kind, id }: Row) => kind === 'counter' && id === `signals-${year}-${number}`
    await behind((all) => {
      const [signals, heads] = without(third, isOfNumber)(all)
      const counted = signals.map((row) =>
        row.id === `signals-${year}`
          ? { ...row, body: JSON.stringify({ schema: 1, last: number - 1 }) }
          : row,
      )
      return [counted, heads]
    })
    const { wrong, said } = await verify()
    expect(said).toContain(`the numbers of ${year}: fewer were given out than a digest knew`)
    expect(wrong).toBeGreaterThanOrEqual(2)
    // What a digest knew stays known until somebody looked: also to the next, which says it in the log.
    await day()
    expect((await verify()).said.join('\n')).toContain('1 audit trail(s) that a digest knew')
  })

  test('with every digest, too: the line that was kept says so', async () => {
    const line = last()
    await behind((all) => {
      const [signals, heads] = without(third)(all)
      return [signals, heads.filter(({ id }) => !/^(?:digest|marks)-/.test(id))]
    })
    expect((await verify(line)).said.join('\n')).toContain(
      'digest 1: was written down, and does not stand here',
    )
  })

  test('and another head made to name its case code', async () => {
    await behind((all) => {
      const [signals, heads] = without(second)(all)
      return [
        signals,
        heads.map((row) =>
          row.body.includes(`"signal":"${first.signal}"`)
            ? { ...row, body: row.body.replace(first.reference, second.reference) }
            : row,
        ),
      ]
    })
    const { said } = await verify()
    expect(said).toContain(`${first.reference}: head`)
    expect(said.join('\n')).toContain('1 audit trail(s) that a digest knew')
  })

  test('and a proof of an end made up, or copied from another', async () => {
    await behind((all) => {
      const [signals, heads] = without(second)(all)
      const head = all[1].find((row) => row.body.includes(`"signal":"${second.signal}"`))
      if (!head) throw new Error('There was no head.')
      const ended = 'a'.repeat(64)
      const body = JSON.stringify({ schema: 1, ended, place: ended, reference: ended })
      return [signals, [...heads, { ...head, body, open: 0 }]]
    })
    const { said } = await verify()
    expect(said).toContain(`${second.reference}: has no head, and no proof of an end`)
    expect(said).toContain('1 head(s) that stand where they do not belong')
    expect(said.join('\n')).toContain('1 audit trail(s) that a digest knew')
  })

  test('a proof of before, made up, covers nothing once there is a digest', async () => {
    await behind((all) => {
      const [signals, heads] = without(second)(all)
      const head = all[1].find((row) => row.body.includes(`"signal":"${second.signal}"`))
      if (!head) throw new Error('There was no head.')
      const body = JSON.stringify({ schema: 1, ended: 'a'.repeat(64) })
      return [signals, [...heads, { ...head, body, open: 0 }]]
    })
    const { said } = await verify()
    expect(said).toContain(`${second.reference}: has no head, and no proof of an end`)
    expect(said.join('\n')).toContain('1 audit trail(s) that a digest knew')
  })

  test('a head that was put back with its signal', async () => {
    const before = copy()
    const { marieke, connector, channel } = house
    await marieke.click(connector.newestCard(channel), 'Openen')
    await house.settle()
    await day()
    const isOfThird = (row: Row) => row.id === third.signal || row.body.includes(`"signal":"${third.signal}"`)
    await behind(([signals, heads]) => [
      signals.map((row) => (isOfThird(row) ? (before[0].find(({ id }) => id === row.id) ?? row) : row)),
      heads.map((row) => (isOfThird(row) ? (before[1].find(({ id }) => id === row.id) ?? row) : row)),
    ])
    const { wrong, said } = await verify()
    expect([wrong, said.join('\n')]).toEqual([
      1,
      expect.stringContaining('1 audit trail(s) that a digest knew'),
    ])
  })

  test('a line that is none of ours is not believed', async () => {
    const [number] = last().split(':')
    const { wrong, said } = await verify(`${number}:${'f'.repeat(64)}`, `900:${'0'.repeat(64)}`)
    expect(wrong).toBe(2)
    expect(said).toContain(
      `digest ${number}: is not the one that was written down: an older copy was put back, or the line is not ours`,
    )
  })

  test('a digest that was changed, or made up, is said; and it stops no digest of the next day', async () => {
    await behind(([signals, heads]) => {
      const digest = heads.find(({ id }) => id.startsWith('digest-'))
      if (!digest) throw new Error('There was no digest.')
      const made = [2, 3].map((number) => ({
        ...digest,
        id: `digest-00000000${number}`,
        body: digest.body.replace('"number":1', `"number":${number}`),
      }))
      return [signals, [...heads, ...made]]
    })
    const { said } = await verify()
    expect(said).toContain('digest 2: is missing, or was changed')
    await day()
    expect(last()).toMatch(/^2:/)
    expect((await verify(last())).said).toContain('established: digest 2 is the one that was written down')
  })

  test('heads and proofs of another municipality account for nothing here', async () => {
    const other = MunicipalityId.parse('anderstad')
    const { audit } = house.bot.app.keys
    await behind((all) => {
      const [signals, heads] = without(second)(all)
      const foreign = all[1].find((row) => row.body.includes(`"signal":"${second.signal}"`))
      if (!foreign) throw new Error('There was no head.')
      const body = HeadBody.parse(JSON.parse(foreign.body))
      // As it stands in that municipality, under the name that it has there.
      return [signals, [...heads, { ...foreign, id: headKey(audit, other, body.signal).id }]]
    })
    const { said } = await verify()
    expect(said).toContain(`${second.reference}: has no head, and no proof of an end`)
    expect(said).toContain('1 head(s) that stand where they do not belong')
    expect(tenant(house)).not.toBe(other)
  })
})

describe('what leaves the house of it', () => {
  test('is one line a day, whether anything came in or not, and says nothing of how much', async () => {
    await house.bot.sweep()
    await house.bot.sweep()
    expect(told).toHaveLength(1)
    await day()
    await day()
    expect(told.map((line) => line.split(':')[0])).toEqual(['1', '2', '3'])
    expect(new Set(told.map((line) => line.split(':')[1])).size).toBe(3)
    for (const line of told) expect(line).toMatch(/^\d+:[0-9a-f]{64}$/)
  })

  test('the log writes it whatever level it has, and nothing else with it', async () => {
    const lines: string[] = []
    const line = DigestLine.parse(`7:${'a'.repeat(64)}`)
    await logWitness('error', { write: (text) => void lines.push(text) }).keep(line)
    const { time, ...rest } = JSON.parse(lines[0] ?? '')
    expect([typeof time, rest]).toEqual(['string', { level: 30, event: 'audit.digest', digest: line }])
    await logWitness('silent', { write: (text) => void lines.push(text) }).keep(line)
    expect(lines).toHaveLength(1)
  })

  test('what could not be written down is written down in the next round', async () => {
    await house.stop()
    let away = true
    house = await startHouse({
      adjust: (config) => ({ ...config, watchTrail: true }),
      witness: {
        keep: async (line) => {
          if (away) throw new Error('The log is away.')
          told.push(line)
        },
      },
    })
    await house.bot.sweep()
    expect(told).toEqual([])
    away = false
    await house.bot.sweep()
    await house.bot.sweep()
    expect(told).toHaveLength(1)
  })

  test('the second place names no signal beside its head, and no moment', async () => {
    const it = await anonymously(house, house.nadia, 'Zij mag het huis niet uit.')
    await house.bot.sweep()
    const [, heads] = copy()
    const mine = heads.filter(({ id }) => /^(?:digest|marks)-/.test(id))
    expect(mine).toHaveLength(2)
    const text = JSON.stringify(mine)
    expect(text).not.toContain(it.signal)
    expect(text).not.toContain(it.reference)
    expect(text).not.toMatch(/\d{2}:\d{2}:\d{2}/)
  })
})

test('the command takes the lines as they stand in the log, and refuses what is none', async () => {
  await report(house, house.sanne, 'Er slapen mensen in de loods.')
  await house.bot.sweep()
  const said: string[] = []
  const run = (...args: string[]) =>
    auditVerifyCommand(
      args,
      () => house.config,
      (line) => void said.push(line),
    )
  expect(await run(`--digest=${last().toUpperCase()}`)).toBe(0)
  expect(await run('--digest=12')).toBe(2)
  expect(said.at(-1)).toContain('--digest takes NUMBER:HASH')
  expect(await run(`--digest=${last()}, 9:${'0'.repeat(64)}`)).toBe(1)
})
