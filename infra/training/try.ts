import { hitsIn, ROLES } from '../../services/understanding/danger/matcher.ts'
import { tokensOf } from '../../services/understanding/danger/tokens.ts'
import { conceptFeatures, textFeatures } from '../../services/understanding/model/features.ts'
import { marginOf } from '../../services/understanding/model/linear.ts'
import { hands } from './corpus.ts'
import { learn } from './learn.ts'
const t0 = performance.now()
const H = hands()
const rows = H.flatMap(h => h.messages.map(m => {
  const tokens = tokensOf(m.messages); const hits = hitsIn(tokens)
  return { h: h.name, m, text: textFeatures(tokens, hits), con: conceptFeatures(tokens, hits), hazard: hits.some(x => ROLES.get(x.concept) === 'hazard') , tm: 0, cm: 0 }
}))
console.log('features', Math.round(performance.now() - t0))
const Y = (m: {danger: string}) => m.danger === 'ring' ? 1 : m.danger === 'ask' ? 0.6 : 0
for (const h of H) {
  const train = rows.filter(r => r.h !== h.name)
  const tm = learn(train.map(r => ({ features: r.text, y: Y(r.m), weight: 1 })), { bits: 17, rounds: 12, step: 0.5, shrink: 1e-5 })
  const cm = learn(train.map(r => ({ features: r.con, y: Y(r.m), weight: 1 })), { bits: 17, rounds: 12, step: 0.5, shrink: 1e-4 })
  for (const r of rows) if (r.h === h.name) { r.tm = marginOf(tm, r.text); r.cm = marginOf(cm, r.con) }
}
console.log('trained', Math.round(performance.now() - t0))
const pct = (x: number) => (x * 100).toFixed(0).padStart(4)
for (const [name, f] of [['text', (r: any) => r.tm], ['concept', (r: any) => r.cm], ['both', (r: any) => (r.tm + r.cm) / 2], ['both+haz', (r: any) => (r.tm + r.cm) / 2 - (r.hazard ? 0 : 2)]] as const) {
  const ev = rows.filter(r => r.h.startsWith('hand0') && r.h !== 'hand00')
  const la = ev.filter(r => r.m.group === 'lookalike').map(f).sort((a, b) => b - a)
  const ask = la[Math.floor(la.length * 0.18)] ?? 0, ring = la[Math.floor(la.length * 0.05)] ?? 0
  console.log(name, 'thresholds', ring.toFixed(2), ask.toFixed(2))
  for (const h of [...H.map(x => x.name), 'all']) {
    const mine = h === 'all' ? ev : rows.filter(r => r.h === h)
    const line = (['acute', 'lookalike', 'ordinary'] as const).map(g => {
      const x = mine.filter(r => r.m.group === g); const n = x.length || 1
      return `${g} ${String(x.length).padStart(4)} ring ${pct(x.filter(r => f(r) > ring).length / n)} any ${pct(x.filter(r => f(r) > ask).length / n)}`
    })
    console.log('  ', h.padEnd(8), line.join(' | '))
  }
}
