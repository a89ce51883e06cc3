import { type FormEvent, type ReactNode, useId } from 'react'
import { Btn } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useTitle } from '#web/parts/title.ts'

/** One page of settings: its name, and in a sentence what it is about. */
export function SettingsPage({ title, says, children }: { title: string; says?: ReactNode; children: ReactNode }) {
  useTitle(title)
  return (
    <>
      <h1 className="display text-[24px] leading-[30px]">{title}</h1>
      {says && <p className="mt-1 max-w-[62ch] text-body text-pretty text-ink-2">{says}</p>}
      <div className="mt-5 space-y-4">{children}</div>
    </>
  )
}

type CardProps = {
  title: ReactNode
  says?: ReactNode
  children: ReactNode
  /** With these it is a form of its own, saved by itself. */
  onSave?: () => void
  saveLabel?: ReactNode
  isChanged?: boolean
  isBusy?: boolean
  problem?: ReactNode
  /** The page's one yellow button. The other cards save in ink. */
  isMain?: boolean
}

/** What belongs together and is saved together. */
export function SettingsCard(props: CardProps) {
  const id = useId()
  const inside = (
    <>
      <h2 id={id} className="text-body font-bold">
        {props.title}
      </h2>
      {props.says && <p className="mt-0.5 max-w-[62ch] text-ui text-pretty text-ink-3">{props.says}</p>}
      <div className="mt-4 space-y-4">{props.children}</div>
      {props.problem ? (
        <div className="mt-4">
          <FormError>{props.problem}</FormError>
        </div>
      ) : null}
    </>
  )
  const look = 'rounded-xl border border-line bg-pane px-5 py-4'
  if (!props.onSave)
    return (
      <section aria-labelledby={id} className={look}>
        {inside}
      </section>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSave?.()
  }
  return (
    <form aria-labelledby={id} onSubmit={submit} className={look}>
      {inside}
      {/* In a form that one may only read there is nothing to save. */}
      <div className="mt-4 [fieldset:disabled_&]:hidden">
        <Btn kind={props.isMain ? 'primary' : 'ink'} type="submit" isBusy={props.isBusy} disabled={!props.isChanged}>
          {props.saveLabel}
        </Btn>
      </div>
    </form>
  )
}
