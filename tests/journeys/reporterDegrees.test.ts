/** Who may know that you report this: three degrees, and what the store then holds (I.1). */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { keptOf } from './codeSteps.ts'
import {
  ask,
  cardWith,
  chatOf,
  lastSaid,
  onDisk,
  openDossier,
  opened,
  recordOf,
  report,
  said,
  vaultEntry,
} from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

describe('confidential', () => {
  test('the vault has identity and address, sealed; the record has a key and no name', async () => {
    const { sanne } = house
    const { signal, reference } = await report(house, sanne, 'Hij betaalt huur voor een bed.')
    const record = await recordOf(house, signal)
    expect(record.vaultKey).toBeDefined()
    const entry = await vaultEntry(house, record.vaultKey)
    expect(entry).toMatchObject({ address: expect.any(String), identity: expect.any(String) })
    expect((await chatOf(house, sanne)).sent).toMatchObject([{ signal, reference }])
    const disk = onDisk(house)
    for (const who of ['Sanne', 'de Wit', sanne.id, sanne.aadObjectId]) {
      expect(JSON.stringify(record)).not.toContain(who)
      expect(disk).not.toContain(who)
    }
  })
})

describe('unknown', () => {
  test('the vault has an address only; the draft’s entry with the identity is gone', async () => {
    const { sanne } = house
    await sanne.say('Hij betaalt huur voor een bed.')
    const before = (await chatOf(house, sanne)).draft?.vaultKey
    const { signal } = await report(house, sanne, 'En ook voor eten.', { degree: 'unknown' })
    const record = await recordOf(house, signal)
    expect(record.vaultKey).toBeDefined()
    expect(record.vaultKey).not.toBe(before)
    expect(await vaultEntry(house, before)).toBeUndefined()
    const entry = await vaultEntry(house, record.vaultKey)
    expect(entry).toMatchObject({ address: expect.any(String) })
    expect(entry).not.toHaveProperty('identity')
    expect(lastSaid(house, sanne)).toContain('Niemand van het meldpunt kan zien wie je bent')
  })

  test('the bot still brings a question, and the answer', async () => {
    const { sanne, marieke } = house
    const choices = { degree: 'unknown' }
    const { signal, reference } = await report(house, sanne, 'Hij betaalt huur voor een bed.', choices)
    await ask(house, marieke, reference, 'Hoeveel betaalt hij?')
    expect(lastSaid(house, sanne)).toContain('Hoeveel betaalt hij?')
    await sanne.say('Zeshonderd euro.')
    await sanne.click(cardWith(house, sanne, 'Dit is mijn antwoord'), 'Dit is mijn antwoord')
    await house.settle()
    expect((await recordOf(house, signal)).questions[0]?.answer?.text).toBe('Zeshonderd euro.')
  })
})

describe('anonymous', () => {
  test('nothing about who it was is stored: not in the record, the vault, the chat', async () => {
    const { sanne } = house
    await sanne.say('Hij betaalt huur voor een bed.')
    const key = (await chatOf(house, sanne)).draft?.vaultKey
    const { signal } = await report(house, sanne, 'En voor eten.', { degree: 'anonymous' })
    const record = await recordOf(house, signal)
    expect(record.degree).toBe('anonymous')
    expect(record).not.toHaveProperty('vaultKey')
    expect(record.effects).toEqual([])
    expect(await vaultEntry(house, key)).toBeUndefined()
    const chat = await chatOf(house, sanne)
    expect(chat.sent).toEqual([])
    expect(JSON.stringify(chat)).not.toContain(signal)
    expect(JSON.stringify(chat)).not.toContain(record.reference)
    // Nor can the two be laid side by side: nothing is left in the chat, so nothing says when it was last written.
    expect(await keptOf(house, 'chat')).toEqual([])
    expect(onDisk(house)).not.toContain(sanne.aadObjectId)
  })

  test('the receipt takes the place of the echo, with the code by which it is answered', async () => {
    const { sanne, connector } = house
    await sanne.say('Hij betaalt huur voor een bed.')
    const echo = connector.newestCard(sanne)
    await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
    await house.settle()
    const versions = connector.versions(echo)
    expect(versions).toHaveLength(2)
    const receipt = opened(house, versions[1])
    for (const words of [
      'S-2026-0001',
      'Wij bewaren niet wie je bent',
      'Zonder code hoor je niets',
      'Meld Misdaad Anoniem',
    ]) {
      expect(receipt).toContain(words)
    }
    // Nobody is told by itself, and no button stands there that would need to know whose it is.
    expect(receipt).not.toContain('Je hoort van ons')
    expect(receipt).not.toContain('Aanvullen')
    await sanne.say('mijn meldingen')
    expect(lastSaid(house, sanne)).not.toContain('S-2026-0001')
    expect(lastSaid(house, sanne)).toContain('Wat je anoniem meldde, zie je hier niet')
  })

  test('the officer sees the dossier, and that who is asked has to come with the code', async () => {
    const { sanne, marieke, connector } = house
    const { reference } = await report(house, sanne, 'Hij betaalt huur.', { degree: 'anonymous' })
    const dossier = await openDossier(house, marieke, reference)
    const text = connector.textOf(dossier)
    expect(text).toContain('Hij betaalt huur.')
    expect(text).toContain('Een vraag kan wel. Die wordt getoond als de melder de code gebruikt.')
    expect(text).not.toContain('Sanne')
  })

  test('what is typed afterwards is something new, and not laid with it', async () => {
    const { sanne } = house
    await report(house, sanne, 'Hij betaalt huur.', { degree: 'anonymous' })
    await sanne.say('Nog iets anders.')
    expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
    expect(lastSaid(house, sanne)).not.toContain('Hoort dit bij')
  })
})

test('none of the three puts a name or a word in the channel', async () => {
  const { sanne, kees } = house
  await report(house, sanne, 'Kanariekanaal betaalt huur.', { degree: 'anonymous' })
  await report(house, sanne, 'Kanariekanaal betaalt huur.', { degree: 'confidential' })
  await report(house, kees, 'Kanariekanaal betaalt huur.', { degree: 'unknown' })
  const seen = said(house, house.channel).join('\n')
  const wire = house.connector
    .everythingSent(house.channel)
    .map((it) => it.body)
    .join('\n')
  for (const hidden of ['Kanariekanaal', 'huur', 'Sanne', sanne.id, sanne.aadObjectId]) {
    expect(seen).not.toContain(hidden)
    expect(wire).not.toContain(hidden)
  }
  expect(seen).toContain('S-2026-0003')
})
