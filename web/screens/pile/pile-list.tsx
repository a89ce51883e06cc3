import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Pencil, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { canUndo } from '#domain/reply.ts'
import { Face, faceOf } from '#web/parts/avatar.tsx'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { Field, TextArea } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { CountRing } from '#web/screens/inbox/count-ring.tsx'
import { countText } from '#web/screens/inbox/counter.ts'
import { MomentOf } from '#web/screens/inbox/moment-of.tsx'
import { langAttribute, nameOf } from '#web/screens/inbox/words.ts'
import { type PlannedLine, refusalOf, unsaidOf } from './pile-plan.ts'
import type { Pile } from './use-pile.ts'

/** Whom it goes to, with the words each of them gets, and what became of it. */
export function PileList({ pile, mayWrite }: { pile: Pile; mayWrite: boolean }) {
  const { t } = useLingui()
  const { plan } = pile
  const held = plan.lines.flatMap(({ row: { reply } }) => (reply?.pileId && canUndo(reply.state) ? reply : []))
  const pileIds = [...new Set(held.flatMap(({ pileId }) => pileId ?? []))]
  const hidden = (pile.pile.data?.count ?? 0) - plan.lines.length
  return (
    <section aria-label={t`Whom you answer`} className="min-w-0">
      <div className="flex min-h-8 items-center gap-3">
        <h2 className="num flex-1 text-ui font-semibold">
          {t`${plural(plan.lines.length, { one: '# conversation', other: '# conversations' })}`}
        </h2>
        {mayWrite && held.length > 1 && (
          <Btn small onClick={() => void pile.takeAllBack(pileIds)}>
            <Undo2 size={13} />
            <span className="num">
              {t`${plural(held.length, { one: 'Take back # that has not left', other: 'Take back # that have not left' })}`}
            </span>
          </Btn>
        )}
      </div>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {plan.lines.map((line) => (
          <PileLine key={line.row.id} line={line} pile={pile} mayWrite={mayWrite} />
        ))}
      </ul>
      {hidden > 0 && (
        <p className="num py-1.5 text-meta text-ink-3">
          {t`${plural(hidden, { one: '# more is older, merged or noise, and not answered from here.', other: '# more are older, merged or noise, and not answered from here.' })}`}
        </p>
      )}
    </section>
  )
}

type LineProps = { line: PlannedLine; pile: Pile; mayWrite: boolean }

function PileLine({ line, pile, mayWrite }: LineProps) {
  const { t } = useLingui()
  const { row, no, isIn } = line
  const { draft } = pile
  const name = nameOf(row.author, t`Somebody`)
  const refused = refusalOf(line, pile.refused)
  const isStopped = !refused && pile.gated.some((one) => one.line === line)
  const unsaid = refused ? undefined : unsaidOf(line, pile.incidents)
  const { found, incident } = unsaid ?? {}
  const owner = row.owner?.name ?? ''
  return (
    <li className="flex gap-3 py-3">
      <span className="flex shrink-0 items-start gap-2.5 pt-0.5">
        {mayWrite && (
          <label className="-m-1.5 grid size-8 cursor-pointer place-items-center touch:-mr-1 touch:size-11">
            <input
              type="checkbox"
              aria-label={t`Answer ${name}`}
              checked={isIn}
              disabled={no !== undefined}
              onChange={(event) =>
                pile.setDraft({ ...draft, said: { ...draft.said, [row.id]: event.currentTarget.checked } })
              }
              className="size-4 accent-ink touch:size-5"
            />
          </label>
        )}
        {row.author && <Face id={faceOf(row.author)} src={row.author.avatarUrl} size={28} className="max-sm:hidden" />}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-1.5 text-ui">
          <Net id={row.network} size={11} />
          <Link
            to="/c/$key"
            params={{ key: row.key }}
            className="hit-area min-w-0 truncate font-semibold hover:underline"
          >
            {name}
          </Link>
          <span className="shrink-0 text-meta text-ink-3">{row.key}</span>
          <span className="flex-1" />
          <MomentOf at={row.latestAt} />
        </div>
        <p dir="auto" lang={langAttribute(row.lang)} className="line-clamp-3 text-ui break-words text-ink-2">
          {row.text || row.title}
        </p>
        {owner && !isIn && !no && <Quiet>{t`${owner} has this one.`}</Quiet>}
        {isStopped && (
          <p className="mt-1 text-meta font-semibold text-neg-t">{t`The promotion gate would stop this one.`}</p>
        )}
        {unsaid && (
          <p data-unsaid className="mt-1 text-meta font-semibold text-neg-t">
            {t`“${found}” is not said in incident ${incident}: this answer would be stopped.`}
          </p>
        )}
        {refused && <p className="mt-1 text-meta font-semibold text-neg-t">{refused.why}</p>}
        {no ? <Ended line={line} pile={pile} mayWrite={mayWrite} /> : isIn && <Words line={line} pile={pile} />}
      </div>
    </li>
  )
}

function Quiet({ children }: { children: React.ReactNode }) {
  return <p className="num mt-1 text-meta text-ink-3">{children}</p>
}

/** The very words this one gets, which can be changed for them alone. */
function Words({ line, pile }: { line: PlannedLine; pile: Pile }) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const { row, text, account } = line
  const { draft } = pile
  const name = nameOf(row.author, t`Somebody`)
  const set = (own: string | undefined) => {
    const { [row.id]: _, ...rest } = draft.own
    pile.setDraft({ ...draft, own: own === undefined ? rest : { ...rest, [row.id]: own } })
  }
  const count = account?.limits ? countText(text, account.limits) : undefined
  if (isOpen)
    return (
      <div className="mt-2">
        <Field label={t`Words for ${name} alone`}>
          {(control) => (
            <TextArea
              {...control}
              value={draft.own[row.id] ?? text}
              onChange={(event) => set(event.currentTarget.value)}
            />
          )}
        </Field>
        <div className="mt-1.5 flex items-center gap-2">
          <Btn small onClick={() => setOpen(false)}>{t`Ready`}</Btn>
          {draft.own[row.id] !== undefined && (
            <Btn
              small
              kind="quiet"
              onClick={() => {
                set(undefined)
                setOpen(false)
              }}
            >
              {t`Like the others`}
            </Btn>
          )}
          <span className="flex-1" />
          {count && <CountRing count={count} networkName={row.networkName} />}
        </div>
      </div>
    )
  return (
    <div className="mt-2 flex items-start gap-2 rounded-md bg-sunken py-1.5 pr-1 pl-3 text-ui">
      <p className="min-w-0 flex-1 py-0.5 break-words whitespace-pre-wrap">
        {text || <span className="text-ink-3">{t`No words yet`}</span>}
      </p>
      {count && count.tone !== 'calm' && (
        <span className="pt-1">
          <CountRing count={count} networkName={row.networkName} />
        </span>
      )}
      <IconBtn label={t`Change the words for ${name}`} onClick={() => setOpen(true)} className="size-7! touch:size-11!">
        <Pencil size={13} />
      </IconBtn>
    </div>
  )
}

/** What became of it, or why there is nothing to answer. */
function Ended({ line, pile, mayWrite }: LineProps) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { row, no } = line
  const { reply } = row
  if (no === 'gone') return <Quiet>{t`Its words are gone from the network. There is nothing to answer.`}</Quiet>
  const { networkName } = row
  if (no === 'speechless')
    return <Quiet>{t`Nobody here speaks on ${networkName}. Answer it in its own conversation.`}</Quiet>
  if (!reply) return <Quiet>{t`Done already.`}</Quiet>
  const time = reply.dueAt ? fmt.time(new Date(reply.dueAt)) : ''
  const said = {
    awaits_approval: t`Waits for approval.`,
    ready: t`Leaves at ${time}.`,
    held: t`Nothing goes out for now, so it waits.`,
    sending: t`Leaving now.`,
    waiting: t`The network asks to wait; it leaves at ${time}.`,
    sent: t`Answered.`,
    unknown: t`It may have left: this is being looked up.`,
    needs_person: t`It needs you: open the conversation.`,
    assisted: t`To be posted by hand: open the conversation.`,
    refused: '',
    undone: '',
    removed: '',
  }[reply.state]
  return (
    <div className="mt-1.5 flex items-start gap-2 text-meta text-ink-3">
      <p className="num min-w-0 flex-1">
        <b className="font-semibold text-ink-2">{said}</b> <span className="break-words">{reply.text}</span>
      </p>
      {mayWrite && canUndo(reply.state) && (
        <Btn small onClick={() => void pile.takeBack(reply.id)}>
          <Undo2 size={13} />
          {t`Take back`}
        </Btn>
      )}
    </div>
  )
}
