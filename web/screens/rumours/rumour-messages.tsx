import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { RumourView } from '#api/contract/rumour-shapes.ts'
import { useChange } from '#web/api.ts'
import { Btn, Chip } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { saysWords } from './rumour-words.ts'

const refresh = ['GET /api/rumours', 'GET /api/rumours/{id}', 'GET /api/conversations/{id}/rumours'] as const
type Message = RumourView['messages'][number]

/** Who tells it, with the words that say so; those that a person is asked about stand first. */
export function RumourMessages({ rumour }: { rumour: RumourView }) {
  const { t } = useLingui()
  const id = useId()
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-pane px-5 py-4">
      <h2 id={id} className="text-body font-bold">{t`Messages`}</h2>
      {rumour.messages.length === 0 ? (
        <p className="mt-1 text-ui text-ink-2">{t`Nobody was heard telling this. New messages come here by themselves.`}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rumour.messages.map((message) => (
            <li key={message.mentionId} className="py-3">
              <One rumour={rumour} message={message} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function One({ rumour, message }: { rumour: RumourView; message: Message }) {
  const { t, i18n } = useLingui()
  const fmt = useFmt()
  const may = useMay()
  const wordsOf = useProblemWords()
  const judge = useChange('PUT /api/rumours/{id}/mentions/{mentionId}', { refresh })
  const { author, text, says, verdict, because, number } = message
  const say = (said: 'confirmed' | 'refused') =>
    judge.mutate({ params: { id: rumour.id, mentionId: message.mentionId }, body: { verdict: said } })
  const key = `WH-${number}`
  const words = because.join(', ')
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-ink-3">
        <span className="font-semibold text-ink-2">{author}</span>
        <span className="num">{fmt.moment(new Date(message.publishedAt))}</span>
        <Link
          to="/c/$key"
          params={{ key }}
          className="num inline-flex min-h-6 items-center text-sea hover:underline touch:min-h-11"
        >
          {key}
        </Link>
        {verdict === 'maybe' && <Chip tone="marker">{t`Is this it?`}</Chip>}
        {verdict === 'refused' && <Chip>{t`This is not it`}</Chip>}
        {verdict !== 'refused' && says !== 'tells' && <Chip>{i18n._(saysWords[says])}</Chip>}
      </p>
      <p className="mt-1 text-body break-words">{text}</p>
      {words && <p className="mt-1 text-meta text-ink-3">{t`Because of: ${words}`}</p>}
      {judge.error && <FormError>{wordsOf(judge.error)}</FormError>}
      {may('rumour.judge') && (
        <div className="mt-2 flex flex-wrap gap-2">
          {(verdict === 'maybe' || verdict === 'refused') && (
            <Btn small isBusy={judge.isPending} onClick={() => say('confirmed')}>
              {t`This is it`}
            </Btn>
          )}
          {verdict !== 'refused' && (
            <Btn small kind="quiet" isBusy={judge.isPending} onClick={() => say('refused')}>
              {t`Not this`}
            </Btn>
          )}
        </div>
      )}
    </>
  )
}
