/** The imports between our files, the walls between the rooms, and circles: read from the sources themselves. */
import { dirname, normalize } from 'node:path'
import { codeOf } from './sources.ts'

/** One import: who imports what, both as paths from the root of the project. */
export type Import = { from: string; to: string }

const SPECIFIER = /\bfrom\s+'(\.[^']+)'|\bimport\s+'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'\s*\)/g

/** The files of ours that a source imports: values, types, dynamic imports and what it exports again. */
export function importsOf(path: string, source: string): Import[] {
  const found = codeOf(source, { strings: true }).matchAll(SPECIFIER)
  return [...found].map(([, from, bare, dynamic]) => ({
    from: path,
    to: normalize(`${dirname(path)}/${from ?? bare ?? dynamic}`),
  }))
}

/** A wall: whoever matches `who` may not import what matches `what`, but for `unless`. */
export type Wall = { name: string; who: RegExp; what: RegExp; unless?: RegExp }

/** What of `services/` a card may read: types, and pure readings of a record. Never what loads, saves or decides. */
const READINGS =
  /^services\/(words|cases\/(caseOf|case|look|timeline|meeting)|matching\/match|understanding\/reading|signal\/(words|record|route|help|notices|command|overdueTypes|deeds\/(data|\w+Data|fields)|reading\/\w+|rights\/(types|passages|freeze)|guards|insight)|facts\/(fact|entryOf|weighed|sources|inStep|same|kinds)|municipality\/(municipality|firstRun|sources|reportingPoint|workingTime|terms|partner|settings\/(ahead|difference|kept|rules|sentences))|draft\/(chat|texts|parked)|outbox\/(effect|kinds)|privacy\/(bsn\/marks|flatten)|routing\/(words|proposal|propose|read|ofCase|situation|ruleSet|matrix)|handover\/(sent|questions|about|compose|ways|profile|betrays|choose|mailed|mail|link\/(linkAnswer|words))|intake\/entered|files\/attachment)\.ts$/

/** The walls (docs: CONTRIBUTING.md), and for each an import that it must refuse. */
export const WALLS: readonly (Wall & { forbidden: Import })[] = [
  {
    name: 'services know nothing above them',
    who: /^services\//,
    what: /^(bot|cards|infra|manifest|tests)\//,
    forbidden: { from: 'services/signal/decide.ts', to: 'cards/texts/nl.ts' },
  },
  {
    name: 'cards know nothing of Teams, nor of the machine that they are made on',
    who: /^cards\//,
    what: /^(bot|infra|manifest|tests)\//,
    forbidden: { from: 'cards/plain.ts', to: 'bot/turn.ts' },
  },
  {
    name: 'cards read records: they never load, save, decide or open the vault',
    who: /^cards\//,
    what: /^services\//,
    unless: READINGS,
    forbidden: { from: 'cards/officer/lookups.ts', to: 'services/signal/handle.ts' },
  },
  {
    name: 'the bot knows nothing of a newcomer’s machine, the manifest or the tests',
    who: /^bot\//,
    what: /^(infra|manifest|tests)\//,
    forbidden: { from: 'bot/main.ts', to: 'infra/local/start.ts' },
  },
  {
    name: 'nothing but tests knows the tests',
    who: /^(?!tests\/)/,
    what: /^tests\//,
    forbidden: { from: 'infra/local/demo.ts', to: 'tests/kit/people.ts' },
  },
  {
    name: 'a name is opened for a person in one place',
    who: /^(?!bot\/officer\/reveal\.ts$|bot\/main\.ts$|tests\/)/,
    what: /^services\/vault\/reveal\.ts$/,
    forbidden: { from: 'bot/officer/view.ts', to: 'services/vault/reveal.ts' },
  },
  {
    name: 'an address is opened for sending by the courier only',
    who: /^(?!bot\/courier\/|tests\/)/,
    what: /^services\/vault\/deliver\.ts$/,
    forbidden: { from: 'bot/officer/view.ts', to: 'services/vault/deliver.ts' },
  },
  {
    name: 'what seals and opens who reported is used within the vault only',
    who: /^(?!services\/vault\/|tests\/)/,
    what: /^services\/vault\/(parts|reseal)\.ts$/,
    forbidden: { from: 'bot/officer/view.ts', to: 'services/vault/parts.ts' },
  },
  {
    name: 'an answer whose use the law restricts is opened on one page',
    who: /^(?!bot\/officer\/sealed\.ts$|tests\/)/,
    what: /^services\/vault\/answers\.ts$/,
    forbidden: { from: 'bot/officer/view.ts', to: 'services/vault/answers.ts' },
  },
  {
    name: 'only the courier, and what it hands out, sends by way of the courier’s own files',
    who: /^(cards|services)\//,
    what: /^bot\/courier\//,
    forbidden: { from: 'services/outbox/retry.ts', to: 'bot/courier/attempts.ts' },
  },
]

/** The imports that a wall refuses. */
export function refusedBy({ who, what, unless }: Wall, imports: readonly Import[]): Import[] {
  return imports.filter(({ from, to }) => who.test(from) && what.test(to) && !unless?.test(to))
}

/** Every circle of files that import each other (Tarjan's strongly connected components), as lists of paths. */
export function circlesIn(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) {
    const of = next.get(from)
    if (of) of.push(to)
    else next.set(from, [to])
  }
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (path: string): number => {
    const mine = order.size
    order.set(path, mine)
    let lowest = mine
    stack.push(path)
    for (const other of next.get(path) ?? []) {
      if (!order.has(other)) lowest = Math.min(lowest, visit(other))
      else if (stack.includes(other)) lowest = Math.min(lowest, low.get(other) ?? order.get(other) ?? mine)
    }
    low.set(path, lowest)
    if (lowest === mine) {
      const circle = stack.splice(stack.indexOf(path))
      if (circle.length > 1 || next.get(path)?.includes(path)) circles.push(circle.sort())
    }
    return lowest
  }
  for (const path of next.keys()) if (!order.has(path)) visit(path)
  return circles
}
