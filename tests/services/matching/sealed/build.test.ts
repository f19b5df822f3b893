/** Building: many entries at once, in parts when there are too many for the memory, beside others that put and remove. */
import { describe, expect, test } from '@jest/globals'
import type { Indexed } from '../../../../services/matching/port.ts'
import { buildIndex } from '../../../../services/matching/sealed/build.ts'
import { sealedIndex } from '../../../../services/matching/sealed/sealedIndex.ts'
import { asks, failing, indexed, itemsIn, memoryPlace, recordsOf, repaired, sealsOfTown } from './kit.ts'

const entries = (count: number, from = 0): { entry: string; entities: Indexed[] }[] =>
  Array.from({ length: count }, (_, at) => {
    const entry = `e${String(from + at).padStart(4, '0')}`
    return { entry, entities: [indexed(entry, entry, [entry, `ten ${at % 10}`, `all`])] }
  })
const namesOf = (all: readonly { entry: string }[]): string[] => all.map(({ entry }) => entry).sort()

describe('a build', () => {
  test.each([1_000_000, 100])(
    'of 150 entries, with %i postings in memory, is as many puts',
    async (postings) => {
      const options = { place: memoryPlace(), seals: sealsOfTown() }
      expect(await buildIndex(options, entries(150), { postings })).toEqual({ entries: 150, entities: 150 })
      const { dead, found } = await asks(options, ['all', 'ten 3', 'e0149'])
      expect(found.get('all')).toEqual(namesOf(entries(150)))
      expect([dead, found.get('ten 3')?.length, found.get('e0149')]).toEqual([0, 15, ['e0149']])
      // Nothing of it is unfinished, and all of it is as it would be put.
      const records = recordsOf(new Map(entries(150).map(({ entry, entities }) => [entry, entities])))
      expect(await repaired(options, records)).toEqual({ put: 0, removed: 0, finished: 0, round: true })
    },
  )

  test('adds to what is there, and puts what was there already', async () => {
    const options = { place: memoryPlace(), seals: sealsOfTown() }
    const index = sealedIndex(options)
    for (const { entry, entities } of entries(20)) await index.put(entry, entities)
    await index.put('e0003', [indexed('e0003', 'old', ['old'])])
    await buildIndex(options, entries(40))
    const { dead, found } = await asks(options, ['all', 'old'])
    expect([dead, found.get('all'), found.get('old')]).toEqual([0, namesOf(entries(40)), []])
  })

  test('writes each new list once', async () => {
    const place = failing(memoryPlace())
    const written = new Map<string, number>()
    const counting = {
      ...place,
      write: (groups: Parameters<typeof place.write>[0]) => {
        for (const { kind, id } of groups.flat())
          if (kind === 'list') written.set(id, (written.get(id) ?? 0) + 1)
        return place.write(groups)
      },
    }
    await buildIndex({ place: counting, seals: sealsOfTown() }, entries(150))
    expect(written.size).toBe(150 + 10 + 1)
    expect([...written.values()].filter((times) => times > 1)).toEqual([])
  })

  test.each([1_000_000, 150])('leaves whole what others do meanwhile (%i in memory)', async (postings) => {
    const options = { place: memoryPlace(), seals: sealsOfTown() }
    const index = sealedIndex(options)
    const meanwhile = async function* () {
      // The first part of it is written by then.
      yield* entries(220)
      await index.remove('e0005')
      await index.put('e0006', [indexed('e0006', 'other', ['other'])])
      await index.put('late', [indexed('late', 'late', ['all'])])
      yield* entries(20, 300)
    }
    await buildIndex(options, meanwhile(), { postings })
    const is = namesOf([...entries(220), ...entries(20, 300), { entry: 'late' }])
    const { dead, found } = await asks(options, ['all', 'other', 'e0005'])
    // Over the cap: closed, and found by nothing.
    expect([dead, found.get('all'), found.get('other'), found.get('e0005')]).toEqual([0, [], ['e0006'], []])
    expect(await index.holds('e0005')).toBe(false)
    expect(await itemsIn(options.place)).toMatchObject({ entity: is.length - 1, manifest: is.length - 1 })
  })
})
