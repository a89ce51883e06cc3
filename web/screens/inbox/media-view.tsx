import { clsx } from 'clsx'
import { Suspense } from 'react'
import { lazyPart } from '#web/lazy-part.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import { hasPicture, type Media, type MediaProps, mediaShownMax, pictureSize } from './media-place.ts'

const MediaShown = lazyPart(() => withWordsBeside(import('./media-shown.tsx')).then((file) => file.MediaShown))

/** What came with a message. Most come without: what draws it is fetched with the first that has something, and its place is kept meanwhile. */
export function MediaView({ media, isLarge = false }: { media: readonly Media[]; isLarge?: boolean }) {
  if (media.length === 0) return null
  const given: MediaProps = { media, isLarge }
  return (
    <Suspense fallback={<PlaceKept {...given} />}>
      <MediaShown {...given} />
    </Suspense>
  )
}

function PlaceKept({ media, isLarge }: MediaProps) {
  return (
    <div data-waits className="mt-3 flex flex-col gap-3" aria-hidden="true">
      {media.slice(0, mediaShownMax).map((one) => (
        <span key={one.url} className={clsx('block rounded-lg bg-sunken', sizeOf(one, isLarge))} />
      ))}
    </div>
  )
}

function sizeOf(media: Media, isLarge: boolean): string {
  if (hasPicture(media)) return pictureSize(isLarge)
  return clsx('max-w-md', media.thumbnailUrl ? 'h-[66px]' : 'h-13')
}
