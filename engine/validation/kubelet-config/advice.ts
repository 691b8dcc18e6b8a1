import type { Finding } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'
import type { KubeletConfig } from './defaults.ts'
import { type KubeletCode, kubeletFindings } from './finding-codes.ts'

/** What a person should know of a file that the kubelet takes. None of it comes from defaults, so each has its place. */
export function adviceOn(config: KubeletConfig, rangeOf: (path: Path) => Range | undefined): readonly Finding[] {
  const { authentication, authorization, readOnlyPort } = config
  const said = (code: KubeletCode, path: Path, message: string): Finding => {
    const range = rangeOf(path)
    return { code, severity: kubeletFindings[code], path, ...(range && { range }), message, data: {} }
  }
  const findings: Finding[] = []
  if (authentication.anonymous.enabled)
    findings.push(
      said(
        'kubelet-anonymous',
        ['authentication', 'anonymous', 'enabled'],
        'Whoever reaches the port of the kubelet may ask it without saying who they are. Set this to false.',
      ),
    )
  if (authorization.mode === 'AlwaysAllow')
    findings.push(
      said(
        'kubelet-allows-all',
        ['authorization', 'mode'],
        'The kubelet does whatever it is asked, for example run a command in any container. Set the mode to Webhook.',
      ),
    )
  if (readOnlyPort > 0 && readOnlyPort <= 65535)
    findings.push(
      said(
        'kubelet-read-only-port',
        ['readOnlyPort'],
        `On port ${readOnlyPort} the kubelet tells anybody of its Pods, unencrypted and unasked who they are. Set this to 0.`,
      ),
    )
  return findings
}
