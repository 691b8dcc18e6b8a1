import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import type { Problem } from '../judged.ts'
import type { Options } from '../options.ts'

const mediaTypes = ['application/cbor', 'application/json', 'application/vnd.kubernetes.protobuf', 'application/yaml']

export function etcdProblems(options: Options): readonly Problem[] {
  const problems: Problem[] = []
  const add = (flag: string, words: string) => problems.push({ words, flag })
  if (options.list('etcd-servers').length === 0) add('etcd-servers', '--etcd-servers must be specified')
  const backend = options.text('storage-backend')
  if (backend !== '' && backend !== 'etcd3')
    add(
      'storage-backend',
      "--storage-backend invalid, allowed values: etcd3. If not specified, it will default to 'etcd3'",
    )
  if (options.list('etcd-servers-overrides').some(written => !isOverride(written)))
    add(
      'etcd-servers-overrides',
      '--etcd-servers-overrides invalid, must be of format: group/resource#servers, where servers are URLs, semicolon separated',
    )
  const reload = 'encryption-provider-config-automatic-reload'
  if (options.text('encryption-provider-config') === '' && options.bool(reload))
    add(reload, `--${reload} must be set with --encryption-provider-config`)
  const media = options.text('storage-media-type')
  if (media !== '' && !mediaTypes.includes(media))
    add(
      'storage-media-type',
      `--storage-media-type ${goQuoted(media)} invalid, allowed values: ${mediaTypes.join(', ')}`,
    )
  return problems
}

function isOverride(written: string): boolean {
  const [resource = '', servers, ...more] = written.split('#')
  if (servers === undefined || more.length > 0) return false
  return resource.split('/').length === 2 && servers.split(';').every(server => server !== '')
}
