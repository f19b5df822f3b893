/** What somebody sends, and what is kept of it: its pixels and pages, nothing of its maker, and nothing that does something. */
import { deflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import sharp from 'sharp'
import { type CleanFile, cleanFile } from '../../../services/files/clean.ts'
import { paper, photo, picture } from './kit.ts'

const CANARY = 'kanarie-van-de-maker'
const NL = { language: 'nl' } as const

async function clean(bytes: Buffer): Promise<CleanFile> {
  const made = await cleanFile(bytes, NL)
  if ('refused' in made) throw new Error(`refused: ${made.refused}`)
  return made
}
const bytesOf = async (made: PDFDocument): Promise<Buffer> =>
  Buffer.from(await made.save({ useObjectStreams: false }))

test('a photo keeps its pixels, and nothing of where and with what it was taken', async () => {
  const given = await photo(CANARY)
  expect(given.includes(CANARY)).toBe(true)
  const { kind, bytes, scanned } = await clean(given)
  const found = await sharp(bytes).metadata()
  expect([kind, scanned, found.width, found.height]).toEqual(['jpeg', 'notScanned', 64, 48])
  expect([found.exif, found.xmp, found.iptc, found.icc]).toEqual([undefined, undefined, undefined, undefined])
  expect(bytes.includes(CANARY)).toBe(false)
})

test.each(['png', 'webp'] as const)('%s stays what it was', async (kind) => {
  const made = await clean(await picture(kind))
  expect([made.kind, (await sharp(made.bytes).metadata()).format]).toEqual([kind, kind])
})

test('what stands behind a picture goes: a second file in one', async () => {
  const both = Buffer.concat([await picture(), Buffer.from(`PK\u0003\u0004 ${CANARY} <script>`)])
  expect((await clean(both)).bytes.includes(CANARY)).toBe(false)
})

test('more pixels than anybody photographs are not unpacked', async () => {
  const wide = await picture('png', 9_000, 9_000)
  expect(wide.length).toBeLessThan(2_000_000)
  // The limit of the reader itself, or ours: in both cases it is not taken.
  expect(await cleanFile(wide, NL)).toHaveProperty('refused')
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'kind'],
  ['an archive', Buffer.from('PK\u0003\u0004\u0014\u0000\u0000'), 'kind'],
  ['half a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), 'broken'],
  ['another kind under its first bytes', Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPnonsense'), 'broken'],
  ['half a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<'), 'broken'],
  ['too many bytes', Buffer.alloc(10_000_001, 0x41), 'tooLarge'],
] as const)('%s is not taken', async (_what, bytes, why) => {
  expect(await cleanFile(bytes, NL)).toEqual({ refused: why })
})

test('a text has no number of a citizen', async () => {
  const made = await clean(Buffer.from('Zijn nummer is 111222333.'))
  expect([made.kind, made.bytes.includes('111222333')]).toEqual(['txt', false])
})

test('a PDF keeps its pages, and nothing of its maker, nor of the camera of its scan', async () => {
  const given = await bytesOf(await paper(CANARY, await photo(CANARY)))
  expect(given.includes(CANARY)).toBe(true)
  const { kind, bytes } = await clean(given)
  expect([kind, bytes.includes(CANARY)]).toEqual(['pdf', false])
  const made = await PDFDocument.load(bytes, { updateMetadata: false })
  expect([made.getPageCount(), made.getAuthor(), made.getTitle()]).toEqual([1, undefined, undefined])
})

test.each([
  ['runs', async (made: PDFDocument) => made.addJavaScript('x', 'app.alert(1)')],
  ['holds another file', async (made: PDFDocument) => made.attach(Buffer.from('x'), 'x.txt', {})],
  [
    'does something when it is opened',
    async (made: PDFDocument) =>
      made.catalog.set(PDFName.of('OpenAction'), made.context.obj({ S: 'URI', URI: PDFString.of('x') })),
  ],
] as const)('a PDF that %s is refused', async (_what, arm) => {
  const made = await paper('x')
  await arm(made)
  expect(await cleanFile(await bytesOf(made), NL)).toEqual({ refused: 'active' })
})

test('a PDF that unpacks to far more than it is takes down nothing', async () => {
  const bomb = deflateSync(Buffer.alloc(20_000_000, 0x20))
  const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`
  const whole = Buffer.concat([Buffer.from(head), bomb, Buffer.from('\nendstream\nendobj\n')])
  expect(await cleanFile(whole, NL)).toEqual({ refused: 'broken' })
})

test('a scanner says what it saw; one that is away lets nothing in', async () => {
  const given = await picture()
  const by = (said: 'clean' | 'found' | 'away') =>
    cleanFile(given, { ...NL, scanner: { scan: async () => said } })
  expect(await by('clean')).toMatchObject({ scanned: 'clean' })
  expect(await by('found')).toEqual({ refused: 'found' })
  expect(await by('away')).toEqual({ refused: 'away' })
})
