/**
 * Learns what the rules of meaning leave open, from the corpus in this folder: `npm run train:meaning`. Logistic regression,
 * the same answer each time; the weights become `services/content/data/meaning/model.json`. With `-- --without=meaning2`
 * that file of the corpus is kept aside, and the figures on it are printed and nothing is written.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ModelFile } from '../../services/content/meaning.ts'
import { closestIn, type Vocabulary } from '../../services/understanding/learnt/features.ts'
import { scale, softmax, worthOf } from '../../services/understanding/learnt/model.ts'
import { seenIntent, seenStory } from '../../services/understanding/learnt/seen.ts'
import { intentsOf } from '../../services/understanding/text/concepts.ts'
import { Judged } from './measureMeaning.ts'

const CORPUS = new URL('corpus/', import.meta.url)
const MODEL = new URL('../../services/content/data/meaning/model.json', import.meta.url)
const ABOUT = { municipality: 'Rijkerdam', readers: ['Karin de Wit', 'Mo Haddad'] }

/** A word or feature that fewer messages have is not learnt from. */
const LEAST_WORD = 2
const LEAST_FEATURE = 3
const ROUNDS = 25
const STEP = 0.5
/** How much a weight shrinks at each step: most of what is told in stories is told in other words by another hand. */
const SHRINK = { intent: 0.000_2, others: 0.002 }
/** Stories are most of the corpus: each of them counts for less when the learnt part tells intents apart. */
const STORIES_COUNT = 0.4
/** A smaller weight changes nothing. */
const SMALLEST = 0.75

type Group = { one: boolean; labels: string[] }
type Example = { features: number[]; values: number[]; labels: Map<string, readonly string[]> }

/** What of a row belongs to each group; a group that was not judged is not there. */
function labelsOf(row: Judged): Map<string, readonly string[]> {
  const labels = new Map<string, readonly string[]>()
  if (row.intent) labels.set('intent', [row.intent])
  const story = row.intent === 'signal' || row.intent === 'advice'
  if (row.forks) labels.set('forks', row.forks)
  if (!story) return labels
  // What somebody of ours does is for integrity: it would teach that every gift is organised crime.
  const ofOurs = row.forks?.some((fork) => fork === 'colleague' || fork === 'officer') ?? false
  if (row.subjects && !ofOurs) labels.set('subjects', row.subjects)
  if (row.certainty) labels.set('certainty', [row.certainty])
  if (row.urgency) labels.set('urgency', [row.urgency === 'acute' ? 'high' : row.urgency])
  if (row.degree !== undefined) labels.set('degree', [row.degree ?? 'none'])
  if (row.consult !== undefined) labels.set('consult', row.consult ? ['yes'] : ['no'])
  return labels
}
const ONE = new Set(['intent', 'certainty', 'urgency', 'degree', 'consult'])

/** Learns from rows. */
export function train(rows: readonly Judged[]): ModelFile {
  const texts = rows.map(({ t }) => (typeof t === 'string' ? [t] : t))
  const counts = new Map<string, number>()
  for (const messages of texts) {
    const words = new Set(messages.flatMap((text) => intentsOf(text).words.tokens.map(({ word }) => word)))
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const known = new Set([...counts].filter(([, count]) => count >= LEAST_WORD).map(([word]) => word))
  const vocabulary: Vocabulary = { known, closest: closestIn(known) }
  const groups = new Map<string, Group>()
  const judged = rows.map(labelsOf)
  for (const labels of judged) {
    for (const [group, mine] of labels) {
      const found = groups.get(group) ?? { one: ONE.has(group), labels: [] }
      groups.set(group, found)
      for (const label of mine) if (!found.labels.includes(label)) found.labels.push(label)
    }
  }
  const written = new Map<string, string[]>()
  const made: ModelFile['groups'] = {}
  for (const [name, group] of groups) {
    const seen = texts.map((messages) =>
      name === 'intent'
        ? seenIntent(messages.at(-1) ?? '', ABOUT, vocabulary)
        : seenStory(messages, ABOUT, vocabulary),
    )
    const mine = seen.flatMap((features, at) => {
      const labels = judged[at]?.get(name)
      return labels === undefined ? [] : [{ features, labels }]
    })
    const often = new Map<string, number>()
    for (const { features } of mine)
      for (const feature of features) often.set(feature, (often.get(feature) ?? 0) + 1)
    const numbers = new Map<string, number>()
    for (const [feature, count] of often) if (count >= LEAST_FEATURE) numbers.set(feature, numbers.size)
    const examples = mine.map(({ features, labels }): Example => {
      const found = [...features].flatMap((feature) => numbers.get(feature) ?? [])
      const size = scale(features.size)
      const values = [...features].flatMap((feature) =>
        numbers.has(feature) ? [size * worthOf(feature)] : [],
      )
      return { features: found, values, labels: new Map([[name, labels]]) }
    })
    const { weights, bias } = learn(examples, name, group, numbers.size)
    made[name] = { one: group.one, labels: group.labels, bias: bias.map((each) => Number(each.toFixed(3))) }
    for (const [feature, number] of numbers) {
      group.labels.forEach((_label, nth) => {
        const weight = weights[nth]?.[number] ?? 0
        if (Math.abs(weight) < SMALLEST) return
        const parts = written.get(feature) ?? []
        written.set(feature, parts)
        parts.push(`${Object.keys(made).length - 1}.${nth} ${weight.toFixed(1)}`)
      })
    }
  }
  const sorted = [...written].sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    about:
      'What was learnt by `npm run train:meaning` from infra/training/corpus: of each word, pair of words and concept the weight that it gives to labels.',
    groups: made,
    features: Object.fromEntries(sorted.map(([feature, parts]) => [feature, parts.join(' ')])),
  }
}

/** Adagrad, in an order that is mixed the same way each time. */
function learn(examples: readonly Example[], name: string, { one, labels }: Group, size: number) {
  const shrink = name === 'intent' ? SHRINK.intent : SHRINK.others
  const weights = labels.map(() => new Float64Array(size))
  const seen = labels.map(() => new Float64Array(size).fill(1e-3))
  const bias = labels.map(() => 0)
  const biasSeen = labels.map(() => 1e-3)
  let seed = 12345
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const order = examples.map((_each, at) => at)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1))
      const kept = order[at] ?? 0
      order[at] = order[other] ?? 0
      order[other] = kept
    }
    for (const at of order) {
      const example = examples[at]
      if (example === undefined) continue
      const right = example.labels.get(name) ?? []
      const sums = labels.map((_label, nth) => {
        let sum = bias[nth] ?? 0
        const mine = weights[nth]
        example.features.forEach((feature, at) => {
          sum += (mine?.[feature] ?? 0) * (example.values[at] ?? 0)
        })
        return sum
      })
      const found = one ? softmax(sums) : sums.map((sum) => 1 / (1 + Math.exp(-sum)))
      labels.forEach((label, nth) => {
        let error = (found[nth] ?? 0) - (right.includes(label) ? 1 : 0)
        if (Math.abs(error) < 1e-4) return
        error *= name === 'intent' && right.includes('signal') ? STORIES_COUNT : 1
        biasSeen[nth] = (biasSeen[nth] ?? 0) + error * error
        bias[nth] = (bias[nth] ?? 0) - (STEP * error) / Math.sqrt(biasSeen[nth] ?? 1)
        const mine = weights[nth]
        const counted = seen[nth]
        if (mine === undefined || counted === undefined) return
        for (const [at, feature] of example.features.entries()) {
          const slope = error * (example.values[at] ?? 0) + shrink * (mine[feature] ?? 0)
          counted[feature] = (counted[feature] ?? 0) + slope * slope
          mine[feature] = (mine[feature] ?? 0) - (STEP * slope) / Math.sqrt(counted[feature] ?? 1)
        }
      })
    }
  }
  return { weights, bias }
}

/** The rows of the corpus by file. */
export function corpus(): Map<string, Judged[]> {
  const names = readdirSync(CORPUS)
    .filter((name) => /^meaning\w*\.jsonl$/.test(name))
    .sort()
  return new Map(
    names.map((name) => {
      const lines = readFileSync(new URL(name, CORPUS), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
      return [name.replace('.jsonl', ''), lines.map((line) => Judged.parse(JSON.parse(line)))]
    }),
  )
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { without: { type: 'string', multiple: true, default: [] }, out: { type: 'string' } },
  })
  const rows = [...corpus()].flatMap(([name, mine]) => (values.without.includes(name) ? [] : mine))
  const model = train(rows)
  writeFileSync(values.out ?? MODEL, `${JSON.stringify(model, null, 2)}\n`)
  console.log(`${rows.length} messages, ${Object.keys(model.features).length} features`)
}
