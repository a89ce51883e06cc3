import { v7 } from 'uuid'

/** A new id: UUID version 7, so that ids sort by the time they were made. */
export function newId(): string {
  return v7()
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return uuid.test(text)
}
