import type { Row } from '#api/contract/shapes.ts'
import type { ConversationView } from '#domain/conversation.ts'
import type { LiveEvent } from '#domain/event.ts'
import { type Answers, type Asked, refusal, says } from './canned-server.ts'
import { key, press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { emptyCounts, listOf, unavailable } from './story/house.ts'
import { inMinutes } from './story/moments.ts'
import { type Look, noor, sessionOf } from './story/people.ts'
import { rows, waiting } from './story/rows.ts'

const path = '/inbox/mine'
// In a narrow window the list stands in their place.
const card = '[data-column=active] [data-card], section:not([data-column]) [data-card]'
const isWide = () => matchMedia('(min-width: 1024px)').matches
const wrong = '[data-inbox-list] [role=alert], section:not([data-column]) h2'
const owned: readonly Row[] = rows.filter((_, at) => at % 3 === 1).map((row) => ({ ...row, owner: noor }))
const unowned: readonly Row[] = rows.filter(({ owner }) => owner === null)
const negative: readonly Row[] = rows.filter(({ sentiment }) => sentiment === 'negative')

type Lists = { [view in ConversationView]?: readonly Row[] }
const believable: Lists = { mine: owned, unowned, all: rows, waiting }

function columnsOf(columns: readonly string[], lists: Lists = believable) {
  return (look: Look): Answers => {
    const session = sessionOf(look)
    const user = session.user && { ...session.user, layout: 'columns' as const, columns: [...columns] }
    return {
      'GET /api/session': says({ ...session, user }),
      'PATCH /api/me': says({ ...session, user }),
      'GET /api/conversations': says((asked: Asked) => {
        const isNegative = asked.query.get('sentiment') === 'negative'
        const view = (asked.query.get('view') ?? 'all') as ConversationView
        const words = asked.query.get('q') ?? ''
        const all = isNegative ? negative : (lists[view] ?? [])
        return listOf(all.filter(({ excerpt }) => excerpt.text.includes(words))).with(asked)
      }),
    }
  }
}
const three = columnsOf(['mine', 'unowned', 'saved:complaints'])

/** One is empty, and the one beside it fails in its own way. */
function oneBroken(broken: () => unknown) {
  return (look: Look): Answers => {
    const answers = columnsOf(['mine', 'unowned', 'all'], { ...believable, mine: [] })(look)
    const whole = answers['GET /api/conversations']
    const isBroken = ({ query }: Asked) => query.get('view') === 'unowned'
    return {
      ...answers,
      'GET /api/views': says({ ...emptyCounts, unowned: 5, all: rows.length }),
      'GET /api/conversations': says((asked: Asked) => {
        // What comes of it is no answer of the contract, and that is the point.
        if (isBroken(asked)) return broken() as never
        return whole?.does === 'answer' ? whole.with(asked) : { items: [], next: null }
      }),
    }
  }
}
const refused = () => refusal(unavailable.with)
const vanished = () => Promise.reject(new TypeError('Failed to fetch'))
const silent = () => new Promise(() => {})

/** The second look at a column finds what came in meanwhile. */
function moving(look: Look): Answers {
  const asks = new Map<string, number>()
  return {
    ...columnsOf(['mine', 'unowned', 'all'])(look),
    'GET /api/conversations': says((asked: Asked) => {
      const view = asked.query.get('view') ?? 'all'
      const isFirst = !asks.has(view)
      asks.set(view, 1)
      const all = view === 'unowned' ? unowned : view === 'mine' ? owned : rows
      const late = all.slice(0, 2).map((row, at) => ({ ...row, id: `new-${at}`, key: `WH-49${at}0` }))
      return listOf(isFirst || view === 'mine' ? all : [...late, ...all]).with(asked)
    }),
  }
}
const opened: LiveEvent = {
  ...{ id: 1, kind: 'conversation.opened', conversationId: 'new-0', subjectId: 'new-0', by: null },
  at: inMinutes(0),
}

export const columnSpecimens: readonly Specimen[] = [
  { name: 'columns', path, answers: three, shows: card },
  { name: 'columns-open', path: '/inbox/unowned/WH-4182', answers: three, shows: '[data-thread]' },
  { name: 'columns-broken', path, answers: oneBroken(refused), shows: wrong },
  { name: 'columns-offline', path, live: 'lost', answers: oneBroken(vanished), shows: wrong },
  {
    name: 'columns-loading',
    path,
    answers: oneBroken(silent),
    shows: '[data-inbox-list] [role=status][aria-label], section:not([data-column]) h2',
  },
  {
    name: 'columns-news',
    path,
    answers: moving,
    live: [{ event: opened.kind, data: opened }],
    shows: card,
  },
  {
    name: 'columns-none',
    path: '/inbox/mine',
    answers: columnsOf([]),
    shows: '[data-add-column], section:not([data-column]) [data-card]',
  },
  {
    name: 'columns-gone',
    path,
    answers: columnsOf(['mine', 'saved:deleted', 'waiting']),
    shows: '[data-column-key="saved:deleted"] h2, section:not([data-column]) [data-card]',
  },
  { name: 'columns-guest', path: '/inbox/all?lang=nl&q=koffer', answers: three, shows: card },
  {
    name: 'columns-add',
    path,
    answers: three,
    act: async () => await (isWide() ? press('[data-add-column]') : undefined),
    shows: '[role=menu], section:not([data-column]) [data-card]',
  },
  {
    name: 'columns-selected',
    path,
    answers: three,
    act: async () => {
      await press(card)
      key('x')
    },
    shows: '[role=toolbar]',
  },
]
