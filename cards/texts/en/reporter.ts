/** What a reporter reads. */
import type { reporter as dutch } from '../nl/reporter.ts'
import { chat } from './reporter/chat.ts'
import { code } from './reporter/code.ts'
import { draft, form, place, receipt } from './reporter/draft.ts'
import { files } from './reporter/files.ts'
import { matrix } from './reporter/matrix.ts'
import { municipality } from './reporter/municipality.ts'
import { message, mine, withdraw } from './reporter/news.ts'
import { myData } from './reporter/rights.ts'
import { routes } from './reporter/routes.ts'
import { colleague, danger, how, welcome } from './reporter/start.ts'
import { after, correction, fork, note, ordinary, proposed, purpose, undo } from './reporter/talk.ts'

export const reporter: typeof dutch = {
  welcome,
  how,
  colleague,
  matrix,
  danger,
  draft,
  form,
  place,
  receipt,
  message,
  mine,
  myData,
  routes,
  withdraw,
  chat,
  code,
  files,
  municipality,
  talk: { after, correction, fork, note, ordinary, proposed, purpose, undo },
  button: {
    report: 'Report a signal',
    consult: 'Talk it through first',
    how: 'How does it work?',
    whatGoesWhere: 'What goes where?',
    colleague: 'About a colleague',
    mine: 'My reports',
    addTo: 'Add to it',
    withdraw: 'Withdraw',
    talk: 'I want to talk',
    discard: 'Delete',
    language: 'Nederlands',
  },
}
