/**
 * A text of YAML without its blocks of text: a ConfigMap that carries a policy is no policy, and whoever looks for the
 * kind of a file in its lines should not find the policy's. Other texts have no such blocks and stay as they are.
 */
export function outline(text: string): string {
  /** How far the key or the dash stands in that the block belongs to; what stands further in is the block. */
  let block: number | undefined
  const kept = text.split('\n').filter(line => {
    const indent = line.search(/\S/)
    if (block !== undefined && (indent < 0 || indent > block)) return false
    block = blockBegun(line)
    return true
  })
  return kept.join('\n')
}

function blockBegun(line: string): number | undefined {
  const [lead = ''] = /^\s*(?:-\s+)*/.exec(line) ?? []
  const rest = line.slice(lead.length)
  if (!/(?:^|:\s+)(?:[&!]\S+\s+)*[|>][-+\d]*\s*(?:#.*)?$/.test(rest)) return undefined
  return /^[|>&!]/.test(rest) ? lead.trimEnd().length - 1 : lead.length
}
