/** Photos and documents with a signal. */
import type { OfficerTexts } from '../../nl/officer.ts'

export const files: OfficerTexts['files'] = {
  title: 'Photos and files',
  kinds: { jpeg: 'Photo', png: 'Picture', webp: 'Photo', pdf: 'PDF', txt: 'Text' },
  line: (number, kind, size, moment) => `${number}. ${kind} · ${size} · ${moment}`,
  scanned: {
    clean: 'Checked for viruses.',
    notScanned: 'Not checked for viruses: this municipality has no check for that.',
  },
  warning: 'A photo can give away who took it. Mind that before you say anything of it or pass it on.',
  look: (number) => `Look at file ${number}`,
  noPages: 'You cannot look at it here: no web address is set. Ask whoever runs this.',
  lookTitle: 'Look at the file',
  lookAbout: (minutes) =>
    `This link works once, for ${minutes} minutes, and only while you may see this file. That you look is recorded.`,
  openLink: 'Open the page',
  back: 'Back to the case',
  gone: 'The file is not there any more.',
  drop: 'Erase a file',
  dropAbout:
    'The file is erased and does not come back. The reason stands in the case as a note from then on.',
  dropNone: 'There is no file with this signal.',
  which: 'Which file?',
  whichMissing: 'Choose a file.',
  reason: 'Why do you want to erase it?',
  reasonHint: 'For example: it shows somebody who has nothing to do with it',
  reasonMissing: 'Write why you want to erase it.',
  dropSend: 'Erase the file',
  done: { dropFile: 'The file is erased.' },
}
