/** What was measured, as a table that people can read, with each aim and whether it was met. */
import { median, type Spread, spread } from './figures.ts'
import type { Counted, Measured, Round, Turn } from './rounds.ts'
import type { StartUps } from './startUp.ts'

/** `ratio`: to the floor; `ratio2`: to the second floor. */
type Row = Record<'what' | 'house' | 'floor' | 'second' | 'ratio' | 'ratio2' | 'aim' | 'verdict', string>
type Lines = { rows: Row[]; reasons: string[] }

const NAMES: Record<Turn, string> = {
  send: 'Sending a signal (Versturen)',
  take: 'Button: Neem in behandeling',
  decide: 'Button: the decision, told to the reporter',
}
const MOST_REQUESTS: Record<Turn, number> = { send: 5, take: 3, decide: 3 }
/** p50 against the second floor, and turns per second with several at once. */
const MOST_RATIO = 1.5
const LEAST_RATE = 0.5
const MOST_PER_REQUEST = 1.3
const MOST_START = 1.3

const ms = (value: number): string => `${value.toFixed(value < 100 ? 2 : 0)} ms`
const rate = (value: number): string => `${value.toFixed(0)}/s`
const verdict = (met: boolean): string => (met ? 'meets' : 'MISSES')
const times = ({ median: middle, least, most }: Spread): string =>
  `${middle.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`

function compared(
  what: string,
  rounds: readonly Round[],
  of: (side: Round['house']) => number,
  show: (value: number) => string,
): Row {
  return {
    what,
    house: show(median(rounds.map(({ house }) => of(house)))),
    floor: show(median(rounds.map(({ floor }) => of(floor)))),
    second: show(median(rounds.map(({ second }) => of(second)))),
    ratio: times(spread(rounds.map(({ house, floor }) => of(house) / of(floor)))),
    ratio2: times(spread(rounds.map(({ house, second }) => of(house) / of(second)))),
    aim: '',
    verdict: '',
  }
}

function plain(what: string, house: string, floor = '', aim = '', met?: boolean): Row {
  const none = { second: '', ratio: '', ratio2: '' }
  return { what, house, floor, ...none, aim, verdict: met === undefined ? '' : verdict(met) }
}

/** Where the time until the answer goes, by what the processes saw themselves. */
function where({ house, floor }: Counted): string {
  const own = (it: Counted['house']) => it.ms - it.before.storeMs - it.before.teamsMs
  const { before } = house
  return (
    `inside the process ${ms(house.ms)} (floor ${ms(floor.ms)}): store ${ms(before.storeMs)}, ` +
    `waiting for Teams ${ms(before.teamsMs)} (floor ${ms(floor.before.teamsMs)}), ` +
    `its own work ${ms(own(house))} (floor ${ms(own(floor))})`
  )
}

function timed(turn: Turn, { rounds, counted }: Measured, rateAim?: { aim: string; verdict: string }): Row[] {
  const mine = rounds[turn]
  const { house, floor, commitsAtOnce } = counted[turn]
  const later = house.all.commits - house.before.commits
  return [
    compared('  p95', mine, (side) => side.p95, ms),
    compared('  p50, one after the other', mine, (side) => side.p50Busy, ms),
    compared('  turns, one after the other', mine, (side) => side.perSecond, rate),
    { ...compared('  turns, 8 at once', mine, (side) => side.perSecondAtOnce, rate), ...rateAim },
    plain(
      '  calls to Teams (and Graph)',
      `${house.all.teams} (+${house.all.graph})`,
      `${floor.all.teams} (+${floor.all.graph})`,
    ),
    plain('  durable writes after the answer', `${later}`),
    plain('  durable writes per turn, 8 at once', commitsAtOnce.toFixed(2)),
  ]
}

/** What one turn takes in all: while another waits, the work after the answer counts too. */
function inAll(rounds: readonly Round[]): string {
  const each = (of: (round: Round) => Round['house']) =>
    ms(median(rounds.map((round) => 1000 / of(round).perSecond)))
  return (
    `what comes after the answer (the doorbell, the marks) is worked on while the next one waits; one turn takes ` +
    `${each(({ house }) => house)} in all (floor ${each(({ floor }) => floor)}, second floor ` +
    `${each(({ second }) => second)})`
  )
}

function onSqlite(turn: Turn, measured: Measured): Lines {
  const counted = measured.counted[turn]
  const { house } = counted
  const rounds = measured.rounds[turn]
  const p50 = compared(`${NAMES[turn]}: p50`, rounds, (side) => side.p50, ms)
  const ratioOf = (of: (side: Round['house']) => number) =>
    median(rounds.map((round) => of(round.house) / of(round.second)))
  const quick = ratioOf((side) => side.p50) <= MOST_RATIO
  const many = ratioOf((side) => side.perSecondAtOnce) >= LEAST_RATE
  const few = house.all.store <= MOST_REQUESTS[turn]
  const once = house.before.commits === 1
  const asked = house.asked.join(', ')
  const missed = (what: string, why: string) => `${NAMES[turn]}, SQLite, ${what}: ${why}.`
  return {
    rows: [
      { ...p50, aim: `<= ${MOST_RATIO.toFixed(2)} x 2nd floor`, verdict: verdict(quick) },
      plain('  store requests', `${house.all.store}`, '', `<= ${MOST_REQUESTS[turn]}`, few),
      plain('  durable writes before the answer', `${house.before.commits}`, '', '1', once),
      ...timed(turn, measured, {
        aim: `>= ${LEAST_RATE.toFixed(2)} x 2nd floor`,
        verdict: verdict(many),
      }),
    ],
    reasons: [
      ...(quick ? [] : [missed('p50', where(counted))]),
      ...(few ? [] : [missed('store requests', `${asked}; ${house.before.store} before the answer`)]),
      ...(once ? [] : [missed('durable writes before the answer', asked)]),
      ...(many ? [] : [missed('turns, 8 at once', inAll(rounds))]),
    ],
  }
}

function onCosmos(turn: Turn, measured: Measured): Lines {
  const counted = measured.counted[turn]
  const requests = counted.house.before.store
  const aims = measured.rounds[turn].map(
    ({ floor }, at) => floor.p50 + MOST_PER_REQUEST * requests * (measured.requestMs[at] ?? 0),
  )
  const parts = measured.rounds[turn].map(({ house }, at) => house.p50 / (aims[at] ?? 0))
  const met = median(parts) <= 1
  const p50 = compared(`${NAMES[turn]}: p50`, measured.rounds[turn], (side) => side.p50, ms)
  return {
    rows: [
      { ...p50, aim: `<= ${ms(median(aims))}`, verdict: verdict(met) },
      plain('  store requests (before the answer)', `${counted.house.all.store} (${requests})`),
      plain('  durable writes before the answer', `${counted.house.before.commits}`),
      ...timed(turn, measured),
    ],
    reasons: met
      ? []
      : [`${NAMES[turn]}, Cosmos, p50: ${times(spread(parts))} x the aim; ${where(counted)}.`],
  }
}

function startUp({ packages, house }: StartUps): Lines {
  const ratios = house.map((each, at) => each / (packages[at] ?? 0))
  const met = median(ratios) <= MOST_START
  const row: Row = {
    what: 'Fresh process until it listens',
    house: ms(median(house)),
    floor: ms(median(packages)),
    second: '',
    ratio: times(spread(ratios)),
    ratio2: '',
    aim: `<= ${MOST_START.toFixed(2)} x imports`,
    verdict: verdict(met),
  }
  const over = ms(median(house) - median(packages))
  return { rows: [row], reasons: met ? [] : [`Start-up: ${over} more than importing the named packages.`] }
}

const COLUMNS = ['what', 'house', 'floor', 'second', 'ratio', 'ratio2', 'aim', 'verdict'] as const

function drawn(title: string, head: Row, rows: readonly Row[], widths: readonly number[]): string[] {
  const line = (row: Row) =>
    COLUMNS.map((column, at) =>
      column === 'what' || column === 'verdict'
        ? row[column].padEnd(widths[at] ?? 0)
        : row[column].padStart(widths[at] ?? 0),
    )
      .join('  ')
      .trimEnd()
  return ['', title, line(head), ...rows.map(line)]
}

/** How many rounds, and what one request to the store took in them: the disk is other people's too. */
function requests({ rounds, requestMs, writeMs }: Measured): string {
  const shown = (of: readonly number[]) => `p50 ${times(spread(of))} ms`
  return `${rounds.send.length} rounds; one request to the store: ${shown(requestMs)}, a write: ${shown(writeMs)}`
}

/** What did not go at once. None of it is hidden in the figures: a late turn counts with the time until it was taken. */
function troublesOf({ troubles }: Measured): string {
  const { late, taken, again, waited, disturbed } = troubles
  if (late + taken + again + waited + disturbed === 0) return 'nothing was late'
  return (
    `late: ${late} measured turns answered 202 (each counts as the time until then), ${taken} others; ` +
    `${waited} times something was waited for, ${again} presses were made again as the house said; ` +
    `${disturbed} counts were disturbed and left out`
  )
}

/** The whole table, and under it the measured reason of each miss. */
export function tableOf(sqlite: Measured, cosmos: Measured, startUps: StartUps): string {
  const turns: Turn[] = ['send', 'take', 'decide']
  const onOne = turns.map((turn) => onSqlite(turn, sqlite))
  const onOther = turns.map((turn) => onCosmos(turn, cosmos))
  const start = startUp(startUps)
  const head: Row = {
    what: '',
    house: 'house',
    floor: 'floor',
    second: '2nd floor',
    ratio: 'house / floor',
    ratio2: 'house / 2nd floor',
    aim: 'aim',
    verdict: '',
  }
  const parts: [string, Row, Row[]][] = [
    [`SQLITE, ${requests(sqlite)};\n${troublesOf(sqlite)}`, head, onOne.flatMap(({ rows }) => rows)],
    [
      `COSMOS SERVER, ${requests(cosmos)};\n${troublesOf(cosmos)};\n` +
        `aim: the floor + ${MOST_PER_REQUEST} x (requests before the answer x p50 of one request)`,
      head,
      onOther.flatMap(({ rows }) => rows),
    ],
    [
      `START-UP, ${startUps.house.length} times`,
      { ...head, floor: 'imports', second: '', ratio: 'house / imports', ratio2: '' },
      start.rows,
    ],
  ]
  const all = parts.flatMap(([, titles, rows]) => [titles, ...rows])
  const widths = COLUMNS.map((column) => Math.max(...all.map((row) => row[column].length)))
  const reasons = [...onOne, ...onOther, start].flatMap((lines) => lines.reasons)
  return [
    ...parts.flatMap(([title, titles, rows]) => drawn(title, titles, rows, widths)),
    '',
    ...(reasons.length === 0
      ? ['Every aim was met.']
      : ['WHAT WAS MISSED, AND WHY', ...reasons.map((r) => `- ${r}`)]),
    '',
  ].join('\n')
}
