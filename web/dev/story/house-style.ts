import type { HouseStyle } from '#domain/house-style.ts'
import { type Answers, says } from '#web/dev/canned-server.ts'
import { type Look, sessionOf } from './people.ts'

const houseStyle: HouseStyle = {
  address: 'je',
  greeting: 'wanted',
  signOff: '^{initials}',
  words: [
    { word: 'consument', instead: 'reiziger' },
    { word: 'goedko*', instead: 'voordelig' },
    { word: 'vertragingscompensatieregeling', instead: '' },
  ],
  promises: ['vandaag nog je koffer', 'we betalen je hotel'],
  isIncident: true,
  incidentWords: ['de grondafhandelaar'],
  blocks: ['private', 'promise', 'forbidden'],
}

/** Much is wrong with it. */
export const badAnswer =
  'Middels dit bericht delen wij u mede dat je koffer morgen gegarandeerd komt. Excuses voor het ongemak, maar bel voortaan eerst 06 12345678.'

/** A house that has a style of its own. */
export function styled(look: Look): Answers {
  const session = sessionOf(look)
  return {
    'GET /api/session': says({ ...session, workspace: session.workspace && { ...session.workspace, houseStyle } }),
  }
}
