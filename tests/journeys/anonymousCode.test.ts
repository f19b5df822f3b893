/** Anonymous with a code (I.1, A041): the code is shown once, and nothing is kept of the reporter. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  anonymously,
  codeOf,
  codesIn,
  codesOf,
  comeBack,
  everythingKept,
  keptOf,
  whole,
  withButton,
} from './codeSteps.ts'
import {
  anonymousOf,
  ask,
  cardWith,
  chatOf,
  draftOf,
  lastSaid,
  onDisk,
  recordOf,
  said,
  saidDuring,
} from './steps.ts'

const WORDS = 'Kanariewoord: een jongen slaapt achter in de zaak.'
let house: House
beforeEach(async () => {
  house = await startHouse()
  // An odd moment, that would be known again.
  house.clock.advance({ minutes: 7.31 })
})
afterEach(() => house.stop())

describe('the code is shown once', () => {
  test('large, with how to use it; and gone when its owner has it', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
    await house.settle()
    const shown = whole(house, echo)
    expect(codesIn(shown)).toHaveLength(1)
    for (const words of [
      'S-2026-0001',
      'Typ de code in deze chat, of in de chat van een collega',
      'Zonder code hoor je niets',
      'Teams bewaart deze chat',
      'Aan je schrijfstijl kan iemand je herkennen',
      'in het kanaal staat wanneer dit binnenkwam',
      'Uit mezelf kan ik dat niet',
    ]) {
      expect(shown).toContain(words)
    }
    expect(shown).not.toContain('Kanariewoord')
    await sanne.click(cardWith(house, sanne, 'Ik heb hem bewaard'), 'Ik heb hem bewaard')
    await house.settle()
    expect(whole(house, echo)).toContain('Je hebt je code bewaard')
    expect(codesOf(house, sanne)).toEqual([])
    // An older client may still show the button: it shows the code to nobody any more.
    const [answer] = await saidDuring(house, sanne, () => sanne.click(echo, 'Versturen'))
    expect(answer).toContain('niets dubbel gedaan')
    expect(codesOf(house, sanne)).toEqual([])
    await house.restart()
    await sanne.click(echo, 'Versturen')
    expect(codesOf(house, sanne)).toEqual([])
  })

  test('two presses at once are one signal, and one code', async () => {
    const { sanne, connector, channel } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    const choice = { degree: 'anonymous' }
    await Promise.all([sanne.click(echo, 'Versturen', choice), sanne.click(echo, 'Versturen', choice)])
    await house.settle()
    expect(codesOf(house, sanne)).toHaveLength(1)
    expect(connector.channel(channel)).toHaveLength(1)
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    expect(await keptOf(house, 'code')).toHaveLength(1)
    expect(lastSaid(house, sanne)).toContain('Je code zie je maar één keer')
  })

  test('an answer that never arrived: pressed again, after a restart too, it is the same code and it works', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    // To the chat nothing gets through.
    connector.faults.next(
      40,
      (ask) => calls.write(ask) && ask.path.includes(encodeURIComponent(echo.conversationId)),
      faults.unavailable(),
    )
    await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
    await house.settle()
    expect(codesOf(house, sanne)).toEqual([])
    // The tie was gone before the confirmation was tried, and the signal stands.
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    expect(await keptOf(house, 'vault')).toEqual([])
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    connector.faults.clear()
    await house.restart()
    await sanne.click(echo, 'Versturen')
    await house.settle()
    const code = codeOf(house, sanne)
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    expect((await comeBack(house, house.kees, code)).join()).toContain('S-2026-0001')
  })

  test('once it stood in the chat it is shown nowhere else, later or after a restart either', async () => {
    const { sanne, kees, connector, clock } = house
    await sanne.say(WORDS)
    const echo = connector.newestCard(sanne)
    await sanne.click(echo, 'Versturen', { degree: 'anonymous' })
    await house.settle()
    const code = codeOf(house, sanne)
    // It stands where it stood; an older client may still show the button.
    clock.advance({ minutes: 20 })
    for (const after of [async () => undefined, house.restart]) {
      await after()
      const [answer] = await saidDuring(house, sanne, () => sanne.click(echo, 'Versturen'))
      expect(answer).toContain('niets dubbel gedaan')
      expect(codesOf(house, sanne)).toEqual([code])
    }
    await sanne.click(cardWith(house, sanne, 'Ik heb hem bewaard'), 'Ik heb hem bewaard')
    expect(codesOf(house, sanne)).toEqual([])
    expect((await comeBack(house, kees, code)).join()).toContain('S-2026-0001')
  })

  test('a reporter who types *versturen* types it again', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    await sanne.say('anoniem')
    const { conversationId } = connector.newestCard(sanne)
    const toChat = encodeURIComponent(conversationId)
    connector.faults.next(40, (ask) => calls.write(ask) && ask.path.includes(toChat), faults.unavailable())
    await sanne.say('versturen')
    await house.settle()
    expect(codesOf(house, sanne)).toEqual([])
    connector.faults.clear()
    await sanne.say('versturen')
    expect(codesOf(house, sanne)).toHaveLength(1)
    expect(await keptOf(house, 'signal')).toHaveLength(1)
  })

  test('somebody else with the same button gets nothing', async () => {
    const { sanne, kees, connector } = house
    await sanne.say(WORDS)
    const draft = draftOf(house, sanne)
    await sanne.click(connector.newestCard(sanne), 'Versturen', { degree: 'anonymous' })
    await house.settle()
    const typed = await kees.say('hoi')
    for (const verb of ['send', 'codeSaved']) {
      await connector.send({ ...typed.activity, id: `f:${verb}`, text: undefined, value: { verb, draft } })
    }
    await house.settle()
    expect(codesOf(house, kees)).toEqual([])
    expect(said(house, kees).join()).not.toContain('S-2026')
    expect(codesOf(house, sanne)).toHaveLength(1)
  })
})

describe('privacy: what is kept', () => {
  test('nothing of the reporter, not sealed either, and not the code', async () => {
    const { sanne, connector } = house
    await sanne.say(WORDS)
    const draft = draftOf(house, sanne)
    const chatId = (await chatOf(house, sanne)).id
    const { conversationId } = connector.newestCard(sanne)
    expect(await keptOf(house, 'vault')).toHaveLength(1)
    const { code, signal } = await (async () => {
      await sanne.click(connector.newestCard(sanne), 'Versturen', { degree: 'anonymous' })
      await house.settle()
      return { code: codeOf(house, sanne), signal: anonymousOf(house, sanne, draft) }
    })()
    const documents = await everythingKept(house)
    expect(documents.filter(({ kind }) => kind === 'vault')).toEqual([])
    const all = documents.map(({ text }) => text).join('\n')
    const who = ['Sanne', 'de Wit', sanne.id, sanne.aadObjectId, conversationId]
    for (const hidden of [...who, code, code.replaceAll('-', ''), draft]) {
      expect(all).not.toContain(hidden)
      expect(onDisk(house)).not.toContain(hidden)
    }
    // The chat does not lead to the signal, nor the signal to the chat, by any id or moment.
    const record = await recordOf(house, signal)
    const chat = await chatOf(house, sanne)
    expect(JSON.stringify(chat)).not.toContain(signal)
    expect(chat).not.toHaveProperty('heard')
    for (const { text } of documents.filter(({ kind }) => kind !== 'chat')) {
      expect(text).not.toContain(chatId)
    }
    expect(record.effects).toEqual([])
    expect(JSON.stringify({ ...record, doorbell: undefined })).not.toContain('T09:07')
    expect(record.receivedAt).toBe('2026-11-23T23:00:00.000Z')
    expect(record.audit.map(({ at }) => at)).toEqual(['2026-11-23T23:00:00.000Z'])
  })

  test('an answer with the code leaves nothing either: no id, no moment, nothing in a chat', async () => {
    const { sanne, kees, marieke } = house
    const { code, reference, signal } = await anonymously(house, sanne, WORDS)
    await ask(house, marieke, reference, 'Hoe oud is hij?')
    house.clock.advance({ minutes: 13.37 })
    await comeBack(house, kees, code)
    await kees.click(withButton(house, kees, 'Antwoord'), 'Antwoord', { answer: 'Een jaar of zestien.' })
    await kees.say('aanvullen')
    await kees.say('Hij draagt altijd dezelfde trui.')
    await house.settle()
    const record = await recordOf(house, signal)
    expect(record.questions[0]?.answer).toMatchObject({ at: '2026-11-23T23:00:00.000Z', how: 'text' })
    expect(record.story.map(({ text }) => text)).toEqual([
      WORDS,
      'Een jaar of zestien.',
      'Hij draagt altijd dezelfde trui.',
    ])
    const moments = JSON.stringify([record.story, record.audit, record.code, record.taken])
    expect(moments).not.toMatch(/T09:[0-9]/)
    for (const person of [sanne, kees]) {
      const chat = await chatOf(house, person)
      for (const tie of [signal, reference, 'trui', code]) expect(JSON.stringify(chat)).not.toContain(tie)
      expect(chat).not.toHaveProperty('about')
      for (const { id, text } of await everythingKept(house)) {
        if (id !== chat.id) expect(text).not.toContain(chat.id)
      }
    }
    expect(await keptOf(house, 'vault')).toEqual([])
    expect(onDisk(house)).not.toContain(kees.aadObjectId)
  })

  test('which messages a chat took is forgotten within a quarter of an hour', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    expect((await chatOf(house, sanne)).heard).toHaveLength(1)
    house.clock.advance({ minutes: 13 })
    await house.bot.sweep()
    const chat = await chatOf(house, sanne)
    expect([chat.heard, chat.heardUntil]).toEqual([undefined, undefined])
    // The draft itself stands still.
    expect(chat.draft?.parts.map(({ text }) => text)).toEqual([WORDS])
  })

  test('what could not be delivered stays in the dossier, without when that was', async () => {
    const { sanne, connector, clock } = house
    const { signal } = await anonymously(house, sanne, WORDS, { urgency: 'acute' })
    connector.faults.next(Number.POSITIVE_INFINITY, calls.update, faults.forbidden())
    await house.marieke.click(cardWith(house, house.channel, 'Neem in behandeling'), 'Neem in behandeling')
    await house.settle()
    for (let tries = 0; tries < 30; tries += 1) {
      clock.advance({ minutes: 20 })
      await house.bot.sweep()
      await house.settle()
    }
    const { effects } = await recordOf(house, signal)
    expect(effects.map(({ kind, deadLetter }) => [kind, deadLetter])).toEqual([['doorbell', 'refused']])
    expect(new Set(effects.map(({ at }) => at))).toEqual(new Set(['2026-11-23T23:00:00.000Z']))
    expect(JSON.stringify(effects)).not.toMatch(/T(?!23:00:00\.000Z)/)
    // What the reporting point is told of it later is not when it came in.
    expect(JSON.stringify(await recordOf(house, signal))).not.toContain(':18.600Z')
  })

  test('an urgent one keeps its clock, rounded up', async () => {
    const { sanne } = house
    const { signal } = await anonymously(house, sanne, WORDS, { urgency: 'high' })
    // 10:07 in Amsterdam, and an hour to look.
    expect((await recordOf(house, signal)).due.respond).toBe('2026-11-24T11:00:00.000Z')
  })
})
