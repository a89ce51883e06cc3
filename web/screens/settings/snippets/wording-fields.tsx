import { useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import { slotIds, slotText } from '#domain/slots.ts'
import { type SnippetWording, snippetLimits } from '#domain/snippet.ts'
import { textLeft } from '#domain/text-length.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, Select, TextArea } from '#web/parts/field.tsx'

type Props = { wordings: readonly SnippetWording[]; onChange: (wordings: SnippetWording[]) => void }

/** What it says, by language and network, in as many ways as somebody thought of. */
export function WordingFields({ wordings, onChange }: Props) {
  const { t } = useLingui()
  const put = (at: number, wording: SnippetWording) =>
    onChange(wordings.map((one, index) => (index === at ? wording : one)))
  return wordings.map((wording, at) => {
    const number = at + 1
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and their order is theirs.
      <fieldset key={at} className="min-w-0 space-y-3 rounded-md border border-line-strong bg-pane p-3">
        <legend className="px-1 text-ui font-semibold">{t`Wording ${number}`}</legend>
        <Place wording={wording} onChange={(next) => put(at, next)} />
        {wording.texts.map((text, index) => (
          <OneText
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            key={index}
            number={index + 1}
            text={text}
            wording={wording}
            onChange={(next) =>
              put(at, { ...wording, texts: wording.texts.map((one, place) => (place === index ? next : one)) })
            }
          />
        ))}
        <div className="flex flex-wrap gap-2">
          {wording.texts.length < snippetLimits.texts && (
            <Btn small onClick={() => put(at, { ...wording, texts: [...wording.texts, ''] })}>
              {t`Another way to say it`}
            </Btn>
          )}
          {wordings.length > 1 && (
            <Btn
              small
              kind="quiet"
              aria-label={t`Remove wording ${number}`}
              onClick={() => onChange(wordings.filter((_, index) => index !== at))}
            >
              {t`Remove`}
            </Btn>
          )}
        </div>
      </fieldset>
    )
  })
}

function Place({ wording, onChange }: { wording: SnippetWording; onChange: (wording: SnippetWording) => void }) {
  const { t, i18n } = useLingui()
  const connectors = useAsk('GET /api/connectors').data ?? []
  const named = new Intl.DisplayNames([i18n.locale], { type: 'language' })
  const langs = [...new Set(['nl', 'en', 'de', 'fr', wording.lang])]
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t`Language`}>
        {(control) => (
          <Select
            {...control}
            value={wording.lang}
            onChange={(event) => onChange({ ...wording, lang: event.currentTarget.value })}
            choices={langs.map((lang) => ({ value: lang, label: named.of(lang) ?? lang }))}
          />
        )}
      </Field>
      <Field label={t`Network`}>
        {(control) => (
          <Select
            {...control}
            value={wording.network ?? ''}
            onChange={(event) => onChange({ ...wording, network: event.currentTarget.value || null })}
            choices={[
              { value: '', label: t`any network` },
              ...connectors.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
    </div>
  )
}

type TextProps = { number: number; text: string; wording: SnippetWording; onChange: (text: string) => void }

function OneText({ number, text, wording, onChange }: TextProps) {
  const { t, i18n } = useLingui()
  const field = useRef<HTMLTextAreaElement | null>(null)
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  const long = useTooLong(text, wording.network)
  const names = long.map(({ name, over }) => `${name} (${over})`).join(', ')
  const own = `{${t`order number`}}`
  const insert = (slot: string) => {
    const box = field.current
    if (!box) return
    box.focus()
    box.setRangeText(slot, box.selectionStart, box.selectionEnd, 'end')
    onChange(box.value)
  }
  return (
    <Field
      label={number === 1 ? t`Text` : t`Way ${number} to say it`}
      help={number === 1 ? t`Braces are filled in. Names of your own, as ${own}, are for whoever answers.` : undefined}
      error={names ? t`Too long for ${names}.` : undefined}
    >
      {(control) => (
        <>
          <TextArea
            {...control}
            ref={field}
            lang={wording.lang}
            value={text}
            maxLength={snippetLimits.text}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          <div className="mt-1 flex flex-wrap gap-1 [fieldset:disabled_&]:hidden">
            {slotIds.map((id) => (
              <Btn key={id} small kind="quiet" onClick={() => insert(slotText(id, lang))}>
                {slotText(id, lang)}
              </Btn>
            ))}
          </div>
        </>
      )}
    </Field>
  )
}

/** Where it does not fit, as those networks count. */
function useTooLong(text: string, network: string | null): { name: string; over: number }[] {
  const connectors = useAsk('GET /api/connectors').data ?? []
  const accounts = useAsk('GET /api/accounts').data ?? []
  const spoken = new Set(accounts.map((account) => account.network))
  return connectors.flatMap(({ id, name, limits }) => {
    const isMeant = network === null ? spoken.has(id) : id === network
    const left = limits && isMeant ? textLeft(text, limits) : 0
    return left < 0 ? [{ name, over: -left }] : []
  })
}
