import { strftime } from '../../files/strftime.ts'

const halfYear = 15_778_476_000

/** A time as `ls -l` shows it: hours within half a year, the year beyond it. */
export function listTime(mtime: number, now: number, style?: string): string {
  if (style === 'full-iso') return strftime('%Y-%m-%d %H:%M:%S.%N %z', mtime)
  if (style === 'long-iso') return strftime('%Y-%m-%d %H:%M', mtime)
  if (style?.startsWith('+')) return strftime(style.slice(1), mtime)
  const recent = mtime <= now && mtime > now - halfYear
  if (style === 'iso') return strftime(recent ? '%m-%d %H:%M' : '%Y-%m-%d ', mtime)
  return strftime(recent ? '%b %e %H:%M' : '%b %e  %Y', mtime)
}
