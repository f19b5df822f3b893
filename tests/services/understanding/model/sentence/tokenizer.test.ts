/** The tokenizer against expectations worked out by hand, on files made here. */
import { describe, expect, test } from '@jest/globals'
import { asBytes, gptWords } from '../../../../../services/understanding/model/sentence/preTokenise.ts'
import {
  type Tokenizer,
  tokenizerOf,
} from '../../../../../services/understanding/model/sentence/tokenizer.ts'
import { wordTokenizer } from '../../../../kit/sentenceModels.ts'

const must = (tokenizer: Tokenizer | undefined): Tokenizer => {
  if (tokenizer === undefined) throw new Error('It was refused.')
  return tokenizer
}

describe('WordPiece, as of BERT', () => {
  //                       4       5       6      7       8    9    10       11
  const words = ['de', 'deur', 'op', '##slot', '##en', '!', 'cafe', '张']
  const file = wordTokenizer(words)
  const ids = must(tokenizerOf(file, 32))

  test('words, with what stands around them', () => expect(ids('de deur')).toEqual([2, 4, 5, 3]))
  test('the longest piece first, then what goes on', () => {
    expect(ids('opslot opslotenen')).toEqual([2, 6, 7, 6, 7, 8, 8, 3])
  })
  test('a word of which a part is unknown is unknown as a whole', () => {
    expect(ids('deurbel de')).toEqual([2, 1, 4, 3])
  })
  test('small letters, without marks; signs stand alone', () => {
    expect(ids('CAFÉ!!')).toEqual([2, 10, 9, 9, 3])
    expect(ids('café')).toEqual(ids('cafe\u0301'))
  })
  test('an ideograph is a word', () => expect(ids('张张')).toEqual([2, 11, 11, 3]))
  test('control signs are not there, every space is one', () => {
    expect(ids('de\u200bur\u00a0\t\nde')).toEqual([2, 5, 4, 3])
  })
  test('a word that is too long is unknown', () => expect(ids(`${'de'.repeat(51)} de`)).toEqual([2, 1, 4, 3]))
  test('what looks like a special token is typed by a person, and is words', () => {
    expect(ids('[SEP]')).not.toContain(undefined)
    expect(ids('[CLS] de [SEP]').filter((id) => id === 2 || id === 3)).toEqual([2, 3])
  })
  test('nothing at all', () => expect(ids('')).toEqual([2, 3]))
  test('cut at the most, with room for the end', () => {
    const short = must(tokenizerOf(file, 5))
    expect(short('de deur de deur de')).toEqual([2, 4, 5, 4, 3])
    expect(short('de '.repeat(100_000))).toHaveLength(5)
  })
  test('capitals stay where the file says so', () => {
    const cased = {
      ...wordTokenizer(['De', 'de', 'é']),
      normalizer: { type: 'BertNormalizer', lowercase: false, strip_accents: false },
    }
    expect(must(tokenizerOf(cased, 8))('De de é')).toEqual([2, 4, 5, 6, 3])
  })
  test('several steps after each other', () => {
    const steps = {
      ...wordTokenizer(['een', 'nee']),
      normalizer: {
        type: 'Sequence',
        normalizers: [{ type: 'NFD' }, { type: 'StripAccents' }, { type: 'Lowercase' }],
      },
      pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'WhitespaceSplit' }] },
      post_processor: { type: 'BertProcessing', sep: ['[SEP]', 3], cls: ['[CLS]', 2] },
    }
    expect(must(tokenizerOf(steps, 8))('Één NEE')).toEqual([2, 4, 5, 3])
  })
})

describe('byte-level BPE, as of RoBERTa', () => {
  const vocab = [
    '<s>',
    '<pad>',
    '</s>',
    '<unk>',
    'h',
    'e',
    'l',
    'p',
    'Ġ',
    'el',
    'hel',
    'help',
    'Ġhelp',
    'Ã',
    '©',
    'Ã©',
    '!',
  ]
  const file = {
    added_tokens: [{ id: 0, content: '<s>', special: true }],
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true },
    post_processor: {
      type: 'RobertaProcessing',
      sep: ['</s>', 2],
      cls: ['<s>', 0],
      trim_offsets: true,
      add_prefix_space: true,
    },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: '<unk>',
      continuing_subword_prefix: '',
      end_of_word_suffix: '',
      fuse_unk: false,
      vocab: Object.fromEntries(vocab.map((piece, id) => [piece, id])),
      merges: ['e l', 'h el', 'hel p', 'Ġ help', 'Ã ©'],
    },
  }
  const ids = must(tokenizerOf(file, 32))

  test('pairs are joined in their order, a space goes with the word behind it', () => {
    expect(ids('help')).toEqual([0, 12, 2])
    expect(ids('help help')).toEqual([0, 12, 12, 2])
    expect(ids('hel')).toEqual([0, 8, 10, 2])
  })
  test('the pair that is joined first is the lowest, not the first that stands there', () => {
    // "h e l p": e+l before h+e would be; there is no "he".
    expect(ids('ehelp')).toEqual([0, 8, 5, 11, 2])
  })
  test('a letter of two bytes is two signs, which are joined', () => {
    expect(ids('é')).toEqual([0, 8, 15, 2])
  })
  test('a byte that is not known is unknown', () => expect(ids('x')).toEqual([0, 8, 3, 2]))
  test('without the space in front', () => {
    const without = { ...file, pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false } }
    expect(must(tokenizerOf(without, 32))('help!')).toEqual([0, 11, 16, 2])
  })
  test('pairs written as two words, as newer files do', () => {
    const merges = file.model.merges.map((pair) => pair.split(' '))
    expect(must(tokenizerOf({ ...file, model: { ...file.model, merges } }, 32))('help')).toEqual([0, 12, 2])
  })
  test('a very long word costs no more than its length', () => {
    expect(ids('help'.repeat(50_000))).toHaveLength(32)
  })

  test('how GPT-2 cuts', () => {
    expect(gptWords("ik ben't  niet\n\nhier 24x!")).toEqual([
      'ik',
      ' ben',
      "'t",
      ' ',
      ' niet',
      '\n',
      '\n',
      'hier',
      ' 24',
      'x',
      '!',
    ])
    expect(gptWords('  ')).toEqual(['  '])
    expect(gptWords(" 's")).toEqual([" '", 's'])
    expect(gptWords("'sliep 'llama")).toEqual(["'s", 'liep', " '", 'llama'])
    expect(gptWords('a b  ')).toEqual(['a', ' b', '  '])
    expect(gptWords('')).toEqual([])
  })
  test('bytes as signs', () => {
    expect(asBytes(' a\n')).toBe('ĠaĊ')
    expect(asBytes('é')).toBe('Ã©')
    expect(asBytes('\u00ad\u007f')).toBe('ÂŃġ')
  })
})

describe('what is refused', () => {
  const good = wordTokenizer(['de'])
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no tokenizer', { model: {} }],
    ['a unigram, as of XLM-R', { ...good, model: { type: 'Unigram', vocab: [['a', 0]] } }],
    ['a step that is not known', { ...good, normalizer: { type: 'Precompiled', precompiled_charsmap: '' } }],
    ['a step in a row', { ...good, normalizer: { type: 'Sequence', normalizers: [{ type: 'Nmt' }] } }],
    ['words that are looked for in the text', { ...good, added_tokens: [{ content: 'x', special: false }] }],
    ['the unknown word is not known', { ...good, model: { ...good.model, unk_token: '[NONE]' } }],
    ['pairs without bytes', { ...good, model: { type: 'BPE', vocab: { a: 0 }, merges: [] } }],
    [
      'an end that is not there',
      {
        ...good,
        post_processor: {
          type: 'TemplateProcessing',
          single: [{ SpecialToken: { id: '[X]' } }],
          special_tokens: {},
        },
      },
    ],
  ])('%s', (_name, json) => expect(tokenizerOf(json, 16)).toBeUndefined())
  test('no room for words', () => {
    expect(tokenizerOf(good, 2)).toBeUndefined()
    expect(tokenizerOf(good, 3)).toBeDefined()
  })
})
