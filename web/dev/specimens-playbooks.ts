import { vanishes, waits } from './canned-server.ts'
import { press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { houseOf, unavailable } from './story/house.ts'

const path = '/settings/playbooks'

/** What is done in a crisis of each kind: the list, and one of them open. */
export const playbookSpecimens: readonly Specimen[] = [
  { name: 'settings-playbooks', path, shows: 'main ul li' },
  {
    name: 'settings-playbooks-loading',
    path,
    answers: () => ({ 'GET /api/playbooks': waits }),
    shows: 'main [role=status]',
  },
  {
    name: 'settings-playbooks-failed',
    path,
    answers: () => ({ 'GET /api/playbooks': unavailable }),
    shows: '[role=alert]',
  },
  {
    name: 'settings-playbooks-offline',
    path,
    live: 'lost',
    answers: () => ({ 'GET /api/playbooks': vanishes }),
    shows: '[role=alert]',
  },
  { name: 'settings-playbooks-readonly', path, answers: (look) => houseOf(look, 'member'), shows: 'main ul li' },
  {
    name: 'settings-playbook-edit',
    path,
    act: () => press('main li:nth-child(2) [data-open-playbook]'),
    shows: 'main form ol',
  },
]
