/**
 * A PDF, made anew from its pages, in a thread of its own that is ended when it takes too long. What a document can do
 * (run, start, open, send, hold another file) makes it refused; what says who made it is left out.
 */
import { parentPort, workerData } from 'node:worker_threads'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib'
import { z } from 'zod'
import { withoutSegments } from './jpegSegments.ts'

export const PdfCleaned = z.union([
  z.object({ bytes: z.instanceof(Uint8Array) }),
  z.object({ refused: z.enum(['broken', 'active', 'encrypted', 'tooLarge']) }),
])
export type PdfCleaned = z.infer<typeof PdfCleaned>

/** More pages than somebody sends who has seen something. */
const MOST_PAGES = 100

/** A document that has one of these does something, or holds something. */
const ACTIVE = [
  'JavaScript',
  'JS',
  'AA',
  'OpenAction',
  'Launch',
  'EmbeddedFiles',
  'EmbeddedFile',
  'Filespec',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'Movie',
  'Sound',
  '3D',
]
const ACTIVE_NAMES: ReadonlySet<string> = new Set(ACTIVE.map((name) => `/${name}`))

/** What says by whom, when and with what it was made, and what was cut away. */
const TELLING = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'Annots', 'StructParents', 'Info']

const dictOf = (object: PDFObject): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined

/** Every dictionary in an object, also those within. */
function dictsIn(object: PDFObject, depth = 0): PDFDict[] {
  if (depth > 40) return []
  if (object instanceof PDFArray) return object.asArray().flatMap((each) => dictsIn(each, depth + 1))
  const dict = dictOf(object)
  return dict ? [dict, ...dict.values().flatMap((each) => dictsIn(each, depth + 1))] : []
}

const everyDict = (context: PDFContext): PDFDict[] =>
  context.enumerateIndirectObjects().flatMap(([, object]) => dictsIn(object))

function isActive(context: PDFContext): boolean {
  return everyDict(context).some((dict) =>
    dict
      .entries()
      .some(
        ([key, value]) =>
          ACTIVE_NAMES.has(key.asString()) ||
          (value instanceof PDFName && ACTIVE_NAMES.has(value.asString())),
      ),
  )
}

/** Takes what a camera wrote out of the photos in it. False: one of them cannot be read. */
function cleanPhotos(context: PDFContext): boolean {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const filter = object.dict.lookup(PDFName.of('Filter'))
    const names = filter instanceof PDFArray ? filter.asArray().map(String) : [String(filter)]
    if (!names.includes('/DCTDecode')) continue
    const made = names.length === 1 ? withoutSegments(object.contents) : undefined
    if (!made) return false
    context.assign(ref, PDFRawStream.of(object.dict, made))
  }
  return true
}

/** The same pages, in a document that has nothing else. */
export async function cleanPdf(bytes: Uint8Array): Promise<PdfCleaned> {
  let given: PDFDocument
  try {
    given = await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      throwOnInvalidObject: true,
      updateMetadata: false,
    })
  } catch {
    return { refused: 'broken' }
  }
  if (given.isEncrypted) return { refused: 'encrypted' }
  try {
    if (isActive(given.context)) return { refused: 'active' }
    const count = given.getPageCount()
    if (count === 0) return { refused: 'broken' }
    if (count > MOST_PAGES) return { refused: 'tooLarge' }
    const made = await PDFDocument.create({ updateMetadata: false })
    const pages = await made.copyPages(given, given.getPageIndices())
    for (const page of pages) made.addPage(page)
    for (const dict of everyDict(made.context)) for (const name of TELLING) dict.delete(PDFName.of(name))
    if (!cleanPhotos(made.context)) return { refused: 'broken' }
    return { bytes: new Uint8Array(await made.save({ useObjectStreams: false, addDefaultPage: false })) }
  } catch {
    return { refused: 'broken' }
  }
}

if (parentPort) parentPort.postMessage(await cleanPdf(z.instanceof(Uint8Array).parse(workerData)))
