/** What a reporter reads. */
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

export const reporter = {
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
  /** Titles of buttons that stand on several cards. */
  button: {
    report: 'Signaal melden',
    consult: 'Sparren bij twijfel',
    how: 'Hoe werkt het?',
    whatGoesWhere: 'Waar gaat wat heen?',
    colleague: 'Over een collega',
    mine: 'Mijn meldingen',
    addTo: 'Aanvullen',
    withdraw: 'Intrekken',
    talk: 'Ik wil praten',
    discard: 'Wissen',
    /** In the other language, for somebody who cannot read this one. */
    language: 'English',
  },
}
