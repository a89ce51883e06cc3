import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ConversationRumourView } from '#api/contract/rumour-shapes.ts'
import { statementFor } from '#domain/knowledge.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import type { Composer } from '#web/screens/inbox/use-composer.ts'
import { useMay } from '#web/session.ts'

const refresh = ['GET /api/conversations/{id}/rumours', 'GET /api/rumours', 'GET /api/rumours/{id}'] as const

type Props = { rumours: readonly ConversationRumourView[]; composer: Composer }

/** This conversation repeats what is told about us: the answer that may be given to it stands ready. */
export function RumourLines({ rumours, composer }: Props) {
  return rumours.map((rumour) => <RumourLine key={rumour.id} rumour={rumour} composer={composer} />)
}

function RumourLine({ rumour, composer }: { rumour: ConversationRumourView; composer: Composer }) {
  const { t } = useLingui()
  const may = useMay()
  const judge = useChange('PUT /api/rumours/{id}/mentions/{mentionId}', { refresh })
  const lang = composer.answers?.lang ?? 'nl'
  const said = rumour.answer && statementFor(rumour.answer.statements, lang)
  const { title, says, verdict } = rumour
  const isOffered = said && says !== 'denies' && verdict !== 'maybe'
  const use = () => {
    if (!said) return
    composer.field.current?.focus()
    const before = composer.text.trimEnd()
    composer.change(before === '' ? said.text : `${before}\n\n${said.text}`)
  }
  const say = (verdict: 'confirmed' | 'refused') =>
    judge.mutate({ params: { id: rumour.id, mentionId: rumour.mentionId }, body: { verdict } })
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border border-line bg-sunken px-3 py-2 text-ui">
      <p className="min-w-0 flex-1 basis-56">
        {verdict === 'maybe'
          ? t`Perhaps this repeats a rumour:`
          : says === 'denies'
            ? t`This says that a rumour is not so:`
            : says === 'asks'
              ? t`This asks whether a rumour is so:`
              : t`This repeats a rumour:`}{' '}
        <Link
          to="/crisis/rumours/$rumour"
          params={{ rumour: rumour.id }}
          className="font-semibold text-sea hover:underline"
        >
          {title}
        </Link>
        {!rumour.answer && <span className="text-ink-3"> {t`There is no approved answer yet.`}</span>}
      </p>
      <span className="flex flex-wrap gap-1.5">
        {verdict === 'maybe' && may('rumour.judge') && (
          <Btn small isBusy={judge.isPending} onClick={() => say('confirmed')}>
            {t`It does`}
          </Btn>
        )}
        {isOffered && (
          <Btn small kind="ink" onClick={use}>
            {t`Use the answer`}
          </Btn>
        )}
        {may('rumour.judge') && (
          <Btn small kind="quiet" isBusy={judge.isPending} onClick={() => say('refused')}>
            {t`Not this`}
          </Btn>
        )}
      </span>
    </div>
  )
}
