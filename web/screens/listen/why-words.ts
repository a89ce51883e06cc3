import { useLingui } from '@lingui/react/macro'

export type Choice = { value: string; label: string }

export function usePurposes(): Choice[] {
  const { t } = useLingui()
  return [
    { value: 'customer_care', label: t`To help people` },
    { value: 'reputation', label: t`To know how we are seen` },
    { value: 'market', label: t`To follow the market` },
    { value: 'safety', label: t`For safety` },
  ]
}

/** The grounds of the GDPR, article 6, that can carry listening. */
export function useLegalBases(): Choice[] {
  const { t } = useLingui()
  return [
    { value: 'legitimate_interest', label: t`Legitimate interest` },
    { value: 'public_task', label: t`Public task` },
    { value: 'consent', label: t`Consent` },
    { value: 'contract', label: t`Contract` },
  ]
}
