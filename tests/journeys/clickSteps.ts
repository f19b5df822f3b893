/** Counts what a person does: every press, and every field that has to be filled or changed. */
import { isWire, type Wire } from '../kit/cardClient.ts'
import type { Clicked, Inputs, Person, Which } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { dialogOf, open, press } from './officerSteps.ts'
import type { Reported } from './steps.ts'

/** What is counted, and the card that is in front of the person now. */
export type Counted = { presses: number; fields: number; now: Clicked }

function inputIn(opened: Clicked, id: string): Wire {
  const find = (node: unknown): Wire | undefined => {
    if (Array.isArray(node)) return node.map(find).find((found) => found !== undefined)
    if (!isWire(node)) return undefined
    if (node.id === id && String(node.type).startsWith('Input.')) return node
    return find(Object.values(node))
  }
  const found = find(dialogOf(opened).card)
  if (!found) throw new Error(`There is no field ${id}.`)
  return found
}

/** Choosing in a list is a press for each choice, and one more to open a list that is folded; typing is a field. */
function costOf(input: Wire, value: unknown): number {
  if (input.type === 'Input.Text' || input.type === 'Input.Date') return 0
  const chosen = String(value).split(',').length
  return input.style === 'compact' ? chosen + 1 : chosen
}

/** Opens the dossier from its doorbell: the first press. */
export async function begin(house: House, person: Person, it: Reported): Promise<Counted> {
  return { presses: 1, fields: 0, now: await open(house, person, it) }
}

/** Fills in what has to be filled in, and presses a button. A value that stands there already is not counted. */
export async function goOn(
  house: House,
  person: Person,
  counted: Counted,
  which: Which,
  inputs: Inputs = {},
): Promise<Counted> {
  const filled = Object.entries(inputs).map(([id, value]) => ({ input: inputIn(counted.now, id), value }))
  const changed = filled.filter(({ input, value }) => input.value !== value)
  return {
    presses: counted.presses + 1 + changed.reduce((sum, { input, value }) => sum + costOf(input, value), 0),
    fields: counted.fields + changed.length,
    now: await press(house, person, counted.now, which, inputs),
  }
}
