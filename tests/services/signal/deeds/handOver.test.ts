/** Handing over: what is kept of it, what may not go, what is filled in later, and whom a correction reaches (C6, AVG 19). */
import { describe, expect, test } from '@jest/globals'
import { entryOf } from '../../../../services/facts/entryOf.ts'
import { SentWay, sentOf } from '../../../../services/handover/sent.ts'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import { settleRecord } from '../../../../services/outbox/settle.ts'
import type { OfficerDeed } from '../../../../services/signal/command.ts'
import { overdueTerms } from '../../../../services/signal/reading/overdue.ts'
import { givenIn, openRecipientTasks } from '../../../../services/signal/reading/recipients.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { find } from '../../../../services/signal/rights/search.ts'
import {
  ANSWER_BY,
  act,
  decision,
  done,
  later,
  MARIEKE,
  NOW,
  officer,
  POLICE,
  setting,
  town,
} from '../../../kit/signals.ts'
import { told } from '../../handover/stories.ts'

const by = officer(MARIEKE)
const DAY_MS = 86_400_000
type HandOver = Omit<OfficerDeed<'handOver'>, 'do' | 'route'>

/** The town whose police has these ways and contacts. */
const withWays = (fields: Partial<Municipality> = {}): Municipality => ({
  ...town,
  partners: town.partners.map((partner) =>
    partner.id === POLICE
      ? {
          ...partner,
          kind: 'police' as const,
          ways: [
            { by: 'telephone' as const, phone: '0900-8844' },
            { by: 'portal' as const, url: 'https://partner.example/in' },
            { by: 'secureMail' as const, mail: 'veilig@partner.example' },
            { by: 'mail' as const, mail: 'post@partner.example' },
          ],
          contacts: [{ name: 'Kim Bos', role: 'rechercheur', phone: '088-000 00 44' }, { name: 'Lea Vos' }],
        }
      : partner.id === 'burgerzaken-brp'
        ? { ...partner, kind: 'civilRegistry' as const }
        : partner,
  ),
  ...fields,
})
const ways = withWays({ mailbox: 'meldpunt@gemeente.example' })
const at = (days = 0, of = ways) => setting(days * DAY_MS, of)

const planned = (partners: readonly string[] = [POLICE]): SignalRecord =>
  done(
    told(),
    by,
    decision({
      minor: 'yes',
      victimCheck: 'Gekeken, hulp komt erbij.',
      guards: { agree: 'agreed', agreeWith: 'De teamleiders' },
      routes: town.partners
        .filter(({ id }) => partners.includes(id))
        .map(({ id }) => ({ partner: id, answerBy: ANSWER_BY })),
    }),
    { at: at() },
  )
const routeOf = (record: SignalRecord, nth = 0) => {
  const route = record.routes[nth]
  if (!route) throw new Error('a route stands')
  return route
}
const deed = (record: SignalRecord, fields: HandOver = {}, nth = 0) =>
  ({ do: 'handOver', route: routeOf(record, nth).id, ...fields }) as const
const give = (record: SignalRecord, fields: HandOver = {}, nth = 0) =>
  done(record, by, deed(record, fields, nth), { at: at() })
const lastSent = (record: SignalRecord, nth = 0) => {
  const sent = sentOf(routeOf(record, nth)).at(-1)
  if (!sent) throw new Error('something was given')
  return sent
}
const factNamed = (record: SignalRecord, name: string): string =>
  record.facts?.find(({ details }) => JSON.stringify(details).includes(name))?.id ?? ''

describe('what is kept of it', () => {
  test('an older card, that says only which route: composed by itself, and kept as it was given', () => {
    const given = give(planned())
    const sent = lastSent(given)
    expect(sent).toMatchObject({
      by: MARIEKE,
      way: 'telephone',
      to: '088-000 00 44',
      contact: { name: 'Kim Bos', role: 'rechercheur' },
      answerBy: ANSWER_BY,
      onBehalf: 'municipality',
      standing: 'done',
      questions: ['takesUp', 'contact', 'hearBy', 'mayTell', 'mustNot', 'helpThere'],
      conditions: ['notFurther', 'protectSource', 'noWarning'],
    })
    expect(sent.words).toContain('Maria Popescu')
    expect(sent.words).toContain('niet zo: Niet bellen en geen post')
    expect(sent.words).toContain(`Grondslag: ${sent.basis}`)
    expect(sent.facts.find(({ id }) => id === factNamed(given, 'Maria'))?.value).toBe(
      'Maria Popescu, 17 jaar',
    )
    expect(sent).not.toHaveProperty('fillBy')
    expect(SignalRecord.parse(given).routes).toEqual(given.routes)
  })

  test('chosen facts and written words, made ready first: gone when it was given, and only what stands in it was given', () => {
    const record = planned()
    const maria = factNamed(record, 'Maria')
    const { id: route } = routeOf(record)
    const facts = done(
      record,
      by,
      { do: 'prepareHandOver', route, from: 'facts', facts: [maria], words: '' },
      { at: at() },
    )
    expect(routeOf(facts).prepared).toMatchObject({ facts: [maria] })
    const words = 'Het gaat om Maria Popescu. Ze wordt vervoerd met AB-123-C.'
    const written = done(
      facts,
      by,
      { do: 'prepareHandOver', route, from: 'words', facts: [maria], words },
      { at: at() },
    )
    const given = give(written)
    expect(routeOf(given)).not.toHaveProperty('prepared')
    const sent = lastSent(given)
    expect(sent.edited).toBe(true)
    expect(sent.words).toContain(words)
    // What is always in it stands below, whatever was written.
    expect(sent.words).toContain('1. Pakken jullie het op?')
    expect(sent.words).toContain('Bescherm de bron')
    const ids = sent.facts.map(({ id }) => id)
    expect(ids).toContain(maria)
    expect(ids).toContain(factNamed(given, 'AB123C'))
    expect(ids).not.toContain(factNamed(given, 'Glans'))
  })

  test.each([
    ['portal', 'https://partner.example/in'],
    ['secureMail', 'veilig@partner.example'],
  ] as const)('by %s: with where, and what they answered', (way, to) => {
    const sent = lastSent(
      give(planned(), { way, contact: 'Lea Vos', theirNumber: 'P-77', withWhat: 'Zivver' }),
    )
    expect(sent).toMatchObject({
      way,
      to,
      contact: { name: 'Lea Vos' },
      receipt: { theirNumber: 'P-77', withWhat: 'Zivver' },
    })
  })

  test('a mail waits, and the reporter hears of it when it went; not when it came back', () => {
    const about = (record: SignalRecord) =>
      record.effects.flatMap((each) => (each.kind === 'tellReporter' ? each.message.about : []))
    const mailed = give(planned(), { way: 'mail' })
    expect(lastSent(mailed)).toMatchObject({ way: 'mail', to: 'post@partner.example', standing: 'queued' })
    expect(about(mailed)).not.toContain('handedOver')
    const effect = mailed.effects.find(({ kind }) => kind === 'mailPartner')
    if (!effect) throw new Error('No mail goes out.')
    const went = settleRecord(
      mailed,
      [{ effect, ok: true, mailed: { number: 'M-1', link: 'b'.repeat(64), until: later(1) } }],
      NOW,
    )
    expect(lastSent(went).standing).toBe('accepted')
    expect(about(went).filter((each) => each === 'handedOver')).toHaveLength(1)
    // The same result once more, its save lost.
    expect(
      about(settleRecord(went, [{ effect, ok: true }], NOW)).filter((each) => each === 'handedOver'),
    ).toHaveLength(1)
    const waits = settleRecord(mailed, [{ effect, ok: false, failed: 'away', final: false }], NOW)
    expect(about(waits)).not.toContain('handedOver')
  })

  test('no mailbox, no mail; a contact that is not there', () => {
    const record = planned()
    const { mailbox: _none, ...bare } = withWays()
    const without = { at: at(0, bare) }
    expect(act(record, by, deed(record, { way: 'mail' }), without)).toEqual({
      refused: 'handOver',
      why: 'way',
    })
    expect(act(record, by, deed(record, { contact: 'Niemand' }), { at: at() })).toEqual({
      refused: 'handOver',
      why: 'contact',
    })
  })

  test('twice is once: the same press, and another one', () => {
    const record = planned()
    const once = done(record, by, deed(record), { at: at(), id: 'f0000000-0000-4000-8000-000000000001' })
    expect(act(once, by, deed(record), { at: at(), id: 'f0000000-0000-4000-8000-000000000001' })).toEqual({
      refused: 'already',
    })
    expect(act(once, by, deed(record), { at: at() })).toEqual({ refused: 'already' })
    expect(sentOf(routeOf(once))).toHaveLength(1)
  })

  test('several at once: each its own text, by what it is', () => {
    const record = planned([POLICE, 'burgerzaken-brp'])
    const both = give(give(record), {}, 1)
    const of = (partner: string) =>
      sentOf(both.routes.find((route) => route.partner === partner) ?? {}).at(-1)?.words ?? ''
    expect(of(POLICE)).toContain('Maria Popescu')
    expect(of('burgerzaken-brp')).not.toContain('Maria')
    expect(of('burgerzaken-brp')).not.toContain('uitbuiting')
  })
})

describe('what may not go', () => {
  const refusal = (words: string, sure?: true) => {
    const record = planned()
    return act(record, by, deed(record, { words, ...(sure ? { sure } : {}) }), { at: at() })
  }

  test('a BSN, or its mark, never; also where the officer is sure', () => {
    for (const words of ['Haar BSN is 123456782.', 'Nummer [BSN verwijderd].'])
      expect(refusal(words, true)).toEqual({ refused: 'handOver', why: 'bsn' })
    const record = planned()
    expect(act(record, by, deed(record, { said: 'BSN 123456782' }), { at: at() })).toEqual({
      refused: 'handOver',
      why: 'bsn',
    })
  })

  test('a long piece of the story never; words that betray the reporter only when they were looked at', () => {
    const story =
      'Ze werkt bij nagelstudio Glans BV, KvK 12345678, aan de Tulpenstraat 14b, 3511 AB Voorbeeldstad en slaapt daar.'
    const raw = 'Haar baas Dragan Petrov heeft haar paspoort afgepakt en ze mag niet naar buiten.'
    expect(refusal(raw, true)).toEqual({ refused: 'handOver', why: 'story' })
    expect('refused' in refusal(story, true)).toBe(true)
    for (const words of [
      'Een collega zag Maria.',
      'Ze kwam aan de balie.',
      'Mijn cliënt Maria werkt daar.',
      'De melder werkt bij de gemeente.',
      'Dinsdag om 14.35 was ze er.',
      'Maria staat bij team Jeugd op de lijst.',
    ]) {
      expect(refusal(words)).toEqual({ refused: 'handOver', why: 'betrays' })
      const sure = refusal(words, true)
      if (!('done' in sure) || sure.done !== 'changed') throw new Error('it was let stand')
      expect(lastSent(sure.record).letStand).toBeGreaterThan(0)
    }
  })

  test('nothing written, or far too much', () => {
    expect(refusal('   ')).toEqual({ refused: 'handOver', why: 'empty' })
    expect(refusal('woord '.repeat(2_000))).toEqual({ refused: 'handOver', why: 'tooLong' })
  })

  test('a fact that was put right after the words were written: looked at anew, and not sent as it was', () => {
    const record = planned()
    const { id: route } = routeOf(record)
    const maria = factNamed(record, 'Maria')
    const words = 'Het gaat om Maria Popescu.'
    const ready = done(
      record,
      by,
      { do: 'prepareHandOver', route, from: 'words', facts: [maria], words },
      { at: at() },
    )
    const refuted = done(ready, by, { do: 'refuteFact', fact: maria, text: undefined }, { at: at() })
    expect(act(refuted, by, deed(refuted), { at: at() })).toEqual({ refused: 'handOver', why: 'changed' })
    const anew = done(
      refuted,
      by,
      { do: 'prepareHandOver', route, from: 'facts', facts: [maria], words },
      { at: at() },
    )
    expect(lastSent(give(anew)).words).not.toContain('Het gaat om Maria')
  })

  test('frozen it is not given, nor made ready (AVG 18)', () => {
    const frozen = done(planned(), by, { do: 'freeze', reason: 'Op verzoek' })
    expect(act(frozen, by, deed(frozen), { at: at() })).toEqual({ refused: 'frozen' })
  })
})

describe('phoned, and filled in later (I.19)', () => {
  const late = (record: SignalRecord, days: number) =>
    overdueTerms(record, ways, at(days).now).map(({ term }) => term)

  test('it goes first; what was said is asked for the next working day, and is late after it', () => {
    const called = give(planned(), { way: 'telephone', later: true })
    expect(routeOf(called).state).toBe('handedOver')
    expect(lastSent(called).fillBy).toBe('2026-11-25')
    expect(late(called, 1)).not.toContain('receipt')
    expect(late(called, 2)).toContain('receipt')
    const more = { do: 'handOverMore', route: routeOf(called).id, sent: lastSent(called).id } as const
    expect(act(called, by, more)).toEqual({ refused: 'needs', field: 'spokeWith' })
    const filled = done(called, by, {
      ...more,
      spokeWith: 'Kim Bos',
      spokeAt: '14:10',
      promised: 'Belt morgen terug',
    })
    expect(lastSent(filled).receipt).toMatchObject({ spokeWith: 'Kim Bos', spokeAt: '14:10', by: MARIEKE })
    expect(late(filled, 2)).not.toContain('receipt')
    expect(
      act(filled, by, { ...more, spokeWith: 'Kim Bos', spokeAt: '14:10', promised: 'Belt morgen terug' }),
    ).toEqual({
      refused: 'already',
    })
  })

  test('with what was said at once nothing is owed; a BSN in it is refused', () => {
    const called = give(planned(), { way: 'telephone', spokeWith: 'Kim Bos' })
    expect(lastSent(called)).not.toHaveProperty('fillBy')
    const more = { do: 'handOverMore', route: routeOf(called).id, sent: lastSent(called).id } as const
    expect(act(called, by, { ...more, said: 'BSN 123456782' })).toEqual({ refused: 'handOver', why: 'bsn' })
  })
})

describe('whom a correction reaches (AVG 19)', () => {
  const both = () => {
    const record = planned([POLICE, 'burgerzaken-brp'])
    const brp = record.routes.findIndex(({ partner }) => partner === 'burgerzaken-brp')
    return give(give(record, {}, brp), {}, 1 - brp)
  }
  const toldOf = (record: SignalRecord) =>
    openRecipientTasks(record).map((task) => record.routes.find(({ id }) => id === task.route)?.partner ?? '')

  test('only who was given the fact, by the contact, the way and the words of then', () => {
    const given = both()
    const refuted = done(given, by, { do: 'refuteFact', fact: factNamed(given, 'Maria'), text: undefined })
    expect(toldOf(refuted)).toEqual([POLICE])
    const [task] = openRecipientTasks(refuted)
    if (!task) throw new Error('somebody is told')
    expect(givenIn(refuted, task)).toMatchObject({
      sent: { way: 'telephone', contact: { name: 'Kim Bos' } },
      values: ['Maria Popescu, 17 jaar', expect.stringContaining('Niet bellen')],
    })
  })

  test('a fact that both have reaches both; a fact that nobody was given reaches nobody', () => {
    const given = both()
    const address = factNamed(given, 'Tulpenstraat')
    const corrected = done(given, by, {
      do: 'correctFact',
      fact: address,
      street: 'Tulpenstraat',
      number: '16',
      roleList: [],
      on: undefined,
    })
    expect(toldOf(corrected).sort()).toEqual(['burgerzaken-brp', POLICE].sort())
    const unknown = {
      ...given,
      routes: given.routes.map((route) => ({
        ...route,
        sent: sentOf(route).map((s) => ({ ...s, facts: [] })),
      })),
    }
    const refuted = done(unknown, by, { do: 'refuteFact', fact: address, text: undefined })
    expect(toldOf(refuted)).toEqual([])
  })

  test('a freeze and an erasure reach everybody; a route from before it was kept has all of it', () => {
    const given = both()
    expect(toldOf(done(given, by, { do: 'freeze', reason: 'Op verzoek' }))).toHaveLength(2)
    const old = { ...given, routes: given.routes.map(({ sent: _none, ...route }) => route) }
    const refuted = done(old, by, { do: 'refuteFact', fact: factNamed(given, 'Maria'), text: undefined })
    expect(toldOf(refuted)).toHaveLength(2)
  })
})

describe('like every other text', () => {
  test('an access request finds what was given, what was made ready, and what they said', () => {
    const words = 'Vraag naar Wilhelmina Ooievaar.'
    const given = give(planned(), { words, said: 'Contact met Gerardus Kievit' })
    for (const name of ['Wilhelmina Ooievaar', 'Gerardus Kievit', 'Kim Bos'])
      expect(find(given, [name]).map(({ part }) => part)).toContain('handOver')
  })

  test('nothing of it is in the matching index', () => {
    const given = give(planned(), { words: 'Vraag naar Wilhelmina Ooievaar, AA-99-BB.' })
    expect(JSON.stringify(entryOf(given))).not.toMatch(/Ooievaar|AA-99-BB/)
    expect(SentWay.options).toContain(lastSent(given).way)
  })
})
