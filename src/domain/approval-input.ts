import { z } from 'zod'
import {
  type ApprovalRule,
  type ApprovalSettings,
  type Approvers,
  approvalAlls,
  approvalLateMinutesMax,
  approvalNamedMax,
  approvalNameMax,
  approvalRulesMax,
  approvalSentMax,
  approverRoles,
} from './approval.ts'
import { policyTestsMax } from './policy.ts'
import { policyTestSchema } from './policy-input.ts'

const ids = z.array(z.uuid()).max(approvalNamedMax)
const approversSchema: z.ZodType<Approvers, Approvers> = z.object({
  roleLeast: z.enum(approverRoles).nullable(),
  memberIds: ids,
  departmentId: z.uuid().nullable(),
})
const ruleSchema: z.ZodType<ApprovalRule, ApprovalRule> = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(approvalNameMax),
  isOn: z.boolean(),
  tests: z.array(policyTestSchema).max(policyTestsMax),
  departmentIds: ids,
  accountIds: ids,
  writerRoleMost: z.enum(approverRoles).nullable(),
  writerIds: ids,
  writerSentBelow: z.int().min(1).max(approvalSentMax).nullable(),
  approvers: approversSchema,
})

export const approvalSettingsSchema: z.ZodType<ApprovalSettings, ApprovalSettings> = z.object({
  rules: z.array(ruleSchema).max(approvalRulesMax),
  heedsPolicy: z.boolean(),
  all: z.enum(approvalAlls),
  allApprovers: approversSchema,
  lateMinutes: z.int().min(1).max(approvalLateMinutesMax).nullable(),
  nextApprovers: approversSchema,
})
