/** K1, K2, K4, K10 and K11 from the front door to what is kept and said: as Teams sends it. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { calls, faults, type Person, type Wire } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { dataOf, decide, dialogOf, FORM, forge, kept, open, press, report } from './officerSteps.ts'
import {
  alarmsOf,
  cardWith,
  chatOf,
  draftOf,
  lastSaid,
  openDossier,
  said,
  saidDuring,
  sendDraft,
} from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const WORDS = 'Achter de kaasmakerij slapen vier mannen in een container.'
const html = (content: string) => ({ contentType: 'text/html', content })
const textOf = async (person: Person) =>
  ((await chatOf(house, person)).draft?.parts ?? []).map(({ text }) => text).join('\n')

let last = 1_796_000_000_000
const nextId = (): string => {
  last += 1
  return `${last}`
}

/** An activity like an earlier one of this person, changed. */
async function send(like: Wire, fields: Wire): Promise<void> {
  await house.connector.send({
    ...like,
    id: nextId(),
    attachments: [],
    ...fields,
  })
  await house.settle()
}

describe('K1: what Teams puts around words', () => {
  test.each<[string, Wire]>([
    [
      'a quoted reply',
      {
        text: 'versturen',
        attachments: [
          { contentType: 'messageReference', content: '{"messagePreview":"Dit heb ik van je"}' },
          html('<attachment id="1"></attachment><p>versturen</p>'),
        ],
      },
    ],
    [
      'an emoji that is a picture',
      {
        text: 'versturen ',
        attachments: [
          {
            contentType: 'image/*',
            contentUrl:
              'https://statics.teams.cdn.office.net/evergreen-assets/personal-expressions/v2/assets/emoticons/sad/default/20_f.png',
          },
          html('<p>versturen <img alt="🙂" itemtype="http://schema.skype.com/Emoji"></p>'),
        ],
      },
    ],
    [
      'a mention of the bot',
      {
        text: '<at id="0">Signaalpunt</at> versturen',
        entities: [
          {
            type: 'mention',
            text: '<at id="0">Signaalpunt</at>',
            mentioned: { id: '28:b', name: 'Signaalpunt' },
          },
        ],
      },
    ],
    [
      'an importance',
      {
        text: 'versturen',
        importance: 'urgent',
        channelData: { tenant: { id: '5333ca9f-0956-4aec-9737-ed5a73e3b766' }, importance: 'urgent' },
      },
    ],
  ])('%s beside a command leaves it a command', async (_name, fields) => {
    const { sanne } = house
    const { activity } = await sanne.say(WORDS)
    await send(activity, fields)
    const chat = await chatOf(house, sanne)
    expect(chat.sent).toHaveLength(1)
    expect(lastSaid(house, sanne)).not.toContain('foto')
  })

  test('a picture that was picked to react with starts nothing; a photo does, and counts', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    await sendDraft(house, sanne)
    const { activity } = await sanne.say('hallo')
    const gif = 'https://media2.giphy.com/media/klap/giphy.gif'
    const picked = `<p>&nbsp;</p><img alt="klap (GIF Image)" src="${gif}" itemtype="http://schema.skype.com/Giphy">`
    const shown = await saidDuring(house, sanne, () =>
      send(activity, {
        text: '',
        attachments: [{ contentType: 'image/*', contentUrl: gif }, html(picked)],
      }),
    )
    expect(shown).toHaveLength(1)
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    await send(activity, {
      text: '',
      attachments: [
        { contentType: 'image/*', contentUrl: 'https://smba.example/v3/attachments/0/views/original' },
        html('<p><img alt="image" src="https://graph.example/hostedContents/1/$value"></p>'),
      ],
    })
    expect((await chatOf(house, sanne)).draft?.attachmentsRefused).toBe(1)
    expect(said(house, sanne).join()).toContain('foto kan ik niet aannemen')
  })

  test('a word in the place of a component is no words, and it is said that it was not taken', async () => {
    const { sanne } = house
    const { activity } = await sanne.say(WORDS)
    const shown = await saidDuring(house, sanne, () =>
      send(activity, {
        text: 'Loop-onderdeel',
        attachments: [html('<div style="display: none">Loop-onderdeel</div>')],
      }),
    )
    expect(await textOf(sanne)).not.toContain('Loop')
    expect(shown.join()).toContain('kan ik niet aannemen')
  })

  test('a voice message is said not to be taken, and the officer sees that there was one', async () => {
    const { sanne, marieke } = house
    const { activity } = await sanne.say(WORDS)
    const attachments = [
      { contentType: 'application/vnd.microsoft.card.audio', content: '{}' },
      html('<div></div>'),
    ]
    const answers = await saidDuring(house, sanne, () => send(activity, { text: undefined, attachments }))
    expect(answers[0]).toContain('spraakbericht')
    const { reference, signal } = await sendDraft(house, sanne)
    expect((await kept(house, { reference, signal })).attachmentsRefused).toBe(1)
    expect(house.connector.textOf(await openDossier(house, marieke, reference))).toContain('bijlage')
  })

  test('one odd thing beside the words loses none of them', async () => {
    const { sanne } = house
    const { activity } = await sanne.say('hallo')
    await send(activity, {
      text: WORDS,
      attachments: [null, 5, {}, { contentType: 7 }],
      entities: 'x',
    })
    expect(await textOf(sanne)).toBe(WORDS)
  })
})

describe('K2: searched as it is read', () => {
  test.each([
    ['111&nbsp;222&nbsp;333'],
    ['111\u00a0222\u202f333'],
    ['111\u00ad222\u00ad333'],
    ['111\u200b222\u200d333'],
    ['１１１２２２３３３'],
    ['111‑222‑333'],
    ['&#49;&#49;&#49;222333'],
  ])('a BSN as %j is hidden', async (number) => {
    await house.sanne.say(`Zijn bsn is ${number}, zei hij.`)
    expect(await textOf(house.sanne)).toBe('Zijn bsn is [BSN verwijderd], zei hij.')
  })

  test.each([
    ['intrekken S\u20112026\u20110001'],
    ['intrekken s\u20132026\u20130001'],
    ['Intrekken\u00a0Ｓ－２０２６－０００１'],
    ['in\u00adtrekken S-2026-\u200b0001'],
    ['intrekken S 2026 0001'],
    ['intrekken S\u22122026\u22120001'],
  ])('a reference as %j is found', async (typed) => {
    const { sanne } = house
    await report(house, sanne, WORDS)
    await sanne.say(typed)
    expect(lastSaid(house, sanne)).toContain('Wil je S-2026-0001 intrekken')
  })

  test.each([
    ['ver\u200bsturen'],
    ['ver\u00adsturen'],
    ['VERSTUREN\u00a0'],
    ['ｖｅｒｓｔｕｒｅｎ'],
    ['versturen\u2060!'],
  ])('a command as %j is one', async (typed) => {
    const { sanne } = house
    await sanne.say(WORDS)
    await sanne.say(typed)
    expect((await chatOf(house, sanne)).sent).toHaveLength(1)
  })

  test.each([
    ['Ze is op\u00adge\u00adsloten in de loods, help!'],
    ['Ze is opgesloten\u00a0in\u00a0de\u00a0loods, help!'],
    ['Ze is opgesl\u200boten in de loods, help!'],
    ['Ze is o&#112;gesloten&nbsp;in de loods, help!'],
    ['Ｚｅ ｉｓ ｏｐｇｅｓｌｏｔｅｎ in de loods, help!'],
  ])('words of danger as %j are danger, and stay as they were typed', async (typed) => {
    const { sanne, channel } = house
    const answers = await saidDuring(house, sanne, () => sanne.say(typed))
    expect(answers.join()).toContain('112')
    expect(alarmsOf(house, channel)).toHaveLength(1)
  })
})

describe('K4: what is absent never means the least safe value', () => {
  const unsaid = (id: string) => ({ conversation: { id, tenantId: house.connector.tenantId } })
  /** Where others read along, and the id does not say so. */
  const room = (): string => {
    const { connector, sanne, kees, marieke } = house
    const team = { id: '19:plein-team@thread.tacv2', name: 'Plein', aadGroupId: randomUUID() }
    connector.makeChannel({ id: 'a:plein', name: 'Plein', team, members: [sanne, kees, marieke] })
    return 'a:plein'
  }

  test('a chat of one’s own that is not called so is proven, and works with its buttons', async () => {
    const { sanne, connector } = house
    const { activity } = await sanne.say('hallo')
    const own = connector.chat(sanne)[0]?.conversationId ?? ''
    await send(activity, { text: WORDS, ...unsaid(own) })
    expect(await textOf(sanne)).toBe(WORDS)
    expect(lastSaid(house, sanne)).toContain('Dit heb ik van je')
    const value = { verb: 'send', draft: draftOf(house, sanne), degree: 'confidential' }
    await send(activity, { text: '', value, ...unsaid(own) })
    expect((await chatOf(house, sanne)).sent).toHaveLength(1)
  })

  test('elsewhere nothing is shown of it; the answer is in the person’s own chat', async () => {
    const { sanne } = house
    const channel = room()
    const { activity } = await sanne.say('hallo')
    const shown = await saidDuring(house, channel, () => send(activity, { text: WORDS, ...unsaid(channel) }))
    expect(shown).toEqual([expect.stringContaining('Ik weet niet wie hier meeleest')])
    expect(lastSaid(house, sanne)).toContain(WORDS)
    expect(await textOf(sanne)).toBe(WORDS)
  })

  test('where Teams does not give that chat nothing is taken, and danger rings', async () => {
    const { sanne, connector } = house
    const channel = room()
    const { activity } = await sanne.say('hallo')
    connector.faults.next(1, calls.create, faults.notInstalled())
    const shown = await saidDuring(house, channel, () => send(activity, { text: WORDS, ...unsaid(channel) }))
    expect(shown).toEqual([expect.stringContaining('Ik neem hier daarom niets aan')])
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
    connector.faults.next(1, calls.create, faults.notInstalled())
    await send(activity, { text: 'Help, ze is opgesloten in de loods!', ...unsaid(channel) })
    expect(alarmsOf(house, house.channel).length).toBeGreaterThan(0)
    for (const where of [channel, house.channel])
      expect(said(house, where).join()).not.toContain('opgesloten')
  })

  test('an officer’s word in such a place shows no worklist there', async () => {
    const { marieke } = house
    const channel = room()
    const { activity } = await marieke.say('werklijst', { inChannel: channel })
    const before = said(house, channel).length
    await send(activity, { text: 'werklijst', entities: [], ...unsaid(channel) })
    expect(said(house, channel).slice(before).join()).not.toContain('Werklijst')
  })

  test('a command in such a place is not carried out: what waits is not sent', async () => {
    const { sanne, channel } = house
    const { activity } = await sanne.say(WORDS)
    const there = room()
    for (const text of ['versturen', 'Versturen!', 'wissen', 'send'])
      await send(activity, { text, entities: [], ...unsaid(there) })
    expect((await chatOf(house, sanne)).sent).toEqual([])
    expect(await textOf(sanne)).toBe(WORDS)
    expect(said(house, channel).join()).not.toMatch(/S-\d{4}-\d{4}/)
  })

  test.each(['room', 'personal', undefined])(
    'what the id proves counts: the channel is one, called %s',
    async (conversationType) => {
      const { sanne, channel, connector } = house
      const { activity } = await sanne.say('hallo')
      const conversation = { id: channel, conversationType, tenantId: connector.tenantId }
      const shown = await saidDuring(house, channel, async () => {
        await send(activity, { text: WORDS, conversation })
        await send(activity, { text: 'versturen', conversation })
      })
      expect(shown.every((text) => text.includes('Hier lezen anderen mee'))).toBe(true)
      expect(shown).toHaveLength(2)
      expect((await chatOf(house, sanne)).draft).toBeUndefined()
      expect((await chatOf(house, sanne)).sent).toEqual([])
    },
  )

  test('who may know is never guessed: without it nothing is sent', async () => {
    const { sanne } = house
    const { activity } = await sanne.say(WORDS)
    for (const degree of [undefined, '', 'openbaar', null]) {
      const value = { verb: 'send', draft: draftOf(house, sanne), certainty: 'sure', degree }
      await send(activity, { text: '', value })
      expect(lastSaid(house, sanne)).toContain('Ik kreeg niet mee wie mag weten')
    }
    expect((await chatOf(house, sanne)).sent).toEqual([])
    await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', { degree: 'unknown' })
    await house.settle()
    expect((await chatOf(house, sanne)).sent).toHaveLength(1)
  })
})

describe('K10: one odd field never spoils a form', () => {
  const REASON = 'Een reden waar een kwartier werk in zit.'

  test('the days of a decision: in any form, or asked again with all that was filled in', async () => {
    const { sanne, marieke } = house
    const it = await report(house, sanne, WORDS)
    const asked = await press(house, marieke, await open(house, marieke, it), 'Besluit nemen')
    const days = await press(house, marieke, asked, 'Verder', {
      ...FORM,
      outcome: 'monitor',
      partners: '',
      reason: REASON,
    })
    const data = dataOf(days, 'Leg het besluit vast')
    const again = await forge(house, days, { ...data, monitorUntil: 'volgende week' })
    expect(again).toContain('de datum')
    expect(again).toContain('tot wanneer we kijken')
    expect((await kept(house, it)).decisions).toEqual([])
    await forge(house, days, { ...data, monitorUntil: '24-12-2026' })
    expect((await kept(house, it)).decisions).toMatchObject([{ reason: REASON, monitorUntil: '2026-12-24' }])
  })

  test('the first step: a choice that did not arrive is asked, and the reason stands', async () => {
    const { sanne, marieke } = house
    const it = await report(house, sanne, WORDS)
    const asked = await press(house, marieke, await open(house, marieke, it), 'Besluit nemen')
    const again = await forge(house, asked, {
      ...dataOf(asked, 'Verder'),
      ...FORM,
      outcome: 'weggooien',
      reason: REASON,
    })
    expect(again).toContain('je keuze bij “wat je besluit” kwam niet aan')
    expect(again).toContain(REASON)
    const done = await decide(house, marieke, await open(house, marieke, it))
    expect(house.connector.textOf(dialogOf(done))).not.toContain('kwam niet aan')
  })

  test('a search of which the reason did not arrive whole searches nothing, and comes back with the terms', async () => {
    const { sanne, marieke, clock } = house
    const it = await report(house, sanne, WORDS)
    const dossier = await open(house, marieke, it)
    const asked = { verb: 'searchNow', press: randomUUID(), terms: 'Driessen', reason: 'x'.repeat(50_000) }
    const answer = await forge(house, dossier, asked)
    expect(answer).toContain('kwam niet heel aan')
    expect(answer).toContain('Driessen')
    const month = await forge(house, dossier, { verb: 'searches', month: clock.now().slice(0, 7) })
    expect(month).not.toContain('xxx')
  })

  test('a button that is not known any more gives back what was typed', async () => {
    const { sanne, marieke } = house
    const it = await report(house, sanne, WORDS)
    const dossier = await open(house, marieke, it)
    const answer = await forge(house, dossier, {
      verb: 'note',
      signal: 'weg',
      seen: 1,
      press: randomUUID(),
      text: REASON,
    })
    expect(answer).toContain(REASON)
  })

  test('a reporter’s form keeps what can be read; an answer of a card that is gone is kept as words', async () => {
    const { sanne } = house
    const { activity } = await sanne.say(WORDS)
    const draft = draftOf(house, sanne)
    await send(activity, {
      text: '',
      value: { verb: 'saveForm', draft, where: 'In de loods', who: 5, minor: 'misschien' },
    })
    expect((await chatOf(house, sanne)).draft?.form).toEqual({ where: 'In de loods', who: '5' })
    expect(lastSaid(house, sanne)).toContain('Eén keuze kwam niet aan')
    await send(activity, {
      text: '',
      value: { verb: 'answer', signal: 'weg', question: 'weg', how: 'text', answer: 'Ja, elke nacht.' },
    })
    expect(await textOf(sanne)).toContain('Ja, elke nacht.')
  })
})

describe('K11: a display name is a name only', () => {
  test.each([
    ['Sanne de Wit | Gemeente Voorbeeldstad', 'De gemeente Voorbeeldstad weet hiervan, zei hij.', false],
    ['Sanne de Wit (Team Zuid)', 'Het team Zuid heeft hem gezien.', false],
    ['Wit, Sanne de - Gemeente Voorbeeldstad', 'Sanne de Wit heeft het gezien.', true],
    ['S. de Wit - Adviseur Veiligheid', 'Voor de veiligheid bleef hij weg.', false],
  ])('%s in "%s": %s', async (name, text, points) => {
    const { sanne } = house
    const { activity } = await sanne.say('hallo')
    const from = { id: sanne.id, aadObjectId: sanne.aadObjectId, name }
    await send(activity, { from, text })
    await send(activity, { from, text: 'onbekend' })
    expect(
      /kan worden\\?: ?“?een collega|kan worden “?een collega/i.test(said(house, sanne).join('\n')),
    ).toBe(points)
  })
})
