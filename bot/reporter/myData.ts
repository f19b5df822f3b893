/** What is kept of the person who asks, shown in their own chat. Asking leaves nothing behind. */
import { myDataCard } from '../../cards/reporter/myData.ts'
import { reporterDays, reporterUntil } from '../../services/signal/reading/retentionTerm.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { sayCard } from './say.ts'
import { readOwn } from './sentSignals.ts'

const MOST = 20

/** Shows what is kept of this person. @throws StoreUnavailable */
export async function showMyData(state: ReporterTurn): Promise<ReporterTurn> {
  const { app, turn, language, accountable } = state
  const { municipality } = turn
  const { sent, draft } = state.kept.chat
  const newest = sent.slice(-MOST).reverse()
  const read = await Promise.all(newest.map((s) => readOwn(state, s.signal)))
  const items = read.flatMap((kept) => {
    if (!kept || !('record' in kept)) return []
    const { record } = kept
    const { reference, degree, reveals } = record
    const until = reporterUntil(record, municipality)
    return [{ reference, degree, revealed: reveals.map(({ at }) => at), until }]
  })
  const days = reporterDays(municipality)
  const card = myDataCard({
    items,
    draft: draft !== undefined,
    shared: app.municipalities.inTenant(municipality.tenant).length > 1,
    days,
    accountable,
    municipality,
    language,
  })
  await sayCard(state, card)
  return state
}
