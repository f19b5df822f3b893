/** What a reporter reads. */
import type { reporter as dutch } from '../nl/reporter.ts'
import { chat } from './reporterChat.ts'
import { code } from './reporterCode.ts'
import { draft, form, place, receipt } from './reporterDraft.ts'
import { message, mine, withdraw } from './reporterNews.ts'
import { myData } from './reporterRights.ts'
import { colleague, danger, how, welcome } from './reporterStart.ts'

export const reporter: typeof dutch = {
  welcome,
  how,
  colleague,
  danger,
  draft,
  form,
  place,
  receipt,
  message,
  mine,
  myData,
  withdraw,
  chat,
  code,
  button: {
    report: 'Report a signal',
    consult: 'Talk it through first',
    how: 'How does it work?',
    colleague: 'About a colleague',
    mine: 'My reports',
    addTo: 'Add to it',
    withdraw: 'Withdraw',
    talk: 'I want to talk',
    discard: 'Delete',
    language: 'Nederlands',
  },
}
