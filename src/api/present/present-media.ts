import type { App } from '#app.ts'
import { demoPicturePath } from '#domain/demo.ts'
import type { PostMedia } from '#domain/post.ts'

/** The address under which a picture comes through our own proxy: no reader's browser tells a network that it reads. */
export function proxied(app: App, url: string): string
export function proxied(app: App, url: string | null | undefined): string | null
export function proxied(app: App, url: string | null | undefined): string | null {
  if (!url) return null
  const drawn = demoPicturePath(url)
  if (drawn) return drawn
  const query = new URLSearchParams({ url, by: app.secrets.sign(url, 'media') })
  return `/api/media?${query}`
}

/** Pictures and their thumbnails go through the proxy; a link card keeps the address it points to. */
export function presentMedia(app: App, media: readonly PostMedia[]): PostMedia[] {
  return media.map((one) => ({
    ...one,
    url: one.kind === 'image' ? proxied(app, one.url) : one.url,
    thumbnailUrl: one.thumbnailUrl ? proxied(app, one.thumbnailUrl) : undefined,
  }))
}
