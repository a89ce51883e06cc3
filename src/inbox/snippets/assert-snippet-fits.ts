import { connectorsIn } from '#app.ts'
import { AppError } from '#base/errors.ts'
import type { SnippetContent } from '#domain/snippet.ts'
import { textLeft } from '#domain/text-length.ts'
import type { Context } from '#team/context.ts'

/**
 * A wording for one network must fit there, as that network counts. Of one for any network the pages say where it does not.
 *
 * @throws AppError `too_large` with `details.left`, `bad_input` for a network that is not here or the same place twice.
 */
export function assertSnippetFits(ctx: Context, { wordings }: SnippetContent): void {
  const connectors = connectorsIn(ctx.app, ctx.workspaceId)
  const places = wordings.map(({ lang, network }) => `${lang} ${network}`)
  if (new Set(places).size < places.length)
    throw new AppError('bad_input', {
      en: 'One language stands twice for one network. Put the ways of saying it below each other.',
      nl: 'Eén taal staat er twee keer voor hetzelfde netwerk. Zet de varianten onder elkaar.',
    })
  for (const { network, texts } of wordings) {
    if (network === null) continue
    const connector = connectors.get(network)
    if (!connector) throw new AppError('bad_input', 'A wording is for a network that is not known here.')
    for (const text of texts) {
      const left = connector.limits ? textLeft(text, connector.limits) : 0
      if (left < 0)
        throw new AppError(
          'too_large',
          {
            en: `${-left} too long for ${connector.name}: “${shown(text)}”. Shorten it.`,
            nl: `${-left} te lang voor ${connector.name}: “${shown(text)}”. Maak het korter.`,
          },
          { details: { left } },
        )
    }
  }
}

const shownMax = 40
function shown(text: string): string {
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text
}
