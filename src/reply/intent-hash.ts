import { hash } from 'node:crypto'
import type { Visibility } from '#domain/reply.ts'

/** Who says what to whom, as it was approved. */
export type Intent = {
  workspaceId: string
  /** The account as the network knows it, so that a row pointing elsewhere cannot speak in its name. */
  account: { id: string; network: string; nativeId: string } | null
  parent: { network: string; nativeId: string }
  text: string
  /** Who reads it there. */
  visibility: Visibility
}

/** SHA-256 over account, target, text and who reads it: what was approved is what is sent, or nothing is. */
export function intentHash({ workspaceId, account, parent, text, visibility }: Intent): string {
  const parts = [
    workspaceId,
    account ? [account.id, account.network, account.nativeId] : null,
    [parent.network, parent.nativeId],
    text,
    // In public it is left out, so that what was approved before there was a choice stands.
    ...(visibility === 'public' ? [] : [visibility]),
  ]
  return hash('sha256', JSON.stringify(parts), 'hex')
}
