/** What both stores do alike with a document: its body as text, its moment in one form, and what is said of damage. */
import { z } from 'zod'
import type { Instant, MunicipalityId } from '../words.ts'
import { type DocumentKind, MOST_OPS, type Op, type StoredDocument } from './port.ts'

/** What a store was opened with to tell of damage. */
export type OnDamaged = (kind: DocumentKind) => void

/** Reads a stored body. */
export const BodyText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('not JSON')
    return z.NEVER
  }
})

const written = ({ kind, body }: StoredDocument): string => {
  const text = JSON.stringify(body)
  if (text === undefined) throw new TypeError(`The body of a document of kind ${kind} is not JSON.`)
  return text
}

/** Texts that were written to be measured, until whoever stores the document takes them: once, for it may change after. */
const measured = new WeakMap<StoredDocument, string>()

/** As `bodyTextOf`, of a document that is stored after it: then it is not written twice. Throws when it is not JSON. */
export function measuredTextOf(document: StoredDocument): string {
  const text = written(document)
  measured.set(document, text)
  return text
}

/** The body as it is stored. Throws when it is not JSON. */
export function bodyTextOf(document: StoredDocument): string {
  const known = measured.get(document)
  if (known === undefined) return written(document)
  measured.delete(document)
  return known
}

/** One form of writing an instant, so that the order of the text is the order in time. */
export const sortable = (instant: Instant): string => new Date(instant).toISOString()

/** Not the reason, not the id: both can say what somebody wrote, or who it was. */
export const damaged = (kind: DocumentKind): Error =>
  new Error(`A stored document of kind ${kind} is damaged.`)

/** The municipality that all of these are of. @throws TypeError, RangeError when they can never be one save */
export const oneSave = (ops: readonly Op[]): MunicipalityId | undefined => {
  const [first, ...others] = new Set(
    ops.map((op) => (op.op === 'delete' ? op.key.municipality : op.document.municipality)),
  )
  if (others.length > 0) throw new TypeError('One save is of one municipality.')
  if (ops.length > MOST_OPS) throw new RangeError(`One save has at most ${MOST_OPS} operations.`)
  return first
}
