// After `next build`: the hashes of the inline scripts in every prerendered page, for proxy.ts to allow exactly these.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = '.next/server/app'
const hashes = {}
for (const file of existsSync(root) ? readdirSync(root, { recursive: true }) : []) {
  if (!file.endsWith('.html')) continue
  const name = file.split(path.sep).join('/').slice(0, -'.html'.length)
  const html = readFileSync(path.join(root, file), 'utf8')
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  hashes[name === 'index' ? '/' : `/${name}`] = [
    ...new Set(inline.map(([, body]) => createHash('sha256').update(body).digest('base64'))),
  ]
}
writeFileSync('.next/csp-hashes.json', `${JSON.stringify(hashes, null, 1)}\n`)
