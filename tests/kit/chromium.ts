/**
 * A real headless browser.
 *
 * Chromium and the fonts come out of npm packages, so that no system package is needed. They are unpacked
 * once into node_modules/.cache. CHROMIUM_PATH names an installed Chrome or Chromium to use instead, for
 * machines the package does not run on (it is for Linux on x64).
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'signaalpunt')

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** Starts the browser. Close it when done; unpacking takes a few seconds the first time. */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH
  if (installed !== undefined && installed !== '') {
    return chromium.launch({ executablePath: installed, args: FLAGS })
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The packaged Chromium is for Linux on x64. Set CHROMIUM_PATH to an installed Chrome or Chromium.',
    )
  }
  const [folder, fontConfig] = await Promise.all([unpackChromium(), unpackFonts()])
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? '']
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: FLAGS,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: libraries.filter((path) => path !== '').join(delimiter),
      FONTCONFIG_FILE: fontConfig,
    },
  })
}

/**
 * The package unpacks into the temporary folder and takes what it finds there, also when somebody else left
 * it. So it runs in a process of its own, with a temporary folder of its own; the Lambda variable is how it
 * is told to unpack the libraries that a bare Linux lacks.
 */
async function unpackChromium(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version }: { version: string } = JSON.parse(
    await readFile(join(dirname(entry), '../../package.json'), 'utf8'),
  )
  return once(`chromium-${version}`, async (folder) => {
    const program = `
      const { default: chromium } = await import('@sparticuz/chromium')
      chromium.setGraphicsMode = false
      await chromium.executablePath()`
    const env = {
      ...process.env,
      TMPDIR: folder,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      NODE_OPTIONS: '',
    }
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: root,
      env,
    })
  })
}

/** Fills a folder of the cache once, also when several tests start at the same time. */
async function once(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cache, name)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const making = await mkdtemp(`${folder}.`)
  try {
    await fill(making)
    // All or nothing; when another was first, its folder is as good as ours.
    await rename(making, folder)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

const FACES = /-(400|600|700)-normal\.woff$|-400-italic\.woff$/

/** Every Noto font package that is installed, as TrueType files with a fontconfig file beside them. */
async function unpackFonts(): Promise<string> {
  const packages = join(root, 'node_modules', '@fontsource')
  const sources: string[] = []
  for (const name of (await readdir(packages)).filter((each) => each.startsWith('noto-')).sort()) {
    const faces = (await readdir(join(packages, name, 'files'))).filter((file) => FACES.test(file))
    // The emoji package has one file with everything besides its parts.
    const whole = faces.filter((file) => file.includes('-emoji-emoji-'))
    for (const file of whole.length > 0 ? whole : faces) sources.push(join(packages, name, 'files', file))
  }
  const key = createHash('sha256').update(sources.join('\n')).digest('hex').slice(0, 12)
  const folder = await once(`fonts-${key}`, async (making) => {
    for (const source of sources) {
      const target = join(making, `${basename(source, '.woff')}.ttf`)
      await writeFile(target, unwrapWoff(await readFile(source)))
    }
  })
  const config = join(folder, 'fonts.conf')
  await writeFile(config, fontConfigOf(folder))
  return config
}

/** In order of preference: the fonts for mathematics and symbols hold poor letters of other scripts too. */
const FAMILIES = [
  'Noto Sans',
  'Noto Color Emoji',
  'Noto Sans Arabic',
  'Noto Sans Hebrew',
  'Noto Sans Math',
  'Noto Sans Symbols',
  'Noto Sans Symbols 2',
]

function fontConfigOf(folder: string): string {
  const preferred = FAMILIES.map(
    (family) => `<edit name="family" mode="append_last"><string>${family}</string></edit>`,
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
  <match target="pattern">${preferred.join('')}</match>
</fontconfig>
`
}

/** WOFF is TrueType with each table compressed; fontconfig reads it, Chromium refuses it as a system font. */
function unwrapWoff(woff: Buffer): Uint8Array {
  const count = woff.readUInt16BE(12)
  const power = 2 ** Math.floor(Math.log2(count))
  const header = Buffer.alloc(12 + 16 * count)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(power * 16, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE((count - power) * 16, 10)
  const parts: Uint8Array[] = [header]
  let offset = header.length
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index
    const start = woff.readUInt32BE(entry + 4)
    const packed = woff.subarray(start, start + woff.readUInt32BE(entry + 8))
    const length = woff.readUInt32BE(entry + 12)
    const table: Uint8Array = packed.length < length ? inflateSync(packed) : packed
    const record = 12 + 16 * index
    woff.copy(header, record, entry, entry + 4)
    woff.copy(header, record + 4, entry + 16, entry + 20)
    header.writeUInt32BE(offset, record + 8)
    header.writeUInt32BE(length, record + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    parts.push(table, padding)
    offset += length + padding.length
  }
  return Buffer.concat(parts)
}
