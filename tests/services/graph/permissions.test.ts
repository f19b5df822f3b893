/** Which permissions an installation needs, and what a token says that it has. */
import { expect, test } from '@jest/globals'
import { comparePermissions, neededPermissions, permissionsIn } from '../../../services/graph/permissions.ts'
import { GroupId } from '../../../services/words.ts'

const group = GroupId.parse('7c0f7d2e-1111-4222-8333-444455556666')
const tokenOf = (claims: unknown) =>
  `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`

test('the groups of people are asked for where a group or a pilot is configured, and only there', () => {
  expect(neededPermissions([{}])).not.toContain('GroupMember.Read.All')
  expect(neededPermissions([{}, { group }])).toContain('GroupMember.Read.All')
  expect(neededPermissions([{ pilot: { group } }])).toContain('GroupMember.Read.All')
})

test('mail and calendars are never permissions for every mailbox', () => {
  expect(neededPermissions([{ group }]).filter((name) => /Mail|Calendar/.test(name))).toEqual([])
})

test('the roles of a token are read; what has another form says nothing, which is not that there are none', () => {
  expect(permissionsIn(tokenOf({ roles: ['User.Read.All'] }))).toEqual(['User.Read.All'])
  expect(permissionsIn(tokenOf({}))).toEqual([])
  for (const odd of ['', 'opaque', 'a.b', 'a.%%.c', tokenOf('text'), tokenOf({ roles: 'all' })])
    expect(permissionsIn(odd)).toBeUndefined()
})

test('what is missing, and what is one too many', () => {
  expect(comparePermissions(['A', 'B'], ['B', 'Z', 'C'])).toEqual({ missing: ['A'], tooMany: ['C', 'Z'] })
})
