import { z } from 'zod'
import { compileRule } from '../../validation/rbac/rule.ts'
import { type Evaluator, evaluator } from '../evaluator.ts'
import { action, policyRule } from './rbac-shapes.ts'

/** Whether rules allow something. */
export const rbacRules: Evaluator = evaluator(
  'rules of a role and an action: whether one of them allows it',
  z.object({ rules: z.array(policyRule), attributes: action }),
  ({ rules, attributes }) => ({ allowed: rules.some(rule => compileRule(rule)(attributes)) }),
)
