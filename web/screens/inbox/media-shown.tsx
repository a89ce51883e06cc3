import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ExternalLink, Music, Play } from 'lucide-react'
import { Suspense, useState } from 'react'
import { lazyPart } from '#web/lazy-part.ts'
import { usePicture } from '#web/parts/broken-pictures.ts'
import { inPlace } from '#web/place.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import { hasPicture, type Media, type MediaProps, mediaShownMax, pictureSize } from './media-place.ts'

const PictureDialog = lazyPart(() => withWordsBeside(import('./picture-dialog.tsx')).then((file) => file.PictureDialog))

/** Pictures with the words that describe them, through our own door; everything else as a link that says what it is. */
export function MediaShown({ media, isLarge }: MediaProps) {
  const { t } = useLingui()
  const [openAt, setOpenAt] = useState<number>()
  const rest = media.length - mediaShownMax
  const pictures = media.filter((one) => one.kind === 'image')
  return (
    <div className="mt-3 flex flex-col gap-3">
      {media
        .slice(0, mediaShownMax)
        .map((one) =>
          hasPicture(one) ? (
            <Picture key={one.url} media={one} isLarge={isLarge} onOpen={() => setOpenAt(pictures.indexOf(one))} />
          ) : (
            <Elsewhere key={one.url} media={one} />
          ),
        )}
      {rest > 0 && <p className="text-meta text-ink-3">{t`And ${rest} more at the original.`}</p>}
      {openAt !== undefined && (
        <Suspense>
          <PictureDialog pictures={pictures} from={openAt} onClose={() => setOpenAt(undefined)} />
        </Suspense>
      )}
    </div>
  )
}

type PictureProps = { media: Media; isLarge: boolean; onOpen: () => void }

function Picture({ media, isLarge, onOpen }: PictureProps) {
  const { t } = useLingui()
  const shown = media.thumbnailUrl ?? media.url
  const { isShown, onError } = usePicture(shown)
  const alt = media.alt.trim()
  const says = alt || t`no description`
  if (!isShown)
    return (
      <p className="rounded-lg bg-sunken px-3 py-2 text-meta text-ink-2">{t`A picture that cannot be shown now: ${says}`}</p>
    )
  const look = 'relative block shrink-0 overflow-hidden rounded-lg bg-sunken'
  const picture = (
    <img
      src={shown && inPlace(shown)}
      alt={says}
      loading="lazy"
      decoding="async"
      onError={onError}
      className={clsx('block w-auto max-w-full object-cover', pictureSize(isLarge))}
    />
  )
  return (
    <figure className="flex items-end gap-3 max-xl:flex-col max-xl:items-start max-xl:gap-1.5">
      {media.kind === 'image' ? (
        <button type="button" onClick={onOpen} title={t`Larger`} className={clsx(look, 'cursor-zoom-in')}>
          {picture}
        </button>
      ) : (
        <a href={media.url} target="_blank" rel="noreferrer noopener nofollow" className={look}>
          {picture}
          <span className="absolute inset-0 grid place-items-center">
            <span className="grid size-10 place-items-center rounded-full bg-ink/80 text-on-ink">
              <Play size={18} fill="currentColor" aria-label={t`Video`} />
            </span>
          </span>
        </a>
      )}
      <figcaption className="max-w-[220px] text-meta text-ink-3 max-xl:max-w-prose">
        <span className="block font-semibold text-ink-2">{alt ? t`Described by the writer` : t`No description`}</span>
        {alt && <bdi className="line-clamp-5 max-md:line-clamp-2">{alt}</bdi>}
      </figcaption>
    </figure>
  )
}

function Elsewhere({ media }: { media: Media }) {
  const { t } = useLingui()
  const kinds = { image: t`Picture`, video: t`Video`, audio: t`Sound`, link: t`Link` }
  const { isShown, onError } = usePicture(media.thumbnailUrl)
  const Icon = media.kind === 'audio' ? Music : media.kind === 'video' ? Play : ExternalLink
  return (
    <a
      href={media.url}
      target="_blank"
      rel="noreferrer noopener nofollow"
      className="flex max-w-md items-center gap-3 rounded-lg border border-line bg-raised px-3 py-2 hover:border-line-strong"
    >
      {isShown ? (
        <img
          src={media.thumbnailUrl && inPlace(media.thumbnailUrl)}
          alt=""
          onError={onError}
          loading="lazy"
          className="size-12 shrink-0 rounded-md bg-sunken object-cover"
        />
      ) : (
        <Icon size={15} className="shrink-0 text-ink-3" />
      )}
      <span className="min-w-0">
        <bdi className="line-clamp-2 text-ui font-semibold">{media.title || media.alt || kinds[media.kind]}</bdi>
        <span className="block truncate text-meta text-ink-3">{hostOf(media.url)}</span>
      </span>
    </a>
  )
}

/** Where a link really leads. Through our own door the address stands in the query. */
function hostOf(url: string): string {
  const direct = URL.parse(url, window.location.origin)
  const inner = direct?.searchParams.get('url')
  return (inner ? URL.parse(inner)?.host : direct?.host) ?? url
}
