import { useLingui } from '@lingui/react/macro'
import type { Conversation, Message } from '#api/contract/shapes.ts'
import type { CorrectionChange } from '#domain/correction.ts'
import { ask, newKey, queries } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { layCorrection, takenBack } from './lay-correction.ts'
import { patchMessage, refreshInbox } from './patch-answers.ts'
import { orQueue } from './send-decision.ts'
import { takeBack, undoStack } from './undo.ts'

/** `did` names it in the list of what was done; `says` is what the toast tells. */
export type Correcting = { change: CorrectionChange; did: string; says: string }

/** Seen at once, kept by the server (or in this browser until it answers), and taken back with the key for it. */
export function useCorrectLabel({ conversation, message }: { conversation: Conversation; message: Message }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const put = (body: CorrectionChange, label: string): Promise<unknown> => {
    const name = 'PUT /api/mentions/{id}/correction'
    const key = newKey()
    const params = { id: message.id }
    const about = { id: conversation.id, key: conversation.key, title: conversation.title }
    const queued = { key, name, params, body, kind: 'correct', conversation: about, label, change: {} } as const
    return orQueue(() => ask(name, { params, body }, undefined, { key }), { ...queued, answer: {} })
  }
  return ({ change, did, says }: Correcting): void => {
    const { assessment, correction, correctedBy, corrections } = message
    const before = { assessment, correction, correctedBy, corrections }
    if (!assessment) return
    patchMessage(message.id, layCorrection(message, change))
    const step = {
      label: did,
      undo: async () => {
        patchMessage(message.id, before)
        await put(takenBack(change), t`Taken back: ${did}`)
        refreshInbox()
      },
    }
    undoStack.push(step)
    showToast({ id: 'decision', text: says, undo: () => void takeBack(step) })
    put(change, did).then(refreshInbox, (error: unknown) => {
      undoStack.drop(step)
      patchMessage(message.id, before)
      showToast({ tone: 'failed', text: wordsOf(error) })
      void queries.invalidateQueries({ queryKey: ['GET /api/conversations/{id}'] })
    })
  }
}
