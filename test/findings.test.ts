import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { admissionFindings } from '#engine/validation/admission-config/finding-codes.ts'
import { admissionConfigFindings } from '#engine/validation/admission-config/findings.ts'
import { apparmorFindings } from '#engine/validation/apparmor/finding-codes.ts'
import { readApparmorProfiles } from '#engine/validation/apparmor/read.ts'
import { readAuditPolicy } from '#engine/validation/audit-policy/read.ts'
import { authenticationFindingsOf } from '#engine/validation/auth-config/authentication-findings.ts'
import { authorizationFindingsOf } from '#engine/validation/auth-config/authorization-findings.ts'
import { authenticationFindings, authorizationFindings } from '#engine/validation/auth-config/finding-codes.ts'
import { benchmarkFindings } from '#engine/validation/command-line/benchmark.ts'
import { flagFindings } from '#engine/validation/command-line/finding-codes.ts'
import { commandLineFindings } from '#engine/validation/command-line/findings.ts'
import { commandLinesInPods } from '#engine/validation/command-line/in-pods.ts'
import { commandLinesInUnit } from '#engine/validation/command-line/in-unit.ts'
import { startFindings } from '#engine/validation/command-line/start.ts'
import { containerdFindings } from '#engine/validation/containerd-config/finding-codes.ts'
import { readContainerdConfig } from '#engine/validation/containerd-config/read.ts'
import { encryptionFindings } from '#engine/validation/encryption-config/finding-codes.ts'
import { readEncryptionConfig } from '#engine/validation/encryption-config/read.ts'
import { falcoCodes } from '#engine/validation/falco/load/codes.ts'
import { readFalcoRules } from '#engine/validation/falco/read.ts'
import { kubeletFindings } from '#engine/validation/kubelet-config/finding-codes.ts'
import { readKubeletConfig } from '#engine/validation/kubelet-config/read.ts'
import { networkPolicyFindings } from '#engine/validation/network-policy/finding-codes.ts'
import { readNetworkPolicies } from '#engine/validation/network-policy/read.ts'
import { podAdvice } from '#engine/validation/pod-manifest/advice.ts'
import { podFindings } from '#engine/validation/pod-manifest/finding-codes.ts'
import { podManifestFindings } from '#engine/validation/pod-manifest/read.ts'
import { rbacFindings } from '#engine/validation/rbac/finding-codes.ts'
import { readRbac } from '#engine/validation/rbac/read.ts'
import { runtimeClassFindings } from '#engine/validation/runtime-class/finding-codes.ts'
import { readManifests } from '#engine/validation/runtime-class/read.ts'
import { usualDocker } from '#engine/validation/seccomp/docker/profile.ts'
import { readDockerProfile } from '#engine/validation/seccomp/docker/read.ts'
import { seccompFindings } from '#engine/validation/seccomp/finding-codes.ts'
import { readSeccompProfile } from '#engine/validation/seccomp/read.ts'
import type { Finding } from '#engine/yaml/finding.ts'
import { readKubernetesYaml } from '#engine/yaml/kubernetes-document.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { type FindingKind, type FindingPage, findingKinds, readFindingPages } from '#packs/findings.ts'
import { lessons } from '#packs/lessons.ts'

interface Kind {
  readonly kind: FindingKind
  /** Where the reader and its fixtures lie. */
  readonly folder: string
  readonly codes: readonly string[]
  read(text: string): readonly Finding[]
  /** These take more text than a page has room for, or signs that cannot be seen. */
  readonly cannotBeShown: readonly string[]
}

/** Every kind whose findings a learner can meet. A new kind is a line here, and its pages. */
const kinds: readonly Kind[] = [
  {
    kind: 'yaml',
    folder: 'engine/yaml',
    codes: codesIn('engine/yaml', /'(yaml-[a-z-]+)'/g),
    read: text => [...readYaml(text).findings, ...readKubernetesYaml(text).findings],
    cannotBeShown: [
      'yaml-control-character',
      'yaml-key-too-long',
      'yaml-too-deep',
      'yaml-too-large',
      'yaml-too-many-aliases',
      'yaml-too-many-documents',
    ],
  },
  {
    kind: 'audit-policy',
    folder: 'engine/validation/audit-policy',
    // `request.ts` reads what authors of labs write.
    codes: codesIn('engine/validation/audit-policy', /\bcode: '([a-z-]+)'|placed\('([a-z-]+)'/g, 'request.ts').filter(
      code => !code.startsWith('yaml-'),
    ),
    read: text => readAuditPolicy(text).findings,
    cannotBeShown: [],
  },
  {
    kind: 'seccomp',
    folder: 'engine/validation/seccomp',
    codes: Object.keys(seccompFindings),
    read: text => [...readSeccompProfile(text).findings, ...readDockerProfile(text, usualDocker).findings],
    cannotBeShown: ['seccomp-too-large', 'seccomp-too-complex'],
  },
  {
    kind: 'apparmor',
    folder: 'engine/validation/apparmor',
    codes: Object.keys(apparmorFindings),
    read: text => readApparmorProfiles(text, { file: 'k8s-web' }).findings,
    cannotBeShown: ['apparmor-too-large', 'apparmor-file-name'],
  },
  {
    kind: 'falco',
    folder: 'engine/validation/falco',
    codes: Object.keys(falcoCodes),
    read: text => readFalcoRules([{ name: '/etc/falco/falco_rules.local.yaml', text }]).findings,
    cannotBeShown: ['falco-condition-too-large'],
  },
  {
    kind: 'runtime-class',
    folder: 'engine/validation/runtime-class',
    codes: Object.keys(runtimeClassFindings),
    read: text => readManifests(text).findings,
    cannotBeShown: [],
  },
  {
    kind: 'pod',
    folder: 'engine/validation/pod-manifest',
    codes: Object.keys(podFindings),
    read: text => [...podManifestFindings(text), ...podAdvice(text)],
    cannotBeShown: [],
  },
  {
    kind: 'network-policy',
    folder: 'engine/validation/network-policy',
    codes: Object.keys(networkPolicyFindings),
    read: text => readNetworkPolicies(text).findings,
    cannotBeShown: [],
  },
  {
    kind: 'rbac',
    folder: 'engine/validation/rbac',
    codes: Object.keys(rbacFindings),
    read: text => readRbac(text).findings,
    cannotBeShown: [],
  },
  {
    kind: 'encryption-config',
    folder: 'engine/validation/encryption-config',
    codes: Object.keys(encryptionFindings),
    read: text => readEncryptionConfig(text).findings,
    cannotBeShown: [],
  },
  {
    kind: 'admission-config',
    folder: 'engine/validation/admission-config',
    codes: Object.keys(admissionFindings),
    read: admissionConfigFindings,
    cannotBeShown: [],
  },
  {
    kind: 'authentication-config',
    folder: 'engine/validation/auth-config',
    codes: Object.keys(authenticationFindings),
    read: text => authenticationFindingsOf(text, '/etc/kubernetes/authentication.yaml'),
    cannotBeShown: [],
  },
  {
    kind: 'authorization-config',
    folder: 'engine/validation/auth-config',
    codes: Object.keys(authorizationFindings),
    read: authorizationFindingsOf,
    cannotBeShown: [],
  },
  {
    kind: 'kubelet-config',
    folder: 'engine/validation/kubelet-config',
    codes: Object.keys(kubeletFindings),
    read: text => readKubeletConfig(text).findings,
    cannotBeShown: [],
  },
  {
    kind: 'flags',
    folder: 'engine/validation/command-line',
    codes: Object.keys(flagFindings),
    read(text) {
      const lines = [...commandLinesInPods(text), ...commandLinesInUnit(text)]
      return [...commandLineFindings(lines), ...startFindings(lines), ...benchmarkFindings(lines)]
    },
    cannotBeShown: [],
  },
  {
    kind: 'containerd-config',
    folder: 'engine/validation/containerd-config',
    codes: Object.keys(containerdFindings),
    read: text => readContainerdConfig(text).findings,
    cannotBeShown: ['containerd-too-large'],
  },
]

const { pages, findings } = await readFindingPages('content/findings')
const slugs = (await lessons()).map(it => it.slug)

test('every page can be read', () => {
  expect(findings).toEqual([])
})

test('every kind that has pages has its codes here', () => {
  const known = kinds.map(it => it.kind)
  expect(findingKinds.filter(kind => pages.some(it => it.kind === kind) && !known.includes(kind))).toEqual([])
})

test('a code has one meaning', () => {
  const codes = kinds.flatMap(it => it.codes)
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
})

describe.each(kinds)('$kind', ({ kind, folder, codes, read, cannotBeShown }) => {
  const own = pages.filter(it => it.kind === kind)

  test('has a page for every finding, and a finding for every page', () => {
    expect(codes.length).toBeGreaterThan(5)
    expect(own.map(it => it.code).sort()).toEqual([...codes].sort())
  })

  test('has a fixture for every finding', () => {
    const fixtures = filesBelow(folder)
      .filter(file => file.includes('fixtures/') || file.endsWith('.test.ts'))
      .map(file => readFileSync(file, 'utf8'))
    expect(codes.filter(code => !fixtures.some(text => text.includes(code)))).toEqual([])
  })

  test('names what cannot be shown, and nothing else', () => {
    expect(own.filter(it => examples(it, 'Example').length === 0).map(it => it.code)).toEqual([...cannotBeShown].sort())
  })

  describe.each(own.filter(it => examples(it, 'Example').length > 0).map(it => [it.code, it] as const))(
    '%s',
    (_, page) => {
      const said = examples(page, 'Example').flatMap(read)

      test('the example has the finding, with the severity that the page gives', () => {
        expect(said.filter(it => it.code === page.code).map(it => it.severity)).toContain(page.severity)
      })

      test('what a component is quoted with is what it says', () => {
        for (const quoted of fences(section(page, 'Example'), 'text'))
          expect(
            said.some(it => quoted.includes(it.message.split('\n')[0] ?? '')),
            quoted,
          ).toBe(true)
      })

      test('the remedy is without fault', () => {
        const left = examples(page, 'Remedy').flatMap(read)
        expect(left.filter(it => it.severity === 'error' || it.code === page.code)).toEqual([])
      })
    },
  )

  test('leads to lessons that are there', () => {
    expect(own.filter(it => it.lesson !== undefined && !slugs.includes(it.lesson))).toEqual([])
  })
})

function examples(page: FindingPage, title: 'Example' | 'Remedy'): readonly string[] {
  return fences(section(page, title), 'yaml|json|toml|apparmor|ini')
}

function section({ body }: FindingPage, title: string): string {
  return body.split(/^## /m).find(it => it.startsWith(title)) ?? ''
}

function fences(text: string, languages: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`(?:${languages})\\b.*\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    it => it[1] ?? '',
  )
}

function codesIn(folder: string, pattern: RegExp, except?: string): readonly string[] {
  const sources = filesBelow(folder).filter(
    file => file.endsWith('.ts') && !file.endsWith('.test.ts') && path.basename(file) !== except,
  )
  const found = sources.flatMap(file => [...readFileSync(file, 'utf8').matchAll(pattern)])
  return [...new Set(found.map(([, first, second]) => first ?? second ?? ''))]
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => path.posix.join(folder, name))
    .filter(name => /\.[a-z]+$/.test(name))
}
