import { queries } from '#web/api.ts'

export function refreshPeaks(): void {
  void queries.invalidateQueries({ queryKey: ['GET /api/expected-peaks'] })
}
