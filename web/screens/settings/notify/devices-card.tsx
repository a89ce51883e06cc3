import { useLingui } from '@lingui/react/macro'
import { BellRing, Smartphone } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { SettingsCard } from '#web/screens/settings/page.tsx'
import { browserName, pushAbility, subscribe } from './this-browser.ts'
import { Tried, TroubleLine } from './tried.tsx'

type Device = Answer<'GET /api/devices'>['devices'][number]

/** Where pushes reach me. It is said what comes before the browser asks. */
export function DevicesCard() {
  const { t } = useLingui()
  const asked = useAsk('GET /api/devices')
  return (
    <SettingsCard
      title={t`Devices`}
      says={t`A push reaches a browser also when Wederhoor is closed. It goes through the push service of the browser’s maker, encrypted so that only your browser can read it: what happened and the number of the conversation.`}
    >
      {asked.isPending && <SkeletonRows label={t`Your devices are on their way`} count={2} />}
      {asked.error && !asked.data && (
        <FailedState error={asked.error} retry={() => void asked.refetch()} className="mx-0!" />
      )}
      {asked.data && asked.data.devices.length > 0 && (
        <ul className="divide-y divide-line">
          {asked.data.devices.map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </ul>
      )}
      {asked.data && <ThisDevice publicKey={asked.data.publicKey} />}
    </SettingsCard>
  )
}

function ThisDevice({ publicKey }: { publicKey: string }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const add = useChange('POST /api/devices', { refresh: ['GET /api/devices'] })
  const [state, setState] = useState<'idle' | 'asking' | 'no' | 'failed'>('idle')
  const ability = pushAbility()
  if (ability === 'cannot')
    return (
      <p className="max-w-[62ch] text-ui text-ink-2">
        {t`This browser cannot be pushed to from here. It needs an address that begins with https, and on an iPhone Wederhoor on the home screen.`}
      </p>
    )
  const turnOn = async () => {
    setState('asking')
    try {
      const subscription = await subscribe(publicKey)
      setState(subscription ? 'idle' : 'no')
      if (subscription) add.mutate({ body: { name: browserName(navigator.userAgent), subscription } })
    } catch {
      setState('failed')
    }
  }
  return (
    <div>
      <p className="mb-2 max-w-[62ch] text-ui text-ink-2">
        {ability === 'denied' || state === 'no'
          ? t`This browser was told not to show notifications of Wederhoor. Allow them in its settings for this site, then try again.`
          : t`The browser asks you next whether Wederhoor may show notifications.`}
      </p>
      <Btn isBusy={state === 'asking' || add.isPending} onClick={() => void turnOn()}>
        <BellRing size={14} />
        {t`Push to this device`}
      </Btn>
      {(state === 'failed' || add.error) && (
        <p role="alert" className="mt-2 text-meta font-semibold text-neg-t">
          {add.error
            ? wordsOf(add.error)
            : t`The push service of this browser did not answer. Is it online? Try it again in a while.`}
        </p>
      )}
    </div>
  )
}

function DeviceRow({ device }: { device: Device }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const remove = useChange('DELETE /api/devices/{id}', { refresh: ['GET /api/devices'] })
  const attempt = useChange('POST /api/devices/{id}/try', { refresh: ['GET /api/devices'] })
  const { id, name, sentAt, trouble } = device
  const since = fmt.moment(new Date(device.at))
  const last = sentAt ? fmt.moment(new Date(sentAt)) : ''
  const params = { id }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <Smartphone size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate text-body font-semibold">{name}</span>
        <span className="num block text-meta text-ink-3">
          {last ? t`since ${since}, last push ${last}` : t`since ${since}`}
        </span>
        <TroubleLine trouble={trouble} />
        <Tried tried={attempt.data} error={attempt.error} />
        {remove.error && (
          <span role="alert" className="block text-meta font-semibold text-neg-t">
            {wordsOf(remove.error)}
          </span>
        )}
      </span>
      <Btn
        isBusy={attempt.isPending}
        onClick={() => attempt.mutate({ params, body: {} })}
        aria-label={t`Try it: ${name}`}
      >
        {t`Try it`}
      </Btn>
      <Btn
        kind="quiet"
        isBusy={remove.isPending}
        onClick={() => remove.mutate({ params })}
        aria-label={t`Remove ${name}`}
      >
        {t`Remove`}
      </Btn>
    </li>
  )
}
