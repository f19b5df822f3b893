/** An officer asks to see a photo or document: recorded, and then a link that works once. */
import { lookCard } from '../../cards/officer/files/part.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { lookLink } from '../app/fileLinks.ts'
import type { OfficerTurn, View } from './view.ts'

/** `look`: the press that asked for it, by which the trail knows it. */
export function lookFileView(desk: OfficerTurn, record: SignalRecord, look: string): View {
  const { app, turn, language } = desk
  const link = lookLink(app, { municipality: turn.municipality.id, signal: record.id, look, now: app.now() })
  return { title: record.reference, card: lookCard({ record, link, language }) }
}
