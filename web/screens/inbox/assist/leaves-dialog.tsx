import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ask } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Switch } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import type { Preview } from './use-suggestion.ts'

type Props = { preview: Preview; showsEach: boolean; onAsk: () => void; onClose: () => void }

/** Exactly what would leave the house, before it does. */
export function LeavesDialog({ preview, showsEach, onAsk, onClose }: Props) {
  const { t } = useLingui()
  const fmt = useFmt()
  const [isEach, setEach] = useState(showsEach)
  const { model, host, hidden } = preview
  const cost = fmt.money(preview.costMost)
  const tokens = fmt.int(preview.tokens)
  const choose = (next: boolean): void => {
    setEach(next)
    void ask('PUT /api/me/assist', { body: { shows: next ? 'each' : 'first' } }).catch(() => setEach(!next))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      shape="wide"
      title={t`This leaves for ${host}`}
      says={
        hidden > 0
          ? t`This text goes to ${model}, and nothing else. Names, numbers, addresses and links were taken out; they are put back in the answer.`
          : t`This text goes to ${model}, and nothing else. There was nothing of one person in it to take out.`
      }
      footer={
        <>
          <Btn kind="primary" onClick={onAsk}>{t`Ask the model`}</Btn>
          <Btn kind="quiet" onClick={onClose}>{t`Do not ask`}</Btn>
          <span className="flex-1" />
          <span className="num text-meta text-ink-3">
            {preview.costMost > 0 ? t`${tokens} tokens leave; it costs at most ${cost}` : t`${tokens} tokens leave`}
          </span>
        </>
      }
    >
      <div className="space-y-3">
        {preview.messages.map(({ role, content }) => (
          <section key={role}>
            <h3 className="mb-1 text-meta font-semibold text-ink-3">
              {role === 'system' ? t`What the model is told to do` : t`What it is given to work on`}
            </h3>
            <Marked content={content} />
          </section>
        ))}
        <Switch
          label={t`Show me this before every question`}
          help={t`Otherwise only before the first in each conversation.`}
          isOn={isEach}
          onChange={choose}
        />
      </div>
    </Dialog>
  )
}

/** What was taken out stands out. */
function Marked({ content }: { content: string }) {
  const parts = content.split(/(\[[A-Z]+-\d+\])/u)
  return (
    <pre className="rounded-lg bg-sunken px-3.5 py-2.5 font-sans text-ui break-words whitespace-pre-wrap">
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes, and its parts have no other name.
          <b key={at} className="rounded-sm bg-sea-soft px-0.5 font-semibold text-sea">
            {part}
          </b>
        ) : (
          part
        ),
      )}
    </pre>
  )
}
