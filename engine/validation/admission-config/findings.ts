import type { Finding } from '../../yaml/finding.ts'
import type { JsonNode } from '../../yaml/go/json.ts'
import { jsonText, plainValue } from '../../yaml/go/json-text.ts'
import { type Places, placesIn } from '../../yaml/go/places.ts'
import { limit } from '../../yaml/limits.ts'
import type { Path } from '../../yaml/range.ts'
import { otherKinds } from '../auth-config/other-kinds.ts'
import { readConfig } from '../flags/configs/config-document.ts'
import { configFindings } from '../flags/configs/config-findings.ts'
import { filesUnknown } from '../flags/files.ts'
import { admissionPlugins } from '../flags/kube-apiserver/admission-plugins.ts'
import { readObjectText, yamlFindings } from '../kubernetes/read-object.ts'
import { nearestName } from '../nearest-name.ts'
import { type AdmissionCode, finding } from './finding-codes.ts'
import { configuredPlugins, judgePlugin } from './plugin.ts'
import { pluginAdvice } from './plugin-advice.ts'
import { admissionConfiguration, type RawAdmissionConfig } from './read.ts'

/** What a plugin's own configuration is called when it is wrong. */
const codeOf: Readonly<Record<string, AdmissionCode>> = {
  ImagePolicyWebhook: 'admission-image-policy',
  PodSecurity: 'admission-pod-security',
  EventRateLimit: 'admission-event-rate-limit',
}

/**
 * Everything that is to be said of the file of `--admission-control-config-file`, or of the file of a plugin that it names:
 * first what kube-apiserver v1.35 says, then what a person should know. Files that it names are not looked at. Never throws.
 */
export function admissionConfigFindings(text: string): readonly Finding[] {
  const source = readObjectText(text)
  const plugin = 'node' in source ? ownPlugin(source.node) : undefined
  if (plugin !== undefined && 'node' in source) {
    const places = placesIn(source.node)
    return [...yamlFindings(text, source), ...pluginFindings(plugin, text, source.node, [], places)].slice(
      0,
      limit.findings,
    )
  }
  const read = readConfig<RawAdmissionConfig>(text, {
    ...admissionConfiguration,
    others: otherKinds('AdmissionConfiguration'),
  })
  const found = configFindings(text, read, 'admission', 'error')
  if ('error' in read || read.strictError !== undefined) return found.slice(0, limit.findings)
  const places = placesIn(read.node)
  const { plugins } = read.value
  return [...found, ...plugins.flatMap((_, index) => entryFindings(plugins, index, places))].slice(0, limit.findings)
}

/** The plugin whose own file this is. */
function ownPlugin(node: JsonNode): string | undefined {
  if (node.kind !== 'object') return undefined
  const of = (key: string) => {
    const value = node.members.findLast(it => it.key === key)?.value
    return value?.kind === 'string' ? value.value : ''
  }
  if (of('apiVersion').startsWith('pod-security.admission.config.k8s.io/')) return 'PodSecurity'
  if (of('apiVersion').startsWith('eventratelimit.admission.k8s.io/')) return 'EventRateLimit'
  const isPolicy = node.members.some(({ key }) => key.toLowerCase() === 'imagepolicy')
  return isPolicy && of('kind') === '' ? 'ImagePolicyWebhook' : undefined
}

function entryFindings(plugins: RawAdmissionConfig['plugins'], index: number, places: Places): readonly Finding[] {
  const { name = '', path = '', configuration } = plugins[index] ?? {}
  const here = ['plugins', index]
  const said = (code: AdmissionCode, field: string, message: string) =>
    finding(code, [...here, field], places.nearest([...here, field]), message)
  if (!admissionPlugins.has(name)) {
    const near = nearestName(name, admissionPlugins)
    const remedy =
      near === undefined ? `Those that read one: ${configuredPlugins.join(', ')}.` : `Did you mean ${near}?`
    return [
      said(
        'admission-plugin-name',
        'name',
        `No admission plugin is called "${name}", so nothing reads this entry. ${remedy}`,
      ),
    ]
  }
  if (!configuredPlugins.includes(name))
    return [
      said('admission-plugin-name', 'name', `${name} reads no configuration, so this entry does nothing. Take it out.`),
    ]
  if (plugins.findIndex(it => it.name === name) < index)
    return [
      said(
        'admission-plugin-twice',
        'name',
        `${name} has an entry above, and only the first one counts. Put both into one.`,
      ),
    ]
  if (!configuration) {
    const needs = path === '' ? judgePlugin(name, undefined, filesUnknown) : undefined
    if (!needs || !('refused' in needs)) return []
    return [said('admission-no-configuration', 'configuration', `${needs.refused}`)]
  }
  const both =
    path === ''
      ? []
      : [
          said(
            'admission-path-not-read',
            'path',
            'The configuration stands here, so the file at this path is not read. Keep one of the two.',
          ),
        ]
  return [...both, ...pluginFindings(name, jsonText(configuration), configuration, [...here, 'configuration'], places)]
}

/** `root`: where the plugin's configuration stands in the file. */
function pluginFindings(name: string, written: string, node: JsonNode, root: Path, places: Places): readonly Finding[] {
  const code = codeOf[name]
  if (code === undefined) return []
  const said = (code: AdmissionCode, path: Path, message: string) => {
    const whole = [...root, ...path]
    const key = message.startsWith('unknown field') ? places.keyRangeOf(whole) : undefined
    return finding(code, whole, key ?? places.nearest(whole), message)
  }
  const verdict = judgePlugin(name, written, filesUnknown)
  if (verdict && 'refused' in verdict)
    return (verdict.problems ?? [{ path: [], message: verdict.refused }]).map(({ path, message }) =>
      said(code, path, message),
    )
  return pluginAdvice(name, plainValue(node)).map(it => said(it.code, it.path, it.message))
}
