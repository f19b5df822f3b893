/** Which signal goes where, as everybody may read it (A080), in Dutch. */
import type { NotFirstAs } from '../../../../services/routing/words.ts'

const notFirst: Record<NotFirstAs, string> = {
  visit: 'geen bezoek of controle',
  alone: 'niet alleen',
  meetingOrMail: 'geen overleg of mail',
  enforcementAlone: 'niet alleen handhaving',
  report: 'nog niet',
}

export const matrix = {
  title: 'Waar gaat wat heen?',
  about:
    'Jij hoeft niet te kiezen. Jij vertelt het ons, en wij kiezen samen met de partners. Er gaat niets vanzelf weg.',
  nobody: 'Naar niemand.',
  first: (names: string) => `Eerst: ${names}.`,
  also: (names: string) => `Daarnaast kan: ${names}.`,
  notFirst: (all: string) => `Niet eerst: ${all}.`,
  named: (name: string, as: string) => `${name} (${as})`,
  notFirstAs: notFirst,
}
