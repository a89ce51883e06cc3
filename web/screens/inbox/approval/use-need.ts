import type { Conversation } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'

/** Whether what I would answer here needs approval; undefined while that is not known. Asked once for all who show it. */
export function useNeed({ id }: Conversation, accountId: string | null | undefined) {
  const query = accountId ? { accountId } : {}
  return useAsk('GET /api/conversations/{id}/approval', { params: { id }, query }).data?.need
}
