/** What is known of a text that has to hold certificates. */
export type Certificates = { readonly error: string } | { readonly undecided: string } | Readonly<Record<never, never>>

const block = /^-----BEGIN ([^\n-]+)-----\s*\n([\s\S]*?)\n-----END \1-----\s*$/gm

/** Looks for certificates as Go does. Whether the bytes of one that is there are right is not looked at. */
export function certificatesIn(text: string): Certificates {
  const bodies = [...text.matchAll(block)]
    .filter(([, type, body = '']) => type === 'CERTIFICATE' && isBase64(body))
    .map(([, , body = '']) => body.replaceAll(/\s/g, ''))
  if (bodies.length === 0) return { error: 'data does not contain any valid RSA or ECDSA certificates' }
  // A certificate is a sequence with a length of two bytes: everything else is looked at by nobody here.
  const isPlausible = bodies.every(body => body.startsWith('MII'))
  return isPlausible
    ? {}
    : { undecided: 'whether the bytes of the certificateAuthority are a certificate is not known' }
}

function isBase64(body: string): boolean {
  const plain = body.replaceAll(/\s/g, '')
  return plain.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(plain)
}
