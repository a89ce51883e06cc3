import { useLingui } from '@lingui/react/macro'
import type { ConnectorView } from '#api/contract/shapes.ts'
import { Net } from '#web/parts/network.tsx'

export function ConnectorChoice({
  connectors,
  onChoose,
}: {
  connectors: readonly ConnectorView[]
  onChoose: (connector: ConnectorView) => void
}) {
  const { i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  return (
    <ul className="-mx-2 space-y-1">
      {connectors.map((connector) => (
        <li key={connector.id}>
          <button
            type="button"
            onClick={() => onChoose(connector)}
            className="flex w-full items-start gap-3 rounded-lg px-2 py-2.5 text-left hover:bg-sunken"
          >
            <span className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken">
              <Net id={connector.id} size={17} label="" />
            </span>
            <span className="min-w-0">
              <span className="block text-body font-bold">{connector.name}</span>
              <span className="block text-ui text-ink-2">{connector.about[lang]}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
