/** What a page of ours is: its prefix in the address, what it does, and what it may answer. */
import type { Language } from '../../services/words.ts'
import type { Html } from './html.ts'

/** A request for one page, admitted. `rest`: what follows the prefix, one part of an address, unread. */
export type PageRequest = {
  rest: string
  language: Language
}

/** The fields of a form, each as it was typed. A name that came twice has its last value. */
export type Form = ReadonlyMap<string, string>

/** A page to show: its title, and what stands in it. `status`: 200 unless said. */
export type Shown = {
  is: 'page'
  status?: 200 | 403 | 413 | 422
  title: string
  main: readonly Html[]
  /** It shows pictures that come from the same table of pages. */
  images?: true
}

export type PageAnswer =
  | Shown
  /** What is not, is not any more, was altered, or may not be said: one page for all of it. */
  | { is: 'nothing' }
  /** Bytes to look at, never to run: a picture of which the type was checked. */
  | { is: 'bytes'; type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'; bytes: Buffer }
  /** Bytes to keep, never to show: what a browser would make of them is not ours to say. `name` is one of ours. */
  | { is: 'download'; type: 'application/pdf' | 'text/plain; charset=utf-8'; name: string; bytes: Buffer }
  /** `away`: the store or the keys are, for a moment; `pace`: too many came. `retryAfter` in seconds. */
  | { is: 'later'; why: 'away' | 'pace'; retryAfter: number }

/** What may be posted to a page, and how much of it in bytes: what is larger is refused before it is read. */
export type Posting =
  | { as: 'form'; most: number; handle: (request: PageRequest, form: Form) => Promise<PageAnswer> }
  | {
      as: 'raw'
      most: number
      /** By its content type, as it was sent: `multipart/form-data; boundary=…`. */
      type: RegExp
      /** Does this link lead somewhere? Asked before a byte of the body is read: a stranger sends us nothing. */
      admits: (request: PageRequest) => Promise<boolean>
      /** What somebody with such a link reads, who sends more than `most`. */
      tooLarge: (request: PageRequest) => PageAnswer
      handle: (request: PageRequest, body: Buffer, type: string) => Promise<PageAnswer>
    }

/**
 * One kind of page. Looking (GET and HEAD) changes nothing, whoever or whatever looks: what changes something is posted.
 */
export type Page = {
  /** One part of an address that says nothing: `a` in `/a/…`. */
  prefix: string
  look: (request: PageRequest) => Promise<PageAnswer>
  post?: Posting
}
