/** What was measured of recognition, as tables that people can read, with each aim and whether it was met. */
import { median, percentile } from '../figures.ts'
import type { Answered, Measured } from './figures.ts'

/** The aims at the largest size; the first also beside ten thousand. */
const AIMS = { p95: 12, growth: 1.5, keys: 40, opened: 30, rightOpened: 0.995, falseLikely: 0.1 } as const
const GROWS_FROM = 10_000

const ms = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(value < 100 ? 2 : 0))
const share = (of: readonly (boolean | undefined)[]): number => {
  const known = of.filter((one) => one !== undefined)
  return known.length === 0 ? Number.NaN : known.filter((one) => one).length / known.length
}
const shown = (part: number): string => (Number.isNaN(part) ? '-' : part.toFixed(4))
const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length

const ofKind = (answered: readonly Answered[], kind: Answered['kind']) =>
  answered.filter((one) => one.kind === kind)

type Cell = string
type Column = { head: string; of: (measured: Measured) => Cell }

/** The times of what is asked of people that are in it, and of those that are not. */
const times = ({ answered }: Measured): number[] => answered.map((one) => one.ms)

const LOOKING_UP: readonly Column[] = [
  { head: 'entities', of: ({ size }) => String(size) },
  { head: 'p50 ms', of: (it) => ms(median(times(it))) },
  { head: 'p95 ms', of: (it) => ms(percentile(times(it), 0.95)) },
  { head: 'processor: p50 ms', of: ({ answered }) => ms(median(answered.map(({ cpuMs }) => cpuMs))) },
  {
    head: 'p95 ms',
    of: ({ answered }) =>
      ms(
        percentile(
          answered.map(({ cpuMs }) => cpuMs),
          0.95,
        ),
      ),
  },
  {
    head: 'right one opened',
    of: ({ answered }) => shown(share(ofKind(answered, 'known').map((a) => a.rightOpened))),
  },
  {
    head: 'called likely+',
    of: ({ answered }) => shown(share(ofKind(answered, 'known').map((a) => a.rightCalled))),
  },
  {
    head: 'by name alone: opened',
    of: ({ answered }) => shown(share(ofKind(answered, 'named').map((a) => a.rightOpened))),
  },
  { head: 'keys, most', of: ({ answered }) => String(Math.max(...answered.map(({ keys }) => keys))) },
  {
    head: 'opened, mean (most)',
    of: ({ answered }) =>
      `${mean(answered.map(({ opened }) => opened)).toFixed(1)} (${Math.max(...answered.map(({ opened }) => opened))})`,
  },
  { head: 'requests', of: ({ answered }) => mean(answered.map(({ requests }) => requests)).toFixed(1) },
  {
    head: 'false likely+ per stranger',
    of: ({ answered }) => ms(mean(ofKind(answered, 'strangers').map((a) => a.falseLikely))),
  },
  {
    head: 'of namesake or housemate',
    of: ({ answered }) => ms(mean(ofKind(answered, 'near').map((a) => a.falseLikely))),
  },
]

/** Beside it: what takes no index, and what everybody would begin with. */
const BESIDE: readonly Column[] = [
  { head: 'entities', of: ({ size }) => String(size) },
  { head: 'sealed index: p50 ms', of: (it) => ms(median(times(it))) },
  { head: 'found', of: ({ answered }) => shown(share(ofKind(answered, 'known').map((a) => a.rightCalled))) },
  { head: 'comparing with all: p50 ms', of: ({ scanned }) => ms(median(scanned.ms)) },
  { head: 'x index', of: (it) => `${(median(it.scanned.ms) / median(times(it))).toFixed(1)} x` },
  { head: 'found', of: ({ scanned }) => shown(share(scanned.called)) },
  {
    head: 'compared',
    of: ({ scanned: { sample }, size }) => (sample < size ? `a sample of ${sample}` : 'all'),
  },
  { head: 'MiniSearch: p50 ms', of: ({ searched }) => (searched ? ms(median(searched.ms)) : '-') },
  { head: 'p95 ms', of: ({ searched }) => (searched ? ms(percentile(searched.ms, 0.95)) : '-') },
  {
    head: 'x index',
    of: (it) => (it.searched ? `${(median(it.searched.ms) / median(times(it))).toFixed(1)} x` : '-'),
  },
  { head: 'in its first 30', of: ({ searched }) => (searched ? shown(share(searched.found)) : '-') },
  { head: 'MB', of: ({ searched }) => (searched ? searched.peakMb.toFixed(0) : '-') },
]

const KEEPING: readonly Column[] = [
  { head: 'entities', of: ({ size }) => String(size) },
  { head: 'postings each', of: ({ built }) => (built.postings / built.entities).toFixed(1) },
  {
    head: 'bytes each',
    of: ({ built }) => (built.bytes > 0 ? (built.bytes / built.entities).toFixed(0) : '-'),
  },
  { head: 'building: s', of: ({ built }) => (built.ms / 1000).toFixed(1) },
  { head: 'ms each', of: ({ built }) => ms(built.ms / built.entities) },
  { head: 'requests each', of: ({ built }) => (built.requests / built.entities).toFixed(2) },
  { head: 'MB', of: ({ built }) => built.peakMb.toFixed(0) },
  { head: 'looking up: MB', of: ({ askingMb }) => askingMb.toFixed(0) },
  { head: 'adding one: p50 ms', of: ({ changed }) => ms(median(changed.add)) },
  { head: 'p95 ms', of: ({ changed }) => ms(percentile(changed.add, 0.95)) },
  { head: 'removing one: p50 ms', of: ({ changed }) => ms(median(changed.remove)) },
  { head: 'p95 ms', of: ({ changed }) => ms(percentile(changed.remove, 0.95)) },
]

function drawn(title: string, columns: readonly Column[], all: readonly Measured[]): string[] {
  const rows = [columns.map(({ head }) => head), ...all.map((it) => columns.map(({ of }) => of(it)))]
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return [
    title,
    ...rows.map((row) =>
      row
        .map((cell, at) => cell.padStart(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
  ]
}

const verdict = (what: string, value: string, aim: string, met: boolean): string =>
  `- ${what}: ${value}, aim ${aim}: ${met ? 'meets' : 'MISSES'}`

/** The aims, of the largest size. */
function aimsOf(all: readonly Measured[]): string[] {
  const last = all.at(-1)
  if (!last) return []
  const { answered } = last
  const p95 = percentile(times(last), 0.95)
  const from = all.find(({ size }) => size === GROWS_FROM)
  const known = ofKind(answered, 'known')
  const opened = share(known.map((one) => one.rightOpened))
  const keys = Math.max(...answered.map((one) => one.keys))
  const most = Math.max(...answered.map((one) => one.opened))
  const wrong = mean(ofKind(answered, 'strangers').map((one) => one.falseLikely))
  const growth = from && from !== last ? p95 / percentile(times(from), 0.95) : undefined
  return [
    `AIMS, at ${last.size}`,
    verdict('a look-up, p95', `${ms(p95)} ms`, `<= ${AIMS.p95} ms`, p95 <= AIMS.p95),
    ...(growth === undefined
      ? []
      : [
          verdict(
            `beside ${GROWS_FROM}`,
            `${growth.toFixed(2)} x`,
            `<= ${AIMS.growth} x`,
            growth <= AIMS.growth,
          ),
        ]),
    verdict('keys', String(keys), `<= ${AIMS.keys}`, keys <= AIMS.keys),
    verdict('opened, the most for one entity', String(most), `<= ${AIMS.opened}`, most <= AIMS.opened),
    verdict('the right one opened', shown(opened), `>= ${AIMS.rightOpened}`, opened >= AIMS.rightOpened),
    verdict('false likely+ per stranger', ms(wrong), `<= ${AIMS.falseLikely}`, wrong <= AIMS.falseLikely),
  ]
}

/** The tables of one store, a line for each size. */
export function tableOf(store: string, all: readonly Measured[]): string {
  return [
    '',
    ...drawn(`${store}: LOOKING UP, with opening the candidates`, LOOKING_UP, all),
    '',
    ...drawn(
      `${store}: BESIDE IT (comparing with all: in memory and not sealed, times for the whole register)`,
      BESIDE,
      all,
    ),
    '',
    ...drawn(`${store}: KEEPING IT`, KEEPING, all),
    '',
    ...aimsOf(all),
    '',
  ].join('\n')
}
