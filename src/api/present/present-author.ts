import type { z } from 'zod'
import type { authorShape } from '#api/contract/shapes.ts'
import type { App } from '#app.ts'
import type { authors } from '#db/tables/mentions.ts'
import type { AuthorRow } from '#inbox/read-page.ts'
import { proxied } from './present-media.ts'

/** A public profile, and nothing else of what we know. */
export function presentAuthor(app: App, author: typeof authors.$inferSelect | AuthorRow): z.output<typeof authorShape> {
  const { id, network, handle, name, url, bio, followers } = author
  return { id, network, handle, name, url, bio, followers, avatarUrl: proxied(app, author.avatarUrl) }
}
