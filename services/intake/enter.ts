/**
 * An officer enters what came by telephone, by mail, at the counter or in a meeting. It becomes a signal by the same
 * decision as what is sent in the chat: the same number, clocks, doorbell and alarm. One press is one signal.
 */
import { lineOps, withListing } from '../agenda/entry.ts'
import { partsOf } from '../draft/drafting.ts'
import type { References } from '../draft/referenceNumbers.ts'
import { dayOf } from '../municipality/workingTime.ts'
import { takeFresh } from '../outbox/lease.ts'
import { receive } from '../signal/decide.ts'
import { type Handling, type KeptSignal, readSignal, settingOf, storedSignal } from '../signal/handle.ts'
import type { Danger } from '../signal/record.ts'
import type { Certainty, Urgency } from '../signal/words.ts'
import { type Op, StoreUnavailable } from '../store/port.ts'
import { type Caller, callerDocument } from '../vault/caller.ts'
import { type Keys, keyedHash } from '../vault/seal.ts'
import { type Language, SignalId, uuidOf, VaultKey } from '../words.ts'
import type { Entered, SentFrom } from './entered.ts'

/** What the officer filled in, read and checked. */
export type Entering = {
  /** Of this one press. */
  press: string
  text: string
  entered: Entered
  /** Nobody: no name is kept, and the degree is the third one without a code. */
  caller: Caller | undefined
  sentFrom: SentFrom | undefined
  certainty: Certainty
  urgency: Urgency
  danger: Danger | undefined
  language: Language
  writtenIn: string | undefined
}

export type EnteredAs = { done: 'entered' | 'already'; kept: KeptSignal }

const MOST_TRIES = 8

/**
 * Saves it: its number, the signal, and what the vault needs, in one save.
 * @throws StoreUnavailable: it may or may not have been saved; the same press again finds what stands.
 */
export function enterReport(
  it: Handling & { keys: Keys; references: References },
  entering: Entering,
): Promise<EnteredAs> {
  return it.references.inTurn(it.municipality.id, () => claimAndSave(it, entering))
}

async function claimAndSave(
  it: Handling & { keys: Keys; references: References },
  { press, text, caller, ...rest }: Entering,
): Promise<EnteredAs> {
  const municipality = it.municipality.id
  const { by } = rest.entered
  const signal = SignalId.parse(uuidOf(keyedHash(it.keys.chat, 'entered', municipality, by, press)))
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stands = await readSignal(it.store, municipality, signal)
    if (stands && 'record' in stands) return { done: 'already', kept: stands }
    const setting = settingOf(it)
    const year = dayOf(setting.now, it.municipality).slice(0, 4)
    const { reference, ops: claim, name } = await it.references.next(municipality, year)
    const callerKey = caller && VaultKey.parse(it.newId())
    const received = receive(
      {
        do: 'report',
        id: press,
        actor: { role: 'reporter' },
        municipality,
        signal,
        reference,
        kind: 'signal',
        degree: caller ? 'confidential' : 'anonymous',
        vaultKey: undefined,
        callerKey,
        story: partsOf(text, setting.now, 'told'),
        form: undefined,
        attachmentsRefused: 0,
        alarms: [],
        replaces: undefined,
        ...rest,
      },
      setting,
    )
    const record = withListing(takeFresh(received, [], it.holder, setting.now), it.municipality, setting.now)
    const [counter, number] = claim
    const create: Op = { op: 'create', document: storedSignal(record, it.municipality) }
    const sealed: Op[] =
      caller && callerKey
        ? [{ op: 'create', document: callerDocument(it.keys, municipality, callerKey, caller) }]
        : []
    const ops = [counter, number, create, ...sealed, ...lineOps(undefined, record)]
    const result = await it.store.save(ops)
    if (result.saved) {
      it.references.claimed(name, reference, result.etags[ops.indexOf(counter)] ?? '')
      return { done: 'entered', kept: { record, etag: result.etags[ops.indexOf(create)] ?? '' } }
    }
    if (ops[result.at] === number) it.references.taken(name, reference)
    else it.references.forget(name)
  }
  throw new StoreUnavailable('busy')
}
