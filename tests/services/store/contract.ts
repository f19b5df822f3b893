/**
 * What every store must do (services/store/port.ts), as one suite of cases. Each store's own test file runs
 * it with a way to open that store, and adds what is its own.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../services/store/port.ts'
import { bodyCases } from './contract/bodies.ts'
import { damageCases } from './contract/damage.ts'
import { documentCases } from './contract/documents.ts'
import { listCases } from './contract/lists.ts'
import { saveCases } from './contract/saves.ts'
import { HERE, KEY, type Subject, type Traits } from './subject.ts'

/** Runs the cases against the store that `open` gives; each case gets one with no documents. */
export function storeContract(name: string, { open }: Traits): void {
  describe(`${name}: what every store does`, () => {
    let subject: Subject
    let store: Store

    beforeEach(async () => {
      subject = await open()
      store = subject.store
    })
    afterEach(() => subject.end())

    const use = (): Subject => subject
    documentCases(use)
    saveCases(use)
    listCases(use)
    bodyCases(use)
    damageCases(use)

    describe('the store itself', () => {
      test('answers, closes twice, and is unavailable after that', async () => {
        await store.ping()
        await store.close()
        await store.close()
        const unavailable = { name: 'StoreUnavailable', reason: 'unreachable' }
        await expect(store.ping()).rejects.toMatchObject(unavailable)
        await expect(store.read(KEY)).rejects.toMatchObject(unavailable)
        await expect(store.save([{ op: 'delete', key: KEY }])).rejects.toMatchObject(unavailable)
        await expect(store.saveMany([[{ op: 'delete', key: KEY }]])).rejects.toMatchObject(unavailable)
        await expect(store.list(HERE, 'signal', { open: true }, 1)).rejects.toMatchObject(unavailable)
      })
    })
  })
}
