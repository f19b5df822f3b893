/** K3: messages that their writer changes, takes back or puts back, that come in another order, and what Teams tells twice. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Person, Wire } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { startShared, storedOf, THERE } from './sharedSteps.ts'
import {
  alarmsOf,
  cardWith,
  chatOf,
  lastSaid,
  onDisk,
  recordOf,
  report,
  said,
  saidDuring,
  sendDraft,
  vaultEntry,
} from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

type Typed = { activity: Wire }

const html = (text: string) => [{ contentType: 'text/html', content: `<p>${text}</p>` }]

/** As Teams tells of a change: the same id, and a moment of its own. */
let later = Date.parse('2026-12-01T12:00:00.000Z')
async function change(type: string, { activity }: Typed, fields: Wire = {}): Promise<string[]> {
  later += 1_000
  const timestamp = new Date(later).toISOString()
  return saidDuring(house, house.sanne, () =>
    house.connector.send({ ...activity, type, timestamp, ...fields }),
  )
}
const edit = (typed: Typed, text: string) =>
  change('messageUpdate', typed, { text, attachments: html(text), channelData: channel('editMessage') })
const remove = (typed: Typed) =>
  change('messageDelete', typed, {
    text: undefined,
    attachments: undefined,
    channelData: channel('softDeleteMessage'),
  })
const restore = (typed: Typed, text: string) =>
  change('messageUpdate', typed, { text, attachments: html(text), channelData: channel('undeleteMessage') })
const channel = (eventType: string) => ({ tenant: { id: house.connector.tenantId }, eventType })

const partsOf = async (person: Person) =>
  ((await chatOf(house, person)).draft?.parts ?? []).map(({ text }) => text)

describe('K3: a message that is changed before it is sent', () => {
  test('changes here too, in its place, and that is said', async () => {
    const { sanne } = house
    const first = await sanne.say('Er loopt iemand rond.')
    await sanne.say('Bij de loods.')
    const [answer] = await edit(first, 'Er loopt niemand rond.')
    expect(answer).toContain('Je hebt een bericht aangepast')
    expect(await partsOf(sanne)).toEqual(['Er loopt niemand rond.', 'Bij de loods.'])
    const { signal } = await sendDraft(house, sanne)
    expect((await recordOf(house, signal)).story.map(({ text }) => text)).toEqual([
      'Er loopt niemand rond.',
      'Bij de loods.',
    ])
    expect(onDisk(house)).not.toContain('loopt iemand')
  })

  test('told twice, and an older change after a newer one, change nothing more', async () => {
    const { sanne } = house
    const first = await sanne.say('Een.')
    await edit(first, 'Twee.')
    expect(await edit(first, 'Twee.')).toEqual([])
    await change('messageUpdate', first, {
      text: 'Oud.',
      attachments: html('Oud.'),
      timestamp: '2026-12-01T11:00:00.000Z',
    })
    expect(await partsOf(sanne)).toEqual(['Twee.'])
  })

  test('words of danger in it are danger, once', async () => {
    const { sanne, channel: point } = house
    const first = await sanne.say('Er zit iemand.')
    const answers = await edit(first, 'Help, ze is opgesloten in de loods!')
    expect(answers[0]).toContain('112')
    expect(alarmsOf(house, point)).toHaveLength(1)
    await edit(first, 'Help, ze is opgesloten in de loods en ze slaan haar!')
    expect(alarmsOf(house, point)).toHaveLength(1)
    expect(await partsOf(sanne)).toEqual(['Help, ze is opgesloten in de loods en ze slaan haar!'])
  })

  test('a BSN in it is hidden, and comes back where it stood', async () => {
    const { sanne } = house
    const first = await sanne.say('Een.')
    await sanne.say('Zijn bsn is 111222333.')
    await edit(first, 'Eén en bsn 123456782.')
    expect(await partsOf(sanne)).toEqual(['Eén en bsn [BSN verwijderd].', 'Zijn bsn is [BSN verwijderd].'])
    await sanne.say('geen bsn')
    expect(await partsOf(sanne)).toEqual(['Eén en bsn 123456782.', 'Zijn bsn is 111222333.'])
  })

  test('left empty it is as one that was taken back', async () => {
    const { sanne } = house
    const first = await sanne.say('Een.')
    await sanne.say('Twee.')
    await edit(first, '')
    expect(await partsOf(sanne)).toEqual(['Twee.'])
  })

  test('a photo that was taken out of it is not counted any more', async () => {
    const { sanne } = house
    const first = await sanne.say('Kijk.', {
      attachments: [{ contentType: 'image/png', contentUrl: 'https://x' }],
    })
    await edit(first, 'Kijk dan.')
    expect((await chatOf(house, sanne)).draft).toMatchObject({ attachmentsRefused: 0 })
  })
})

describe('K3: a message that is taken back', () => {
  test('goes out of the draft, from the screen and from the store', async () => {
    const { sanne, connector } = house
    await sanne.say('In de loods slapen mensen.')
    const second = await sanne.say('De zoon van bakker Driessen doet mee.')
    const [answer] = await remove(second)
    expect(answer).toContain('Je hebt een bericht verwijderd')
    expect(await partsOf(sanne)).toEqual(['In de loods slapen mensen.'])
    const shown = connector.chat(sanne).filter((each) => each.byBot)
    expect(shown.filter((each) => connector.textOf(each).includes('Driessen'))).toEqual([])
  })

  test('with nothing left the draft is gone, and what was sealed for it', async () => {
    const { sanne } = house
    const only = await sanne.say('De zoon van bakker Driessen doet mee.')
    const key = (await chatOf(house, sanne)).draft?.vaultKey
    const answers = await remove(only)
    expect(answers.at(-1)).toContain('Ik heb het hier ook gewist')
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    expect(await vaultEntry(house, key)).toBeUndefined()
  })

  test('put back it stands where it stood', async () => {
    const { sanne } = house
    const first = await sanne.say('Een.')
    await sanne.say('Twee.')
    await remove(first)
    expect(await edit(first, 'Te laat.')).toEqual([])
    const [answer] = await restore(first, 'Een.')
    expect(answer).toContain('teruggezet')
    expect(await partsOf(sanne)).toEqual(['Een.', 'Twee.'])
  })

  test('put back after the draft was gone it is what was typed', async () => {
    const { sanne } = house
    const only = await sanne.say('Een.')
    await remove(only)
    await restore(only, 'Een.')
    expect(await partsOf(sanne)).toEqual(['Een.'])
  })

  test('sent before: it is said that it stands there, and how to go on', async () => {
    const { sanne } = house
    const typed = await sanne.say('In de loods slapen mensen.')
    const { reference, signal } = await sendDraft(house, sanne)
    const changed = await edit(typed, 'In de schuur slapen mensen.')
    expect(changed).toEqual([expect.stringContaining(`aanvullen ${reference}`)])
    expect(await remove(typed)).toEqual([expect.stringContaining(`intrekken ${reference}`)])
    expect(await restore(typed, 'In de loods slapen mensen.')).toEqual([expect.stringContaining(reference)])
    expect((await recordOf(house, signal)).story.map(({ text }) => text)).toEqual([
      'In de loods slapen mensen.',
    ])
  })

  test('danger that is added to what was sent rings all the same', async () => {
    const { sanne, channel: point } = house
    const typed = await sanne.say('In de loods slapen mensen.')
    await sendDraft(house, sanne)
    const answers = await edit(typed, 'Help, ze zijn opgesloten in de loods!')
    expect(answers[0]).toContain('112')
    expect(alarmsOf(house, point)).toHaveLength(1)
  })

  test('of an anonymous report nobody knows which messages it was, and that is what is said', async () => {
    const { sanne } = house
    const typed = await sanne.say('In de loods slapen mensen.')
    await sendDraft(house, sanne, { degree: 'anonymous' })
    for (const answers of [await edit(typed, 'In de schuur.'), await remove(typed)])
      expect(answers).toEqual([expect.stringMatching(/verstuurd/)])
    expect(JSON.stringify(await chatOf(house, sanne))).not.toContain('messages')
  })

  test('in a channel nothing was taken, and danger in a change is danger', async () => {
    const { thomas, channel: point, connector } = house
    const typed = await thomas.say('Even kijken.', { inChannel: point })
    const changed = {
      ...typed.activity,
      type: 'messageUpdate',
      text: 'Help, ze is opgesloten!',
      attachments: [],
    }
    const answers = await saidDuring(house, point, () => connector.send(changed))
    expect(answers.join()).toContain('112')
  })
})

describe('K3: in the order of typing', () => {
  test('three messages that come in reverse, with a BSN in the last', async () => {
    const { sanne, connector } = house
    const { activity } = await sanne.say('hallo')
    const at = async (second: number, text: string) =>
      connector.send({
        ...activity,
        id: `17950000000${10 + second}`,
        timestamp: `2026-11-24T09:00:0${second}.000Z`,
        text,
        attachments: [],
      })
    await at(3, 'Drie, bsn 111222333.')
    await at(2, 'Twee.')
    await at(1, 'Een.')
    expect(await partsOf(sanne)).toEqual(['Een.', 'Twee.', 'Drie, bsn [BSN verwijderd].'])
    await sanne.say('geen bsn')
    expect(await partsOf(sanne)).toEqual(['Een.', 'Twee.', 'Drie, bsn 111222333.'])
  })

  test('without a moment the id says when, and without either the order of arrival', async () => {
    const { sanne, connector } = house
    const { activity } = await sanne.say('hallo')
    const send = (id: string, text: string) =>
      connector.send({ ...activity, id, timestamp: undefined, text, attachments: [] })
    await send('1795000000012', 'Twee.')
    await send('1795000000011', 'Een.')
    await send('f:x', 'Drie.')
    expect(await partsOf(sanne)).toEqual(['Een.', 'Twee.', 'Drie.'])
  })
})

describe('K3: the bot is put somewhere, told several times', () => {
  const welcomes = () => said(house, house.sanne).filter((text) => text.includes('Hoi, ik ben Signaalpunt'))

  test('one welcome, whatever tells of it; after a real removal another', async () => {
    const { sanne, connector } = house
    const added = { type: 'conversationUpdate', membersAdded: [{ id: connector.botAccount.id }] }
    for (let times = 0; times < 3; times += 1) await connector.tell(sanne, sanne, added)
    await connector.tell(sanne, sanne, { type: 'installationUpdate', action: 'add' })
    await connector.tell(sanne, sanne, { type: 'installationUpdate', action: 'add-upgrade' })
    expect(welcomes()).toHaveLength(1)
    await sanne.uninstalls()
    await sanne.installs()
    expect(welcomes()).toHaveLength(2)
  })

  test('an installation alone is an arrival too', async () => {
    const { sanne, connector } = house
    await connector.tell(sanne, sanne, { type: 'installationUpdate', action: 'add' })
    expect(welcomes()).toHaveLength(1)
  })

  test('whoever wrote before and is made reachable by Graph is not welcomed again', async () => {
    const { sanne } = house
    await report(house, sanne, 'In de loods slapen mensen.')
    const before = welcomes().length
    await sanne.installs()
    expect(welcomes()).toHaveLength(before)
    expect(lastSaid(house, sanne)).not.toContain('Hoi, ik ben Signaalpunt')
  })
})

test('K3: put into a chat, it asks for which municipality once, however often that is told', async () => {
  const shared = await startShared()
  try {
    const { sanne } = shared
    await sanne.installs()
    await sanne.installs()
    expect(said(shared, sanne).filter((text) => text.includes('Voor welke gemeente is dit?'))).toHaveLength(1)
    await sanne.uninstalls()
    await sanne.installs()
    expect(said(shared, sanne).filter((text) => text.includes('Voor welke gemeente is dit?'))).toHaveLength(2)
  } finally {
    await shared.stop()
  }
})

test('K3: taken back before it is known for which municipality it is, it goes to none', async () => {
  const shared = await startShared()
  try {
    const { sanne, connector } = shared
    const { activity } = await sanne.say('De zoon van bakker Driessen doet mee.')
    const answers = await saidDuring(shared, sanne, () =>
      connector.tell(sanne, sanne, {
        type: 'messageDelete',
        id: activity.id,
        channelData: { eventType: 'softDeleteMessage' },
      }),
    )
    expect(answers).toEqual([expect.stringContaining('Je hebt een bericht verwijderd')])
    await sanne.click(cardWith(shared, sanne, 'Anderstad'), 'Anderstad')
    await shared.settle()
    expect(JSON.stringify([await storedOf(shared, THERE), said(shared, sanne)])).not.toContain('Driessen')
  } finally {
    await shared.stop()
  }
})
