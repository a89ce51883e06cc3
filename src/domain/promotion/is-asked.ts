import type { PostKind } from '#domain/post.ts'
import { foldName } from './discloses.ts'

/** A message as far as it says to whom it is. */
export type Said = {
  kind: PostKind
  text: string
  /** Handles or native ids that the network says are addressed. */
  addressed: readonly string[]
  /** It stands under something of ours. */
  isUnderOurs: boolean
  /** It came through our account: a notification. */
  isToOurAccount: boolean
}

/** Who we are where it was said. */
export type Us = { handles: readonly string[]; brands: readonly string[] }

/**
 * Did they turn to us? A review, a message, what stands under ours, whoever names our account or calls us by name. Talking about us is not asking us:
 * whom we answer then, we speak to unasked.
 */
export function isAsked(said: Said, { handles, brands }: Us): boolean {
  if (said.kind === 'review' || said.kind === 'message' || said.isUnderOurs || said.isToOurAccount) return true
  const ours = new Set([...handles, ...brands].map(foldHandle).filter(Boolean))
  if (said.addressed.some((one) => ours.has(foldHandle(one)))) return true
  if ([...said.text.matchAll(/(?<![\w.])@([\p{L}\p{N}_.-]+)/gu)].some(([, name = '']) => ours.has(foldHandle(name))))
    return true
  return callsByName(said.text, brands)
}

/** "Zilvermeeuw, rijden jullie morgen?" and "Hoi Zilvermeeuw": the first thing said is our name. */
function callsByName(text: string, brands: readonly string[]): boolean {
  const [, first = ''] =
    text.match(/^\s*(?:(?:hoi|hallo|hey|hi|hello|beste|dear|dag)\s+)?([^,!?:.\n]{2,60})[,!?:]/iu) ?? []
  const name = foldName(first)
  return name !== '' && brands.some((brand) => foldName(brand) === name)
}

/** `@us@forum.example`, `us.bsky.social` and `Us` are one name; an id (`did:plc:…`, an address) is itself. */
function foldHandle(handle: string): string {
  if (/[:/]/u.test(handle)) return handle.toLowerCase()
  return foldName(handle.replace(/^@/u, '').split(/[@.]/u)[0] ?? '')
}
