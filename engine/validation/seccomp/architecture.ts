import type { Arch } from './profile.ts'

interface Architecture {
  /** The table known here; without one the architecture only takes its place in the filter. */
  readonly arch?: Arch
  readonly bigEndian?: true
}

/** The names that runc 1.1.15 takes. Those of no table here do not matter to a machine of another architecture. */
const architectures: Readonly<Record<string, Architecture>> = {
  SCMP_ARCH_X86: { arch: 'x86' },
  SCMP_ARCH_X86_64: { arch: 'x86_64' },
  SCMP_ARCH_X32: { arch: 'x32' },
  SCMP_ARCH_ARM: { arch: 'arm' },
  SCMP_ARCH_AARCH64: { arch: 'aarch64' },
  SCMP_ARCH_MIPS: { bigEndian: true },
  SCMP_ARCH_MIPS64: { bigEndian: true },
  SCMP_ARCH_MIPS64N32: { bigEndian: true },
  SCMP_ARCH_MIPSEL: {},
  SCMP_ARCH_MIPSEL64: {},
  SCMP_ARCH_MIPSEL64N32: {},
  SCMP_ARCH_PPC: { bigEndian: true },
  SCMP_ARCH_PPC64: { bigEndian: true },
  SCMP_ARCH_PPC64LE: {},
  SCMP_ARCH_S390: { bigEndian: true },
  SCMP_ARCH_S390X: { bigEndian: true },
  SCMP_ARCH_RISCV64: {},
}

export const architectureNames: readonly string[] = Object.keys(architectures)

export function architectureOf(name: string): Architecture | undefined {
  return Object.hasOwn(architectures, name) ? architectures[name] : undefined
}
