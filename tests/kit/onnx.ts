/**
 * Writes small ONNX models by hand, so that the tests have a real one of our own making and nothing is fetched: just
 * enough of the protocol buffers' wire format, and of onnx.proto (field numbers beside each), for a graph of some nodes.
 */

const varint = (value: number): Buffer => {
  const bytes: number[] = []
  let rest = BigInt(value)
  do {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest > 0n ? low | 0x80 : low)
  } while (rest > 0n)
  return Buffer.from(bytes)
}
const whole = (field: number, value: number): Buffer => Buffer.concat([varint(field << 3), varint(value)])
const bytes = (field: number, value: Buffer | string): Buffer => {
  const content = Buffer.from(value)
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content])
}
const message = (field: number, ...parts: Buffer[]): Buffer => bytes(field, Buffer.concat(parts))

/** TensorProto.DataType. */
export const FLOAT = 1
export const INT64 = 7

/** A number of places, or the name of one that is known when the model runs. */
export type Dimension = number | string
export type Value = { name: string; type: number; shape: readonly Dimension[] }
export type Weights = { name: string; shape: readonly number[]; values: Float32Array }
/** An attribute: a whole number, or several. */
export type OnnxNode = {
  op: string
  inputs: readonly string[]
  outputs: readonly string[]
  attributes?: Readonly<Record<string, number | readonly number[]>>
}
export type Graph = {
  inputs: readonly Value[]
  outputs: readonly Value[]
  weights: readonly Weights[]
  nodes: readonly OnnxNode[]
}

const attribute = (name: string, value: number | readonly number[]): Buffer =>
  typeof value === 'number'
    ? message(5, bytes(1, name), whole(3, value), whole(20, 2))
    : message(5, bytes(1, name), ...value.map((each) => whole(8, each)), whole(20, 7))

const nodeOf = ({ op, inputs, outputs, attributes = {} }: OnnxNode): Buffer =>
  message(
    1,
    ...inputs.map((name) => bytes(1, name)),
    ...outputs.map((name) => bytes(2, name)),
    bytes(4, op),
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  )

const weightsOf = ({ name, shape, values }: Weights): Buffer =>
  message(
    5,
    ...shape.map((size) => whole(1, size)),
    whole(2, FLOAT),
    bytes(8, name),
    bytes(9, Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  )

const infoOf = (field: number, { name, type, shape }: Value): Buffer => {
  const dimensions = shape.map((size) =>
    message(1, typeof size === 'number' ? whole(1, size) : bytes(2, size)),
  )
  return message(field, bytes(1, name), message(2, message(1, whole(1, type), message(2, ...dimensions))))
}

/** The file of a model: ir_version 8, operators of opset 17. */
export function onnxFile({ inputs, outputs, weights, nodes }: Graph): Buffer {
  const graph = message(
    7,
    ...nodes.map(nodeOf),
    bytes(2, 'graph'),
    ...weights.map(weightsOf),
    ...inputs.map((value) => infoOf(11, value)),
    ...outputs.map((value) => infoOf(12, value)),
  )
  return Buffer.concat([
    whole(1, 8),
    bytes(2, 'signaalpunt tests'),
    graph,
    message(8, bytes(1, ''), whole(2, 17)),
  ])
}
