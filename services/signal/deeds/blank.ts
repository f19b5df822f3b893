/** Nothing written: spaces and empty lines say nothing. */
export const blank = (text: string): boolean => text.trim() === ''
