/** What a reporter reads. */
import { chat } from './reporterChat.ts'
import { code } from './reporterCode.ts'
import { draft, form, place, receipt } from './reporterDraft.ts'
import { message, mine, withdraw } from './reporterNews.ts'
import { myData } from './reporterRights.ts'
import { colleague, danger, how, welcome } from './reporterStart.ts'

export const reporter = {
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
  /** Titles of buttons that stand on several cards. */
  button: {
    report: 'Signaal melden',
    consult: 'Sparren bij twijfel',
    how: 'Hoe werkt het?',
    colleague: 'Over een collega',
    mine: 'Mijn meldingen',
    addTo: 'Aanvullen',
    withdraw: 'Intrekken',
    talk: 'Ik wil praten',
    discard: 'Wissen',
    /** In the other language, for who cannot read this one. */
    language: 'English',
  },
}
