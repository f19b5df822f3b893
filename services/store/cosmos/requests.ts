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

/** Each call is one request, sent once. It rejects when the server does not do it: `ask` judges why. */
export type Requests = {
  read(municipality: MunicipalityId, itemId: string, abortSignal: AbortSignal): Promise<unknown>
  /** Resolves with the etag; so does `replace`. */
  create(item: Item, abortSignal: AbortSignal): Promise<string>
  replace(item: Item, condition: string, abortSignal: AbortSignal): Promise<string>
  /** Whatever its etag, when `condition` is undefined. */
  remove(
    municipality: MunicipalityId,
    itemId: string,
    condition: string | undefined,
    abortSignal: AbortSignal,
  ): Promise<void>
  query(query: Query, abortSignal: AbortSignal): Promise<Page>
}
