type Ids = Readonly<Record<string, string>>

export const reportAsked = {
  name: 'Voor de directie',
  lead: 'Een rustige week.',
  span: { kind: 'week' as const },
  against: 'before' as const,
  network: null,
  departmentId: null,
  tone: null,
  parts: [
    { part: 'summary' as const, words: '' },
    { part: 'figures' as const, words: 'Let op de wachttijd.' },
  ],
}
export const lettersAsked = {
  ...{ rhythm: 'week' as const, onDay: 1, hour: '08:00', lang: 'nl' as const, linkDays: 30, hasPdf: false },
  addresses: ['directie@example.org'],
}

const of = ({ id = '' }: Ids) => ({ params: { id } })
const report = { places: { id: 'savedReport' } } as const

/** Everybody reads them; who answers puts them together; who leads lets one out of the house. */
export const reportWalls = {
  'GET /api/saved-reports': { least: 'observer' },
  'GET /api/saved-reports/{id}': { ...report, least: 'observer', ask: of },
  'POST /api/saved-reports': {
    least: 'member',
    places: { departmentId: 'department' },
    ask: ({ departmentId = '' }: Ids) => ({ body: { ...reportAsked, departmentId } }),
    // As everything that is chosen in a form and is not here.
    stranger: 400,
  },
  'PUT /api/saved-reports/{id}': {
    ...report,
    least: 'member',
    ask: (ids: Ids) => ({ ...of(ids), body: { ...reportAsked, version: 1 } }),
  },
  // One's own a member may; of somebody else who leads.
  'DELETE /api/saved-reports/{id}': { ...report, least: 'lead', ask: of },
  'PUT /api/saved-reports/{id}/letters': {
    ...report,
    least: 'lead',
    ask: (ids: Ids) => ({ ...of(ids), body: { letters: null } }),
  },
  'POST /api/saved-reports/{id}/letters': {
    ...report,
    least: 'lead',
    ask: (ids: Ids) => {
      const { addresses, lang, linkDays, hasPdf } = lettersAsked
      return { ...of(ids), body: { addresses, lang, linkDays, hasPdf } }
    },
    // There is no mail server here.
    own: 400,
  },
  'GET /api/saved-reports/{id}/shares': { ...report, least: 'lead', ask: of },
  'POST /api/saved-reports/{id}/shares': {
    ...report,
    least: 'lead',
    ask: (ids: Ids) => ({ ...of(ids), body: { days: 7 } }),
  },
  'DELETE /api/saved-reports/{id}/shares/{shareId}': {
    least: 'lead',
    places: { id: 'savedReport', shareId: 'reportShare' },
    ask: ({ id = '', shareId = '' }: Ids) => ({ params: { id, shareId } }),
    // A link of another report.
    own: 404,
  },
  // The token is the key itself.
  'GET /api/shared-reports/{token}': { least: 'anyone', ask: () => ({ params: { token: 'nowhere' } }), own: 404 },
} as const
