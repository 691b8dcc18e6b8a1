/** A kernel’s release and the number behind it: 4.8. */
export type KernelVersion = readonly [kernel: number, major: number]

/** What a profile asks for, in dockerd’s strictness: two numbers below 256; or dockerd’s words. */
export function askedKernel(written: string): KernelVersion | string {
  const wrong = `invalid kernel version: ${JSON.stringify(written)}, expected "<kernel>.<major>"`
  const parts = written.split('.')
  if (parts.length !== 2) return wrong
  const numbers: number[] = []
  for (const part of parts) {
    if (!/^\d+$/.test(part)) return `${wrong}: strconv.ParseUint: parsing ${JSON.stringify(part)}: invalid syntax`
    if (Number(part) > 255) return `${wrong}: strconv.ParseUint: parsing ${JSON.stringify(part)}: value out of range`
    numbers.push(Number(part))
  }
  const [kernel = 0, major = 0] = numbers
  return kernel === 0 && major === 0 ? `${wrong}: version cannot be 0.0` : [kernel, major]
}

/** The version of a machine, as `uname -r` or a person writes it; undefined when it does not begin with two numbers. */
export function kernelVersion(written: string): KernelVersion | undefined {
  const [, kernel, major] = /^\s*(\d{1,3})\.(\d{1,5})(?![\d])/.exec(written) ?? []
  return kernel === undefined ? undefined : [Number(kernel), Number(major)]
}

export function isAtLeast([kernel, major]: KernelVersion, asked: KernelVersion): boolean {
  return kernel > asked[0] || (kernel === asked[0] && major >= asked[1])
}
