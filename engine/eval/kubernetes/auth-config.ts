import { z } from 'zod'
import { decideAuthentication } from '../../validation/auth-config/authentication.ts'
import { decideAuthorization } from '../../validation/auth-config/authorization.ts'
import type { AuthDecision } from '../../validation/auth-config/decision.ts'
import { type Evaluator, evaluator, type Line, undecided } from '../evaluator.ts'
import { hostWith } from './flag-files.ts'

const shape = z.object({ kind: z.enum(['authentication', 'authorization']), text: z.string() })

/** The file is told by this name; beside it, a kubeconfig of a webhook lies there. */
const path = 'authn.yaml'
const files = hostWith(new Map([['/etc/kubernetes/epconfig/authz-webhook.kubeconfig', '']]))

/** What kube-apiserver takes from a file about authentication or authorization. */
export const authConfig: Evaluator = evaluator(
  'the text of an AuthenticationConfiguration or AuthorizationConfiguration: whether kube-apiserver takes it, and what it takes',
  shape,
  ({ kind, text }) => {
    if (kind === 'authorization')
      return verdict(decideAuthorization(text, files), authorizers => ({
        authorizers: authorizers.map(it => `${it.type}/${it.name}`),
      }))
    return verdict(decideAuthentication(text, path), ({ issuers, anonymous }) => ({
      jwtIssuers: issuers,
      // What the file does not say is told by a flag, which is true where it is not given.
      anonymous: {
        Enabled: anonymous?.enabled ?? true,
        Conditions: anonymous?.paths?.map(it => ({ Path: it })) ?? null,
      },
    }))
  },
)

function verdict<T>(decision: AuthDecision<T>, taken: (value: T) => Line): Line {
  switch (decision.is) {
    case 'undecided':
      return undecided(decision.undecided)
    case 'refused':
      return { ok: false, error: decision.words }
    case 'taken':
      return { ok: true, ...taken(decision.value) }
  }
}
