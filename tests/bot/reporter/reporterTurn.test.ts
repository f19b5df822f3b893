/**
 * A reporter's turn as values: the chat is read once, no step changes what it was given, and none goes on with an older
 * one.
 */
import { expect, test } from '@jest/globals'
import type { App } from '../../../bot/app/app.ts'
import { reporterClick } from '../../../bot/reporter/buttons.ts'
import { message } from '../../../bot/reporter/message.ts'
import { parseCommand } from '../../../bot/reporter/parseCommand.ts'
import { beginTurn, type ReporterTurn, saveChat } from '../../../bot/reporter/reporterTurn.ts'
import { parseTurn } from '../../../bot/turn.ts'
import { packReporter, parseAction } from '../../../cards/actions.ts'
import { people } from '../../../infra/local/demo.ts'
import type { Chat } from '../../../services/draft/chat.ts'
import type { DocumentKey, Store } from '../../../services/store/port.ts'
import { ids, town } from '../../kit/signals.ts'
import { sweepWorld } from '../jobs/world.ts'

const newId = ids(12)
const { sanne } = people

/** A bot of which it is counted how often a chat is read, and how often a save finds that somebody else was first. */
function house() {
  const { app: whole, store } = sweepWorld()
  const count = { reads: 0, refused: 0 }
  const counting: Pick<Store, 'read' | 'save'> = {
    read: (key: DocumentKey) => {
      if (key.kind === 'chat') count.reads += 1
      return store.read(key)
    },
    save: async (ops) => {
      const result = await store.save(ops)
      if (!result.saved) count.refused += 1
      return result
    },
  }
  const watched: Store = Object.assign(Object.create(store), counting)
  const app: App = { ...whole, store: watched }
  const begin = async (fields: { text: string } | { value: unknown }): Promise<ReporterTurn> => {
    const parsed = parseTurn(
      {
        type: 'message',
        id: newId(),
        serviceUrl: 'https://teams.example/v3',
        locale: 'nl-NL',
        from: { id: sanne.teamsId, name: sanne.name, aadObjectId: sanne.aadObjectId },
        recipient: { id: '28:bot' },
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: town.tenant },
        ...fields,
      },
      app,
    )
    if (!('turn' in parsed)) throw new Error('It was refused, or it is not known whose it is.')
    return deepFrozen(await beginTurn(app, parsed.turn))
  }
  const type = async (text: string) => message(await begin({ text }), parseCommand(text))
  const press = async (value: unknown) => {
    const parsed = parseAction(value)
    if (parsed.by !== 'reporter') throw new Error('That is no button of a reporter.')
    return reporterClick(await begin({ value }), parsed.action)
  }
  const counted = async (act: () => Promise<unknown>) => {
    Object.assign(count, { reads: 0, refused: 0 })
    await act()
    return { ...count }
  }
  return { begin, type, press, counted }
}

/** What a step was given, so that changing it throws. What the whole house shares stays as it is. */
function deepFrozen(state: ReporterTurn): ReporterTurn {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    Object.freeze(value)
    for (const each of Object.values(value)) freeze(each)
  }
  freeze(state.kept)
  return Object.freeze(state)
}

const draftOf = ({ kept }: ReporterTurn): NonNullable<Chat['draft']> => {
  if (!kept.chat.draft) throw new Error('There is no draft.')
  return kept.chat.draft
}

test('a step gives the next state, and leaves the one that it was given as it was', async () => {
  const { begin } = house()
  const before = await begin({ text: 'Er klopt iets niet in dat huis.' })
  const after = await message(before, parseCommand(before.turn.text))
  expect(before.kept).toMatchObject({ etag: undefined, chat: { greeted: false } })
  expect(before.kept.chat.draft).toBeUndefined()
  expect(draftOf(after).parts.map(({ text }) => text)).toEqual(['Er klopt iets niet in dat huis.'])
  expect(after.kept.chat.greeted).toBe(true)
})

test('the next turn reads what the last state says', async () => {
  const { begin, type } = house()
  const after = await type('Er klopt iets niet in dat huis.')
  expect((await begin({ text: '' })).kept).toEqual(after.kept)
})

test('each turn reads its chat once, and no save of it is refused for an older state', async () => {
  const { type, press, counted, begin } = house()
  const once = { reads: 1, refused: 0 }
  const typed = [
    'hallo',
    'melding',
    'Er klopt iets niet in dat huis.',
    'Er wonen er acht op een kamer.',
    'vermoeden',
    'Zijn nummer is 111222333.',
    'engels',
  ]
  for (const [at, text] of typed.entries()) {
    // Of a person who was never here it is also asked whether an earlier version knew them.
    const reads = at === 0 ? { reads: 2 } : {}
    expect({ text, ...(await counted(() => type(text))) }).toEqual({ text, ...once, ...reads })
  }
  const { id } = draftOf(await begin({ text: '' }))
  const form = { draft: id, what: 'Acht op een kamer', where: 'Dorp', when: '', who: '', howKnown: '' }
  const pressed = [
    packReporter('notBsn', { draft: id, which: 'all' }),
    packReporter('asKind', { draft: id, kind: 'consultation' }),
    packReporter('saveForm', form),
    packReporter('mine', {}),
    packReporter('discard', { draft: id }),
  ]
  for (const value of pressed) {
    const counts = await counted(() => press(value))
    expect({ value, ...counts }).toEqual({ value, ...once })
  }
  expect((await begin({ text: '' })).kept.chat.draft).toBeUndefined()
})

test('a save after somebody else changed the chat keeps what that one did, and gives both', async () => {
  const { begin, type } = house()
  await type('Er klopt iets niet in dat huis.')
  const [one, other] = [await begin({ text: '' }), await begin({ text: '' })]
  await saveChat(one, (chat) => ({ ...chat, language: 'en' }))
  const after = await saveChat(other, (chat) => ({ ...chat, about: { what: 'new', kind: 'signal' } }))
  expect(after.kept.chat).toMatchObject({ language: 'en', about: { what: 'new' } })
  expect((await begin({ text: '' })).kept).toEqual(after.kept)
})
