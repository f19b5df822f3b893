/** What several municipalities keep of their sealed indexes in one file: nothing of one stands in the way of another. */
import { expect, test } from '@jest/globals'
import { closedId } from '../../../services/matching/sealed/codecs.ts'
import { PARTITIONS, type Place } from '../../../services/matching/sealed/place.ts'
import { openSqlite } from '../../../services/store/sqlite.ts'
import { MunicipalityId } from '../../../services/words.ts'
import { openBehind, path, useFolder } from './sqliteFile.ts'

const TOWNS = ['voorbeeldstad', 'anderstad', 'derdestad'].map((name) => MunicipalityId.parse(name))

useFolder()

const bodyOf = (town: string, partition: string) => Buffer.from(`${town} ${partition}`.padEnd(40, '.'))
const register = (town: string, partition: string) =>
  ({ kind: 'closed', id: closedId(partition), op: 'create', body: bodyOf(town, partition) }) as const

/** What stands in a place, by a page of `most` at a time. */
async function pagesOf(place: Place, most: number) {
  const found = new Map<string, string>()
  for (let after: string | undefined; ; ) {
    const page = await place.page('closed', after, most)
    for (const { id, body } of page.items) found.set(id, body.toString())
    after = page.next
    if (after === undefined) return found
  }
}

test('each municipality has a register of closed lists in every partition, beside the others', async () => {
  const { store, places } = openSqlite(path)
  for (const town of TOWNS) {
    const done = await places.of(town).write(PARTITIONS.map((partition) => [register(town, partition)]))
    expect(done).toEqual(PARTITIONS.map(() => true))
  }
  for (const town of TOWNS) {
    const place = places.of(town)
    const expected = new Map(PARTITIONS.map((it) => [closedId(it), bodyOf(town, it).toString()]))
    const read = await place.read('closed', PARTITIONS.map(closedId))
    expect(new Map(read.map((held) => [held?.id, held?.body.toString()]))).toEqual(expected)
    for (const most of [1, 3, 100]) expect(await pagesOf(place, most)).toEqual(expected)
    for (const partition of PARTITIONS) expect(await place.count('closed', partition)).toBe(1)
    const [first] = read
    if (!first) throw new Error('not there')
    expect(await place.write([[{ kind: 'closed', id: first.id, op: 'delete', etag: first.etag }]])).toEqual([
      true,
    ])
  }
  await store.close()
})

test('a file of before is read as it was: also what a second municipality kept in it', async () => {
  const first = openSqlite(path)
  for (const [at, town] of TOWNS.entries())
    await first.places.of(town).write([[register(town, PARTITIONS[at] ?? '0')]])
  await first.store.close()
  const db = openBehind()
  // As an earlier version wrote it: under the id itself, whichever place it was.
  db.exec('UPDATE sealed_closed SET id = id - (place - 1)')
  db.close()

  for (const _again of [1, 2]) {
    const later = openSqlite(path)
    for (const [at, town] of TOWNS.entries()) {
      const partition = PARTITIONS[at] ?? '0'
      const expected = new Map([[closedId(partition), bodyOf(town, partition).toString()]])
      expect(await pagesOf(later.places.of(town), 10)).toEqual(expected)
    }
    await later.store.close()
  }
})
