/** Where an action happens. What is done to a container is told of its processes. */
export type ActionScope =
  | { readonly where: 'host' }
  | {
      readonly where: 'container'
      readonly name: string
      readonly image: string
      /** Of the Pod that the container is in; left out for a container without one. */
      readonly pod?: string
      readonly ns?: string
      readonly privileged?: boolean
    }

/** An event as labs write it: see `readFalcoEvent`. */
export interface Shorthand {
  readonly tty?: boolean
  readonly ancestors?: readonly string[]
  readonly [key: string]: unknown
}

/** Something that an intruder would do, as data: what checks, the shell and the playground fire. */
export interface SuspiciousAction {
  /** In the style of the well-known event generator: `ReadSensitiveFileUntrusted`. */
  readonly name: string
  /** One line, as a person would tell it: `A file with passwords is read by a program that has no business there.` */
  readonly meaning: string
  readonly where: readonly ActionScope['where'][]
  /**
   * What happens, in order, in the short-hands that labs write. Who does it is root, without a terminal, unless said.
   * `ancestors` are the processes between it and the first one of the container or the host.
   */
  readonly events: readonly Shorthand[]
  /** The rules of the default set that alert, in the order of the events, for a host and for a container; none left out. */
  readonly rules?: Partial<Readonly<Record<ActionScope['where'], readonly string[]>>>
}

/** The same rule wherever it happens. */
export function wherever(rule: string): NonNullable<SuspiciousAction['rules']> {
  return { host: [rule], container: [rule] }
}
