import { z } from 'zod'
import { apiServerDown } from '../api-server-down.ts'
import { defineKind } from '../kind.ts'
import { pass } from '../outcomes.ts'

/** `serves: { component: kube-apiserver }`: the component runs and answers with the configuration that it finds. */
export const serves = defineKind({
  schema: z
    .strictObject({ component: z.literal('kube-apiserver').describe('The component: so far the API server only.') })
    .describe('Whether a component runs and answers with the configuration that it finds.'),
  grade: (_, context) =>
    apiServerDown(context.apiServer(), 'The API server does not answer.') ?? pass('The API server answers.'),
})
