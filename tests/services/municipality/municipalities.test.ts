/** All that one installation serves: what may not be the same, and how each of them is now. */
import { describe, expect, test } from '@jest/globals'
import { Configured, Municipalities } from '../../../services/municipality/municipalities.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { soundPoint } from '../../../services/municipality/reportingPoint.ts'
import { GroupId, Instant, MunicipalityId, TenantId } from '../../../services/words.ts'
import { town } from '../../kit/signals.ts'

const GROUP = GroupId.parse('aaaaaaaa-0000-4000-8000-000000000001')
const OTHER_TENANT = TenantId.parse('bbbbbbbb-0000-4000-8000-000000000001')
const there: Municipality = {
  ...town,
  id: MunicipalityId.parse('anderstad'),
  name: 'Anderstad',
  channel: { ...town.channel, channelId: '19:anderstad@thread.tacv2' },
}

/** The fields that an error names. */
const wrong = (all: readonly unknown[]): string[] => {
  const parsed = Configured.safeParse(all)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

describe('the configuration', () => {
  test('of two in one tenant holds, and of two in two', () => {
    expect(wrong([town, there])).toEqual([])
    expect(wrong([town, { ...there, tenant: OTHER_TENANT, name: town.name, group: GROUP }])).toEqual([])
  })

  test.each([
    ['the id of another', { id: town.id }, '1.id'],
    ['no tenant', { tenant: undefined }, '1.tenant'],
    ['a tenant that is none', { tenant: 'voorbeeldstad' }, '1.tenant'],
    ['the id of a tenant as its own', { id: town.tenant }, '1.id'],
    ['the channel of another', { channel: town.channel }, '1.channel.channelId'],
    ['the name of another in its tenant', { name: ' voorbeeldstad' }, '1.name'],
    ['the group of another in its tenant', { group: GROUP }, '1.group'],
    ['a group that is none', { group: 'iedereen' }, '1.group'],
  ])('with %s is refused, and one error names the field', (_name, fields, at) => {
    expect(
      wrong([
        { ...town, group: GROUP },
        { ...there, ...fields },
      ]),
    ).toEqual([at])
  })

  test.each(['Voorbeeldstad', 'voorbeeld stad', '-a', 'a-', 'a--b', '1a', '', 'a'.repeat(41), 'a/b', 'é'])(
    'an id such as %j is none',
    (id) => expect(MunicipalityId.safeParse(id).success).toBe(false),
  )
  test.each(['a', 'voorbeeldstad', 'nieuw-voorbeeld-2'])('an id such as %s is one', (id) =>
    expect(MunicipalityId.safeParse(id).success).toBe(true),
  )
})

describe('how it is now', () => {
  const at = Instant.parse('2026-11-24T09:00:00.000Z')
  const gone = { ...soundPoint(town), channelGone: at }

  test('is what is configured, until something is known of it', () => {
    const all = new Municipalities([town, there])
    expect([...all]).toEqual([town, there])
    all.know(town.id, gone)
    expect(all.now(town).point).toEqual({ channelGone: true, gone: [], nobody: false })
    expect(all.of(there.id)).toEqual(there)
    all.know(town.id, soundPoint(town))
    expect(all.now(town)).toEqual(town)
  })

  test('is a value: what was handed on before does not change, nor does what is configured', () => {
    const configured = [structuredClone(town)]
    const all = new Municipalities(configured)
    const before = all.now(town)
    all.know(town.id, gone)
    expect(before.point).toBeUndefined()
    expect(configured).toEqual([town])
  })

  test('in a tenant, by its id in any case; none where it is not served', () => {
    const all = new Municipalities([town, { ...there, tenant: OTHER_TENANT }])
    expect(all.inTenant(town.tenant.toUpperCase()).map(({ id }) => id)).toEqual([town.id])
    for (const unknown of ['cccccccc-0000-4000-8000-000000000001', '', undefined, 'voorbeeldstad'])
      expect(all.inTenant(unknown)).toEqual([])
  })
})
