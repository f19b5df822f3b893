/** Words of a reporter that can be moved to the signal where they belong: what stands in the story, and answers. */

import type { Question, SignalRecord, StoryPart } from '../record.ts'
import { isElsewhere } from '../rights/passages.ts'

/** A passage that can be moved, by the name that it has in `passagesOf`. */
export type Movable = { id: string; part: StoryPart; at: number; question?: Question }

/** The question to which this part of the story is the answer. */
const answered = (record: SignalRecord, part: StoryPart): Question | undefined =>
  part.via === 'answer'
    ? record.questions.find(({ answer }) => answer?.at === part.at && answer.text === part.text)
    : undefined

/** Every passage that can be moved, in the order of a reader. */
export function movableIn(record: SignalRecord): Movable[] {
  return record.story.flatMap((part, at): Movable[] => {
    if (part.text.trim() === '') return []
    const question = answered(record, part)
    if (question) return [{ id: `answer.${question.id}`, part, at, question }]
    return isElsewhere(record, part) ? [] : [{ id: `story.${at}`, part, at }]
  })
}
