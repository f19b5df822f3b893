/** Why it does not start, in a line for whoever starts it; what is no fault of theirs stays an error with its stack. */
import { StoreUnavailable } from '../../services/store/port.ts'
import { KeysUnavailable } from '../../services/vault/keyring.ts'
import { ConfigurationError } from './config.ts'

const HINTS: Readonly<Record<StoreUnavailable['reason'], string>> = {
  unreachable: 'it does not answer, or its disk gives errors',
  busy: 'another process keeps it busy',
  full: 'there is no room left where it stands',
  refused:
    'it may not be opened: is its folder there, is it ours to write in, and is it a database of Signaalpunt?',
}

/** undefined: a defect. Carries names of settings and no values. */
export function whyNotStarted(error: unknown): string | undefined {
  if (error instanceof StoreUnavailable) {
    return `Signaalpunt does not start: the store cannot be used (${error.reason}: ${HINTS[error.reason]}).`
  }
  return error instanceof ConfigurationError || error instanceof KeysUnavailable ? error.message : undefined
}
