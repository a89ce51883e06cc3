import { useLingui } from '@lingui/react/macro'

/** The urgencies of triage, the gravest first, as a member says them. */
export function useUrgencyNames(): readonly { value: '0' | '1' | '2' | '3'; label: string; help: string }[] {
  const { t } = useLingui()
  return [
    { value: '3', label: t`Alarm`, help: t`Danger, an accusation, press: somebody is needed now.` },
    { value: '2', label: t`Today`, help: t`A complaint or a question that cannot wait.` },
    { value: '1', label: t`Ordinary`, help: t`A question that nobody loses sleep over.` },
    { value: '0', label: t`No answer needed`, help: t`Praise, news, small talk.` },
  ]
}
