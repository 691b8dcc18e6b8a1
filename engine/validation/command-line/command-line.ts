import type { Path, Range } from '../../yaml/range.ts'
import type { Component } from '../flags/benchmark/wants.ts'

/** A word of a file. */
export interface Written {
  readonly text: string
  readonly path: Path
  readonly range: Range
}

/** The command line of a component, as far as a file tells it. */
export interface CommandLine {
  readonly component: Component
  /** Without the program’s name. */
  readonly words: readonly Written[]
  /** What is pointed at where a flag is missing: the program’s name. */
  readonly program: Omit<Written, 'text'>
  /** Whether no other file adds flags to these. */
  readonly isWhole: boolean
}

const components: readonly Component[] = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet']

/** The component that a program is, by the last part of its path. */
export function componentOf(program: string): Component | undefined {
  const name = program.slice(program.lastIndexOf('/') + 1)
  return components.find(it => it === name)
}
