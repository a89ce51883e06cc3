import type { ToldLine } from './read-told.ts'

/** Where one goes from a notice, below one's workspace. What asks for approval is opened where it waits, with the others that do. */
export function toldPath({ kind, key }: Pick<ToldLine, 'kind' | 'key'>): string | null {
  if (key === null) return null
  return kind === 'approval_asked' || kind === 'approval_late' ? `/inbox/approve/${key}` : `/c/${key}`
}
