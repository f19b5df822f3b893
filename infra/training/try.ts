import { conceptsIn, isHazard } from '../../services/understanding/danger/conceptsIn.ts'
import { tokensOf } from '../../services/understanding/danger/tokens.ts'
import { conceptFeatures, textFeatures, type Features } from '../../services/understanding/model/features.ts'
import { marginOf } from '../../services/understanding/model/linear.ts'
import { windowsOf } from '../../services/understanding/danger/windows.ts'
import { hands, type Message } from './corpus.ts'
import { learn, type Example } from './learn.ts'
const t0 = performance.now()
const H = hands()
const TEST = ['hand01', 'hand02', 'hand03', 'hand04', 'hand05', ...(process.env.TEST?.split(',') ?? [])]
type Piece = { text: Features; con: Features; hazard: boolean; concepts: string[] }
const rows = H.flatMap(h => h.messages.map((m, i) => {
  const tokens = tokensOf(m.messages); const hits = conceptsIn(tokens)
  const pieces: Piece[] = windowsOf(tokens).map(w => { const mine = hits.filter(x => x.first >= w.from && x.last < w.to); return { text: textFeatures(tokens, w.from, w.to, mine), con: conceptFeatures(tokens, mine), hazard: mine.some(isHazard), concepts: mine.map(x => x.concept) } })
  const whole: Piece = pieces.length === 1 ? pieces[0]! : { text: textFeatures(tokens, 0, tokens.length, hits), con: conceptFeatures(tokens, hits), hazard: hits.some(isHazard), concepts: hits.map(x => x.concept) }
  return { h: h.name, m, i, pieces, whole, t: 0, c: 0, tokens }
}))
console.log('features', Math.round(performance.now() - t0))
const Y = (m: Message) => m.danger === 'ring' ? 1 : m.danger === 'ask' ? 0.6 : 0
export const A = Number(process.env.A ?? 0.67), B = Number(process.env.B ?? 0.33)
const folds = [...TEST.map(h => (r: typeof rows[number]) => r.h === h), ...[0,1,2,3].map(k => (r: typeof rows[number]) => r.h === 'hand06' && r.i % 4 === k)]
const out = rows.map(() => ({ s: -9, sh: -9, t: -9, c: -9 }))
for (const test of folds) {
  const train = rows.filter(r => !test(r))
  const ex = (k: 'text' | 'con'): Example[] => train.flatMap(r => { const wt = r.h === 'house' || r.h === 'hand00' ? .5 : 1
    return r.m.danger === 'none' && r.pieces.length > 1 ? r.pieces.map(p => ({ features: p[k], y: 0, weight: wt / r.pieces.length * 1.5 })) : [{ features: r.whole[k], y: Y(r.m), weight: wt }] })
  const tm = learn(ex('text'), { rounds: 12, step: 0.5, shrink: 1e-5 }), cm = learn(ex('con'), { rounds: 12, step: 0.5, shrink: 1e-4 })
  rows.forEach((r, i) => { if (!test(r)) return; for (const p of r.pieces) {
    const t = marginOf(tm, p.text), c = marginOf(cm, p.con); const s = A * t + B * c; const o = out[i]!
    o.t = Math.max(o.t, t); o.c = Math.max(o.c, c); o.s = Math.max(o.s, s); if (p.hazard) o.sh = Math.max(o.sh, s) } })
}
console.log('trained', Math.round(performance.now() - t0))
const auc = (p: number[], n: number[]) => { let c = 0; for (const a of p) for (const b of n) c += a > b ? 1 : a === b ? .5 : 0; return c / p.length / n.length }
const get = (hs: string[], g: string) => rows.flatMap((r, i) => hs.includes(r.h) && r.m.group === g ? [out[i]!] : [])
{ const a = get(TEST, 'acute'), l = get(TEST, 'lookalike'), o = get(TEST, 'ordinary')
  for (const k of ['t', 'c', 's'] as const) console.log(k, 'aucL', auc(a.map(x => x[k]), l.map(x => x[k])).toFixed(4), 'aucO', auc(a.map(x => x[k]), o.map(x => x[k])).toFixed(4)) }
const at = (x: number[], q: number) => [...x].sort((a, b) => b - a)[Math.floor(x.length * q)]!
const ring = Number(process.env.RING ?? Math.max(at(get(TEST, 'lookalike').map(x => x.sh), .04), at(get(TEST, 'ordinary').map(x => x.sh), .012)))
const ask = Number(process.env.ASK ?? Math.max(at(get(TEST, 'lookalike').map(x => x.s), .16), at(get(TEST, 'ordinary').map(x => x.s), .09)))
console.log('ring', ring.toFixed(2), 'ask', ask.toFixed(2))
const pct = (x: number) => (x * 100).toFixed(1).padStart(5)
for (const hs of [...TEST.map(h => [h]), ['hand06'], TEST]) console.log((hs.length > 1 ? 'all' : hs[0]!).padEnd(8), ['acute', 'lookalike', 'ordinary'].map(g => { const x = get(hs, g); return `${g} ${String(x.length).padStart(4)} ring ${pct(x.filter(o => o.sh > ring).length / x.length)} any ${pct(x.filter(o => o.s > ask || o.sh > ring).length / x.length)}` }).join(' | '), 'hazard in acute', pct(rows.filter(r => hs.includes(r.h) && r.m.group === 'acute' && r.whole.hazard).length / get(hs, 'acute').length))
export { rows, out, ring, ask, TEST }
if (process.argv.includes('-m')) rows.forEach((r, i) => { const o = out[i]!; const got = o.sh > ring ? 'ring' : o.s > ask ? 'ask' : 'none'
  if ((TEST.includes(r.h) || r.h === 'hand06') && (r.m.group === 'acute' ? got === 'none' || (got === 'ask' && r.m.danger === 'ring') : got !== 'none')) console.log(r.h, r.m.group.slice(0, 3), r.m.danger, '->', got, o.t.toFixed(1), o.c.toFixed(1), r.m.messages.join(' // ').slice(0, 150), '{' + [...new Set(r.whole.concepts)].join(' ') + '}') })
