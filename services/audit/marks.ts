/** What the newest digest is about, beside it in the second place, in as many documents as it needs. */
import { type DocumentKey, type Store, StoreUnavailable } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import {
  type Counted,
  type DigestBody,
  MARKS_PER_PART,
  MarksBody,
  readMark,
  rootOf,
  writtenMark,
} from './digest.ts'

const partKey = (municipality: MunicipalityId, name: string, part: number): DocumentKey => ({
  municipality,
  kind: 'count',
  id: `marks-${name}-${part}`,
})

/** In how many documents this goes. */
export const partsFor = ({ marks }: Counted): number => Math.max(1, Math.ceil(marks.length / MARKS_PER_PART))

/** Keeps it under a name that nobody else has. @throws StoreUnavailable */
export async function keepMarks(
  second: Store,
  municipality: MunicipalityId,
  name: string,
  counted: Counted,
): Promise<void> {
  for (let part = 0; part < partsFor(counted); part += 1) {
    const marks = counted.marks.slice(part * MARKS_PER_PART, (part + 1) * MARKS_PER_PART).map(writtenMark)
    const more =
      part === 0 ? { numbers: Object.fromEntries(counted.numbers), before: [...counted.before] } : {}
    const document = {
      ...partKey(municipality, name, part),
      body: { schema: 1, marks, ...more },
      open: false,
      dueAt: null,
    }
    await second.save([{ op: 'create', document }])
  }
}

/** What this digest is about; undefined where it is not what the digest was made of. @throws StoreUnavailable */
export async function readMarks(
  { second, key }: { second: Store; key: Buffer },
  municipality: MunicipalityId,
  body: DigestBody,
): Promise<Counted | undefined> {
  const parts: MarksBody[] = []
  for (let part = 0; part < body.marks.parts; part += 1) {
    const found = await readPart(second, partKey(municipality, body.marks.name, part))
    if (!found) return undefined
    parts.push(found)
  }
  const counted: Counted = {
    marks: parts.flatMap(({ marks }) => marks.flatMap((line) => readMark(line) ?? [])),
    numbers: new Map(Object.entries(parts[0]?.numbers ?? {})),
    before: parts[0]?.before ?? [],
  }
  return rootOf(key, municipality, counted) === body.root ? counted : undefined
}

async function readPart(second: Store, at: DocumentKey): Promise<MarksBody | undefined> {
  try {
    return MarksBody.safeParse((await second.read(at))?.document.body).data
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return undefined
  }
}

/** What an older digest was about is not needed any more. @throws StoreUnavailable */
export async function dropMarks(
  second: Store,
  municipality: MunicipalityId,
  { name, parts }: DigestBody['marks'],
): Promise<void> {
  for (let part = 0; part < parts; part += 1) {
    await second.save([{ op: 'delete', key: partKey(municipality, name, part) }])
  }
}
