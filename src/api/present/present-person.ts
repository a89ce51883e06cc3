import type { z } from 'zod'
import type { foundAuthorShape, profileShape } from '#api/contract/people-shapes.ts'
import type { contactShape } from '#api/contract/shapes.ts'
import type { App } from '#app.ts'
import { conversationKey } from '#domain/conversation.ts'
import type { Contact, ReadPerson } from '#inbox/read-person.ts'
import type { FoundAuthor } from '#mentions/read-linked.ts'
import { presentAuthor } from './present-author.ts'

export function presentPerson(app: App, read: ReadPerson): z.output<typeof profileShape> {
  return {
    ...read,
    author: presentAuthor(app, read.author),
    identities: read.identities.map(({ author, linkedAt, ...identity }) => ({
      ...identity,
      author: presentAuthor(app, author),
      linkedAt: linkedAt === null ? null : new Date(linkedAt),
    })),
    suggestions: read.suggestions.map(({ reasons, ...found }) => ({ ...presentFound(app, found), reasons })),
    knownSince: new Date(read.knownSince),
    erasesAt: read.erasesAt === null ? null : new Date(read.erasesAt),
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

export function presentFound(app: App, { author, count }: FoundAuthor): z.output<typeof foundAuthorShape> {
  return { author: presentAuthor(app, author), count }
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
