/** Pages of ours that people open in a browser. */

import type { pages as nl } from '../nl/pages.ts'
import { files } from './filePages.ts'

export const pages: typeof nl = {
  languages: 'Language',
  inThisLanguage: 'Read this in English',
  neutral: {
    title: 'You cannot use this page now',
    text: 'The link is not valid (any more), or the answer was given already.',
    call: 'Is there something you want us to know? Call the municipality, and say that you were sent a link by us.',
    municipality: (name: string): string => `Municipality of ${name}`,
  },
  later: {
    title: 'This does not work now',
    text: 'Wait a few minutes and try again. Sending it twice does no harm: it counts once.',
  },
  files,
}
