/** The pages by which a photo or document comes in, and is looked at. */
import type { files as nl } from '../nl/filePages.ts'

export const files: typeof nl = {
  upload: {
    title: 'Add a photo or file',
    about:
      'Choose a photo or file. It goes to the reporting point of the municipality. After that this link does not work any more.',
    what: [
      'I take out where and when a photo was taken, and with which device.',
      'I do not keep the name of your file.',
      'Only those who may look at the reporting point see it. Each look is recorded.',
    ],
    warning: 'A photo can give away who took it. Think of where you stood and who was there.',
    field: 'Choose one or more files',
    hint: (most, megabytes, together) =>
      `Photo (JPEG, PNG or WebP), PDF or text. At most ${most} files, each at most ${megabytes} MB, ` +
      `together at most ${together} MB.`,
    send: 'Send',
    none: 'Choose a file first.',
    wrong: 'Nothing was sent yet.',
    again: 'Choose them again and send once more. The link still works.',
    full: 'No more files can be added to this report.',
    tooLarge: (megabytes) =>
      `Together this is too large. At most ${megabytes} MB fits in one go. Make the files smaller, or send fewer.`,
    tooMany: (most) => `Choose at most ${most} files.`,
    file: (number, why) => `File ${number}: ${why}`,
    why: {
      empty: 'there is nothing in it.',
      kind: 'I cannot take this kind of file. Make it a photo or a PDF.',
      tooLarge: 'this is too large.',
      broken: 'I cannot read this. It may be damaged.',
      tooManyPixels: 'this photo is too large to open. Make it smaller.',
      active: 'this PDF has something in it that does something by itself. Make it a plain PDF.',
      encrypted: 'this PDF is locked. Take the password off.',
      found: 'a virus was found in it.',
      away: 'I cannot check this now. Try again later.',
    },
    done: {
      title: 'Received',
      text: (count) => (count === 1 ? '1 file was received.' : `${count} files were received.`),
      draft: 'Your report is not sent yet. Go back to Teams and press Send.',
      signal: 'It is with your report. You can close this page.',
    },
  },
  look: {
    title: 'Look at the file',
    about: 'You can open it once. That you look is recorded.',
    warning: 'A photo can give away who took it. Show it to nobody else.',
    open: 'Show the file',
  },
}
