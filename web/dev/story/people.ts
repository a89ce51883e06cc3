import type { Author, DepartmentView, MemberView, Session } from '#api/contract/shapes.ts'
import { plainHouse } from '#domain/house-style.ts'
import type { Role } from '#domain/role.ts'
import { starterReasons } from '#domain/silence-starter.ts'

const zilvermeeuw = 'zilvermeeuw.example'

function colleague(id: string, name: string, role: Role, departmentIds: string[] = []): MemberView {
  return { id, name, email: `${id}@${zilvermeeuw}`, role, isAway: false, departmentIds }
}

export const noor = colleague('noor', 'Noor El Amrani', 'owner', ['care'])
export const sanne = colleague('sanne', 'Sanne Dijkstra', 'lead', ['care', 'baggage'])
export const joost = colleague('joost', 'Joost van den Heuvel', 'member', ['baggage'])
export const ines = colleague('ines', 'Inês Carvalho', 'member', ['press'])
export const pim = colleague('pim', 'Pim de Graaf', 'observer')
export const members: MemberView[] = [noor, sanne, joost, ines, pim]

export const care = { id: 'care', name: 'Klantenservice' }
export const press = { id: 'press', name: 'Pers & PR' }
/** As long as such names get in Dutch. */
export const baggage = { id: 'baggage', name: 'Bagageafhandeling en gevonden voorwerpen' }
export const departments: DepartmentView[] = [
  { ...care, distribution: 'in_turn', memberIds: ['noor', 'sanne'], capacities: { sanne: 12 } },
  { ...press, distribution: 'free', memberIds: ['ines'], capacities: {} },
  { ...baggage, distribution: 'free', memberIds: ['sanne', 'joost'], capacities: {} },
]

export type Look = { lang: 'en' | 'nl'; theme: 'light' | 'dark' }

const asTheyCome = {
  keys: {},
  areLettersOn: true,
  density: 'comfortable',
  opensNext: true,
  layout: 'list',
  columns: null,
} as const

export function sessionOf({ lang, theme }: Look, role: Role = 'owner', isWelcomed = true): Session {
  const workspace = { id: 'room', name: 'Zilvermeeuw', slug: 'zilvermeeuw', isDemo: false }
  return {
    isFirstRun: false,
    user: { id: noor.id, name: noor.name, email: noor.email, lang, theme, practice: 'done', ...asTheyCome },
    member: { ...noor, role },
    workspace: {
      ...workspace,
      brands: ['Zilvermeeuw', 'Meeuw & Meer'],
      undoSeconds: 10,
      joinMinutes: 15,
      effectDays: 14,
      promiseMinutes: { '0': null, '1': 480, '2': 120, '3': 30 },
      openingHours: null,
      coordinatorId: null,
      promiseRules: [],
      houseStyle: plainHouse,
      silenceReasons: starterReasons(lang),
      isWelcomed,
    },
    workspaces: [workspace],
    isDemoWanted: false,
    eventId: 0,
  }
}

/** Somebody of an agency: works for three. */
export function inSeveral(look: Look): Session {
  const session = sessionOf(look, 'admin')
  const more = ['De Dijk Energie', 'Stichting Het Groene Hart van Holland'].map((name) => ({
    ...{ id: name, name, isDemo: false },
    slug: name.toLowerCase().replaceAll(' ', '-'),
  }))
  return { ...session, workspaces: [...session.workspaces, ...more] }
}

export const nobody: Session = {
  isFirstRun: false,
  user: null,
  member: null,
  workspace: null,
  workspaces: [],
  isDemoWanted: false,
  eventId: 0,
}

function author(id: string, name: string, rest: Partial<Author> = {}): Author {
  const handle = `${id}.example`
  return {
    id,
    network: 'bluesky',
    handle,
    name,
    url: `https://bsky.app/profile/${handle}`,
    avatarUrl: null,
    bio: null,
    followers: 214,
    ...rest,
  }
}

export const marieke = author('mariekevdp', 'Marieke van der Ploeg', {
  bio: 'Reist voor haar werk, leest onderweg. Haarlem.',
  followers: 12_400,
})
export const greet = author('greet-willems', 'Greet Willems', { network: 'mastodon' })
export const anouk = author('anoukdeboer', 'Anouk de Boer', {
  bio: 'Verslaggever luchtvaart, De Ochtendbode.',
  followers: 88_000,
})
export const amirah = author('amirah-k', 'Amirah K.')
export const samuel = author('dewitt', 'Samuel de Witt', { network: 'mastodon', followers: 1_050 })
export const seal = author('seal', '🦭🌊', { followers: 9 })
export const nameless = author('qx1192', '', { handle: 'qx1192', network: 'hackernews', url: null, followers: null })
export const longest = author('anne-sophie', 'Anne-Sophie van der Meulen-Oosterwijk tot Boven-Hardinxveld', {
  network: 'feed',
  followers: null,
})
export const us = author('zilvermeeuw', 'Zilvermeeuw', { handle: 'zilvermeeuw.example', followers: 41_200 })
