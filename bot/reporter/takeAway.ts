/** What was shown with a code goes from the screen again: a line comes in its place. */
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import type { SendFailure } from '../../services/outbox/sent.ts'
import type { App } from '../app/app.ts'
import type { CodeSession, OnScreen } from './codeSession.ts'

type Taking = Pick<App, 'teams' | 'codes'>

const PASSES: ReadonlySet<string> = new Set(['away', 'unknown'])

/** Is it on the screen still, because this failure passes? Else it went, or nobody may write there any more. */
export const stillStands = (result: object | SendFailure): result is SendFailure =>
  'failed' in result && PASSES.has(result.failed)

/**
 * Puts a line in the place of what was shown, and carries out its `unname`. What could not be done is kept with the
 * session, and tried again. False when nothing of it could be reached.
 */
export async function takeAway(
  { teams, codes }: Taking,
  { language, shown, unname }: OnScreen,
  text: string,
  session: CodeSession | undefined,
): Promise<boolean> {
  const { away } = texts(language).reporter.code
  const notify = waitingText(language)
  const results = await Promise.all(
    // Said once; under it the rest only goes.
    shown.map(async (card, at) => ({
      card,
      result: await teams.update(card, { text: at === 0 ? text : away, notify }),
    })),
  )
  const stands = results.filter(({ result }) => stillStands(result)).map(({ card }) => card)
  if (session) {
    const again = (await unname?.().catch(() => false)) === false ? unname : undefined
    if (stands.length > 0 || again) codes.stands(session, { language, shown: stands, unname: again })
  }
  return results.some(({ result }) => !('failed' in result))
}

/**
 * What somebody opened and left, perhaps in the chat of a colleague, does not stay on that screen. `again`: what could
 * not be taken away before is tried beside the round, which has more to do than to wait for it.
 */
export async function takeAwayOver(app: Taking): Promise<{ again: Promise<unknown> }> {
  const over = app.codes.over()
  const again = allAway(
    app,
    over.filter(({ tries }) => tries > 0),
  ).catch(() => undefined)
  await allAway(
    app,
    over.filter(({ tries }) => tries === 0),
  )
  return { again }
}

/** The program stops, and would not know any more what to take away. */
export async function takeAwayAll(app: Taking): Promise<void> {
  await allAway(app, app.codes.everything())
}

const allAway = (app: Taking, all: readonly CodeSession[]) =>
  Promise.all(
    all.map((session) =>
      takeAway(app, session.onScreen, texts(session.language).reporter.code.over, session),
    ),
  )
