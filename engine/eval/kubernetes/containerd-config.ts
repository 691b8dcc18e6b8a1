import { z } from 'zod'
import type { ContainerdConfig } from '../../validation/containerd-config/config.ts'
import { lookUpHandler } from '../../validation/containerd-config/lookup.ts'
import { readContainerdConfig } from '../../validation/containerd-config/read.ts'
import { type Evaluator, evaluator, type Line } from '../evaluator.ts'
import { inForce } from './containerd-runtimes.ts'

/** The version that is decided for; the recordings hold others beside it. */
const version = 'containerd-2.1.5'
/** The handlers that are looked up where a line does not name its own. */
const usual = ['', 'runc', 'runsc', 'kata', 'gvisor', 'crun', 'RunSC', 'untrusted']
const look = z.looseObject({ lookup: z.array(z.object({ handler: z.string() })).optional() })

/** What containerd makes of its configuration, as far as it decides which runtime a pod gets. */
export const containerdConfig: Evaluator = evaluator(
  'the text of containerd’s configuration: whether it starts, its default runtime, and what handlers lead to',
  z.object({ text: z.string(), [version]: look.optional() }),
  ({ text, [version]: asked }) => {
    const { value, refusal, stops } = readContainerdConfig(text, { path: 'config.toml' })
    if (!value || stops === 'containerd') return { [version]: { ok: false, loadError: refusal } }
    const { runtimes, version: read, ...rest } = inForce(text, value)
    if (refusal?.startsWith(`toml: `)) return { [version]: { ok: false, decodeError: refusal, version: read } }
    if (refusal !== undefined) return { [version]: { ok: false, validateError: refusal, version: read, ...rest } }
    const handlers = asked?.lookup?.map(({ handler }) => handler) ?? usual
    return {
      [version]: { ok: true, ...rest, version: read, runtimes, lookup: handlers.map(it => lookedUp(value, it)) },
    }
  },
)

function lookedUp(config: ContainerdConfig, handler: string): Line {
  const found = lookUpHandler(config, handler)
  return 'error' in found ? { handler, error: found.error } : { handler, runtimeType: found.runtime.type }
}
