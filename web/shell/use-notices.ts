import { useAsk } from '#web/api.ts'

/** The live line tells of notices; that nobody looks at the promises any more is told by nobody, and must be asked. */
const askEveryMs = 60_000

export function useNotices() {
  return useAsk('GET /api/notices', undefined, { refetchInterval: askEveryMs }).data
}
