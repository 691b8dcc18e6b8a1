import type { Line } from '#engine/eval/evaluator.ts'
import { asLine, type Comparison, fields, listAt } from './comparison.ts'
import { exchange } from './http.ts'
import { maskedInput } from './masked-input.ts'

const containerd = 'containerd-2.1.5'

/** A command line: how far it goes, and what is said. */
const flags: Comparison = {
  decided: fields('ok', 'stage'),
  worded: fields('error', 'errors', 'deprecations'),
}

/** Fields of what is told of each plugin. */
function plugins({ plugins: of }: Line, ...keys: readonly string[]): unknown {
  const told = Object.entries(asLine(of)).map(([name, it]) => [name, fields(...keys)(asLine(it))] as const)
  return Object.fromEntries(told)
}

export const kubernetes: Readonly<Record<string, Comparison>> = {
  'kubernetes/apiserver-flags-start': {
    decided: ({ start }) => asLine(start).ok,
    worded: ({ start }) => asLine(start).error,
  },
  'kubernetes/flags-kube-apiserver': flags,
  'kubernetes/flags-kube-controller-manager': flags,
  'kubernetes/flags-kube-scheduler': flags,
  'kubernetes/flags-kubelet': flags,
  'kubernetes/audit-load': { decided: fields('ok', 'policy'), worded: fields('error', 'warnings') },
  'kubernetes/audit-eval': {
    each: listAt('verdicts'),
    decided: fields('level', 'rule', 'omitStages', 'omitManagedFields'),
  },
  // Nothing is recorded in its shape: what was answered is part of the question.
  'kubernetes/audit-log': { decided: fields('lines') },
  'kubernetes/audit-requestinfo': { decided: fields('info', 'longRunning'), worded: fields('error') },
  'kubernetes/audit-policy-start': {
    decided: ({ start }) => asLine(start).ok,
    worded: ({ start }) => asLine(start).error,
  },
  'kubernetes/admission-config': {
    decided: it => ({ ok: it.ok, isRead: it.readError === undefined, plugins: plugins(it, 'ok', 'fatal', 'config') }),
    worded: it => ({ readError: it.readError, plugins: plugins(it, 'error') }),
  },
  'kubernetes/admission-config-start': {
    decided: ({ start }) => asLine(start).ok,
    worded: ({ start }) => asLine(start).error,
  },
  'kubernetes/auth-config': {
    decided: fields('ok', 'authorizers', 'jwtIssuers', 'anonymous'),
    worded: fields('error'),
  },
  'kubernetes/containerd-config': {
    decided: it => {
      const {
        lookup,
        loadError: _,
        decodeError: __,
        validateError: ___,
        logs: ____,
        panic,
        ...rest
      } = asLine(it[containerd])
      const found = Array.isArray(lookup)
        ? lookup.map(each => fields('handler', 'runtimeType')(asLine(each)))
        : undefined
      return { ...rest, lookup: found }
    },
    worded: it => {
      const config = asLine(it[containerd])
      const errors = listAt('lookup')(config).map(each => asLine(each).error)
      return { ...asLine(fields('loadError', 'decodeError', 'validateError')(config)), errors }
    },
  },
  'kubernetes/encryption-config': {
    decided: it => ({
      ok: it.ok,
      ...asLine(fields('configured', 'kmsHealthChecks')(it)),
      resources: listAt('resources')(it).map(each => {
        const { read: _, ...rest } = asLine(each)
        const readings = listAt('read')(asLine(each)).map(asLine)
        return { ...rest, read: readings.map(({ error, ...how }) => ({ ...how, isRead: error === undefined })) }
      }),
    }),
    worded: fields('error', 'resources'),
  },
  'kubernetes/kubelet-config': { decided: fields('ok', 'effective'), worded: fields('loadError', 'validationError') },
  'kubernetes/kubelet-security': {
    decided: it => ({
      verdict: fields('effective', 'seccomp', 'appArmor', 'appArmorDeprecated', 'noNewPrivileges')(it),
      paths: fields('maskedPaths', 'readonlyPaths')(it),
      refused: ['seccompError', 'appArmorError', 'runAsNonRootError'].filter(error => it[error] !== undefined),
    }),
    worded: fields('seccompError', 'appArmorError', 'runAsNonRootError'),
  },
  'kubernetes/psa-eval': {
    decided: it => ({
      allowed: it.allowed,
      results: listAt('results')(it).map(each => fields('check', 'allowed')(asLine(each))),
    }),
    worded: fields('results', 'forbiddenReason', 'forbiddenDetail'),
  },
  'kubernetes/psa-matrix': {
    decided: it =>
      ['baseline', 'restricted'].map(level =>
        listAt(level)(it).map(each => {
          const { from, forbiddenDetail } = asLine(each)
          return { from, allowed: forbiddenDetail === '' }
        }),
      ),
    worded: fields('baseline', 'restricted'),
  },
  'kubernetes/netpol': { each: listAt('probes'), decided: fields('allowed', 'ingressAllowed', 'egressAllowed') },
  'kubernetes/networkpolicy': exchange,
  'kubernetes/pod': exchange,
  'apiserver/psa': exchange,
  'kubernetes/duration': {
    decided: ({ id: _, op: __, text: ___, error: ____, ...verdict }, { op }) => {
      const { nanoseconds, ...shown } = verdict
      return op === 'parse' ? { ...shown, nanoseconds } : shown
    },
    worded: fields('error'),
  },
  'kubernetes/intstr': {
    decided: it => ({
      ...asLine(fields('ok', 'type', 'intValue', 'string', 'marshaled')(it)),
      scaled: listAt('scaled')(it).map(each => fields('total', 'roundUp', 'value')(asLine(each))),
    }),
    worded: it => ({ error: it.error, scaled: listAt('scaled')(it).map(each => asLine(each).error) }),
  },
  'kubernetes/label-selectors': {
    asks: ({ kind }) => kind !== 'sets',
    decided: fields('ok', 'matches', 'string', 'format', 'empty'),
    worded: fields('error'),
  },
  'kubernetes/quantity': {
    decided: ({ id: _, op: __, text: ___, a: ____, b: _____, error: ______, jsonError: _______, ...verdict }) =>
      verdict,
    worded: fields('error'),
  },
  'kubernetes/rbac-authz': {
    each: listAt('requests'),
    decided: fields('decision'),
    worded: fields('reason'),
  },
  'kubernetes/rbac-covers': {
    decided: fields('covers', 'uncovered', 'breakdownCount'),
    worded: fields('escalationError'),
  },
  'kubernetes/rbac-rules': { decided: fields('allowed') },
  'kubernetes/rbac-validation': exchange,
  'kubernetes/runtimeclass': exchange,
  'kubernetes/yaml-json': {
    leftOut: maskedInput,
    decided: ({ ok, json }, { alternatives }) => {
      const known = Array.isArray(alternatives) && alternatives.includes(json) ? alternatives[0] : json
      return { ok, json: typeof known === 'string' ? JSON.parse(known) : undefined }
    },
    worded: fields('error', 'strictError'),
  },
}
