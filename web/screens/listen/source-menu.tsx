import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Pause, Pencil, Play, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SourceView } from '#api/contract/shapes.ts'
import { useChange } from '#web/api.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { Menu, MenuItem, MenuLine } from '#web/parts/menu.tsx'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { useMay } from '#web/session.ts'
import { useAskNow } from './use-ask-now.ts'

export function SourceMenu({ source, onEdit }: { source: SourceView; onEdit: () => void }) {
  const { t } = useLingui()
  const [isRemoving, setRemoving] = useState(false)
  const wordsOf = useProblemWords()
  const may = useMay()
  const change = useChange('PATCH /api/sources/{id}', { refresh: ['GET /api/sources'] })
  const remove = useChange('DELETE /api/sources/{id}', { refresh: ['GET /api/sources'] })
  const askNow = useAskNow(source)
  const isPaused = source.state === 'paused'
  const { name } = source
  const failed = { onError: (error: unknown) => showToast({ tone: 'failed', text: wordsOf(error) }) }
  const setState = (state: 'on' | 'paused') => change.mutate({ params: { id: source.id }, body: { state } }, failed)
  const toggle = () => {
    setState(isPaused ? 'on' : 'paused')
    showToast({
      text: isPaused ? t`Listening to ${name} again` : t`Paused: ${name}`,
      undo: () => setState(isPaused ? 'paused' : 'on'),
    })
  }
  if (!may('source.change')) return null
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconBtn label={t`More for ${name}`}>
            <Ellipsis size={16} />
          </IconBtn>
        }
      >
        {!isPaused && (
          <MenuItem icon={RotateCw} onSelect={askNow.run}>
            {t`Try now`}
          </MenuItem>
        )}
        <MenuItem icon={isPaused ? Play : Pause} onSelect={toggle}>
          {isPaused ? t`Listen again` : t`Pause`}
        </MenuItem>
        <MenuItem icon={Pencil} onSelect={onEdit}>{t`Change…`}</MenuItem>
        <MenuLine />
        <MenuItem icon={Trash2} isDanger onSelect={() => setRemoving(true)}>{t`Remove…`}</MenuItem>
      </Menu>
      <RemoveDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t`Stop listening to ${name}?`}
        says={t`What was heard stays. What is said there from now on is not heard, and may not be found again later. Pausing keeps the source.`}
        doLabel={t`Remove the source`}
        error={remove.error}
        isBusy={remove.isPending}
        onRemove={() => remove.mutate({ params: { id: source.id } }, { onSuccess: () => setRemoving(false) })}
      />
    </>
  )
}
