/** The form of a decision, filled in as the stories in the browser do. */
import type { PlaygroundPage } from '../kit/browser.ts'

/** To two organisations outside, one that acts and one that helps; help for a victim is not arranged yet. */
export async function decidesExternally(
  officer: PlaygroundPage,
  { why, minor }: { why: string; minor: 'Nee' | 'Ja, of misschien' },
): Promise<void> {
  await officer.choose('Wat doen we ermee?', 'extern: een organisatie buiten de gemeente pakt het op')
  await officer.typeInto('Waarom?', why)
  await officer.choose('Wie heeft de regie?', 'Aandachtsfunctionaris')
  await officer.choose('Kies waar het naartoe gaat', 'Buiten de gemeente: Nederlandse Arbeidsinspectie')
  await officer.choose('Kies waar het naartoe gaat', 'Buiten de gemeente: Zorgcoördinator mensenhandel')
  await officer.choose('Is er iemand bij die jonger is dan 18?', minor)
  await officer.choose('Is er hulp geregeld voor een mogelijk slachtoffer?', 'nog niet geregeld')
}
