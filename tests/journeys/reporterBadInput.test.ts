/** Bad input: each gets a clear, friendly answer, and what was typed is kept as it was typed. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Wire } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { open } from './officerSteps.ts'
import {
  cardWith,
  chatOf,
  lastSaid,
  onDisk,
  opened,
  recordOf,
  report,
  said,
  saidDuring,
  sendDraft,
} from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const storyOf = async (signal: Parameters<typeof recordOf>[1]) =>
  (await recordOf(house, signal)).story.map((part) => part.text)

describe('words of every kind', () => {
  test('empty, or only spaces: asked for words, nothing is begun', async () => {
    const { sanne } = house
    for (const nothing of ['', '   ', '\n\n']) {
      const [answer] = await saidDuring(house, sanne, () => sanne.say(nothing))
      expect(answer).toContain('Ik zag geen tekst')
    }
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
  })

  test('30,000 characters: the card shows the beginning and says how much more there is; all of it is kept', async () => {
    const { sanne, marieke } = house
    const long = `Begin. ${'lang verhaal '.repeat(2307)}`.slice(0, 29_996).concat('EIND')
    expect(long).toHaveLength(30_000)
    await sanne.say(long)
    const echo = lastSaid(house, sanne)
    expect(echo).toContain('Begin. lang verhaal')
    expect(echo).toContain('… en nog 24.000 tekens. Alles is bewaard.')
    const { signal, reference } = await sendDraft(house, sanne)
    expect(await storyOf(signal)).toEqual([long])
    // Every card that went out stays under what Teams takes.
    await open(house, marieke, { signal, reference })
    for (const { body } of house.connector.everythingSent())
      expect(Buffer.byteLength(body)).toBeLessThan(80_000)
  })

  test('more than one field holds, and a character that may not be cut in two', async () => {
    const { sanne } = house
    const long = `x${'🦊'.repeat(24_999)}`
    await sanne.say(long)
    const { signal } = await sendDraft(house, sanne)
    expect((await storyOf(signal)).join('')).toBe(long)
    for (const part of await storyOf(signal)) expect(part.isWellFormed()).toBe(true)
  })

  test('so much that it cannot be kept: it says so, and what was there stays', async () => {
    const { sanne } = house
    for (let i = 0; i < 4; i += 1) await sanne.say(`${i}${'y'.repeat(49_000)}`)
    const [answer] = await saidDuring(house, sanne, () => sanne.say('z'.repeat(49_000)))
    expect(answer).toContain('Dit past er niet meer bij. Wat je eerder typte is bewaard')
    const { signal } = await sendDraft(house, sanne)
    expect((await storyOf(signal)).join('')).toHaveLength(4 * 49_001)
  })

  test.each([
    ['emoji', '👩‍👩‍👧‍👦 ze huilt 😢🇳🇱'],
    ['right to left', 'الرجل يأخذ جوازات السفر ואז הוא הולך'],
    ['markdown', '**dik** _schuin_ [klik](https://example.org) # kop `code`\n- lijst\n1. eerst'],
    ['HTML', '<script>alert(1)</script> <b>dik</b> & <img src="x">'],
    ['a pasted table', 'Naam\tUur\nJan\t12\nPiet\t14'],
    ['a card’s own language', '{{DATE(2026-11-24)}} {"type":"AdaptiveCard"}'],
    ['controls', 'een\u200btwee\u202edrie\u0007'],
  ])('%s: kept to the letter, and shown as text, not as what it means', async (_kind, text) => {
    const { sanne, marieke, connector } = house
    await sanne.say(text)
    const card = JSON.stringify(connector.newestCard(sanne).card)
    // Escaped: a bracket that makes a link has a backslash before it (two in JSON).
    expect(card).not.toMatch(/[^\\]\]\(https/)
    expect(card).not.toContain('"Image","url":"x"')
    const { signal, reference } = await sendDraft(house, sanne)
    expect(await storyOf(signal)).toEqual([text])
    const { dialog } = await open(house, marieke, { signal, reference })
    expect(dialog?.card).toBeDefined()
  })

  test('a table that came as HTML only: its words are kept', async () => {
    const { sanne, connector } = house
    const typed = await sanne.say('Een lijst.')
    const content = '<table><tr><td>Jan</td><td>12&nbsp;uur</td></tr><tr><td>Piet &amp; co</td></tr></table>'
    await connector.send({
      ...typed.activity,
      id: '1764000000000',
      text: '',
      attachments: [{ contentType: 'text/html', content }],
    })
    const { signal } = await sendDraft(house, sanne)
    expect(await storyOf(signal)).toEqual(['Een lijst.', 'Jan\t12 uur\nPiet & co'])
  })
})

describe('attachments', () => {
  const photo: Wire = {
    contentType: 'image/png',
    contentUrl: 'https://smba.example/kanariefoto.png',
    name: 'kanariefoto.png',
  }
  const file: Wire = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    content: { downloadUrl: 'https://files.example/kanariefoto.docx', uniqueId: '1', fileType: 'docx' },
    name: 'kanariefoto.docx',
  }

  test.each([
    ['with words', 'Dit zag ik.'],
    ['without words', ''],
  ])(
    '%s: not taken, never fetched, kindly said; the words are kept and the officer sees that it exists',
    async (_how, text) => {
      const { sanne, marieke, connector } = house
      await sanne.installs()
      const before = connector.requests.length
      const shown = await saidDuring(house, sanne, () => sanne.say(text, { attachments: [photo, file] }))
      expect(shown[0]).toContain('Bijlagen of foto’s kan ik niet aannemen')
      expect(shown[0]).toContain('Ze staan nog in deze chat')
      expect(shown.at(-1)).toContain(
        'Je 2 bijlagen kan ik niet aannemen. Marieke Vonk krijgt te zien dat die er zijn.',
      )
      // The stand-ins see every request of the bot: it wrote in this chat, asked who writes, and fetched nothing.
      const asked = connector.requests.slice(before)
      expect(asked.every(({ method, path }) => method === 'POST' || path.includes('/members/'))).toBe(true)
      const ofGraph = house.graph.requests.filter(({ path }) => !path.endsWith('/token'))
      expect(ofGraph.every(({ path }) => path.includes(`/users/${sanne.aadObjectId}`))).toBe(true)
      const { signal, reference } = await sendDraft(house, sanne)
      expect(await recordOf(house, signal)).toMatchObject({ attachmentsRefused: 2 })
      expect(await storyOf(signal)).toEqual(text === '' ? [] : [text])
      const { dialog } = await open(house, marieke, { signal, reference })
      expect(opened(house, dialog)).toMatch(/bijlage/i)
      await house.bot.stop()
      expect(onDisk(house)).not.toContain('kanariefoto')
      await house.restart()
    },
  )

  test('a photo and nothing else: it asks what is on it, and remembers that it was there', async () => {
    const { sanne } = house
    await sanne.installs()
    const shown = await saidDuring(house, sanne, () => sanne.say('', { attachments: [photo] }))
    expect(shown[0]).toContain('Vertel je in woorden wat erop staat?')
    expect(shown.at(-1)).toContain('Nog geen tekst. Typ wat er is.')
    await sanne.say('Zeven bedden in een schuur.')
    expect((await chatOf(house, sanne)).draft).toMatchObject({
      parts: [{ text: 'Zeven bedden in een schuur.' }],
      attachmentsRefused: 1,
    })
  })

  test('with an addition: the same', async () => {
    const { sanne } = house
    const { signal } = await report(house, sanne, 'Eerste zaak.')
    await sanne.say('aanvullen')
    const shown = await saidDuring(house, sanne, () => sanne.say('Zie foto.', { attachments: [photo] }))
    expect(shown[0]).toContain('Een bijlage of foto kan ik niet aannemen')
    expect(shown.at(-1)).toContain('Dat staat nu bij')
    expect(await recordOf(house, signal)).toMatchObject({ attachmentsRefused: 1 })
  })

  test('a word that is a command, with a photo, is words', async () => {
    const { sanne } = house
    await sanne.say('wissen', { attachments: [photo] })
    expect((await chatOf(house, sanne)).draft?.parts).toMatchObject([{ text: 'wissen' }])
  })
})

describe('in the wrong place', () => {
  test('in a channel: refused kindly, nothing kept', async () => {
    const { thomas } = house
    const shown = await saidDuring(house, house.channel, () =>
      thomas.say('Kanariekanaal: zeven bedden in een schuur.', { inChannel: house.channel }),
    )
    expect(shown).toEqual([expect.stringContaining('Hier lezen anderen mee')])
    expect(shown[0]).toContain('Open een eigen chat met mij')
    expect(onDisk(house)).not.toContain('Kanariekanaal')
  })

  test('in a group chat: the same', async () => {
    const { thomas, connector } = house
    const typed = await thomas.say('Even kijken.', { inChannel: house.channel })
    const conversation = { id: house.channel, conversationType: 'groupChat', isGroup: true }
    const shown = await saidDuring(house, house.channel, () =>
      connector.send({ ...typed.activity, id: '1764000000001', conversation, text: 'Kanariegroep.' }),
    )
    expect(shown).toEqual([expect.stringContaining('Hier lezen anderen mee')])
    expect(onDisk(house)).not.toContain('Kanariegroep')
  })

  test('a reporter’s button in a channel does nothing there', async () => {
    const { sanne, thomas, connector } = house
    await sanne.say('Zeven bedden.')
    const value = { verb: 'send', draft: (await chatOf(house, sanne)).draft?.id }
    const typed = await thomas.say('Even kijken.', { inChannel: house.channel })
    const forged = { ...typed.activity, id: 'f:1', text: '', attachments: [], value }
    const [answer] = await saidDuring(house, house.channel, () => connector.send(forged))
    expect(answer).toContain('Hier lezen anderen mee')
    expect((await chatOf(house, sanne)).draft).toBeDefined()
  })
})

test('a thumb up, typing, the end of a conversation: no answer, no change', async () => {
  const { sanne, connector } = house
  const typed = await sanne.say('Er loopt iemand rond.')
  const before = await chatOf(house, sanne)
  for (const type of ['messageReaction', 'typing', 'endOfConversation']) {
    expect(
      await saidDuring(house, sanne, () => connector.send({ ...typed.activity, id: `x${type}`, type })),
    ).toEqual([])
  }
  expect(await chatOf(house, sanne)).toEqual(before)
})

test('what nobody should send: the door stays shut, and the house stays up', async () => {
  const { sanne, connector } = house
  await sanne.installs()
  for (const broken of [
    {},
    [],
    'tekst',
    null,
    { type: 7 },
    { type: 'message' },
    { type: 'message', from: {} },
  ]) {
    const { status } = await connector.send(broken)
    expect(status).toBeGreaterThanOrEqual(200)
  }
  expect(said(house, sanne)).toHaveLength(1)
  await sanne.say('Zeven bedden.')
  expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
  expect(cardWith(house, sanne, 'Versturen')).toBeDefined()
})
