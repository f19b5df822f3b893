/** Mails to partners of which nothing was heard: accepted is not delivered, so the next working day somebody asks. Pure. */
import { takesAnswer } from '../../handover/link/answerLink.ts'
import type { Mailed } from '../../handover/mailed.ts'
import type { Municipality } from '../../municipality/municipality.ts'
import { dayOf, endOfWorkingDay } from '../../municipality/workingTime.ts'
import type { Instant } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import type { Route } from '../route.ts'

type Town = Pick<Municipality, 'zone' | 'officeHours'>

/** Of which nothing was heard so far, and something still could be. */
function unheard(record: SignalRecord): { route: Route; mail: Mailed }[] {
  return record.routes.flatMap((route) => {
    if (!takesAnswer(record, route)) return []
    const answers = route.fromLink ?? []
    return (route.mails ?? []).flatMap((mail) => {
      const { sent, bounced, replied, chased, at } = mail
      const heard =
        bounced !== undefined ||
        replied !== undefined ||
        chased !== undefined ||
        answers.some((each) => each.sent === sent) ||
        (route.answer !== undefined && route.answer.at > at)
      return heard ? [] : [{ route, mail }]
    })
  })
}

const chaseAt = ({ at }: Mailed, town: Town): Instant => endOfWorkingDay(dayOf(at, town), 1, town)

/** Those that are to be asked after now. */
export const mailsToChase = (record: SignalRecord, town: Town, now: Instant) =>
  unheard(record).filter(({ mail }) => chaseAt(mail, town) <= now)

/** When something is to be asked after. */
export const chaseMoments = (record: SignalRecord, town: Town): Instant[] =>
  unheard(record).map(({ mail }) => chaseAt(mail, town))
