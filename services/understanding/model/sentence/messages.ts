/** What the bot and the process of the model say to each other. */
import type { Manifest } from './manifest.ts'

export type ToModel =
  | { say: 'open'; folder: string; manifest: Manifest }
  | { say: 'embed'; id: number; text: string }

/** Why a model is not taken: words of ours, with the name of a file of the folder. */
export type Refusal =
  | 'the package onnxruntime-node is not installed'
  | `${string}: cannot be read`
  | `${string}: is not the file that manifest.json describes (its sha-256 is another one)`
  | `${string}: is no tokenizer of a kind that is known (WordPiece, byte-level BPE)`
  | `${string}: is no ONNX model that can be run`
  | `${string}: asks for an input that is not known (input_ids, attention_mask and token_type_ids of int64 are)`
  | `${string}: does not give what manifest.json says (output, pooling, dimension)`

export type FromModel =
  | { say: 'opened' }
  | { say: 'refused'; why: Refusal }
  | { say: 'embedded'; id: number; row: Float32Array }
  | { say: 'failed'; id: number }
