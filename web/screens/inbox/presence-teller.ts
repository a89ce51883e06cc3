import { type PresenceSign, presenceEveryMs } from '#domain/presence.ts'

/** So long after the last key somebody still counts as writing: thinking of the next word is writing too. */
export const typingForMs = 10_000
/** What one passes on the way down is not looked at. */
export const lookAfterMs = 400

export type PresenceTeller = {
  /** This conversation stands open from now on; the one before it no longer does. */
  look: (conversationId: string) => void
  /** A key of an answer was pressed. */
  typed: () => void
  /** The answer went out, or was emptied: nobody writes any more. */
  stopped: () => void
  leave: () => void
}

type Ways = { send: (conversationId: string, sign: PresenceSign) => void; now?: () => number }

/** The heartbeat of an open screen. It says at once what changes, and else only that it is still there. */
export function createPresenceTeller({ send, now = Date.now }: Ways): PresenceTeller {
  let here: string | undefined
  let told: PresenceSign = 'gone'
  let typedAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  const plan = (delayMs: number): void => {
    clearTimeout(timer)
    timer = setTimeout(beat, delayMs)
  }
  const beat = (): void => {
    if (here === undefined) return
    const typingLeftMs = typedAt + typingForMs - now()
    told = typingLeftMs > 0 ? 'typing' : 'looking'
    send(here, told)
    plan(told === 'typing' ? Math.min(typingLeftMs, presenceEveryMs) : presenceEveryMs)
  }
  const leave = (): void => {
    clearTimeout(timer)
    if (here !== undefined && told !== 'gone') send(here, 'gone')
    here = undefined
    told = 'gone'
    typedAt = Number.NEGATIVE_INFINITY
  }
  return {
    look: (conversationId) => {
      if (here === conversationId) return
      leave()
      here = conversationId
      plan(lookAfterMs)
    },
    typed: () => {
      if (here === undefined) return
      typedAt = now()
      if (told !== 'typing') beat()
    },
    stopped: () => {
      typedAt = Number.NEGATIVE_INFINITY
      if (told === 'typing') beat()
    },
    leave,
  }
}
