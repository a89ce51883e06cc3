import type { ApiProblem } from '#api/contract/contract.ts'
import { ApiProblemError } from './api.ts'
import { placeHeader } from './place.ts'

/** Asks the server for a file, in the workspace of this window. Throws `ApiProblemError` where it is refused, and without a connection. */
export async function askFile(url: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init, headers: { ...placeHeader(), ...init.headers } })
  } catch (cause) {
    if (init.signal.aborted) throw cause
    throw new ApiProblemError(0, { code: 'offline', message: '', details: {} })
  }
  if (response.ok) return response
  const answer = (await response.json().catch(() => ({}))) as Partial<ApiProblem>
  throw new ApiProblemError(response.status, answer.error ?? { code: 'unreadable', message: '', details: {} })
}

/** Hands a whole file to the browser, under a name. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url))
}
