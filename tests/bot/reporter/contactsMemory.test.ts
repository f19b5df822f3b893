/** What the directory said of a writer: asked once in a few minutes, sooner again where somebody did not answer. */
import { expect, test } from '@jest/globals'
import { ContactsMemory, type FoundContacts } from '../../../bot/reporter/contactsMemory.ts'

const MINUTE = 60_000
const found = (mail: string, whole = true): FoundContacts => ({
  own: { names: [], accounts: [], mails: [mail], phones: [] },
  whole,
})

function memory(whole = true) {
  let now = 0
  let asked = 0
  const known = new ContactsMemory(() => now)
  const ask = async (chat: string) => {
    const { mails } = await known.known(chat, async () => {
      asked += 1
      return found(`${chat}${asked}`, whole)
    })
    return mails[0]
  }
  const pass = (minutes: number) => {
    now += minutes * MINUTE
  }
  return { ask, pass }
}

test('two who ask at once wait for one answer, which is known for ten minutes', async () => {
  const { ask, pass } = memory()
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a1', 'a1', 'b2'])
  pass(9)
  expect(await ask('a')).toBe('a1')
  pass(1)
  expect(await ask('a')).toBe('a3')
})

test('an answer that lacks something is asked for again after a minute, not before', async () => {
  const { ask, pass } = memory(false)
  expect([await ask('a'), await ask('a')]).toEqual(['a1', 'a1'])
  pass(1)
  expect(await ask('a')).toBe('a2')
})
