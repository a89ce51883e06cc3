type Ids = Readonly<Record<string, string>>

export const annotationAsked = { day: '2026-11-20', untilDay: null, words: 'Reclame op televisie' }

const of = ({ id = '' }: Ids) => ({ params: { id } })
/** The owner noted it, which a member does not change. */
const own = (role: string) => (role === 'member' ? 403 : 200)
const annotation = { places: { id: 'annotation' }, least: 'member', own } as const

/** Everybody reads what happened; who answers notes it. */
export const annotationWalls = {
  'GET /api/annotations': { least: 'observer', ask: () => ({ query: { from: '2026-11-01', to: '2026-11-28' } }) },
  'POST /api/annotations': { least: 'member', ask: () => ({ body: annotationAsked }) },
  'PUT /api/annotations/{id}': { ...annotation, ask: (ids: Ids) => ({ ...of(ids), body: annotationAsked }) },
  'DELETE /api/annotations/{id}': { ...annotation, ask: of },
} as const
