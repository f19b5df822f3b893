/**
 * The version of the normal forms and keys by which signals are compared. Raise it whenever `keysOf` or what it uses gives
 * another key for the same words: then the job puts every entry anew, and takes out what was put under the old ones.
 */
export const FORMS = 1
