type Ids = Readonly<Record<string, string>>

/** The walls of the stop switch and of moments. `soon` is a moment ahead on the clock of the house. */
export const sendingWalls = (soon: () => string) =>
  ({
    'GET /api/stops': { least: 'observer' },
    // As one account: a stop of the workspace would stop what the other routes do.
    'POST /api/stops': {
      least: 'lead',
      places: { accountId: 'newAccount' },
      ask: ({ accountId }: Ids) => ({ body: { accountId, reason: 'storing' } }),
    },
    'POST /api/stops/{id}/resume': {
      least: 'lead',
      places: { id: 'stop' },
      ask: ({ id = '' }: Ids) => ({ params: { id }, body: { thenDo: 'look' } }),
    },
    'GET /api/scheduled': { least: 'observer' },
    'GET /api/opening-hours/next': { least: 'observer' },
    // It waits for no moment of its own, and that is said.
    'PUT /api/replies/{id}/moment': {
      least: 'member',
      places: { id: 'held' },
      ask: ({ id = '' }: Ids) => ({ params: { id }, body: { sendAt: soon() } }),
      own: 409,
    },
  }) as const
