/** What is asked of a container of Cosmos DB. `../cosmos.ts` does it with the SDK; everything else knows only this. */
import type { MunicipalityId } from '../../words.ts'
import type { Item } from './items.ts'

export type Query = {
  municipality: MunicipalityId
  text: string
  parameters: { name: string; value: string }[]
  /** At most so many items in this page. */
  most: number
  /** Where the page before ended. */
  after: string | undefined
}
export type Page = { items: readonly unknown[]; next: string | undefined }

/**
 * One operation of a transactional batch, as it goes over the wire. `ifMatch` is the etag that must be the stored one.
 * An upsert makes or replaces, whatever is there.
 */
export type Operation =
  | { operationType: 'Create'; resourceBody: Item }
  | { operationType: 'Upsert'; resourceBody: Item }
  | { operationType: 'Replace'; id: string; ifMatch: string; resourceBody: Item }
  | { operationType: 'Delete'; id: string; ifMatch?: string }

/** Each call is one request, sent once. It rejects when the server does not do it: `ask` judges why. */
export type Requests = {
  read(municipality: MunicipalityId, itemId: string, abortSignal: AbortSignal): Promise<unknown>
  /** All of them or none. Resolves with what the server says of each, also when it did none. */
  batch(
    municipality: MunicipalityId,
    operations: readonly Operation[],
    abortSignal: AbortSignal,
  ): Promise<unknown>
  query(query: Query, abortSignal: AbortSignal): Promise<Page>
}
