/** What stands in Teams for a moment while the administrator tries whether everything works. */
import type { doctor as nl } from '../../nl/officer/doctor.ts'

export const doctor: typeof nl = {
  post: 'Test by the administrator: can Signaalpunt write here? You need not do anything. This message disappears at once.',
  ring: 'Test by the administrator: does an alert reach you? There is no signal. You need not do anything.',
}
