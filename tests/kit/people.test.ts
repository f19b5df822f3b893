import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Activity } from 'botbuilder'
import { actionsOf, type Connector, type Person } from './connector.ts'
import { channelId, dialogCard, fetchDialog, startTiny, type Tiny } from './tinyBot.ts'

let tiny: Tiny
let connector: Connector
let sanne: Person
let marieke: Person
let heard: Activity[]
beforeEach(async () => {
  tiny = await startTiny()
  ;({ connector, sanne, marieke, heard } = tiny)
})
afterEach(() => tiny.stop())

test('press buttons: defaults, what they fill in, and the card the press came from', async () => {
  await sanne.say('kaart')
  const shown = connector.newestCard(sanne)
  await sanne.click(shown, 'Bewaar')
  expect(heard.at(-1)).toMatchObject({ type: 'message', replyToId: shown.id })
  expect(heard.at(-1)?.text).toBeUndefined()
  expect(heard.at(-1)?.value).toEqual({ verb: 'save', note: 'standaard', sure: 'false' })
  await sanne.click(shown.card, 'Bewaar', {
    note: 'een veel te lange notitie',
    urgency: 'high',
    sure: true,
  })
  const value = { verb: 'save', note: 'een veel te lange no', urgency: 'high', sure: 'true' }
  expect(heard.at(-1)).toMatchObject({ replyToId: shown.id, value })
  await sanne.click(shown, 'Sluit', { why: 'klaar', note: '' })
  expect(heard.at(-1)?.value).toEqual({ verb: 'close', why: 'klaar', sure: 'false' })
  await sanne.click(shown, { title: 'Dubbel', nth: 2 })
  expect(heard.at(-1)?.value.n).toBe(2)
  await sanne.click(shown, (action) => action.title === 'Dubbel')
  expect(heard.at(-1)?.value.n).toBe(1)
})

test('cannot do what the client does not let them', async () => {
  await sanne.say('kaart')
  const shown = connector.newestCard(sanne)
  const before = heard.length
  const refused: [Promise<unknown>, RegExp][] = [
    [sanne.click(shown, 'Bestaat niet'), /No button "Bestaat niet". There are: Bewaar, Openen, Meer, Sluit/],
    [sanne.click(shown, 'Sluit'), /why is required/],
    [sanne.click(shown, 'Bewaar', { urgency: 'soft' }), /offers no choice/],
    [sanne.click(shown, 'Bewaar', { noot: 'x' }), /no input called noot/],
    [sanne.click(shown, 'Bewaar', { why: 'in de andere kaart' }), /no input called why/],
    [sanne.click(shown, 'Dubbel'), /2 different buttons/],
    [sanne.click(shown, 'Bel'), /doesn't reach the bot/],
  ]
  for (const [press, message] of refused) await expect(press).rejects.toThrow(message)
  expect(heard).toHaveLength(before)
  expect(actionsOf(shown.card)).toHaveLength(8)
})

test('go through a dialog: open, next step, a sentence, closed', async () => {
  await sanne.say('kaart')
  const opened = await sanne.click(connector.newestCard(sanne), 'Openen', { urgency: 'normal' })
  expect(heard.at(-1)).toMatchObject({
    type: 'invoke',
    name: 'task/fetch',
    value: {
      data: { ...fetchDialog, note: 'standaard', urgency: 'normal' },
      context: { theme: 'default' },
    },
  })
  expect(opened.dialog).toMatchObject({ title: 'Dossier', card: dialogCard })
  if (opened.dialog === undefined) throw new Error('no dialog')
  expect(connector.textOf(opened.dialog)).toBe('Dossier\nstandaard\nVerder')
  const next = await sanne.submitDialog(opened.dialog, 'Verder', { note: 'meer' })
  expect(heard.at(-1)).toMatchObject({ name: 'task/submit', value: { data: { step: 1, note: 'meer' } } })
  expect(next.dialog?.title).toBe('Stap 2')
  expect(await sanne.submitDialog(opened.dialog, 'Verder', { note: 'zin' })).toMatchObject({
    message: 'Klaar',
  })
  expect((await sanne.submitDialog(opened.dialog, 'Verder', { note: 'dicht' })).closed).toBe(true)
  // What a dialog shows was sent to the person, and counts as sent.
  expect(connector.everythingSent(sanne).filter((sent) => sent.kind === 'answer')).toHaveLength(3)
})

test('an Action.Execute gives back a card, which can be pressed', async () => {
  await sanne.say('kaart')
  const { card: replaced } = await sanne.click(connector.newestCard(sanne), 'Ververs')
  expect(heard.at(-1)).toMatchObject({
    name: 'adaptiveCard/action',
    value: {
      action: { type: 'Action.Execute', verb: 'again', data: { verb: 'again', note: 'standaard' } },
    },
  })
  if (replaced === undefined) throw new Error('no card')
  await sanne.click(replaced, 'Verder')
  expect(heard.at(-1)).toMatchObject({ replyToId: connector.newestCard(sanne).id, value: { step: 1 } })
})

test('the same activity twice: at once, or again later', async () => {
  await sanne.say('kaart')
  const both = await sanne.click(connector.newestCard(sanne), 'Bewaar', {}, { twice: true })
  expect([both.status, both.twin?.status]).toEqual([200, 200])
  await connector.again(both.activity)
  expect(new Set(heard.slice(-3).map((activity) => activity.id)).size).toBe(1)
})

test('bring a photo, add and remove the bot, and are told of by events', async () => {
  const photo = { contentType: 'image/png', contentUrl: 'https://smba.example/photo', name: 'foto.png' }
  await sanne.say('kijk', { attachments: [photo] })
  expect(heard.at(-1)?.attachments).toMatchObject([
    photo,
    { contentType: 'text/html', content: '<p>kijk</p>' },
  ])
  await sanne.uninstalls()
  const { conversationId } = connector.chat(sanne)[0] ?? { conversationId: '' }
  const send = () =>
    tiny.call('POST', `conversations/${conversationId}/activities`, { type: 'message', text: 'x' })
  expect(await send()).toMatchObject({ status: 403, body: { errorCode: 209 } })
  expect(await create(sanne)).toMatchObject({ body: { error: { code: 'ForbiddenOperationException' } } })
  await sanne.installs()
  expect(heard.slice(-3).map((one) => one.type)).toEqual([
    'installationUpdate',
    'conversationUpdate',
    'installationUpdate',
  ])
  expect(await send()).toMatchObject({ status: 201 })
  sanne.blocks()
  expect(JSON.stringify(await send())).toContain('MessageWritesBlocked')
  const event = { type: 'conversationUpdate', channelData: { eventType: 'channelMemberAdded' } }
  await connector.tell(marieke, channelId, event)
  expect(heard.at(-1)?.channelData).toMatchObject({
    eventType: 'channelMemberAdded',
    channel: { id: channelId },
  })
})

const create = (person: Person) =>
  tiny.call('POST', 'conversations', { tenantId: connector.tenantId, members: [{ id: person.id }] })
