/** What the figures were measured on. */
import { closeSync, fdatasyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { usedByChildren } from './children.ts'
import { percentile } from './figures.ts'

/** Names of file systems by the number that the kernel gives them. */
const FILE_SYSTEMS = new Map<number, string>([
  [0xef53, 'ext4'],
  [0x58465342, 'xfs'],
  [0x9123683e, 'btrfs'],
  [0x794c7630, 'overlay'],
  [0x01021994, 'tmpfs: in memory, so nothing here is durable'],
])

/** Milliseconds to write one page and have it on the disk. */
function durableWriteMs(folder: string): number {
  const path = join(folder, 'probe')
  const file = openSync(path, 'w')
  const page = Buffer.alloc(4096, 1)
  const timed = Array.from({ length: 40 }, () => {
    const start = performance.now()
    writeSync(file, page)
    fdatasyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  rmSync(path)
  return percentile(timed, 0.5)
}

/** A few lines about the machine. */
export function machine(folder: string): string {
  const all = cpus()
  const { type } = statfsSync(folder)
  const fileSystem = FILE_SYSTEMS.get(type) ?? `file system 0x${type.toString(16)}`
  return (
    `Node ${process.version}, ${process.platform}, ${all.length} cores (${all[0]?.model.trim() ?? 'unknown'}), ` +
    `load ${loadavg()[0]?.toFixed(1) ?? '?'} when it began\n` +
    `SQLite in a folder (${fileSystem}), WAL, synchronous FULL; one durable write of a page: ` +
    `p50 ${durableWriteMs(folder).toFixed(2)} ms`
  )
}

/** Milliseconds of all cores together since the machine began. */
function cores(): { all: number; idle: number } {
  let all = 0
  let idle = 0
  for (const { times } of cpus()) {
    idle += times.idle
    all += times.user + times.nice + times.sys + times.irq + times.idle
  }
  return { all, idle }
}

/** Milliseconds of processor time that the bench itself used. */
function own(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + usedByChildren()
}

const percent = (part: number): string => `${Math.round(100 * Math.min(1, Math.max(0, part)))} %`

/**
 * From here on looks how busy the machine is.
 * @returns a line that says so: what others took of it is why figures of two runs differ.
 */
export function watchMachine(): () => string {
  const before = { ...cores(), own: own() }
  return () => {
    const now = cores()
    const all = now.all - before.all
    const busy = all - (now.idle - before.idle)
    const mine = own() - before.own
    const load = loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')
    return (
      `The machine meanwhile: ${cpus().length} cores, busy for ${percent(busy / all)}; the bench took ` +
      `${percent(mine / all)}, others ${percent((busy - mine) / all)}. Load over 1, 5 and 15 minutes: ${load}.`
    )
  }
}
