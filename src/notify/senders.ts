import type { Send, Senders } from './send-deliveries.ts'
import { sendHook } from './send-hook.ts'
import { sendPush } from './send-push.ts'
import { sendMail } from './write-letter.ts'

/** Every way out. What the letter of the day says is known by who knows the inbox. */
export function sendersWith(sendDigest: Send): Senders {
  return { push: sendPush, mail: sendMail, hook: sendHook, digest: sendDigest }
}
