import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask, queries } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'

/** One that no search and no story brings: by its key. */
export function AddConversation({ id }: { id: string }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [key, setKey] = useState('')
  const add = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const found = await ask('GET /api/conversations/{id}', { params: { id: key.trim().toUpperCase() } })
      await ask('PUT /api/incidents/{id}/messages/{conversationId}', {
        params: { id, conversationId: found.id },
        body: { lane: 'auto' },
      })
    },
    onSuccess: () => {
      setKey('')
      void queries.invalidateQueries({ queryKey: ['GET /api/incidents/{id}/messages'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key.trim() && !add.isPending) add.mutate()
  }
  return (
    <form onSubmit={submit} className="space-y-2">
      <span className="flex gap-2">
        <Input
          aria-label={t`Key of a conversation`}
          placeholder="WH-123"
          value={key}
          maxLength={16}
          className="w-40!"
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <Btn type="submit" isBusy={add.isPending} disabled={key.trim() === ''}>{t`Add a conversation`}</Btn>
      </span>
      {add.error && <FormError>{wordsOf(add.error)}</FormError>}
    </form>
  )
}
