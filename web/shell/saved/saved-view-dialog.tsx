import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { SavedView } from '#api/contract/shapes.ts'
import { savedNameMax } from '#domain/saved-view.ts'
import { ask, queries } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, Input, Switch } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'

type Props = { view: Pick<SavedView, 'name' | 'isShared' | 'ask'> & { id?: string }; onClose: () => void }

/** A name for what is shown, and for whom it is. */
export function SavedViewDialog({ view, onClose }: Props) {
  const { t } = useLingui()
  const [name, setName] = useState(view.name)
  const [isShared, setShared] = useState(view.isShared)
  const { isBusy, problem, run } = useRun()
  const { id } = view
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const body = { name: name.trim(), isShared, ask: view.ask }
    const isDone = await run(() =>
      id ? ask('PATCH /api/saved-views/{id}', { params: { id }, body }) : ask('POST /api/saved-views', { body }),
    )
    if (!isDone) return
    onClose()
    showToast({ text: t`Saved: ${name}` })
  }
  const remove = async (removedId: string) => {
    if (!(await run(() => ask('DELETE /api/saved-views/{id}', { params: { id: removedId } })))) return
    onClose()
    const again = () =>
      void run(() =>
        ask('POST /api/saved-views', { body: { name: view.name, isShared: view.isShared, ask: view.ask } }),
      )
    showToast({ text: t`Removed: ${name}`, undo: again })
  }
  return (
    <Dialog isOpen onClose={onClose} title={id ? t`Saved view` : t`Save this view`}>
      <form onSubmit={(event) => void save(event)} className="space-y-4 pt-1.5">
        <Field label={t`Name`}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              required
              maxLength={savedNameMax}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Switch
          label={t`For everybody here`}
          help={t`Otherwise only you see it.`}
          isOn={isShared}
          onChange={setShared}
        />
        {problem && (
          <p role="alert" className="text-ui font-semibold text-neg-t">
            {problem}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Btn type="submit" kind="primary" disabled={isBusy || name.trim() === ''}>
            {t`Save`}
          </Btn>
          {id && (
            <Btn type="button" kind="quiet" disabled={isBusy} onClick={() => void remove(id)}>
              {t`Remove it`}
            </Btn>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function useRun() {
  const wordsOf = useProblemWords()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await act()
      return true
    } catch (error) {
      setProblem(wordsOf(error))
      return false
    } finally {
      setBusy(false)
      for (const name of ['GET /api/saved-views', 'GET /api/saved-views/counts'])
        void queries.invalidateQueries({ queryKey: [name] })
    }
  }
  return { isBusy, problem, run }
}
