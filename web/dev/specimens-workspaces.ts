import { says } from './canned-server.ts'
import { find, key, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { inSeveral } from './story/people.ts'

const h1 = 'h1'

/** Somebody who works in several, and somebody who comes to one that is not theirs. */
export const workspaceSpecimens: readonly Specimen[] = [
  {
    name: 'not-here',
    path: '/w/elsewhere/inbox/all',
    answers: (look) => ({
      'GET /api/session': says({ ...inSeveral(look), member: null, workspace: null }),
    }),
    shows: h1,
  },
  {
    name: 'not-here-nowhere',
    path: '/w/elsewhere/inbox/all',
    answers: (look) => ({
      'GET /api/session': says({ ...inSeveral(look), member: null, workspace: null, workspaces: [] }),
    }),
    shows: h1,
  },
  {
    name: 'several-workspaces',
    path: '/inbox/all',
    answers: (look) => ({ 'GET /api/session': says(inSeveral(look)) }),
    shows: '[data-card]',
  },
  {
    name: 'several-workspaces-conversation',
    path: '/inbox/all/WH-4182',
    answers: (look) => ({ 'GET /api/session': says(inSeveral(look)) }),
    shows: '[data-thread]',
  },
  {
    name: 'several-workspaces-palette',
    path: '/inbox/all',
    answers: (look) => ({ 'GET /api/session': says(inSeveral(look)) }),
    act: async () => {
      await find('[data-card]')
      key('k', { isMod: true })
      await write('[role=dialog] input', 'dijk')
    },
    shows: '[role=dialog]',
  },
]
