/**
 * How well danger is read: `npm run measure:understanding`. Each hand of the corpus is weighed by models that learnt from
 * all the others; hands that are kept for testing, and files that are named (`-- --file=messages.jsonl`, several with commas between them), by the product
 * as it is. `--misses` lists what was read wrongly.
 */
import { runCommandLine } from '../../bot/app/commandLine.ts'
import { readDanger } from '../../services/understanding/danger/readDanger.ts'
import { LEVELS } from '../../services/understanding/model/weights.ts'
import { type Hand, handOf, handsFor, type Message } from './corpus.ts'
import { crossed } from './crossed.ts'
import { type Margins, type Row, rowsOf } from './pieces.ts'

type Level = 'ring' | 'ask' | 'none'
type Judged = { hand: string; message: Message; level: Level }

const GROUPS = ['acute', 'lookalike', 'ordinary'] as const

const COMMAND = {
  name: 'npm run measure:understanding',
  about: 'measures how well danger is read in the messages of each hand.',
  options: {
    file: {
      kind: 'text',
      about: 'these messages, by the product as it is; several with commas between them',
      usual: '',
    },
    misses: { kind: 'flag', about: 'lists what was read wrongly' },
  },
} as const

function levelOf({ elsewhere }: Row, margins: Margins): Level {
  const { ring, ask } = elsewhere ? LEVELS.elsewhere : LEVELS.here
  if (margins.ring > ring) return 'ring'
  return margins.ask > ask ? 'ask' : 'none'
}

const shipped = ({ name, messages }: Hand): Judged[] =>
  messages.map((message) => ({ hand: name, message, level: readDanger(message.messages).level }))

function leftOut(): Judged[] {
  const hands = handsFor('training')
  const measured = hands.map(({ name }) => name).filter((name) => /^hand(?!00|3)/.test(name))
  return crossed(hands.flatMap(rowsOf), measured).map(({ row, margins }) => ({
    hand: row.hand,
    message: row.message,
    level: levelOf(row, margins),
  }))
}

const share = (judged: readonly Judged[], ...levels: Level[]): string => {
  const hit = judged.filter(({ level }) => levels.includes(level)).length
  return `${((100 * hit) / Math.max(1, judged.length)).toFixed(1).padStart(5)} %`
}

function print(name: string, judged: readonly Judged[]): void {
  const [acute, lookalike, ordinary] = GROUPS.map((group) =>
    judged.filter(({ message }) => message.group === group),
  )
  if (acute === undefined || lookalike === undefined || ordinary === undefined) return
  console.log(
    [
      name.padEnd(12),
      `acute ${String(acute.length).padStart(4)}: rings ${share(acute, 'ring')}, rings or asks ${share(acute, 'ring', 'ask')}`,
      `look-alike ${String(lookalike.length).padStart(4)}: rings ${share(lookalike, 'ring')}, asks ${share(lookalike, 'ask')}`,
      `ordinary ${String(ordinary.length).padStart(4)}: rings ${share(ordinary, 'ring')}, asks ${share(ordinary, 'ask')}`,
    ].join(' | '),
  )
}

const isMiss = ({ message, level }: Judged): boolean =>
  message.group === 'acute'
    ? level === 'none' || (level === 'ask' && message.danger === 'ring')
    : level !== 'none'

function report(title: string, judged: readonly Judged[], misses: boolean): void {
  console.log(`\n${title}`)
  const hands = [...new Set(judged.map(({ hand }) => hand))]
  for (const hand of hands)
    print(
      hand,
      judged.filter((each) => each.hand === hand),
    )
  if (hands.length > 1) print('together', judged)
  if (!misses) return
  for (const { hand, message, level } of judged.filter(isMiss)) {
    console.log(
      `  ${hand} ${message.group}, ${message.danger}, read as ${level}: ${message.messages.join(' // ')}`,
    )
  }
}

if (import.meta.main) {
  await runCommandLine(COMMAND, ({ file, misses }) => {
    if (file === '') {
      report('Each hand by models that learnt from the others', leftOut(), misses)
      report('Hands kept for testing, by the product', handsFor('test').flatMap(shipped), misses)
      return 0
    }
    const named = file.split(',').map((path) => handOf(path, path.split('/').at(-1) ?? path))
    report('Named files, by the product', named.flatMap(shipped), misses)
    return 0
  })
}
