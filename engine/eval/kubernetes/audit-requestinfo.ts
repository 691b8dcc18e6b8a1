import { z } from 'zod'
import { requestInfo } from '../../validation/audit-policy/request-info.ts'
import { type Evaluator, evaluator, present } from '../evaluator.ts'

/** What the API server takes a request for. */
export const auditRequestInfo: Evaluator = evaluator(
  'a method and a URI: what the API server takes the request for, and whether it stays open',
  z.object({ method: z.string(), uri: z.string() }),
  ({ method, uri }) => {
    // The recordings parsed the whole URI, which begins with a host where it begins with two slashes.
    const { longRunning, error, ...it } = requestInfo(method, uri.replace(/^\/\/(?!\/)[^/?]*/, ''))
    const info = {
      APIGroup: it.apiGroup,
      APIPrefix: it.apiPrefix,
      APIVersion: it.apiVersion,
      FieldSelector: it.fieldSelector,
      IsResourceRequest: it.isResourceRequest,
      LabelSelector: it.labelSelector,
      Name: it.name,
      Namespace: it.namespace,
      Parts: it.parts ?? null,
      Path: it.path,
      Resource: it.resource,
      Subresource: it.subresource,
      Verb: it.verb,
    }
    return present({ info, longRunning, error })
  },
)
