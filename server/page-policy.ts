/** What decides a page's script policy. */
export interface PagePolicy {
  /** sha256 of the inline scripts of prerendered pages, in base64, by path; from the build. */
  readonly hashes: Readonly<Record<string, readonly string[]>>
  readonly dev: boolean
}

/**
 * The Content-Security-Policy of a page. A prerendered page names its inline scripts by hash, so that it can stay a file;
 * a page made per request carries a nonce. Any path may turn out to be the prerendered "not found", so its hashes are
 * always allowed. `style-src` is open because the editor and the terminal insert styles.
 */
export function pagePolicy(
  path: string,
  nonce: string,
  { hashes, dev }: PagePolicy,
): { policy: string; nonce: boolean } {
  const own = Object.hasOwn(hashes, path) ? hashes[path] : undefined
  const listed = [...new Set([...(own ?? []), ...(hashes['/_not-found'] ?? [])])].map(hash => `'sha256-${hash}'`)
  const scripts = [
    "'self'",
    ...listed,
    ...(own === undefined ? [`'nonce-${nonce}'`] : []),
    ...(dev ? ["'unsafe-eval'"] : []),
  ]
  const policy = [
    "default-src 'self'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  return { policy, nonce: own === undefined }
}
