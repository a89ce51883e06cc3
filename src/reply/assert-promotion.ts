import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import type { Words } from '#domain/connector.ts'
import { guessVoice } from '#domain/promotion/discloses.ts'
import { type GateFinding, type GateGround, judgeAnswer } from '#domain/promotion/judge-answer.ts'
import type { Override } from '#domain/promotion/override.ts'
import type { Voice } from '#domain/promotion/promotion-settings.ts'
import { sketchOf } from '#domain/promotion/sketch.ts'
import { isAtLeast } from '#domain/role.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { AccountRow } from './outbox-store.ts'
import { gateWords } from './promotion/gate-words.ts'
import type { Judged } from './promotion/keep-judgement.ts'
import { type Answered, readGround } from './promotion/read-ground.ts'

type Answer = Answered & {
  account: Pick<AccountRow, 'id' | 'handle' | 'name'> | null
  text: string
  isOfPile: boolean
  override: Override | undefined
}

/**
 * Asked in the transaction that writes the answer, behind `lockPromotion`: what is counted here is what will stand. The pages say the same
 * before sending, by the same rules; nobody has to trust them.
 *
 * @throws AppError `bad_input` with `details.gate` (what stops it), `details.mayOverride` and `details.overrideFrom`; `not_allowed` where somebody sets aside what they may not.
 */
export async function assertPromotion(tx: Tx, ctx: Context, answer: Answer): Promise<Judged> {
  const { judgement, ground, standing } = await judgeWritten(tx, ctx, answer)
  const { overrideFrom } = ground.settings
  const mayOverride = isAtLeast(memberOf(ctx).role, overrideFrom)
  if (answer.override && !mayOverride)
    throw new AppError(
      'not_allowed',
      {
        en: 'Your role may not send what the promotion gate stops. Ask a colleague who may.',
        nl: 'Je rol mag niet versturen wat de reclamepoort tegenhoudt. Vraag een collega die dat mag.',
      },
      { details: { overrideFrom } },
    )
  if (standing.length > 0) throw stopped(judgement.findings, { mayOverride, overrideFrom, ground })
  return { judgement, community: ground.community }
}

/** Its judgement and what stops it: what was seen and set aside is set aside; what came up since then stops it still. */
export async function judgeWritten(tx: Tx, ctx: Context, answer: Answer) {
  const ground = await readGround(tx, ctx, answer, { like: sketchOf(answer.text) })
  const voice = answer.account ? voiceOf(answer.account, ground) : undefined
  const judgement = judgeAnswer({ text: answer.text, voice, isOfPile: answer.isOfPile }, ground)
  const standing = judgement.findings.filter(({ rule }) => !answer.override?.rules.includes(rule))
  return { judgement, ground, standing }
}

/** What an administrator said of the account, else what its name says. */
export function voiceOf(
  account: { id: string; handle: string; name: string },
  { settings, brands }: Pick<GateGround, 'settings' | 'brands'>,
): Voice {
  return settings.voices[account.id] ?? guessVoice(account, brands)
}

function stopped(
  findings: readonly GateFinding[],
  { mayOverride, overrideFrom, ground }: { mayOverride: boolean; overrideFrom: string; ground: GateGround },
): AppError {
  const words = stoppedWords(findings, ground)
  return new AppError('bad_input', words, {
    details: { gate: findings, community: ground.community, mayOverride, overrideFrom },
  })
}

export function stoppedWords(findings: readonly GateFinding[], { community }: Pick<GateGround, 'community'>): Words {
  const said = findings.map((finding) => gateWords(finding, community.name))
  const join = (lang: keyof Words): string => said.map((words) => words[lang]).join(' ')
  return { en: `Not sent: ${join('en')}`, nl: `Niet verstuurd: ${join('nl')}` }
}
