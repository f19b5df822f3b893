/** *Verstuur*: saved durably, then the receipt in place of the echo; once, however often it is pressed. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { awayStore } from '../kit/awayStore.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  cardWith,
  chatOf,
  doorbellOf,
  draftOf,
  lastSaid,
  opened,
  recordOf,
  report,
  said,
  saidDuring,
  sendDraft,
} from './steps.ts'

const WORDS = 'Kanariekamer: zeven bedden in een schuur.'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

describe('the receipt', () => {
  test('takes the place of the echo: the same message, and the text is off the screen', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    const before = said(house, sanne).length
    await sanne.click(echo, 'Versturen')
    await house.settle()
    expect(said(house, sanne)).toHaveLength(before)
    const versions = connector.versions(echo)
    expect(versions).toHaveLength(2)
    const receipt = opened(house, versions[1])
    for (const words of [
      'Gelukt, dank je wel.',
      'S-2026-0001',
      'Wie leest het Marieke Vonk',
      'Je hoort van ons uiterlijk woensdag 25 november, 17:00',
      'Besluit uiterlijk vrijdag 27 november, 17:00',
      'Dan doet Voorbeeldstad dat, niet jij',
      'Ga niet zelf op onderzoek',
    ]) {
      expect(receipt).toContain(words)
    }
    expect(said(house, sanne).join('\n')).not.toContain('Kanariekamer')
    // It is on the disk before anybody says so.
    expect(
      (await recordOf(house, (await chatOf(house, sanne)).sent[0]?.signal ?? draftOf(house, sanne))).story,
    ).toHaveLength(1)
  })

  test('references count up, over people, and are counted per year', async () => {
    const { sanne, kees, clock } = house
    expect((await report(house, sanne, 'Een.')).reference).toBe('S-2026-0001')
    expect((await report(house, kees, 'Twee.')).reference).toBe('S-2026-0002')
    clock.advance({ days: 60 })
    await sanne.say('Drie.')
    await sanne.say('het is nieuw')
    expect((await sendDraft(house, sanne)).reference).toBe('S-2027-0001')
  })

  test('says who stands in, and by when, outside office hours and with haste', async () => {
    const { sanne, clock } = house
    // Friday evening: the first working day is Monday.
    clock.advance({ days: 3, hours: 10 })
    await report(house, sanne, 'Vrijdagavond.')
    expect(lastSaid(house, sanne)).toContain('Je hoort van ons uiterlijk maandag 30 november, 17:00')
    await house.stop()
    house = await startHouse()
    await report(house, house.sanne, 'Nu meteen graag.', { urgency: 'high' })
    expect(lastSaid(house, house.sanne)).toContain('Je hoort van ons uiterlijk dinsdag 24 november, 11:00')
  })

  test('a card that the client no longer has: the receipt comes as a new message, opened with a tap', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    // Asked once more before it is believed.
    connector.faults.next(2, calls.update, faults.notFound())
    const shown = await saidDuring(house, sanne, () => sanne.click(echo, 'Versturen'))
    expect(shown).toHaveLength(1)
    expect(shown[0]).toContain('Er staat iets voor je klaar')
    expect(shown[0]).toContain('Gelukt, dank je wel.')
    expect(shown[0]).toContain('S-2026-0001')
    // Before the tap it says nothing.
    expect(connector.textOf(connector.newestCard(sanne).card)).not.toContain('S-2026-0001')
    expect((await chatOf(house, sanne)).sent).toHaveLength(1)
  })

  test('Teams is away for a moment: it stays to be done, and the next round puts it where the echo was', async () => {
    const { sanne, connector, clock } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    const signal = draftOf(house, sanne)
    connector.faults.next(1, calls.update, faults.unavailable())
    await sanne.click(echo, 'Versturen')
    await house.settle()
    const record = await recordOf(house, signal)
    expect(record.effects).toMatchObject([
      { kind: 'tellReporter', attempts: 1, message: { about: 'received' } },
    ])
    expect(doorbellOf(house, record.reference)).toBeDefined()
    clock.advance({ minutes: 1 })
    await house.bot.sweep()
    await house.settle()
    expect(opened(house, connector.versions(echo).at(-1))).toContain('S-2026-0001')
    expect(said(house, sanne).join('\n')).not.toContain('Kanariekamer')
    expect((await recordOf(house, signal)).effects).toEqual([])
  })

  test('anonymous and Teams stumbles: the receipt is tried until it is there, for nobody can bring it later', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    connector.faults.next(2, calls.update, faults.unavailable())
    connector.faults.next(1, calls.send, faults.unavailable())
    await sanne.click(connector.newestCard(sanne), 'Versturen', { degree: 'anonymous' })
    await house.settle()
    expect(lastSaid(house, sanne)).toContain('Schrijf de code op')
  })
})

describe('once', () => {
  test('the same button again, from the old echo: it says that it was sent, with its number', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    await sanne.click(echo, 'Versturen')
    const [answer] = await saidDuring(house, sanne, () => sanne.click(echo, 'Versturen'))
    expect(answer).toContain('Dit was al verstuurd: S-2026-0001')
    expect(house.connector.channel(house.channel)).toHaveLength(1)
  })

  test('the same button again after an anonymous one: nothing is done twice, and the code is not shown again', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
    const [answer] = await saidDuring(house, sanne, () => sanne.click(echo, 'Versturen'))
    expect(answer).toContain('Er is niets dubbel gedaan. Je code zie je maar één keer.')
    expect(house.connector.channel(house.channel)).toHaveLength(1)
  })

  test('a double click: two presses at the same moment are one signal', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    await Promise.all([sanne.click(echo, 'Versturen'), sanne.click(echo, 'Versturen')])
    await house.settle()
    expect((await chatOf(house, sanne)).sent).toHaveLength(1)
    expect(connector.channel(house.channel)).toHaveLength(1)
    expect(lastSaid(house, sanne)).toContain('Dit was al verstuurd: S-2026-0001')
  })

  test('one press that is delivered twice says nothing the second time', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    const shown = await saidDuring(house, sanne, () => sanne.click(echo, 'Versturen', {}, { twice: true }))
    expect(shown).toEqual([])
    expect(connector.versions(echo)).toHaveLength(2)
    expect(connector.channel(house.channel)).toHaveLength(1)
  })

  test('two people at once have two signals, two numbers', async () => {
    const { sanne, kees, connector } = house
    await Promise.all([sanne.say('Een.'), kees.say('Twee.')])
    await Promise.all([
      sanne.click(connector.newestCard(sanne), 'Versturen'),
      kees.click(connector.newestCard(kees), 'Versturen'),
    ])
    await house.settle()
    const references = [await chatOf(house, sanne), await chatOf(house, kees)].map(
      (c) => c.sent[0]?.reference,
    )
    expect(references.toSorted()).toEqual(['S-2026-0001', 'S-2026-0002'])
  })

  test('two processes on one store, pressed in both at once: one signal, one doorbell', async () => {
    const { sanne, connector } = house
    const { activity } = await sanne.say(WORDS)
    const value = { verb: 'send', draft: draftOf(house, sanne), degree: 'confidential' }
    const other = await startHouse({ dir: house.dir, connector, clock: house.clock })
    const press = ({ url }: { url: string }, id: string) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...activity, id, text: '', attachments: [], value }),
      })
    await Promise.all([press(house.bot, 'f:1'), press(other.bot, 'f:2')])
    await Promise.all([house.settle(), other.settle()])
    expect((await chatOf(house, sanne)).sent.map((s) => s.reference)).toEqual(['S-2026-0001'])
    expect(connector.channel(house.channel)).toHaveLength(1)
    // The one that was first and the one that was second both name it; which line stands last is a race.
    const said = connector
      .chat(sanne)
      .map((shown) => shown.text)
      .join('\n')
    expect(said).toContain('Dit was al verstuurd: S-2026-0001')
    await other.stop()
  })
})

describe('the store is away', () => {
  test('while typing: it says so, nothing is lost from the chat, and it works when it is back', async () => {
    const { sanne } = house
    await sanne.say('Het begin.')
    const back = awayStore(house.bot.app.store)
    const [answer, ...more] = await saidDuring(house, sanne, () => sanne.say('Het vervolg.'))
    back()
    expect(answer).toContain('Ik kan het nu niet bewaren. Wat je typte staat nog in deze chat.')
    expect(answer).toContain('088-000 00 00')
    expect(more).toEqual([])
    await sanne.say('Het vervolg.')
    const { signal } = await sendDraft(house, sanne)
    expect((await recordOf(house, signal)).story.map((part) => part.text)).toEqual([
      'Het begin.',
      'Het vervolg.',
    ])
  })

  test('while sending: the draft stands, nothing rang, and a second press does it once', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    const back = awayStore(house.bot.app.store, { savesOnly: true })
    const [answer] = await saidDuring(house, sanne, () => sanne.click(echo, 'Versturen'))
    back()
    expect(answer).toContain('Ik kan het nu niet bewaren')
    expect(connector.channel(house.channel)).toEqual([])
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen')
    await house.settle()
    expect((await chatOf(house, sanne)).sent).toMatchObject([{ reference: 'S-2026-0001' }])
    expect(connector.channel(house.channel)).toHaveLength(1)
  })

  test('just after the words were kept: they are kept once, and the echo shows them', async () => {
    const { sanne } = house
    await sanne.installs()
    const back = awayStore(house.bot.app.store, { savesOnly: true, after: 1 })
    const shown = await saidDuring(house, sanne, () => sanne.say(WORDS))
    back()
    expect(shown).toEqual([expect.stringContaining(WORDS)])
    const { signal } = await sendDraft(house, sanne)
    expect((await recordOf(house, signal)).story).toHaveLength(1)
    expect(said(house, sanne).join('\n')).not.toContain('Kanariekamer')
  })

  test('in the form: what was typed in it is given back', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No dialog.')
    const back = awayStore(house.bot.app.store)
    const failed = await sanne.submitDialog(dialog, 'Bewaren', { where: 'Kade 12' })
    back()
    if (!failed.dialog) throw new Error('The form is gone.')
    expect(connector.textOf(failed.dialog)).toContain('Ik kan het nu niet bewaren')
    const saved = await sanne.submitDialog(failed.dialog, 'Bewaren')
    expect(saved.dialog && connector.textOf(saved.dialog)).toContain('bewaard')
    expect((await chatOf(house, sanne)).draft?.form).toEqual({ where: 'Kade 12' })
  })
})
