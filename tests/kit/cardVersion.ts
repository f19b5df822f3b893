/** Which version of Adaptive Cards each element, action and property of a card came with, by the renderer's own schemas. */
import { createRequire } from 'node:module'

const ac: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
)

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** A heading is a harmless extra: a client that does not know it shows the text. */
const isExtra = (type: string, name: string, value: unknown): boolean =>
  type === 'TextBlock' && name === 'style' && value === 'heading'

const { elements, actions } = ac.GlobalRegistry

/** What stands in this card, and in it, that came after this version. @param version as in "1.2" */
export function newerThan(card: unknown, version: string): string[] {
  const wanted = ac.Version.parse(version, new ac.SerializationContext())
  if (!wanted) throw new Error(`${version} is no version.`)
  const walk = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(walk)
    if (!isNode(value)) return []
    const below = Object.entries(value).flatMap(([key, it]) => (key === 'data' ? [] : walk(it)))
    const type = String(value.type ?? '')
    // What has no type of its own (a fact, a choice) or is the host's (a mention) is no element.
    if (type === '' || type === 'mention') return below
    const known = elements.findByName(type) ?? actions.findByName(type)
    if (!known && type !== 'AdaptiveCard') return [`${type} is not known`, ...below]
    const own =
      known && known.schemaVersion.compareTo(wanted) > 0 ? [`${type} came with ${known.schemaVersion}`] : []
    const schema = (known ? new known.objectType() : new ac.AdaptiveCard()).getSchema()
    const newer = Array.from({ length: schema.getCount() }, (_, at) => schema.getItemAt(at)).flatMap(
      ({ name, targetVersion }) =>
        name in value && targetVersion.compareTo(wanted) > 0 && !isExtra(type, name, value[name])
          ? [`${type}.${name} came with ${targetVersion}`]
          : [],
    )
    return [...own, ...newer, ...below]
  }
  return walk(card)
}
