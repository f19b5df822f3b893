/** What is kept of a reporter: reporters have rights too (AVG 15). */
import type { myData as dutch } from '../../nl/reporter/rights.ts'

export const myData: typeof dutch = {
  title: 'What we keep about you',
  about: 'This is what Signaalpunt keeps about you as a reporter. What you wrote stands above in this chat.',
  nothing: 'We have no reports of yours that belong to this chat.',
  draft: 'There is something you have not sent yet. After 24 hours it is erased.',
  degree: {
    confidential:
      'Kept sealed: your name and how the bot reaches you. Only the designated officer (who reads your report), ' +
      'or whoever is on duty, can see your name. That takes a reason.',
    unknown: 'Kept sealed: only how the bot reaches you. Nobody can see your name.',
    anonymous: 'Nothing about who you are.',
  },
  revealed: (days) => `Your name was looked at on ${days}. The reason was recorded.`,
  notRevealed: 'Your name has not been looked at.',
  until: (day) => `Who you are, we erase after ${day}.`,
  open: (days) => `This is closed first. ${days} days after our last message we erase who you are.`,
  anonymous: 'Did you report anonymously? Then we do not know it was you, and it is not shown here.',
  choice: (name) =>
    `This is what the reporting point of ${name} has. Did you choose which municipality you report to? That choice is ` +
    'kept sealed, without your name, for thirteen months at most. To see what another municipality keeps, type other ' +
    'municipality, and then ask again.',
  teams: 'Teams keeps this chat itself too. The administrator of Teams is responsible for that.',
  wrong: (name, phone) =>
    `Is something not right, or do you want us to erase something? Call ${name}: ${phone}. Your question is not a signal.`,
}
