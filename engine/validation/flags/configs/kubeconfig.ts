import { decode } from '../../kubernetes/decode.ts'
import { anything, list, struct, text } from '../../kubernetes/decode-types.ts'
import { readObjectText } from '../../kubernetes/read-object.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'

const nothing = 'no configuration has been provided, try setting KUBERNETES_MASTER environment variable'
const config = struct('v1.Config', {
  clusters: list(anything),
  'current-context': text(),
})

/**
 * A kubeconfig that a component is to reach the API server with, or the address alone. `flag` is the one that names the
 * file. Of what stands in the file only is looked at whether it names a cluster and a context.
 */
export function kubeconfig(files: Files, path: string, flag: string, address = ''): Outcome {
  if (path === '') return address === '' ? gathered(nothing, flag) : undefined
  if (files.look(path).is === 'missing') return fails(`stat ${path}: no such file or directory`, flag)
  const read = readFile(files, path)
  if ('undecided' in read) return read
  if ('error' in read) return fails(`error loading config file "${path}": ${read.error}`, flag)
  if (read.text === undefined) return { undecided: `what ${path} holds is not known` }
  const object = readObjectText(read.text)
  if ('refused' in object) return fails(`error loading config file "${path}": ${object.refused}`, flag)
  const { value } = decode(config, object.node)
  const hasContext = value['current-context'] !== ''
  if (address !== '' || (hasContext && value.clusters.length > 0)) return undefined
  return hasContext ? { undecided: `whether ${path} leads to a server is not told` } : gathered(nothing, flag)
}

/** The loader gathers what is wrong with a kubeconfig. */
function gathered(words: string, flag: string): Outcome {
  return { problems: [{ words, flag }], isAggregate: true, before: 'invalid configuration: ' }
}
