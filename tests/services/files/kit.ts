/** Files as people send them, and as nobody should. */
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import sharp from 'sharp'

/** A photo with what a telephone writes in it: where it was taken, and with what. */
export function photo(canary: string, width = 64, height = 48): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 60, b: 30 } } })
    .withExif({
      IFD0: { Make: canary, Artist: canary, Software: canary },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 5/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '5/1 7/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()
}

export const picture = (kind: 'png' | 'webp' = 'png', width = 40, height = 30): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    [kind]()
    .toBuffer()

/** A document of one page, with its maker in it; `scan` as a photo on it. */
export async function paper(canary: string, scan?: Buffer): Promise<PDFDocument> {
  const made = await PDFDocument.create()
  made.setAuthor(canary)
  made.setTitle(canary)
  const page = made.addPage([200, 200])
  page.drawText('Een brief.')
  page.node.set(PDFName.of('PieceInfo'), made.context.obj({ Private: PDFString.of(canary) }))
  if (scan) page.drawImage(await made.embedJpg(scan))
  return made
}
