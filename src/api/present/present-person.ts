import type { z } from 'zod'
import type { contactShape, profileShape } from '#api/contract/shapes.ts'
import type { App } from '#app.ts'
import { conversationKey } from '#domain/conversation.ts'
import type { Contact, ReadPerson } from '#inbox/read-person.ts'
import { presentAuthor } from './present-author.ts'

export function presentPerson(app: App, read: ReadPerson): z.output<typeof profileShape> {
  return {
    ...read,
    author: presentAuthor(app, read.author),
    knownSince: new Date(read.knownSince),
    notes: read.notes.map(({ conversation, at, ...note }) => ({
      ...note,
      at: new Date(at),
      conversation: { id: conversation.id, key: conversationKey(conversation.number), title: conversation.title },
    })),
    personNotes: read.personNotes.map(({ at, changedAt, ...note }) => ({
      ...note,
      at: new Date(at),
      changedAt: changedAt === null ? null : new Date(changedAt),
    })),
  }
}

export function presentContact({
  number,
  createdAt,
  latestAt,
  sortKey: _,
  ...contact
}: Contact): z.output<typeof contactShape> {
  return {
    ...contact,
    key: conversationKey(number),
    createdAt: new Date(createdAt),
    latestAt: new Date(latestAt),
  }
}
