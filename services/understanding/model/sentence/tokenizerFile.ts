/**
 * `tokenizer.json` as Hugging Face writes it, as far as it is read here: WordPiece (BERT) and byte-level BPE (RoBERTa).
 * Any other part is refused by name, for a text that is cut in another way than the model learnt means nothing to it.
 */
import { z } from 'zod'

const NormalizerPart = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('BertNormalizer'),
    clean_text: z.boolean().default(true),
    handle_chinese_chars: z.boolean().default(true),
    /** Left open: as `lowercase` says. */
    strip_accents: z.boolean().nullable().default(null),
    lowercase: z.boolean().default(true),
  }),
  z.object({ type: z.literal('Lowercase') }),
  z.object({ type: z.literal('StripAccents') }),
  z.object({ type: z.enum(['NFC', 'NFD', 'NFKC', 'NFKD']) }),
  z.object({ type: z.literal('Strip'), strip_left: z.boolean(), strip_right: z.boolean() }),
])
export type NormalizerPart = z.infer<typeof NormalizerPart>

const PreTokenizerPart = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['BertPreTokenizer', 'Whitespace', 'WhitespaceSplit']) }),
  z.object({
    type: z.literal('ByteLevel'),
    add_prefix_space: z.boolean().default(true),
    use_regex: z.literal(true).default(true),
  }),
])
export type PreTokenizerPart = z.infer<typeof PreTokenizerPart>

const Id = z.int().min(0)
const Vocabulary = z.record(z.string(), Id)
const WordPieceFile = z.object({
  type: z.literal('WordPiece'),
  unk_token: z.string(),
  continuing_subword_prefix: z.string().default('##'),
  max_input_chars_per_word: z.int().min(1).max(1_000).default(100),
  vocab: Vocabulary,
})
export type WordPieceFile = z.infer<typeof WordPieceFile>

const Merge = z.union([
  z.tuple([z.string(), z.string()]),
  z
    .string()
    .regex(/^[^ ]{1,400} [^ ]{1,400}$/)
    .transform((pair): [string, string] => {
      const [one = '', other = ''] = pair.split(' ')
      return [one, other]
    }),
])
const BytePairsFile = z.object({
  type: z.literal('BPE'),
  unk_token: z.string().nullable().default(null),
  continuing_subword_prefix: z.literal('').nullable().default(null),
  end_of_word_suffix: z.literal('').nullable().default(null),
  byte_fallback: z.literal(false).default(false),
  ignore_merges: z.boolean().default(false),
  vocab: Vocabulary,
  merges: z.array(Merge),
})
export type BytePairsFile = z.infer<typeof BytePairsFile>

const Ends = z.object({ sep: z.tuple([z.string(), Id]), cls: z.tuple([z.string(), Id]) })
const ProcessorPart = z.discriminatedUnion('type', [
  Ends.extend({ type: z.literal('BertProcessing') }),
  Ends.extend({ type: z.literal('RobertaProcessing') }),
  z.object({ type: z.literal('ByteLevel') }),
  z.object({
    type: z.literal('TemplateProcessing'),
    single: z.array(
      z.union([
        z.object({ SpecialToken: z.object({ id: z.string() }) }),
        z.object({ Sequence: z.object({ id: z.literal('A') }) }),
      ]),
    ),
    special_tokens: z.record(z.string(), z.object({ ids: z.array(Id) })),
  }),
])
export type ProcessorPart = z.infer<typeof ProcessorPart>

/** A part, or several after each other, or none. */
const partsOf = <T extends z.ZodType, K extends string>(part: T, key: K) =>
  z
    .union([
      part.transform((one) => [one]),
      z
        .object({ type: z.literal('Sequence'), [key]: z.array(part) })
        .transform((many) => z.array(part).parse(many[key])),
    ])
    .nullable()
    .default(null)
    .transform((parts): z.infer<T>[] => parts ?? [])

export const TokenizerFile = z.object({
  // Special ones are put around a text, never looked for in it; others would have to be.
  added_tokens: z.array(z.object({ content: z.string(), special: z.literal(true) })).default([]),
  normalizer: partsOf(NormalizerPart, 'normalizers'),
  pre_tokenizer: partsOf(PreTokenizerPart, 'pretokenizers'),
  post_processor: partsOf(ProcessorPart, 'processors'),
  model: z.discriminatedUnion('type', [WordPieceFile, BytePairsFile]),
})
export type TokenizerFile = z.infer<typeof TokenizerFile>
