/**
 * A picture, made anew from its pixels: what else was in the file (where and when it was taken, with what, a thumbnail of
 * before it was cut, a second file behind it) is not in what comes out.
 */
import sharp from 'sharp'

/** Pixels; a photo of a telephone has 12 to 50 million. More is refused before it is unpacked. */
const MOST_PIXELS = 60_000_000
/** The longest side of what is kept: enough to read a number plate. */
const MOST_SIDE = 4_096
/** Seconds. */
const MOST_TIME = 20

// Nothing of a picture of one person waits in memory for the next.
sharp.cache(false)
// Many at once would take the memory of the whole bot.
sharp.concurrency(1)

export type Cleaned = { bytes: Buffer } | { refused: 'broken' | 'tooManyPixels' }

/** As `kind` again, upright as it was looked at. Of what moves the first picture. */
export async function cleanImage(bytes: Buffer, kind: 'jpeg' | 'png' | 'webp'): Promise<Cleaned> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1, sequentialRead: true } as const
  const found = await sharp(bytes, options)
    .metadata()
    .catch(() => undefined)
  if (!found || found.format !== kind) return { refused: 'broken' }
  if (found.width * found.height > MOST_PIXELS) return { refused: 'tooManyPixels' }
  const image = sharp(bytes, options)
    .autoOrient()
    .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: MOST_TIME })
  const written = {
    jpeg: () => image.jpeg({ quality: 85 }),
    png: () => image.png(),
    webp: () => image.webp({ quality: 85 }),
  }[kind]()
  // Metadata are only kept where it is asked for: it is not.
  return written.toBuffer().then(
    (made) => ({ bytes: made }),
    () => ({ refused: 'broken' }),
  )
}
