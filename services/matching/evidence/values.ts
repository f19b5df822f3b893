/** What the numbers of two descriptions say: of telephones, accounts, vehicles, mailboxes. Each kind is one fact. */
import { type ReadValue, VALUE_FIELDS, type ValueField } from '../readEntity.ts'
import { type Chances, VALUE } from './chances.ts'

/** `shared`: the value that both have, with how each wrote it. Not there: both have some, and none is the same. */
export type ValueFound = {
  field: ValueField
  chances: Chances
  here: string
  there: string
  shared?: { value: string }
}

/** One finding for each kind that both sides have; what one side does not have says nothing. */
export function compareValues(here: readonly ReadValue[], there: readonly ReadValue[]): ValueFound[] {
  return VALUE_FIELDS.flatMap((field): ValueFound[] => {
    const ours = here.filter((value) => value.field === field)
    const theirs = there.filter((value) => value.field === field)
    const [first, other] = [ours[0], theirs[0]]
    if (!first || !other) return []
    for (const one of ours) {
      const same = theirs.find(({ value }) => value === one.value)
      if (!same) continue
      const { value } = one
      return [
        { field, chances: VALUE[field].shared, here: one.written, there: same.written, shared: { value } },
      ]
    }
    return [{ field, chances: VALUE[field].other, here: first.written, there: other.written }]
  })
}
