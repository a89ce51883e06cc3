import { useLingui } from '@lingui/react/macro'
import { Ban } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import { type GateFinding, judgeAnswer } from '#domain/promotion/judge-answer.ts'
import type { Override } from '#domain/promotion/override.ts'
import type { AfterReply } from '#domain/reply.ts'
import { isAtLeast } from '#domain/role.ts'
import type { Span } from '#domain/span.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import type { Composer } from '#web/screens/inbox/use-composer.ts'
import { useSession } from '#web/session.ts'
import { useGateWords } from './gate-words.ts'
import { OverrideForm } from './override-form.tsx'
import { WayField } from './way-field.tsx'

type Props = { conversation: Conversation; composer: Composer; onShow: (span: Span) => void }

const staleMs = 60_000

/**
 * What the promotion gate would stop, said while one writes: by the rules of the server, on what it counted when the first word was typed. What it
 * refused since then stands here too, until the words are changed.
 */
export function GateLine({ conversation, composer, onShow }: Props) {
  const { t } = useLingui()
  const wordsOf = useGateWords()
  const { member } = useSession()
  const [isAsking, setAsking] = useState(false)
  /** Other than the way in which it was sent. */
  const [chosen, setChosen] = useState<AfterReply>()
  const settled = useDeferredValue(composer.text)
  const mentionId = composer.answers?.id ?? ''
  const given = { params: { id: conversation.id }, query: { mentionId } }
  const { data: ground, refetch } = useAsk('GET /api/conversations/{id}/gate', given, {
    enabled: mentionId !== '',
    staleTime: staleMs,
  })
  const { problem, account, isAssisted } = composer
  const refused = problem?.kind === 'gated' ? problem.findings : undefined
  useEffect(() => {
    // It counted something that was not known here.
    if (refused) void refetch()
  }, [refused, refetch])
  const seen = useMemo((): readonly GateFinding[] => {
    if (!ground || (!account && !isAssisted)) return []
    const voice = account ? ground.voices[account.id] : undefined
    return judgeAnswer({ text: settled, voice, isOfPile: false }, ground).findings
  }, [ground, settled, account, isAssisted])
  const findings = refused ?? seen
  if (!ground || findings.length === 0) return null
  const { overrideFrom } = ground.settings
  const mayOverride = member !== null && member !== undefined && isAtLeast(member.role, overrideFrom)
  const thenDo = chosen ?? composer.way.thenDo
  const send = (reason: string): void => {
    setAsking(false)
    const override: Override = { rules: [...new Set(findings.map(({ rule }) => rule))], reason }
    // As it was to be sent: at its moment, when it had one.
    const { waitUntil, sendAt } = composer.way
    composer.send(thenDo, { ...(thenDo === 'wait' && waitUntil && { waitUntil }), ...(sendAt && { sendAt }), override })
  }
  return (
    <section aria-label={t`What stops this answer`} className="mx-3.5 mb-2 rounded-md bg-neg-s px-2.5 py-2 text-meta">
      <ul className="space-y-1">
        {findings.map((finding) => {
          const { why, fix } = wordsOf(finding, ground.community.name)
          const { span, found } = finding
          return (
            <li key={`${finding.rule} ${'code' in finding ? finding.code : ''}`} className="flex items-start gap-1.5">
              <Ban
                size={13}
                strokeWidth={2.3}
                className="mt-0.5 shrink-0 text-neg-t"
                aria-label={t`Stops the answer:`}
              />
              <span className="min-w-0 flex-1 text-pretty text-ink">
                {why} <b className="font-semibold">{fix}</b>{' '}
                {span && found && (
                  <button
                    type="button"
                    onClick={() => onShow(span)}
                    className="min-h-6 max-w-full rounded-sm text-start font-semibold break-words text-sea hover:underline touch:min-h-11"
                  >
                    “{found}”
                  </button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {isAsking ? (
        <OverrideForm onSend={send} onCancel={() => setAsking(false)} isSending={composer.isSending}>
          {!isAssisted && <WayField thenDo={thenDo} before={composer.way} onChoose={setChosen} />}
        </OverrideForm>
      ) : mayOverride ? (
        <Btn small kind="quiet" className="mt-1 -ml-1" onClick={() => setAsking(true)}>
          {t`Send all the same…`}
        </Btn>
      ) : (
        <p className="mt-1 text-ink-2">{t`A colleague with another role can send it all the same, with a reason.`}</p>
      )}
    </section>
  )
}
