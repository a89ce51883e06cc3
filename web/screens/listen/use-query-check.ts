import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { QueryCheck } from '#api/contract/shapes.ts'
import { type ApiProblemError, ask } from '#web/api.ts'

const pauseMs = 300

/** An answer and the very text it is about: its places mean nothing in any other. */
export type KnownCheck = QueryCheck & { asked: string }

/** What the server makes of a query, asked when the typing pauses. The last answer stays until the next one is here. */
export function useQueryCheck(query: string) {
  const [asked, setAsked] = useState(query)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(query), pauseMs)
    return () => clearTimeout(timer)
  }, [query])
  return useQuery<KnownCheck, ApiProblemError>({
    queryKey: ['POST /api/topics/check', asked],
    queryFn: async ({ signal }) => ({
      asked,
      ...(await ask('POST /api/topics/check', { body: { query: asked } }, signal)),
    }),
    enabled: asked.trim() !== '',
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
}
