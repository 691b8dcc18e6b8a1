import { gzipSync } from 'node:zlib'

/**
 * The JavaScript that a page's HTML names, gzipped, in KB (1,000 bytes): what a first visit loads before anything lazy.
 * Scripts for browsers without modules are left out, since no supported browser loads them.
 */
export async function firstLoad(url: string, path: string): Promise<number> {
  const html = await (await fetch(url + path)).text()
  const sources = new Set<string>()
  for (const [tag] of html.matchAll(/<script[^>]*\ssrc="[^"]+"[^>]*>/g)) {
    if (/\snomodule/i.test(tag)) continue
    const source = /\ssrc="([^"]+)"/.exec(tag)?.[1]
    if (source) sources.add(source.replaceAll('&amp;', '&'))
  }
  let bytes = 0
  for (const source of sources) {
    const body = await (await fetch(new URL(source, url + path))).arrayBuffer()
    bytes += gzipSync(Buffer.from(body)).length
  }
  return Math.round(bytes / 100) / 10
}
