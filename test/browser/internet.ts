import { fileURLToPath } from 'node:url'

/** Which server on loopback answers for a public name. */
export type Hosts = Readonly<Record<string, number>>

/** Read by the preload below; no setting of the product. */
export const internetVariable = 'TEST_INTERNET'

/**
 * What a child process of Node needs so that its internet consists of these hosts: everything else is a name that does not exist.
 * The product itself knows nothing of it and calls its public addresses, encryption aside.
 */
export function internetOf(hosts: Hosts): { args: string[]; env: Record<string, string> } {
  const preload = fileURLToPath(new URL('small-internet.ts', import.meta.url))
  return { args: [`--import=${preload}`], env: { [internetVariable]: JSON.stringify(hosts) } }
}
