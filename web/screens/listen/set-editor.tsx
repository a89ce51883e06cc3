import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { SetView } from '#api/contract/shapes.ts'
import { entriesOfLines, isSetName, querySetLimits } from '#domain/query-set.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input, TextArea } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { RemoveDialog } from '#web/parts/remove-dialog.tsx'
import { useMay } from '#web/session.ts'
import { useSaveSet } from './use-save-set.ts'

type Props = { given: SetView | 'new'; onClose: () => void }

/** A set, new or known: its name, what stands in it, and which searches ask for it. */
export function SetEditor({ given, onClose }: Props) {
  const { t } = useLingui()
  const formId = useId()
  const known = given === 'new' ? undefined : given
  const oldName = known?.name ?? ''
  const [name, setName] = useState(oldName)
  const [text, setText] = useState(known?.entries.join('\n') ?? '')
  const [isRemoving, setRemoving] = useState(false)
  const mayChange = useMay()(known ? 'set.change' : 'set.create')
  const save = useSaveSet(known, onClose)
  const entries = entriesOfLines(text)
  const isUsed = known !== undefined && known.usedBy.length > 0
  const isNameWrong = name.trim() !== '' && !isSetName(name)
  const canSave = isSetName(name) && entries.length > 0 && entries.length <= querySetLimits.entries
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canSave) save.run({ name: name.trim(), entries })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={known ? oldName : t`A new set`}
      says={mayChange ? undefined : t`You can look at this. A lead or an administrator can change it.`}
      footer={
        mayChange && (
          <>
            <Btn kind="primary" type="submit" form={formId} isBusy={save.isBusy} disabled={!canSave}>
              {t`Save`}
            </Btn>
            <Btn kind="quiet" onClick={onClose}>{t`Cancel`}</Btn>
            <span className="flex-1" />
            {known && !isUsed && <Btn kind="danger" onClick={() => setRemoving(true)}>{t`Remove…`}</Btn>}
          </>
        )
      }
    >
      <form id={formId} onSubmit={submit}>
        <fieldset disabled={!mayChange} className="min-w-0 space-y-4 pt-1">
          <Field
            label={t`Name`}
            help={isUsed ? t`Searches ask for it by this name, so it stays.` : t`One word: set:name asks for it.`}
            error={isNameWrong && t`Only letters, digits, hyphens and underscores, such as our-products.`}
          >
            {(control) => (
              <Input
                {...control}
                required
                disabled={isUsed}
                maxLength={querySetLimits.nameUnits}
                autoCapitalize="none"
                spellCheck={false}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field
            label={t`What is in it`}
            help={t`One a line: a word, words in a row, #tag, @name, begin*, a site such as nos.nl, or author:name.`}
          >
            {(control) => (
              <TextArea
                {...control}
                required
                rows={8}
                spellCheck={false}
                autoCapitalize="none"
                className="max-h-[40vh] font-mono"
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
        </fieldset>
        <EntryCount count={entries.length} />
        {known && <UsedBy set={known} onLeave={onClose} />}
        {save.error && (
          <div className="mt-4">
            <FormError>{save.words}</FormError>
          </div>
        )}
      </form>
      {known && (
        <RemoveDialog
          isOpen={isRemoving}
          onClose={() => setRemoving(false)}
          title={t`Remove the set ${oldName}?`}
          says={t`No search asks for it.`}
          doLabel={t`Remove the set`}
          error={save.removeError}
          isBusy={save.isRemoving}
          onRemove={() => save.remove(known)}
        />
      )}
    </Dialog>
  )
}

function EntryCount({ count }: { count: number }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const [many, most] = [fmt.int(count), fmt.int(querySetLimits.entries)]
  const isOver = count > querySetLimits.entries
  return (
    <p
      role="status"
      className={isOver ? 'num mt-1 text-meta font-semibold text-neg-t' : 'num mt-1 text-meta text-ink-3'}
    >
      {isOver
        ? t`${many} entries; a set has at most ${most}.`
        : t`${plural(count, { one: '# entry', other: '# entries' })}`}
    </p>
  )
}

/** What is asked for cannot be removed: here is who asks. */
function UsedBy({ set, onLeave }: { set: SetView; onLeave: () => void }) {
  const { t } = useLingui()
  if (set.usedBy.length === 0) return null
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3 className="text-ui font-semibold">{t`Searches that ask for it`}</h3>
      <p className="text-meta text-ink-3">{t`What you change here changes these at once. While there are any, the set cannot be removed.`}</p>
      <ul className="mt-1">
        {set.usedBy.map(({ id, name }) => (
          <li key={id}>
            <Link
              to="/listen/$search"
              params={{ search: id }}
              onClick={onLeave}
              className="inline-block max-w-full truncate py-1 text-ui font-semibold text-sea underline-offset-2 hover:underline touch:py-3.5"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
