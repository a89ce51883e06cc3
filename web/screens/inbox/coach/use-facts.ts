import { useMemo } from 'react'
import type { KnownFact } from '#domain/draft/backed.ts'
import { isKnown } from '#domain/knowledge.ts'
import { useAsk } from '#web/api.ts'

const freshMs = 60_000

/** What holds now. Without it, a claim is asked for its source as ever. */
export function useFacts(): readonly KnownFact[] {
  const { data } = useAsk('GET /api/knowledge', undefined, { staleTime: freshMs })
  return useMemo(() => {
    const now = new Date()
    return (data?.facts ?? [])
      .filter(({ validUntil }) => isKnown({ validUntil: validUntil === null ? null : new Date(validUntil) }, now))
      .map(({ statements, source }) => ({ texts: statements.map(({ text }) => text), source }))
  }, [data])
}
