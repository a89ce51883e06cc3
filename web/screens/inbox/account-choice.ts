import type { AccountView } from '#api/contract/shapes.ts'

/** Who was chosen for a network, for as long as the page is open. Nothing is kept: tomorrow one chooses again. */
const chosenByNetwork = new Map<string, string>()

/** Only accounts that can speak now. */
export function usableAccounts(accounts: readonly AccountView[]): AccountView[] {
  return accounts.filter((account) => account.state === 'connected')
}

/** The only account, or the one chosen earlier on this page. With several and no choice: nobody, so the person says. */
export function presetAccount(accounts: readonly AccountView[]): AccountView | undefined {
  const usable = usableAccounts(accounts)
  if (usable.length === 1) return usable[0]
  return usable.find((account) => chosenByNetwork.get(account.network) === account.id)
}

export function rememberAccount(account: AccountView): void {
  chosenByNetwork.set(account.network, account.id)
}
