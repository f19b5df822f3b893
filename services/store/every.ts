/** Every document of a kind, also those that are neither open nor due: for what goes along all of them. */
import type { MunicipalityId } from '../words.ts'
import type { DocumentKind, Store, Versioned } from './port.ts'

/** As many are asked for at a time. */
const PAGE = 200

/**
 * By id, page after page. What is saved meanwhile is seen when its id still has to come; a page is never asked for
 * while another is being looked at. `from`: only what comes after this id. @throws StoreUnavailable
 */
export async function* everyDocument(
  store: Pick<Store, 'list'>,
  municipality: MunicipalityId,
  kind: DocumentKind,
  from = '',
): AsyncGenerator<Versioned> {
  for (let after = from; ; ) {
    const page = await store.list(municipality, kind, { after }, PAGE)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.document.id
  }
}
