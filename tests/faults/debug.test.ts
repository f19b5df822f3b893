import { test } from '@jest/globals'
import { check } from './check.ts'
import { Figures } from './figures.ts'
import { play } from './play.ts'
import type { Schedule } from './schedule.ts'

test('debug', async () => {
  const schedule = JSON.parse(process.env.SCHEDULE ?? '{}') as Schedule
  const it = await play(schedule, new Figures(), Number(process.env.BOTS ?? 1))
  for (const [id, versions] of it.history.versions)
    process.stdout.write(
      `${id} ${versions.map((v) => (v.is === 'record' ? `${v.record.state}/${v.record.audit.map((a) => a.what)}/${v.record.effects.map((e) => `${e.kind}${e.failed ?? ''}`)}` : JSON.stringify(v))).join('\n   ')}\n`,
    )
  for (const s of it.world.shown)
    process.stdout.write(`${s.where} ${s.activity} ${s.fresh} ${s.what} ${s.reference}\n`)
  for (const g of it.given.values())
    process.stdout.write(
      `${JSON.stringify(g.command)} -> ${g.answers.map((a) => a.done + ('refusal' in a ? JSON.stringify(a.refusal) : ''))} silent ${g.silent}\n`,
    )
  process.stdout.write(
    it.history.logged.join('\n') +
      '\n' +
      JSON.stringify(it.sent) +
      '\n' +
      [...it.figures.faults] +
      JSON.stringify(it.incidents) +
      '\n',
  )
  await check(it)
})
