import { Hand } from 'lucide-react'
import { usePicture } from '#web/parts/broken-pictures.ts'
import { inPlace } from '#web/place.ts'

/** The face of an account of ours: square, so that nobody takes it for one of the public. Without a name: posted by hand. */
export function BrandTile({ name, avatarUrl }: { name: string | null; avatarUrl: string | null }) {
  const picture = usePicture(avatarUrl)
  const look = 'size-11 shrink-0 rounded-lg max-md:size-9'
  if (avatarUrl && picture.isShown)
    return (
      <img src={inPlace(avatarUrl)} alt="" onError={picture.onError} className={`${look} bg-sunken object-cover`} />
    )
  return (
    <span aria-hidden="true" className={`${look} display grid place-items-center bg-ink text-[20px] text-on-ink`}>
      {name === null ? <Hand size={20} /> : ([...name.replace(/^@/u, '')][0]?.toUpperCase() ?? '·')}
    </span>
  )
}
