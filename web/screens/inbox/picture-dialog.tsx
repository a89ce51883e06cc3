import { useLingui } from '@lingui/react/macro'
import { ArrowLeft, ArrowRight, ExternalLink } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { Message } from '#api/contract/shapes.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { usePicture } from '#web/parts/broken-pictures.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { inPlace } from '#web/place.ts'

type Picture = Message['media'][number]
type Props = { pictures: readonly Picture[]; from: number; onClose: () => void }

/** The pictures of a message, each as large as the screen allows, with the words that describe it. */
export function PictureDialog({ pictures, from, onClose }: Props) {
  const { t } = useLingui()
  const [at, setAt] = useState(from)
  const picture = pictures[at]
  const count = pictures.length
  const number = at + 1
  const go = (by: 1 | -1) => setAt((at + by + count) % count)
  const walk = (event: KeyboardEvent) => {
    if (count < 2 || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    go(event.key === 'ArrowRight' ? 1 : -1)
  }
  if (!picture) return null
  const alt = picture.alt.trim()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      shape="wide"
      title={count > 1 ? t`Picture ${number} of ${count}` : t`Picture`}
      footer={
        <>
          <p className="num min-w-0 flex-1 basis-60 text-ui text-pretty text-ink-2">
            <b className="block font-semibold text-ink">{alt ? t`Described by the writer` : t`No description`}</b>
            <bdi className="line-clamp-6">{alt}</bdi>
          </p>
          <a
            href={picture.url}
            target="_blank"
            rel="noreferrer noopener"
            className="inline-flex min-h-8 items-center gap-1 text-ui text-sea hover:underline touch:min-h-11"
          >
            {t`In a tab of its own`}
            <ExternalLink size={12} />
          </a>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows are also buttons; here they are keys. */}
      <div onKeyDown={walk} className="relative grid min-h-40 place-items-center">
        <Large key={picture.url} picture={picture} />
        {count > 1 && (
          <div className="absolute inset-x-0 top-1/2 flex -translate-y-1/2 justify-between">
            <IconBtn label={t`Previous picture`} onClick={() => go(-1)} className="bg-raised shadow-2">
              <ArrowLeft size={16} />
            </IconBtn>
            <IconBtn label={t`Next picture`} onClick={() => go(1)} className="bg-raised shadow-2">
              <ArrowRight size={16} />
            </IconBtn>
          </div>
        )}
      </div>
    </Dialog>
  )
}

function Large({ picture }: { picture: Picture }) {
  const { t } = useLingui()
  const { isShown, onError } = usePicture(picture.url)
  const says = picture.alt.trim() || t`no description`
  if (!isShown) return <p className="text-body text-ink-2">{t`A picture that cannot be shown now: ${says}`}</p>
  return (
    <img
      src={inPlace(picture.url)}
      alt={says}
      onError={onError}
      className="max-h-[66vh] max-w-full rounded-lg object-contain"
    />
  )
}
