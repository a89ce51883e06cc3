import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer, Ask } from '#api/contract/contract.ts'
import { type ApiProblemError, ask, type ChangeName, isProblem, newKey, type QuestionName } from '#web/api.ts'

/**
 * What must not happen twice: asked again after a silence it is the same one, and after an answer it is another. A refusal is an answer too: another press is
 * another question. Without a connection it fails at once and says so.
 */
export function useOnce<N extends ChangeName>(name: N, refresh: readonly QuestionName[]) {
  const client = useQueryClient()
  const [key, setKey] = useState(newKey)
  return useMutation<Answer<N>, ApiProblemError, Ask<N>>({
    mutationKey: [name],
    networkMode: 'always',
    mutationFn: (given) => ask(name, given, undefined, { key }),
    onSuccess: () => setKey(newKey()),
    onError: (error) => (isProblem(error, 'offline') ? undefined : setKey(newKey())),
    onSettled: () => Promise.all(refresh.map((route) => client.invalidateQueries({ queryKey: [route] }))),
  })
}
