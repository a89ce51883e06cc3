import type { Answer, Ask } from '#api/contract/contract.ts'
import { type AssistTask, assistTasks } from '#domain/assist/assist-task.ts'

export type Assist = NonNullable<Answer<'GET /api/assist'>['assist']>
export type AssistFilled = Ask<'PUT /api/assist'>['body']

/** As it is typed: figures are texts until they are read. */
export type AssistForm = {
  isOn: boolean
  address: string
  model: string
  key: string
  isKeyGone: boolean
  tasks: readonly AssistTask[]
  departmentIds: readonly string[]
  memberIds: readonly string[]
  priceIn: string
  priceOut: string
  moneyMost: string
  tokensMost: string
}

export function formOf(assist: Assist | undefined): AssistForm {
  return {
    isOn: assist?.isOn ?? false,
    address: assist?.address ?? '',
    model: assist?.model ?? '',
    key: '',
    isKeyGone: false,
    tasks: assist?.tasks ?? assistTasks,
    departmentIds: assist?.departmentIds ?? [],
    memberIds: assist?.memberIds ?? [],
    priceIn: String(assist?.priceIn ?? 0),
    priceOut: String(assist?.priceOut ?? 0),
    moneyMost: assist ? textOf(assist.moneyMost) : '10',
    tokensMost: textOf(assist?.tokensMost ?? null),
  }
}

/** Undefined while something is missing or is no number. An empty most is none. */
export function filledOf(form: AssistForm): AssistFilled | undefined {
  const [priceIn, priceOut] = [numberOf(form.priceIn), numberOf(form.priceOut)]
  const [moneyMost, tokensMost] = [mostOf(form.moneyMost), mostOf(form.tokensMost)]
  const [address, model] = [form.address.trim(), form.model.trim()]
  if (priceIn === undefined || priceOut === undefined || moneyMost === undefined || tokensMost === undefined)
    return undefined
  if (!URL.canParse(address) || model === '' || (tokensMost !== null && !Number.isInteger(tokensMost))) return undefined
  const key = form.key !== '' ? { key: form.key } : form.isKeyGone ? { key: '' } : {}
  const { isOn, tasks, departmentIds, memberIds } = form
  return {
    ...{ isOn, address, model, ...key, priceIn, priceOut, moneyMost, tokensMost },
    ...{ tasks: [...tasks], departmentIds: [...departmentIds], memberIds: [...memberIds] },
  }
}

function textOf(most: number | null): string {
  return most === null ? '' : String(most)
}

function mostOf(typed: string): number | null | undefined {
  return typed.trim() === '' ? null : numberOf(typed)
}

/** 0.25 and 0,25 are one number. */
function numberOf(typed: string): number | undefined {
  const number = Number(typed.trim().replace(',', '.'))
  return typed.trim() !== '' && Number.isFinite(number) && number >= 0 ? number : undefined
}

/** Put in when it was not there, taken out when it was. */
export function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
}
