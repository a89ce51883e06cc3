export type DraftState = 'empty' | 'typing' | 'saving' | 'saved' | 'failed'

export const draftDelayMs = 700
export const draftRetryMs = 4_000

export type DraftSaver = {
  change: (text: string) => void
  /** Something that is kept with the words is other than before. */
  again: () => void
  /** Now, without waiting: the person leaves, or the line is back. */
  flush: () => void
  /** The text went out as a reply or a note: what is still on its way does not matter any more. */
  forget: () => void
}

type Ways = {
  /** What the server has already. */
  saved?: string
  save: (text: string) => Promise<void>
  onState: (state: DraftState) => void
}

/**
 * Saves a draft as it is typed: one write at a time, always the newest text, and again after a failure. The person
 * sees the state and never presses a button for it.
 */
export function createDraftSaver({ save, onState, saved: savedBefore = '' }: Ways): DraftSaver {
  let text = savedBefore
  let saved = savedBefore
  let isSaving = false
  let isOther = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const plan = (delayMs: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), delayMs)
  }
  const run = async (): Promise<void> => {
    clearTimeout(timer)
    if (isSaving || (text === saved && !isOther)) return
    isSaving = true
    isOther = false
    const sent = text
    onState('saving')
    const isKept = await save(sent).then(
      () => true,
      () => false,
    )
    isSaving = false
    if (isKept) saved = sent
    else isOther = true
    // Forgotten or typed on while it was on its way: the newer state is the true one.
    if (text !== sent || (isKept && isOther)) plan(draftDelayMs)
    else if (isKept) onState(text === '' ? 'empty' : 'saved')
    else {
      onState('failed')
      plan(draftRetryMs)
    }
  }
  return {
    change: (next) => {
      text = next
      if (text === saved && !isOther) return
      onState('typing')
      plan(draftDelayMs)
    },
    again: () => {
      if (text === '') return
      isOther = true
      onState('typing')
      plan(draftDelayMs)
    },
    flush: () => void run(),
    forget: () => {
      clearTimeout(timer)
      text = ''
      saved = ''
      isOther = false
      onState('empty')
    },
  }
}
