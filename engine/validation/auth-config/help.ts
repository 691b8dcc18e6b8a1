import type { Field } from '../field.ts'

const versions = (kind: string): Readonly<Record<string, Field>> => ({
  apiVersion: {
    says: 'The version of this file.',
    values: [
      { text: 'apiserver.config.k8s.io/v1', says: 'The version to write.' },
      { text: 'apiserver.config.k8s.io/v1beta1', says: 'The version before it.' },
    ],
  },
  kind: { says: 'The kind of this file.', values: [{ text: kind, says: 'This kind.' }] },
})

const expression: Field = { says: 'A condition in CEL.' }
const mapped = (says: string): Field => ({
  says,
  keys: {
    claim: { says: 'The claim of the token that it is taken from.' },
    prefix: { says: 'What is put in front; "" for nothing. Needed with a claim.' },
    expression: { says: 'An expression in CEL in place of a claim.' },
  },
})

/** An AuthenticationConfiguration. */
export const authenticationConfigHelp: Field = {
  says: 'Whose tokens count at the API server, and who comes in without any.',
  keys: {
    ...versions('AuthenticationConfiguration'),
    anonymous: {
      says: 'Requests without credentials. Left out, the flag --anonymous-auth holds.',
      keys: {
        enabled: {
          says: 'Whether they come in.',
          values: [
            { text: 'true', says: 'As system:anonymous.' },
            { text: 'false', says: 'They are refused.' },
          ],
        },
        conditions: {
          says: 'The paths at which they come in; all of them where there are none.',
          items: { says: 'A condition.', keys: { path: { says: 'The whole path, such as /livez.' } } },
        },
      },
    },
    jwt: {
      says: 'Issuers of tokens.',
      items: {
        says: 'An issuer, and how its tokens are read.',
        keys: {
          issuer: {
            says: 'Who issues the tokens.',
            keys: {
              url: { says: 'The issuer’s address, with https, as its tokens name it.' },
              discoveryURL: { says: 'Where its keys are found, if not below the address.' },
              certificateAuthority: { says: 'Certificates that its server is checked with.' },
              audiences: { says: 'For whom a token has to be.', items: { says: 'A name.' } },
              audienceMatchPolicy: {
                says: 'How several audiences are compared.',
                values: [{ text: 'MatchAny', says: 'One of them is enough.' }],
              },
            },
          },
          claimValidationRules: {
            says: 'What has to hold for a token.',
            items: {
              says: 'A rule.',
              keys: {
                claim: { says: 'A claim that has to be there.' },
                requiredValue: { says: 'Its value.' },
                expression,
                message: { says: 'What is said where the expression does not hold.' },
              },
            },
          },
          claimMappings: {
            says: 'Who a token stands for.',
            keys: {
              username: mapped('The name of the user.'),
              groups: mapped('The groups of the user.'),
              uid: mapped('The user’s uid.'),
              extra: { says: 'What is known of the user besides.', items: { says: 'A key and its value.' } },
            },
          },
          userValidationRules: {
            says: 'What has to hold for the user that a token stands for.',
            items: { says: 'A rule.', keys: { expression, message: { says: 'What is said where it does not hold.' } } },
          },
        },
      },
    },
  },
}

/** An AuthorizationConfiguration. */
export const authorizationConfigHelp: Field = {
  says: 'Who decides whether a request may be.',
  keys: {
    ...versions('AuthorizationConfiguration'),
    authorizers: {
      says: 'Asked in this order, until one allows or refuses.',
      items: {
        says: 'One who decides.',
        keys: {
          type: {
            says: 'Who it is.',
            values: [
              { text: 'Node', says: 'Lets kubelets have what their Pods need.' },
              { text: 'RBAC', says: 'Roles and bindings.' },
              { text: 'Webhook', says: 'A server is asked.' },
              { text: 'ABAC', says: 'A file of attributes.' },
              { text: 'AlwaysAllow', says: 'Everything is allowed.' },
              { text: 'AlwaysDeny', says: 'Nothing is allowed.' },
            ],
          },
          name: { says: 'Its name in metrics; but for webhooks, the type in small letters.' },
          webhook: {
            says: 'The server that is asked.',
            keys: {
              timeout: { says: 'How long its answer is waited for: at most 30s.' },
              authorizedTTL: { says: 'How long an answer that allows is kept.' },
              unauthorizedTTL: { says: 'How long an answer that refuses is kept.' },
              subjectAccessReviewVersion: {
                says: 'The version of the question.',
                values: [{ text: 'v1', says: 'The version to write.' }],
              },
              matchConditionSubjectAccessReviewVersion: {
                says: 'The version that conditions are about.',
                values: [{ text: 'v1', says: 'The only one.' }],
              },
              failurePolicy: {
                says: 'What holds while it cannot be reached.',
                values: [
                  { text: 'Deny', says: 'The request is refused.' },
                  { text: 'NoOpinion', says: 'The next one is asked.' },
                ],
              },
              connectionInfo: {
                says: 'How it is reached.',
                keys: {
                  type: {
                    says: 'The way.',
                    values: [
                      { text: 'KubeConfigFile', says: 'As a kubeconfig says.' },
                      { text: 'InClusterConfig', says: 'From inside the cluster.' },
                    ],
                  },
                  kubeConfigFile: { says: 'The whole path of the kubeconfig.' },
                },
              },
              matchConditions: {
                says: 'It is asked about requests only for which all of these hold.',
                items: { says: 'A condition.', keys: { expression } },
              },
            },
          },
        },
      },
    },
  },
}
