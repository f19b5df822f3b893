/**
 * The round that takes what is due: effects that were not delivered, drafts that were left. Runs on a timer; what is
 * under way in a turn is left alone, because the courier does one thing at a time per document.
 */
import { draftGoneCard, draftNudgeCard } from '../../cards/reporter/draft.ts'
import { waitingText } from '../../cards/reporter/message.ts'
import type { Municipality } from '../../services/routing/municipality.ts'
import { Chat } from '../../services/signal/chat.ts'
import { chatDue, dropDraft, goneAt, nudgeAt } from '../../services/signal/drafting.ts'
import { chatOp, parseStored, readChat, readSignal, settingOf } from '../../services/signal/register.ts'
import { sentAlready } from '../../services/signal/sending.ts'
import type { Kept } from '../../services/store/port.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import { handling } from '../outside.ts'
import type { Parts } from '../parts.ts'
import { addressOf } from './toReporter.ts'

const AT_ONCE = 50

/** One round over every municipality. What fails is tried in the next round. */
export async function sweep(parts: Parts): Promise<void> {
  for (const municipality of parts.municipalities) {
    const due = { dueBefore: parts.now() }
    for (const kept of await parts.store.list(municipality.id, 'signal', due, AT_ONCE)) {
      await guarded(parts, () => sweepSignal(parts, municipality, kept))
    }
    for (const kept of await parts.store.list(municipality.id, 'chat', due, AT_ONCE)) {
      await guarded(parts, () => sweepChat(parts, municipality, kept))
    }
  }
}

/** Delivers what a signal has pending, as it stands now: the list may be older than what a turn has delivered. */
async function sweepSignal(parts: Parts, municipality: Municipality, listed: Kept): Promise<void> {
  const stored = parseStored(listed.document.body, listed.etag)
  const id = 'record' in stored ? stored.record.id : stored.tombstone.id
  const current = parts.courier.busy(id) ? undefined : await readSignal(parts.store, municipality.id, id)
  // Under way in a turn or an earlier round: that one marks what it does.
  if (!current || parts.courier.busy(id)) return
  await parts.courier.deliver(municipality, current).done
}

async function guarded(parts: Parts, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    parts.log.warn('sweep.failed', { error })
  }
}

/** One nudge for a draft that is left; after 24 hours it is gone (I.9). */
async function sweepChat(parts: Parts, municipality: Municipality, listed: Kept): Promise<void> {
  const { id } = Chat.parse(listed.document.body)
  await parts.turns.run(id, async () => {
    // As it stands now: a turn may have come in between.
    await parts.courier.settled(id)
    const { chat, etag } = await readChat(parts.store, municipality.id, id)
    if (etag === undefined) return
    const now = parts.now()
    const { draft } = chat
    const language = chat.language ?? draft?.language ?? municipality.language
    if (!draft || nudgeAt(draft) > now) {
      await parts.courier.deliverChat(municipality, { chat, etag })
      return
    }
    const address = await addressOf(parts, municipality, draft.vaultKey, undefined)
    if (goneAt(draft) <= now) {
      // A send that got half-way: its signal stands, and needs what the vault holds.
      if (await sentAlready(handling(parts, municipality), { chat, etag })) return
      const dropped = dropDraft(chat, 'expired', settingOf(handling(parts, municipality)))
      const result = await parts.store.save([
        chatOp(dropped, etag, chatDue(dropped)),
        { op: 'delete', key: vaultKeyOf(municipality.id, draft.vaultKey) },
      ])
      if (!result.saved) return
      if (draft.card) {
        const card = draftGoneCard({ language, why: 'expired' })
        await parts.teams.update(draft.card, { card, notify: waitingText(language) })
      }
      const saved = result.etags[0]
      if (saved) await parts.courier.deliverChat(municipality, { chat: dropped, etag: saved })
      return
    }
    if (!draft.nudged) {
      // Marked first: one nudge at the most, also when this process ends in between.
      const nudged = { ...chat, draft: { ...draft, nudged: true } }
      const result = await parts.store.save([chatOp(nudged, etag, chatDue(nudged))])
      if (!result.saved || !address) return
      const card = draftNudgeCard({ language, draft })
      await parts.teams.post(address.forSending(), { card, notify: waitingText(language) })
    }
  })
}

/** Sweeps every `every` milliseconds until stopped; a round that is still going is not overtaken. */
export function keepSweeping(parts: Parts, every: number): { stop(): Promise<void> } {
  let running: Promise<void> | undefined
  const round = () => {
    running ??= sweep(parts)
      .catch((error: unknown) => parts.log.warn('sweep.failed', { error }))
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(round, every)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
