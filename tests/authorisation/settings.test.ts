/** Who may see and change the settings: by role, duty, place and membership, and by other people's ids. Written by hand. */

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { people } from '../../infra/local/demo.ts'
import { forged, keptOf, startWatched } from '../journeys/settingsSteps.ts'
import type { Person } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'

let house: House
beforeEach(async () => {
  house = await startWatched()
})
afterEach(() => house.stop())

const NEW = {
  name: people.fatima.name,
  id: people.fatima.aadObjectId,
  role: 'deputy',
  title: 'vervanger',
  phone: '088-000 00 09',
}
const VERBS = {
  page: { verb: 'settings' },
  form: { verb: 'settingsForm', kind: 'numbers' },
  preview: { verb: 'settingsPreview', kind: 'endPartner', item: 'riec', seen: 1, fields: {} },
  save: () => ({
    verb: 'settingsSave',
    kind: 'endPartner',
    item: 'riec',
    seen: 1,
    press: randomUUID(),
    fields: {},
  }),
  add: () => ({ verb: 'settingsSave', kind: 'person', seen: 1, press: randomUUID(), fields: NEW }),
}
/** What became of the settings: nothing, a proposal, or a version. */
async function became(): Promise<string> {
  const kept = await keptOf(house)
  if (!kept) return 'nothing'
  return kept.version > 1 ? 'done' : kept.proposals.length > 0 ? 'proposed' : 'nothing'
}

type Who = 'marieke' | 'joost' | 'ellen' | 'thomas' | 'nadia' | 'sanne'
test.each<[Who, string, string, string]>([
  ['marieke', 'sees', 'done', 'proposed'],
  ['joost', 'sees', 'proposed', 'proposed'],
  ['ellen', 'sees', 'proposed', 'proposed'],
  // In the channel, and no officer; here the FG, before a proposal waited long enough.
  ['thomas', 'sees only proposals', 'nothing', 'nothing'],
  ['nadia', 'sees only proposals', 'nothing', 'nothing'],
  ['sanne', 'sees nothing', 'nothing', 'nothing'],
])('%s %s; ending a partner is %s, a new reader is %s', async (who, sees, ending, adding) => {
  const person = house[who]
  const page = await forged(house, person, VERBS.page)
  const found = page.includes('Nu leest')
    ? 'sees'
    : page.includes('Er wacht niets')
      ? 'sees only proposals'
      : 'sees nothing'
  expect(found).toBe(sees)
  for (const data of [VERBS.form, VERBS.preview]) {
    const shown = await forged(house, person, data)
    expect(shown.includes('088-000 00 00') || shown.includes('Dit verandert er')).toBe(sees === 'sees')
  }
  expect(await became()).toBe('nothing')
  await forged(house, person, VERBS.save())
  expect(await became()).toBe(ending)
  await house.stop()
  house = await startWatched()
  await forged(house, house[who], VERBS.add())
  expect(await became()).toBe(adding)
})

test('an officer who was put out of the channel sees and changes nothing', async () => {
  const { marieke, connector, channel } = house
  connector.leave(channel, marieke)
  expect(await forged(house, marieke, VERBS.page)).toContain('geen lid van het kanaal')
  await forged(house, marieke, VERBS.save())
  expect(await became()).toBe('nothing')
})

const answer = async (by: Person, as?: { id: string; aadObjectId: string | undefined }) => {
  const proposal = (await keptOf(house))?.proposals[0]
  return forged(house, by, { verb: 'settingsAnswer', about: proposal?.id, choice: 'confirm' }, as)
}

test('a proposal is not confirmed by the one that asked it, by somebody else, or with the id of another', async () => {
  const { marieke, nadia, sanne, thomas, kees } = house
  await forged(house, marieke, VERBS.add())
  const tries: [Person, { id: string; aadObjectId: string | undefined }?][] = [
    [marieke],
    [sanne],
    // The FG, before two working days have gone by.
    [thomas],
    // The Entra id of the integrity contact, with the Teams id of somebody else, and the other way round.
    [kees, { id: kees.id, aadObjectId: nadia.aadObjectId }],
    [kees, { id: nadia.id, aadObjectId: kees.aadObjectId }],
    [kees, { id: nadia.id, aadObjectId: undefined }],
  ]
  for (const [by, as] of tries) {
    await answer(by, as)
    expect(await became()).toBe('proposed')
  }
  await answer(nadia)
  expect(await became()).toBe('done')
})
