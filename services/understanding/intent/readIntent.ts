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
  ['test', /^\W{0,5}(?:test|dit is een test)\W{0,5}$/gi],
  ['neverMind', /^\W{0,5}laat maar\W{0,5}$/gi],
  ['whatHappens', /^\W{0,5}wat gebeurt er nu\W{0,5}$/gi],
  ['howLong', /^\W{0,5}hoe lang (?:nog|duurt het)\W{0,5}$/gi],
  ['anonymity', /^\W{0,5}is dit anoniem\W{0,5}$/gi],
  ['human', /^\W{0,5}ben je een mens\W{0,5}$/gi],
  ['canICall', /^\W{0,5}kan ik (?:je|jullie) bellen\W{0,5}$/gi],
  ['callMe', /^\W{0,5}kun je mij bellen\W{0,5}$/gi],
  ['withdraw', /^\W{0,5}ik wil mijn melding intrekken\W{0,5}$/gi],
  ['discard', /^\W{0,5}gooi maar weg\W{0,5}$/gi],
  ['speakEnglish', /^\W{0,5}(?:sorry,? )?can we do this in english(?:,? please)?\W{0,5}$/gi],
  ['speakDutch', /^\W{0,5}kan het in het nederlands\W{0,5}$/gi],
  ['howItWorks', /^\W{0,5}hoe gaat dit in zijn werk\W{0,5}$/gi],
  ['offTopic', /\b(?:mijn salaris|parkeerpas)\b/gi],
  ['swearing', /^\W{0,5}(?:wat een kutsysteem|klotebot)\W{0,5}$/gi],
  ['unclear', /^\W{0,5}(?:zeg eens iets|en nu dan)\W{0,5}$/gi],
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
