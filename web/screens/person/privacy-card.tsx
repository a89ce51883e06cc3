import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Download, Eraser } from 'lucide-react'
import { useState } from 'react'
import type { Profile } from '#api/contract/people-shapes.ts'
import type { Author } from '#api/contract/shapes.ts'
import { ask, queries, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input, Switch } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { nameOf } from '#web/screens/inbox/words.ts'
import { useMay } from '#web/session.ts'
import { saveFile } from '#web/take-file.ts'
import { AccountLine } from './known/account-line.tsx'
import { NamesLeft } from './names-left.tsx'

/** What somebody may ask of us by law: a copy of everything, and to be forgotten. */
export function PrivacyCard({ profile }: { profile: Profile }) {
  const { t } = useLingui()
  const may = useMay()
  const [isAsked, setAsked] = useState(false)
  const { author } = profile
  if (!may('author.export')) return null
  return (
    <section aria-labelledby="privacy" className="col-span-full border-t border-line pt-5">
      <h2 id="privacy" className="text-body font-bold">{t`What they may ask of us`}</h2>
      <p className="mt-1 max-w-prose text-ui text-pretty text-ink-2">
        {t`Who asks for it gets a copy of everything we have of them, or is forgotten. Make sure that it is them who asks.`}
      </p>
      {profile.identities.length > 1 && (
        <p className="mt-1 max-w-prose text-ui text-pretty text-ink-2">
          {t`The copy holds all linked accounts. When you forget them you choose which.`}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <TakeOut author={author} />
        {may('author.erase') && (
          <Btn kind="danger" onClick={() => setAsked(true)}>
            <Eraser size={14} />
            {t`Forget this person…`}
          </Btn>
        )}
      </div>
      {isAsked && <EraseDialog profile={profile} onClose={() => setAsked(false)} />}
    </section>
  )
}

function TakeOut({ author }: Pick<Profile, 'author'>) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [isBusy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    try {
      const everything = await ask('POST /api/people/{id}/export', { params: { id: author.id }, body: {} })
      save(`wederhoor-${author.network}-${author.handle || author.id}.json`, JSON.stringify(everything, null, 2))
    } catch (error) {
      showToast({ tone: 'failed', text: wordsOf(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Btn isBusy={isBusy} onClick={() => void take()}>
      <Download size={14} />
      {t`Download everything`}
    </Btn>
  )
}

function save(name: string, text: string): void {
  saveFile(new Blob([text], { type: 'application/json' }), name.replaceAll(/[^\w.@-]+/gu, '-'))
}

/** It cannot be taken back, so it is asked by the name. */
function EraseDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const navigate = useNavigate()
  const erase = useChange('POST /api/people/{id}/erase')
  const [typed, setTyped] = useState('')
  const [keepsOut, setKeepsOut] = useState(false)
  const linked = profile.identities.map((one) => one.author).filter(({ id }) => id !== profile.author.id)
  const [stayIds, setStayIds] = useState<ReadonlySet<string>>(new Set())
  const alsoIds = linked.map(({ id }) => id).filter((id) => !stayIds.has(id))
  const isAll = alsoIds.length === linked.length
  const { author, messageCount, conversationCount } = profile
  const name = nameOf(author, t`Somebody`)
  const isSure = typed.trim().toLowerCase() === name.toLowerCase()
  const goes = [
    t`their profile: name, address, picture and description`,
    isAll
      ? plural(messageCount, {
          one: 'the words of # message, with pictures, links and reasons',
          other: 'the words of # messages, with pictures, links and reasons',
        })
      : t`the words of all messages of the accounts that are ticked, with pictures, links and reasons`,
    isAll
      ? plural(conversationCount, {
          one: 'notes and drafts in # conversation; beside others only the name',
          other: 'notes and drafts in # conversations; beside others only the name',
        })
      : t`notes and drafts in their conversations; beside others only the name`,
    t`their name in our answers as they stand here, in titles and in what was written down about changes`,
  ]
  const go = () =>
    erase.mutate(
      { params: { id: author.id }, body: { keepsOut, alsoIds } },
      {
        onSuccess: ({ left }) => {
          void queries.invalidateQueries()
          if (left.length > 0) return
          showToast({ text: t`Forgotten. Nothing of it is here any more.` })
          void navigate({ to: '/inbox/$view', params: { view: 'all' } })
        },
      },
    )
  const left = erase.data?.left ?? []
  if (left.length > 0) return <NamesLeft left={left} />
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Forget ${name}?`}
      says={t`This cannot be taken back. Our answers stay on the network until they are deleted there.`}
      footer={
        <>
          <Btn kind="danger" isBusy={erase.isPending} disabled={!isSure} onClick={go}>
            {t`Forget for good`}
          </Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Keep it`}</Btn>
        </>
      }
    >
      {linked.length > 0 && <LinkedChoice linked={linked} stayIds={stayIds} onChange={setStayIds} self={author} />}
      <p className="text-ui font-semibold">{t`What goes:`}</p>
      <ul className="mt-1 list-disc space-y-1 pl-5 text-ui text-pretty text-ink-2">
        {goes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p className="mt-3 text-ui text-pretty text-ink-2">
        {t`What stays: that somebody wrote at a moment, our answers without the name, and figures. What the networks tell again of before is not taken in.`}
      </p>
      <div className="mt-4 space-y-4">
        <Switch
          label={t`Keep nothing of them from now on either`}
          help={t`For who objects to being listened to. Without it a new message starts anew.`}
          isOn={keepsOut}
          onChange={setKeepsOut}
        />
        <Field label={t`Type the name to be sure: ${name}`}>
          {(control) => (
            <Input
              {...control}
              value={typed}
              autoComplete="off"
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        {erase.error && <FormError>{wordsOf(erase.error)}</FormError>}
      </div>
    </Dialog>
  )
}

type ChoiceProps = {
  self: Author
  linked: readonly Author[]
  stayIds: ReadonlySet<string>
  onChange: (stayIds: ReadonlySet<string>) => void
}

/** Who asks to be forgotten is asked about every account we linked; what stays is linked to them no longer. */
function LinkedChoice({ self, linked, stayIds, onChange }: ChoiceProps) {
  const { t } = useLingui()
  const turn = (id: string) => {
    const next = new Set(stayIds)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <fieldset className="mb-4" data-erase-linked>
      <legend className="text-ui font-semibold">{t`Which accounts?`}</legend>
      <span className="mt-1 flex min-h-9 items-center gap-2.5 pl-[25px] touch:min-h-11">
        <AccountLine author={self} says={t`this account`} />
      </span>
      {linked.map((one) => (
        <label key={one.id} className="flex min-h-9 cursor-pointer items-center gap-2.5 touch:min-h-11">
          <input
            type="checkbox"
            checked={!stayIds.has(one.id)}
            onChange={() => turn(one.id)}
            className="size-[15px] shrink-0 accent-[var(--ink)]"
          />
          <AccountLine author={one} />
        </label>
      ))}
      <p className="mt-1 text-meta text-pretty text-ink-3">{t`What is not ticked stays, and is linked to them no longer.`}</p>
    </fieldset>
  )
}
