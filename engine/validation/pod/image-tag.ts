const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])'
const domain = String.raw`(?:${domainPart}(?:\.${domainPart})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?`
const pathPart = '[a-z0-9]+(?:(?:[.]|_|__|-+)[a-z0-9]+)*'
const reference = new RegExp(
  String.raw`^((?:${domain}/)?${pathPart}(?:/${pathPart})*)(?::([\w][\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`,
)

/**
 * The tag of an image as Kubernetes reads it: `latest` where there is neither a tag nor a digest, and `''` where there is only
 * a digest, or where the text is no reference of an image.
 */
export function imageTag(image: string): string {
  // Without a tag, 64 hexadecimal digits alone would be a digest.
  if (image.length > 4096 || /^[a-f0-9]{64}$/.test(image)) return ''
  const [, name, tag, digest] = reference.exec(image) ?? []
  if (name === undefined || withDomain(name).length > 255) return ''
  return tag ?? (digest === undefined ? 'latest' : '')
}

/** As Docker's reader completes names: those without a registry are Docker's. */
function withDomain(name: string): string {
  const [first = ''] = name.split('/')
  if (!name.includes('/')) return `docker.io/library/${name}`
  return /[.:]|^localhost$/.test(first) || /[A-Z]/.test(first) ? name : `docker.io/${name}`
}
