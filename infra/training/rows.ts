/** Logistic regression over rows of numbers, as a sentence model gives them: the same rows give the same weights. */
import { likelihood } from '../../services/understanding/model/linear.ts'
import { chance } from './learn.ts'

/** `y`: from 0 (no danger) to 1. `weight`: how much it counts. */
export type RowExample = { row: Float32Array; y: number; weight: number }
export type RowModel = { bias: number; weights: number[] }

const ROUNDS = 30
const STEP = 0.1
const SHRINK = 1e-3

/** The mean of each number, and how far it usually lies from it: rows are learnt from as if all numbers were alike. */
function spreadOf(examples: readonly RowExample[], dimension: number) {
  const mean = new Float64Array(dimension)
  const spread = new Float64Array(dimension)
  for (const { row } of examples) {
    for (let at = 0; at < dimension; at += 1) mean[at] = (mean[at] ?? 0) + (row[at] ?? 0) / examples.length
  }
  for (const { row } of examples) {
    for (let at = 0; at < dimension; at += 1) {
      spread[at] = (spread[at] ?? 0) + ((row[at] ?? 0) - (mean[at] ?? 0)) ** 2 / examples.length
    }
  }
  return { mean, spread: spread.map((square) => (square > 1e-12 ? Math.sqrt(square) : 1)) }
}

export function learnRows(examples: readonly RowExample[]): RowModel {
  const dimension = examples[0]?.row.length ?? 0
  const { mean, spread } = spreadOf(examples, dimension)
  const rows = examples.map(({ row, y, weight }) => ({
    row: Float64Array.from(row, (value, at) => (value - (mean[at] ?? 0)) / (spread[at] ?? 1)),
    y,
    weight,
  }))
  const weights = new Float64Array(dimension)
  const seen = new Float64Array(dimension).fill(1)
  const random = chance(20_261_130)
  let bias = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = rows.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1))
      const [one, another] = [rows[at], rows[other]]
      if (one && another) [rows[at], rows[other]] = [another, one]
    }
    for (const { row, y, weight } of rows) {
      let sum = bias
      for (let at = 0; at < dimension; at += 1) sum += (weights[at] ?? 0) * (row[at] ?? 0)
      const off = (likelihood(sum) - y) * weight
      bias -= 0.02 * off
      for (let at = 0; at < dimension; at += 1) {
        const old = weights[at] ?? 0
        const gradient = off * (row[at] ?? 0) + SHRINK * old
        const total = (seen[at] ?? 1) + gradient * gradient
        seen[at] = total
        weights[at] = old - (STEP * gradient) / Math.sqrt(total)
      }
    }
  }
  const plain = Array.from(weights, (weight, at) => weight / (spread[at] ?? 1))
  return { bias: plain.reduce((sum, weight, at) => sum - weight * (mean[at] ?? 0), bias), weights: plain }
}
