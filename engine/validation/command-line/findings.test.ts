import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { wants } from '../flags/benchmark/wants.ts'
import { kubeApiserverFlags } from '../flags/tables/kube-apiserver.ts'
import { kubeControllerManagerFlags } from '../flags/tables/kube-controller-manager.ts'
import { kubeSchedulerFlags } from '../flags/tables/kube-scheduler.ts'
import { kubeletFlags } from '../flags/tables/kubelet.ts'
import { benchmarkFindings, benchmarkOfConfig } from './benchmark.ts'
import { flagFindings } from './finding-codes.ts'
import { commandLineFindings } from './findings.ts'
import { commandLinesInKubeadm } from './in-kubeadm.ts'
import { commandLinesInPods } from './in-pods.ts'
import { commandLinesInUnit } from './in-unit.ts'
import { removed } from './removed.ts'
import { startFindings } from './start.ts'

const cases = fixtureCases(readFileSync(new URL('fixtures/findings.yaml', import.meta.url), 'utf8'))

function read(text: string) {
  const lines = [...commandLinesInPods(text), ...commandLinesInKubeadm(text), ...commandLinesInUnit(text)]
  return [...commandLineFindings(lines), ...startFindings(lines)]
}

describe('fixtures/findings.yaml', () => {
  it.each(cases)('$title', ({ text, expected }) => {
    const found = read(text).map(({ code, range }) => ({ code, ...lineColumn(text, range?.start ?? 0) }))
    expect(found).toEqual(expected)
  })

  it('has a failing case for every code but that of the benchmark', () => {
    const shown = new Set(['flags-benchmark', ...cases.flatMap(({ expected }) => expected.map(({ code }) => code))])
    expect(Object.keys(flagFindings).filter(code => !shown.has(code))).toEqual([])
  })
})

const pod = (program: string, ...flags: readonly string[]) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    spec: { containers: [{ command: [`/usr/bin/${program}`, ...flags] }] },
  })

describe('flags-benchmark', () => {
  const ids = (text: string) =>
    benchmarkFindings(commandLinesInPods(text)).map(it => /^CIS (\S+)/.exec(it.message)?.[1])

  it('is told of what is in force, at the flag or at the program', () => {
    const text = pod('kube-scheduler', '--bind-address=0.0.0.0')
    const found = benchmarkFindings(commandLinesInPods(text))
    expect(found.map(({ range }) => text.slice(range?.start, range?.end))).toEqual([
      '"/usr/bin/kube-scheduler"',
      '"--bind-address=0.0.0.0"',
    ])
    expect(ids(pod('kube-scheduler', '--bind-address=127.0.0.1', '--profiling=false'))).toEqual([])
  })

  it('has words for everything that it wants', () => {
    for (const component of ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'])
      expect(ids(pod(component)).length).toBeGreaterThan(1)
    expect(ids(pod('kubelet')).length).toBeGreaterThan(3)
    expect(wants.kubelet.length).toBeGreaterThan(3)
  })

  it('looks at the fields of a KubeletConfiguration', () => {
    const text = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nrotateCertificates: false\n'
    const paths = (it: string) => benchmarkOfConfig(it).map(({ path }) => path.join('.'))
    expect(paths(text)).toContain('rotateCertificates')
    expect(paths(text.replace('false', 'true'))).not.toContain('rotateCertificates')
    expect(paths('a: [')).toEqual([])
  })
})

it('calls no flag removed that is there', () => {
  const tables = {
    'kube-apiserver': kubeApiserverFlags,
    'kube-controller-manager': kubeControllerManagerFlags,
    'kube-scheduler': kubeSchedulerFlags,
    kubelet: kubeletFlags,
  }
  for (const [component, table] of Object.entries(tables))
    expect(Object.keys(removed[component as keyof typeof removed]).filter(name => table.has(name))).toEqual([])
})

it('points at the flags of a unit where they are written', () => {
  const text = '[Service]\nEnvironment="KUBELET_EXTRA_ARGS=--v=2 --cni-bin-dir=/x"\n'
  const [found] = read(text)
  expect(text.slice(found?.range?.start, found?.range?.end)).toBe('--cni-bin-dir=/x')
})
