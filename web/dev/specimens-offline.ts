import type { Answers } from './canned-server.ts'
import { refuses, says, vanishes } from './canned-server.ts'
import { find, key, press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation } from './story/conversation.ts'
import { sanne } from './story/people.ts'

const path = '/inbox/all/WH-4182'
const line = '[role=status] p'
const dialog = '[role=dialog]'
const thread = '[data-thread] *'
const field = '[aria-busy=false] textarea'
const longMs = 660_000

/** Nobody answers what is decided; what was read before is there. */
const away = (): Answers => ({
  'GET /api/conversations/{id}': says({ ...conversation, owner: null }),
  'POST /api/conversations/{id}/claim': vanishes,
  'POST /api/conversations/{id}/finish': vanishes,
  'POST /api/conversations/{id}/notes': vanishes,
  'POST /api/conversations/{id}/replies': vanishes,
  'PUT /api/conversations/{id}/draft': vanishes,
})

/** The answer is lost once; asked again, a colleague was faster. */
function faster(): Answers {
  let asked = 0
  const taken = refuses(409, 'taken', {
    en: `${sanne.name} has this conversation.`,
    nl: `${sanne.name} heeft dit gesprek.`,
  })
  const once = {
    get does() {
      asked += 1
      return asked === 1 ? vanishes.does : taken.does
    },
    with: taken.with,
  }
  return {
    // What it does depends on how often it was asked, which the union cannot say.
    'POST /api/conversations/{id}/claim': once as typeof taken,
    'GET /api/conversations/{id}': says({ ...conversation, owner: { id: sanne.id, name: sanne.name } }),
  }
}

const claimed = async () => {
  await find(thread)
  key('i')
  await find(`${line} button`)
}
const noted = async () => {
  await claimed()
  key('n')
  await write(field, 'Vlucht ZM 412: de koffer staat nog in Faro.')
  key('Enter', { isMod: true })
  await find('[data-note-queued]')
}
const answered = async () => {
  await find(thread)
  await write(field, 'We hebben je koffer gevonden; hij vliegt vanavond naar je toe.')
  key('Enter', { isMod: true, isShift: true })
  await find('[data-queued-reply]')
}

/** What goes on without a connection, and what is said when it is back. */
export const offlineSpecimens: readonly Specimen[] = [
  { name: 'offline-queued', path, live: 'lost', answers: away, act: noted, shows: `${line} button` },
  {
    name: 'offline-queue',
    path,
    live: 'lost',
    answers: away,
    act: async () => {
      await noted()
      await press(`${line} button`)
    },
    shows: `${dialog} li`,
  },
  {
    name: 'offline-refused',
    path,
    answers: faster,
    act: async () => {
      await claimed()
      await find(`${line} b`)
      await press(`${line} button`)
    },
    shows: `${dialog} li`,
  },
  {
    name: 'offline-reply-waits',
    path,
    live: 'lost',
    answers: away,
    act: answered,
    shows: '[data-queued-reply=waiting]',
  },
  {
    name: 'offline-reply-asks',
    path,
    live: 'lost',
    answers: away,
    act: async () => {
      await answered()
      const now = Date.now.bind(Date)
      Date.now = () => now() + longMs
      await (await import('#web/offline/door.ts')).offlineNow()?.flush()
    },
    shows: '[data-queued-reply=asks]',
  },
  {
    name: 'offline-signing-out',
    path,
    live: 'lost',
    answers: away,
    act: async () => {
      await claimed()
      void (await import('#web/session.ts')).signOut()
    },
    shows: `${dialog} button`,
  },
  {
    name: 'offline-back',
    path,
    act: async () => {
      const { withWords } = await import('#web/prefs.tsx')
      const { tellBack } = await withWords(import('#web/offline/tell-back.ts'))
      await find(thread)
      await tellBack(async () => 3)
    },
    shows: '[role=status] svg',
  },
  {
    name: 'new-version',
    path,
    act: async () => {
      const { withWords } = await import('#web/prefs.tsx')
      const { offer } = await withWords(import('#web/offline/app-worker.ts'))
      await find(thread)
      offer()
    },
    shows: '[role=status] svg',
  },
]
