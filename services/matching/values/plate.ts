/** Number plates in one form: capitals and digits, nothing between them. */
import { given, keyOf, refused, trimmed, type ValueRead } from './read.ts'

/** The Dutch forms since 1951 (sidecodes 1 to 14, with the mirror images that follow), and of mopeds; L letter, D digit. */
export const DUTCH_PLATES: ReadonlySet<string> = new Set(
  'LLDDDD DDDDLL DDLLDD LLDDLL LLLLDD DDLLLL DDLLLD DLLLDD LLDDDL LDDDLL LLLDDL LDDLLL DLLDDD DDDLLD LLLDDD DLLLDDD'.split(
    ' ',
  ),
)
const FORM = /^[A-Z0-9]{4,10}$/
const LABEL = /^(?:kenteken|nummerplaat|plate)[ .:]{1,3}/i
const BETWEEN = /[\s.·•_–-]/g

const shapeOf = (plate: string): string => plate.replace(/[A-Z]/g, 'L').replace(/\d/g, 'D')

/** Has it one of the Dutch forms? Of a plate in its one form. */
export const isDutchPlate = (plate: string): boolean => DUTCH_PLATES.has(shapeOf(plate))

/** "AB-123-C" as "AB123C"; of abroad at least four signs, letters and digits both. "NL" before a Dutch one goes. */
export function plate(written: string): ValueRead {
  const text = trimmed('vehicle', written, 40)
  if (typeof text !== 'string') return text
  const signs = text.replace(LABEL, '').replace(BETWEEN, '').toUpperCase()
  if (!FORM.test(signs)) return refused('vehicle', signs.length < 4 || signs.length > 10 ? 'length' : 'form')
  if (!/\d/.test(signs) || !/[A-Z]/.test(signs)) return refused('vehicle', 'form')
  const inland = signs.startsWith('NL') && signs.length > 7 && isDutchPlate(signs.slice(2))
  return given('vehicle', inland ? signs.slice(2) : signs)
}

/** The key of a plate: "plate:AB123C". */
export const plateKey = (written: string): string | undefined => keyOf('plate', plate(written))
