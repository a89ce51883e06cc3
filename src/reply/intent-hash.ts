import { hash } from 'node:crypto'

/** Who says what to whom, as it was approved. */
export type Intent = {
  workspaceId: string
  /** The account as the network knows it, so that a row pointing elsewhere cannot speak in its name. */
  account: { id: string; network: string; nativeId: string } | null
  parent: { network: string; nativeId: string }
  text: string
}

/** SHA-256 over account, target and text: what was approved is what is sent, or nothing is. */
export function intentHash({ workspaceId, account, parent, text }: Intent): string {
  const parts = [
    workspaceId,
    account ? [account.id, account.network, account.nativeId] : null,
    [parent.network, parent.nativeId],
    text,
  ]
  return hash('sha256', JSON.stringify(parts), 'hex')
}
