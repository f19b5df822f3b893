/** What the figures were measured on. */
import { closeSync, fdatasyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
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
