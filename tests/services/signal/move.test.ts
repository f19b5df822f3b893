/** Words are moved between two signals in one save: nothing is lost, nothing is there twice, and nobody's name goes along. */
import { describe, expect, test } from '@jest/globals'
import type { Command } from '../../../services/signal/command.ts'
import type { OfficerDeed } from '../../../services/signal/deeds/data.ts'
import { handle, readSignal, storedSignal } from '../../../services/signal/handle.ts'
import { movableIn } from '../../../services/signal/reading/movable.ts'
import { overdueTerms } from '../../../services/signal/reading/overdue.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { passagesOf } from '../../../services/signal/rights/passages.ts'
import { MOST_TEXT } from '../../../services/signal/words.ts'
import { type Store, StoreUnavailable } from '../../../services/store/port.ts'
import { CodeId, Reference } from '../../../services/words.ts'
import { instance } from '../../kit/chats.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import {
  act,
  delivered,
  done,
  JOOST,
  later,
  MARIEKE,
  officer,
  press,
  received,
  reporter,
  setting,
  standing,
  town,
} from '../../kit/signals.ts'

const by = officer(MARIEKE)
const WRONG = 'Bij de bakker staat elke avond een busje'
const REASON = 'Dit gaat over de bakker'
const ref = (n: number) => Reference.parse(`S-2026-000${n}`)
const add = (text: string, acute = false) => ({ do: 'add', text, attachmentsRefused: 0, acute }) as const

/** A signal in which words of another one landed, and the one where they belong. */
function two() {
  const source = done(delivered(received({ reference: ref(1) })), reporter, add(WRONG))
  return { source: delivered(source), target: delivered(received({ reference: ref(2) })) }
}

async function kept(...records: SignalRecord[]) {
  const disk = new MemoryDisk()
  const store = new MemoryStore({ disk })
  for (const record of records) await store.save([{ op: 'create', document: storedSignal(record, town) }])
  const it = instance(store)
  const now = async ({ id }: SignalRecord): Promise<SignalRecord> => {
    const found = await readSignal(store, town.id, id)
    if (!found || !('record' in found)) throw new Error('it stands')
    return found.record
  }
  return { store, disk, it, now }
}

/** The same store, with another way of saving. */
const savedBy = (store: Store, save: Store['save']): Store => ({
  read: (key) => store.read(key),
  save,
  saveMany: (groups) => store.saveMany(groups),
  list: (...asked) => store.list(...asked),
  ids: (...asked) => store.ids(...asked),
  ping: () => store.ping(),
  close: () => store.close(),
})

const moving = (
  target: SignalRecord | undefined,
  fields: Partial<OfficerDeed<'move'>> = {},
  id = press(),
): Command => ({
  do: 'move',
  passage: 'story.1',
  to: target?.id,
  reference: '',
  reason: REASON,
  id,
  actor: by,
  ...fields,
})
const words = (record: SignalRecord): string[] => record.story.map(({ text }) => text)

describe('words that are moved', () => {
  test('stand in the other signal, with why in both, and in the trail of both', async () => {
    const { source, target } = two()
    const { it, now } = await kept(source, target)
    const handled = await handle(it, source.id, moving(target))
    expect(handled).toMatchObject({
      done: 'saved',
      kept: { record: { id: source.id } },
      also: { record: { id: target.id } },
    })
    const [from, to] = [await now(source), await now(target)]
    expect(words(from)).toEqual([expect.any(String), ''])
    expect(from.story[1]?.moved).toMatchObject({ by: MARIEKE, to: ref(2), reason: REASON })
    expect(words(to)).toEqual([expect.any(String), WRONG])
    expect(to.story[1]).toMatchObject({
      via: 'addition',
      arrived: { by: MARIEKE, from: ref(1), reason: REASON },
    })
    expect(from.audit.at(-1)?.what).toBe('moveAway')
    expect(to.audit.at(-1)?.what).toBe('moveHere')
    expect(from.revision).toBe(source.revision + 1)
    expect(to.revision).toBe(target.revision + 1)
    // The way to the reporter of the one is not in the other.
    expect(JSON.stringify(to)).not.toContain(source.vaultKey)
    expect(JSON.stringify(to)).not.toContain(source.id)
    // Found by an access request where they are now, and nowhere else.
    expect(passagesOf(from).some(({ text }) => text === WRONG)).toBe(false)
    expect(passagesOf(to).find(({ text }) => text === WRONG)?.id).toBe('story.1')
  })

  test('the same press once more does nothing', async () => {
    const { source, target } = two()
    const { it, now } = await kept(source, target)
    const command = moving(target)
    await handle(it, source.id, command)
    const again = await handle(it, source.id, command)
    expect(again).toMatchObject({ done: 'refused', refusal: { refused: 'already' } })
    expect(words(await now(target)).filter((text) => text === WRONG)).toHaveLength(1)
  })

  test.each(['before', 'after'] as const)(
    'a store that fails %s the save loses and doubles nothing',
    async (when) => {
      const { source, target } = two()
      const { it, store, now } = await kept(source, target)
      const command = moving(target)
      let failed = false
      const broken: typeof store.save = async (ops) => {
        failed = true
        if (when === 'after') await store.save(ops)
        throw new StoreUnavailable('unreachable', { unsure: true })
      }
      const failing = { ...it, store: savedBy(store, broken) }
      await expect(handle(failing, source.id, command)).rejects.toThrow(StoreUnavailable)
      expect(failed).toBe(true)
      const halves = [words(await now(source)).includes(WRONG), words(await now(target)).includes(WRONG)]
      expect(halves).toEqual(when === 'before' ? [true, false] : [false, true])
      await handle(it, source.id, command)
      expect(words(await now(source))).not.toContain(WRONG)
      expect(words(await now(target)).filter((text) => text === WRONG)).toHaveLength(1)
    },
  )

  test('somebody who writes in the other one meanwhile loses nothing', async () => {
    const { source, target } = two()
    const { it, store, now } = await kept(source, target)
    let first = true
    const busy: typeof store.save = async (ops) => {
      if (first) {
        first = false
        await handle(it, target.id, { ...add('Nog iets'), id: press(), actor: reporter })
      }
      return store.save(ops)
    }
    const other = { ...it, store: savedBy(store, busy) }
    expect(await handle(other, source.id, moving(target))).toMatchObject({ done: 'saved' })
    expect(words(await now(target)).slice(1)).toEqual(['Nog iets', WRONG])
    expect(words(await now(source))).not.toContain(WRONG)
  })

  test('alone, one signal never lets them go', () => {
    const { source } = two()
    const deed = { do: 'move', passage: 'story.1', reference: ref(2), reason: REASON } as const
    expect(act(source, by, deed)).toEqual({ refused: 'target', why: 'unknown' })
  })

  test('what was said to be wrong in them goes along', async () => {
    const { source, target } = two()
    const correct = { do: 'correct', passage: 'story.1', text: 'Overdag', reason: 'Gebeld' } as const
    const kind = done(done(source, by, correct), by, { ...correct, passage: 'story.0' })
    const { it, now } = await kept(kind, target)
    await handle(it, source.id, moving(target))
    expect((await now(source)).corrections?.map(({ passage }) => passage)).toEqual(['story.0'])
    expect((await now(target)).corrections?.map(({ passage, text }) => [passage, text])).toEqual([
      ['story.1', 'Overdag'],
    ])
  })

  test('words of danger ring where they come', async () => {
    const { source, target } = two()
    const acute = done(source, reporter, add('Hij gaat haar nu vermoorden', true))
    const { it, now } = await kept(delivered(acute), target)
    await handle(it, source.id, moving(target, { passage: 'story.2' }))
    const to = await now(target)
    expect(to.urgency).toBe('acute')
    expect(to.effects.map(({ kind }) => kind)).toContain('alarm')
  })

  test('of an anonymous signal no moment goes along, and none comes to one', async () => {
    const open = received({ reference: ref(2) })
    const code = CodeId.parse('c'.repeat(64))
    const anonymous = received({ reference: ref(1), degree: 'anonymous', vaultKey: undefined, code })
    const away = delivered(done(anonymous, reporter, add(WRONG), { at: setting(123_456) }))
    const { it, now } = await kept(away, delivered(open))
    await handle({ ...it, now: () => later(3_600_123) }, away.id, moving(open))
    expect((await now(open)).story[1]?.at).toBe('2026-11-23T23:00:00.000Z')
    expect((await now(away)).audit.at(-1)?.at).toBe('2026-11-23T23:00:00.000Z')
    await handle({ ...it, now: () => later(7_200_123) }, open.id, moving(away))
    const back = await now(away)
    expect(back.story.at(-1)).toMatchObject({ text: WRONG, at: '2026-11-23T23:00:00.000Z' })
    expect(back.story.at(-1)?.arrived?.at).toBe('2026-11-23T23:00:00.000Z')
  })
})

describe('an answer that is moved', () => {
  const asked = () => delivered(standing('signal', 'inTriage', { reference: ref(1) }))
  const answer = (text: string, how: 'text' | 'callMe' = 'text') =>
    ({ do: 'answer', question: undefined, how, text, attachmentsRefused: 0, acute: false }) as const
  const passage = (record: SignalRecord) => movableIn(record).find(({ question }) => question)?.id

  test('leaves the question open: it is asked again, and its term begins anew', async () => {
    const source = delivered(done(asked(), reporter, answer(WRONG)))
    const target = received({ reference: ref(2) })
    const { it, now } = await kept(source, delivered(target))
    await handle(
      { ...it, now: () => later(5 * 86_400_000) },
      source.id,
      moving(target, { passage: passage(source) }),
    )
    const from = await now(source)
    const [question] = from.questions
    expect(question?.answer).toBeUndefined()
    expect(question?.askedAgain).toBe(later(5 * 86_400_000))
    expect(from.effects).toContainEqual(
      expect.objectContaining({
        kind: 'tellReporter',
        message: { about: 'question', question: question?.id },
      }),
    )
    expect(from.audit.map(({ what }) => what)).toContain('askAgain')
    const late = overdueTerms(from, town, later(6 * 86_400_000)).map(({ term }) => term)
    expect(late).not.toContain('question')
    expect(words(await now(target))).toContain(WRONG)
  })

  test('of which more was written stays answered with the rest', async () => {
    const long = `${'x'.repeat(40_000)}${WRONG}`
    const source = delivered(done(asked(), reporter, answer(long)))
    const target = received({ reference: ref(2) })
    const { it, now } = await kept(source, delivered(target))
    await handle(it, source.id, moving(target, { passage: passage(source) }))
    const [question] = (await now(source)).questions
    expect(question?.answer?.text).toBe(WRONG)
    expect(question?.askedAgain).toBeUndefined()
  })

  test('out of what is over leaves the question as it was, without the words', async () => {
    const closed = standing('signal', 'closed', { reference: ref(1) })
    const [question] = closed.questions
    if (!question) throw new Error('it was asked')
    const at = closed.receivedAt
    const source: SignalRecord = {
      ...closed,
      story: [...closed.story, { at, via: 'answer', text: WRONG }],
      questions: [{ ...question, answer: { at, how: 'text', text: WRONG } }],
    }
    const target = received({ reference: ref(2) })
    const { it, now } = await kept(source, delivered(target))
    await handle(it, source.id, moving(target, { passage: `answer.${question.id}` }))
    const from = await now(source)
    expect(from.questions[0]?.answer).toEqual({ at, how: 'text' })
    expect(from.effects.filter(({ kind }) => kind === 'tellReporter')).toEqual([])
    expect(from.state).toBe('closed')
  })
})

describe('words are not moved', () => {
  const frozen = (record: SignalRecord) => done(record, by, { do: 'freeze', reason: 'Bezwaar' })
  const elsewhere = received({ reference: ref(3) })
  const full = done(received({ reference: ref(2) }), reporter, add('x'.repeat(MOST_TEXT - WRONG.length)))

  test.each([
    ['to no signal', undefined, 'unknown'],
    ['to one that is not there', elsewhere, 'unknown'],
    ['to what is over', standing('signal', 'closed', { reference: ref(2) }), 'closed'],
    ['to what is frozen', frozen(received({ reference: ref(2) })), 'frozen'],
    ['to what is full', full, 'full'],
  ] as const)('%s', async (_name, target, why) => {
    const { source } = two()
    const { it, now } = await kept(source, ...(target && target !== elsewhere ? [target] : []))
    const handled = await handle(it, source.id, moving(target))
    expect(handled).toMatchObject({ done: 'refused', refusal: { refused: 'target', why } })
    expect(words(await now(source))).toContain(WRONG)
  })

  test('to the same signal, without a reason, or without a passage', async () => {
    const { source, target } = two()
    const { it } = await kept(source, target)
    const refusal = async (command: Command) => {
      const handled = await handle(it, source.id, command)
      return handled.done === 'refused' ? handled.refusal : handled.done
    }
    expect(await refusal(moving(source))).toEqual({ refused: 'target', why: 'same' })
    expect(await refusal(moving(target, { reason: ' ' }))).toEqual({ refused: 'needs', field: 'reason' })
    expect(await refusal(moving(target, { passage: 'story.7' }))).toEqual({
      refused: 'needs',
      field: 'passage',
    })
    expect(await refusal(moving(target, { passage: undefined }))).toEqual({
      refused: 'needs',
      field: 'passage',
    })
  })

  test('out of what is frozen, or by whom the one or the other is not', async () => {
    const { source, target } = two()
    const cold = frozen(source)
    const first = await kept(cold, target)
    expect(await handle(first.it, cold.id, moving(target))).toMatchObject({ refusal: { refused: 'frozen' } })
    // The deputy, off duty, has the one and not the other.
    const mine = done(source, by, { do: 'handTo', officer: JOOST })
    const second = await kept(mine, target)
    const byJoost = { actor: officer(JOOST) }
    const joost: Command = { ...moving(target), ...byJoost }
    expect(await handle(second.it, mine.id, joost)).toMatchObject({
      refusal: { refused: 'target', why: 'notYours' },
    })
    expect(
      await handle(second.it, target.id, { ...moving(mine, { passage: 'story.0' }), ...byJoost }),
    ).toMatchObject({
      refusal: { refused: 'notAllowed' },
    })
    expect(await handle(second.it, mine.id, { ...moving(target), actor: reporter })).toMatchObject({
      refusal: { refused: 'notAllowed' },
    })
  })
})
