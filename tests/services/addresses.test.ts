/** Where anything may be sent: https, on Microsoft's hosts, for what it is for; and ids that stay one part of a path. */
import { describe, expect, test } from '@jest/globals'
import {
  type Allowed,
  isHost,
  isPersonId,
  mayGoTo,
  type Purpose,
  sameAddress,
  segment,
} from '../../services/addresses.ts'

const plain: Allowed = { hosts: [], loopback: false }
const local: Allowed = { hosts: [], loopback: true }

describe('Microsoft’s own hosts', () => {
  test.each<[Purpose, string]>([
    ['teams', 'https://smba.trafficmanager.net/emea/'],
    ['teams', 'https://smba.trafficmanager.net/emea/5333ca9f-0956-4aec-9737-ed5a73e3b766/'],
    ['teams', 'https://SMBA.trafficmanager.net:443/de'],
    ['teams', 'https://smba.infra.gcc.teams.microsoft.com/teams'],
    ['teams', 'https://europe.botframework.com/'],
    ['graph', 'https://graph.microsoft.com/v1.0'],
    ['signIn', 'https://login.microsoftonline.com'],
    ['signingKeys', 'https://login.botframework.com/v1/.well-known/openidconfiguration'],
    ['cosmos', 'https://signaalpunt.documents.azure.com:443/'],
    ['keyVault', 'https://signaalpunt.vault.azure.net/'],
  ])('%s: %s', (purpose, address) => expect(mayGoTo(address, purpose, plain)).toBe(true))

  test.each([
    'http://smba.trafficmanager.net/emea/',
    'ftp://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://kwaad.trafficmanager.net/',
    'https://kwaad.smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.kwaad.example/',
    'https://smba.trafficmanager.net./',
    'https://kwaadbotframework.com/',
    'https://botframework.com/',
    'https://graph.microsoft.com/',
    'https://smba.trafficmanager.net@kwaad.example/',
    'https://user:pass@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net\\@kwaad.example/',
    'https://kwaad.example\\.smba.trafficmanager.net/',
    'https:\\\\smba.trafficmanager.net/',
    'https:smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/?x=',
    'https://smba.trafficmanager.net/#',
    'https://smba.trafficmanager.net/a/../b',
    'https://smba.trafficmanager.net/%2e%2e/',
    'https://smba.trafficmanager.net//kwaad.example',
    ' https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/\n',
    'https://smba.traffic\tmanager.net/',
    'https://ѕmba.trafficmanager.net/',
    'https://smba。trafficmanager.net/',
    'https://127.0.0.1/',
    'http://localhost:3978/',
    '//smba.trafficmanager.net/',
    '',
    `https://smba.trafficmanager.net/${'x'.repeat(600)}`,
  ])('not, to Teams: %j', (address) => expect(mayGoTo(address, 'teams', plain)).toBe(false))
})

test('hosts that were added: by whole name, or below one; https as well', () => {
  const allowed = { hosts: ['teams.example', '*.gov.teams.example'], loopback: false }
  const may = (address: string) => mayGoTo(address, 'teams', allowed)
  expect(['https://teams.example/', 'https://smba.gov.teams.example/x'].map(may)).toEqual([true, true])
  const not = ['http://teams.example/', 'https://x.teams.example/', 'https://gov.teams.example/']
  expect(not.map(may)).toEqual([false, false, false])
})

test('this machine, in local mode only: by its own names, and not by one that only looks like it', () => {
  const here = [
    'http://127.0.0.1:3978/_connector',
    'http://localhost/',
    'http://[::1]:80/',
    'https://localhost/',
  ]
  expect(here.map((address) => mayGoTo(address, 'teams', local))).toEqual([true, true, true, true])
  const not = [
    'http://127.0.0.1.kwaad.example/',
    'http://10.0.0.1/',
    'http://0.0.0.0/',
    'http://127.1/',
    'http://2130706433/',
  ]
  for (const address of not) expect(mayGoTo(address, 'teams', local)).toBe(false)
})

test('the same address, and another', () => {
  const emea = 'https://smba.trafficmanager.net/emea/'
  for (const same of ['https://SMBA.trafficmanager.net/emea', 'https://smba.trafficmanager.net:443/emea/'])
    expect(sameAddress(emea, same)).toBe(true)
  const others = [
    'https://smba.trafficmanager.net/amer/',
    'http://smba.trafficmanager.net/emea/',
    `${emea}x`,
    '',
    'x',
  ]
  for (const other of others) expect(sameAddress(emea, other)).toBe(false)
  // What cannot be read is the same as nothing, itself included.
  expect(sameAddress('https://a b/', 'https://a b/')).toBe(false)
})

test('what can be added as a host', () => {
  for (const host of ['host.example', 'a-b.c.example', '*.part.host.example']) expect(isHost(host)).toBe(true)
  for (const not of [
    '',
    '*',
    '*.example',
    '*.host.example',
    'host',
    'localhost',
    '1.2.3.4',
    'host.example.',
    '-a.example',
    'a..example',
  ])
    expect(isHost(not)).toBe(false)
})

describe('an id as a part of a path', () => {
  test.each([
    'a:1pL6i0oY3C0K8oAj8',
    '19:4a8b24124560197401ad0444054c35c6@thread.tacv2;messageid=1764000000002',
    '19:359c060c_f84df093@unq.gbl.spaces',
    '29:1sxjA2KsWLds946gF-s12O7qRlRS0zJRP',
    '8:orgid:e4a6dc38-37d4-4bde-86f9-1c3ff7604644',
    'f:b1e0',
    '1764000000002',
  ])('%s', (id) => expect(segment(id)).toBe(id))

  test.each([
    '',
    '.',
    '..',
    '...',
    '../members',
    'a/b',
    'a\\b',
    'a?b',
    'a#b',
    '%2e',
    'a b',
    'a\u0000',
    '29:\ud800',
    'é',
    'x'.repeat(501),
  ])('not %j', (id) => expect(() => segment(id)).toThrow('Nothing was sent'))

  test('a person, as Teams or Entra names one', () => {
    for (const id of [
      '29:1sxjA2KsWLds946gF-s12O7qRlRS0zJRP',
      '8:orgid:e4a6dc38-37d4-4bde-86f9-1c3ff7604644',
      'e4a6dc38-37d4-4bde-86f9-1c3ff7604644',
    ])
      expect(isPersonId(id)).toBe(true)
    for (const not of ['', '.', '..', '29:', '29:a/b', '29:a.b', '19:a@thread.tacv2', '29:a;b', '29:a?b'])
      expect(isPersonId(not)).toBe(false)
  })
})
