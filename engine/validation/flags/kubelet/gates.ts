/** Gates of a kubelet's flag or configuration, as they are asked. */
export function kubeletGates(written: ReadonlyMap<string, string>): ReadonlyMap<string, boolean> {
  return new Map([...written].map(([name, value]) => [name, value === 'true']))
}
