/**
 * Draws the two icons that Teams wants, from one mark: something said, and in it a point with an arc to each
 * side. It points at nobody and says nothing about what the app is used for. Run it after a change here:
 * `node manifest/icons.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { ACCENT_COLOR } from './manifest.ts'
import { encodePng, type Picture } from './png.ts'

/** The sizes that Teams asks for, in pixels. */
export const ICON_SIZES = { color: 192, outline: 32 } as const

interface Mark {
  /** Half the width of every line. */
  stroke: number
  point: number
  arc: number
}

// The mark is drawn in a square of 1 by 1. The small one has thicker lines, or they turn grey at 32 pixels.
const LARGE: Mark = { stroke: 0.034, point: 0.085, arc: 0.2 }
const SMALL: Mark = { stroke: 0.042, point: 0.095, arc: 0.225 }
const CENTRE = { x: 0.5, y: 0.42 }
const BALLOON = { halfWidth: 0.44, halfHeight: 0.34, corner: 0.17 }
/** The three corners of the tail, within and below the lower edge of the balloon. */
const TAIL = [
  { x: 0.24, y: 0.76 },
  { x: 0.46, y: 0.76 },
  { x: 0.24, y: 0.94 },
] as const
const HALF_ANGLE = (48 * Math.PI) / 180
const SAMPLES = 6
// Taken once: this runs a few million times, and a global is slow to find where the tests run.
const { abs, atan2, cos, floor, hypot, max, min, sin } = Math

/** The full-colour icon: the mark in white on a solid square, of which Teams rounds the corners itself. */
export function drawColorIcon(): Picture {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(ACCENT_COLOR.slice(at, at + 2), 16))
  const mix = (from: number, share: number) => Math.round(from + (255 - from) * share)
  return draw(ICON_SIZES.color, 0.6, LARGE, (share) => [
    mix(red ?? 0, share),
    mix(green ?? 0, share),
    mix(blue ?? 0, share),
    255,
  ])
}

/** The outline icon: white only, the edges in transparency. */
export function drawOutlineIcon(): Picture {
  return draw(ICON_SIZES.outline, 0.98, SMALL, (share) => [255, 255, 255, Math.round(share * 255)])
}

/** Draws the mark in the middle at a share of the size; each pixel is the average of 6 by 6 points in it. */
function draw(size: number, scale: number, mark: Mark, paint: (share: number) => number[]): Picture {
  const pixels = new Uint8Array(size * size * 4)
  const place = (at: number, sample: number) => ((at + (sample + 0.5) / SAMPLES) / size - 0.5) / scale + 0.5
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let hits = 0
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        if (inMark(mark, place(x, sample % SAMPLES), place(y, floor(sample / SAMPLES)))) hits += 1
      }
      pixels.set(paint(hits / (SAMPLES * SAMPLES)), (y * size + x) * 4)
    }
  }
  return { width: size, height: size, pixels }
}

function inMark(mark: Mark, x: number, y: number): boolean {
  if (x < 0 || x > 1 || y < 0 || y > 1) return false
  const [dx, dy] = [abs(x - CENTRE.x), y - CENTRE.y]
  if (hypot(dx, dy) <= mark.point) return true
  if (onArc(mark.arc, mark.stroke, dx, dy)) return true
  return abs(toEdge(dx, abs(dy))) <= mark.stroke || inTail(mark.stroke, x, y)
}

/** The distance to the edge of the balloon, a rectangle with round corners: below 0 is inside. */
function toEdge(dx: number, dy: number): number {
  const across = dx - (BALLOON.halfWidth - BALLOON.corner)
  const down = dy - (BALLOON.halfHeight - BALLOON.corner)
  const outside = hypot(max(across, 0), max(down, 0))
  return outside + min(max(across, down), 0) - BALLOON.corner
}

/** A filled triangle with round corners: within it, or at half a line from one of its sides. */
function inTail(stroke: number, x: number, y: number): boolean {
  const [left, right, tip] = TAIL
  const sides = [
    [left, right],
    [right, tip],
    [tip, left],
  ] as const
  const inside = sides.every(([a, b]) => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0)
  if (inside) return true
  return sides.some(([a, b]) => {
    const [vx, vy] = [b.x - a.x, b.y - a.y]
    const along = min(max(((x - a.x) * vx + (y - a.y) * vy) / (vx * vx + vy * vy), 0), 1)
    return hypot(x - a.x - along * vx, y - a.y - along * vy) <= stroke
  })
}

/** Left and right are the same, so one arc is looked at, with round ends. */
function onArc(radius: number, stroke: number, dx: number, dy: number): boolean {
  if (abs(atan2(dy, dx)) <= HALF_ANGLE) return abs(hypot(dx, dy) - radius) <= stroke
  const end = { x: radius * cos(HALF_ANGLE), y: radius * sin(HALF_ANGLE) }
  return hypot(dx - end.x, abs(dy) - end.y) <= stroke
}

if (import.meta.main) {
  const folder = new URL('./icons/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('color.png', folder), encodePng(drawColorIcon()))
  writeFileSync(new URL('outline.png', folder), encodePng(drawOutlineIcon()))
}
