/**
 * The small step before `understand`: a sentence model that was put beside the product needs some time, and reading is
 * synchronous. What it says is then there; what it does not say in time the product's own model does.
 */
import { textsWeighed } from './danger/weigh.ts'
import { prepareTexts } from './model/textModel.ts'
import { understand } from './understand.ts'

/**
 * Waits for the sentence model, if there is one, no longer than its deadline. Danger that is found without it waits for
 * nothing: such a model may find more, and never keeps anything from ringing. Never rejects.
 * @param messages as `understand` will be asked about them, all together and the last one by itself
 */
export function beforeReading(messages: readonly string[]): Promise<void> {
  return prepareTexts(() => {
    const last = messages.slice(-1)
    if ([messages, last].some((each) => understand(each).danger.level === 'ring')) return []
    return [...textsWeighed(messages), ...textsWeighed(last)]
  })
}
