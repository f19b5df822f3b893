/** What the person wants with the newest message. */
import { passagesOf } from '../passages.ts'
import type { Intent, IntentKind } from '../reading.ts'

const SAID: readonly (readonly [IntentKind, RegExp])[] = [
  [
    'greeting',
    /^\W{0,5}(?:hoi|hallo|hey|hi|hello|goedemorgen|goedemiddag)(?: daar| allemaal| there)?\W{0,5}$/gi,
  ],
  ['thanks', /^\W{0,5}(?:dank je|dankjewel|dank u|bedankt|thanks|thank you)(?: wel)?\W{0,5}$/gi],
  ['acknowledged', /^(?:👍|\W{0,5}(?:ok|oke|oké|prima|top)\W{0,5})$/gi],
  ['whoReads', /^\W{0,5}(?:wie leest dit|who reads this)\W{0,5}$/gi],
  ['stop', /^\W{0,5}stop\W{0,5}$/gi],
  ['send', /^\W{0,5}(?:ja )?(?:stuur|verstuur)(?: maar)?(?: door)?\W{0,5}$/gi],
]

/** What the newest message is for. */
export function readIntent(messages: readonly string[]): Intent {
  const newest = messages.slice(-1)
  for (const [intent, pattern] of SAID) {
    const because = passagesOf(newest, pattern).map((each) => ({ ...each, message: messages.length - 1 }))
    if (because.length > 0) return { intent, sure: 'sure', because }
  }
  return { intent: 'signal', sure: 'likely', because: [] }
}
