/** Pages of ours that people open in a browser. */
import { files } from './filePages.ts'

export const pages = {
  /** The name of the part of a page in which the language is chosen, to a screen reader. */
  languages: 'Taal',
  /** Stands on the page in the other language. */
  inThisLanguage: 'Lees dit in het Nederlands',
  neutral: {
    title: 'Deze pagina kun je nu niet gebruiken',
    text: 'De link is niet (meer) geldig, of het antwoord is al gegeven.',
    call: 'Wil je ons iets laten weten? Bel dan de gemeente, en zeg dat je een link van ons kreeg.',
    municipality: (name: string): string => `Gemeente ${name}`,
  },
  later: {
    title: 'Dat lukt nu niet',
    text: 'Wacht een paar minuten en probeer het nog een keer. Twee keer versturen is niet erg: het telt één keer.',
  },
  files,
}
