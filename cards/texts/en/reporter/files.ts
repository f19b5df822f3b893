/** Adding a photo or a document by a page of ours. */
import type { files as nl } from '../../nl/reporter/files.ts'

export const files: typeof nl = {
  button: 'Add a photo or file',
  title: 'Add a photo or file',
  about: (minutes) =>
    `Open the page and choose your photo or file. The link works once, for ${minutes} minutes. Where and when a photo was taken, I take out.`,
  warning: 'Mind: a photo can give away who took it. Think of where you stood and who was there.',
  open: 'Open the page',
  after: 'Done? Then you can go on here.',
  instead: (button) => `Do you want to give a photo or file? Press “${button}”.`,
  none: (name, phone) => `I cannot take photos or files here. Give them to ${name}, or call ${phone}.`,
  notWaiting: 'No file can be added here now. First tell what you saw.',
  full: 'No more files can be added.',
  count: (count) => (count === 1 ? '1 file was added.' : `${count} files were added.`),
}
