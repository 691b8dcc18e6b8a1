import type { Field } from '../field.ts'
import { metadataHelp, selectorHelp } from '../kubernetes/help.ts'

const ports: Field = {
  says: 'The ports that are open; one of them is enough. Left out: all.',
  items: {
    says: 'A port, or a row of ports.',
    keys: {
      protocol: {
        says: 'The protocol. Left out: TCP.',
        values: [
          { text: 'TCP', says: 'TCP, which most services speak.' },
          { text: 'UDP', says: 'UDP. DNS wants it beside TCP.' },
          { text: 'SCTP', says: 'SCTP.' },
        ],
      },
      port: {
        says: 'A number, or the name of a port of the Pod that is reached: the Pod’s port, not that of a Service. Left out: every port of the protocol.',
      },
      endPort: { says: 'The last port of the row that begins with port.' },
    },
  },
}

const peers = (says: string): Field => ({
  says,
  items: {
    says: 'Pods by their labels, or addresses. Two selectors in one entry both have to fit; two entries are either.',
    keys: {
      podSelector: selectorHelp(
        'Pods with these labels: of the policy’s own namespace, or of those that namespaceSelector takes. Empty: all.',
      ),
      namespaceSelector: selectorHelp(
        'Namespaces with these labels. Every one has kubernetes.io/metadata.name. Empty: all.',
      ),
      ipBlock: {
        says: 'Addresses, mostly outside the cluster. It stands alone.',
        keys: {
          cidr: { says: 'The range: 10.0.0.0/8, 2001:db8::/32. One address ends in /32 or /128.' },
          except: { says: 'Smaller ranges inside it that are left out.', items: { says: 'A range inside the other.' } },
        },
      },
    },
  },
})

/** A NetworkPolicy, for people who ask while they type. */
export const networkPolicyHelp: Field = {
  says: 'A NetworkPolicy: which connections the Pods that it selects may have. Policies add up; none forbids what another allows.',
  keys: {
    apiVersion: {
      says: 'The version.',
      values: [{ text: 'networking.k8s.io/v1', says: 'The one version there is.' }],
    },
    kind: { says: 'The kind of object.', values: [{ text: 'NetworkPolicy', says: 'A NetworkPolicy.' }] },
    metadata: metadataHelp,
    spec: {
      says: 'Which Pods, which directions, and what is allowed.',
      keys: {
        podSelector: selectorHelp('The Pods of the namespace that the policy is about. Empty: all of them.'),
        policyTypes: {
          says: 'The directions that the policy closes before its rules open something. Left out: Ingress, and Egress only with a rule for it.',
          items: {
            says: 'A direction.',
            values: [
              { text: 'Ingress', says: 'What others open to the Pods.' },
              { text: 'Egress', says: 'What the Pods open, DNS too.' },
            ],
          },
        },
        ingress: {
          says: 'What may come in; one rule is enough. Empty: nothing. An empty rule: everything.',
          items: {
            says: 'From whom, to which ports: both have to fit.',
            keys: { from: peers('From whom; one is enough. Left out: from everywhere.'), ports },
          },
        },
        egress: {
          says: 'What may go out; one rule is enough. Empty: nothing. An empty rule: everything.',
          items: {
            says: 'To whom, to which ports: both have to fit.',
            keys: { to: peers('To whom; one is enough. Left out: to everywhere.'), ports },
          },
        },
      },
    },
  },
}
