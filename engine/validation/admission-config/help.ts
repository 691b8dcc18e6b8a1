import type { Field } from '../field.ts'
import { configuredPlugins } from './plugin.ts'

const level = (says: string): Field => ({
  says,
  values: [
    { text: 'privileged', says: 'Everything is allowed.' },
    { text: 'baseline', says: 'What is known to lead out of a container is not.' },
    { text: 'restricted', says: 'What is not needed is not.' },
  ],
})
const version: Field = {
  says: 'The version of the standards.',
  values: [{ text: 'latest', says: 'That of the API server.' }],
}
const time = (says: string): Field => ({ says: `${says} 0 is as good as nothing written; -1 turns it off.` })

const pluginKeys: Readonly<Record<string, Field>> = {
  apiVersion: {
    says: 'The version of the plugin’s own configuration.',
    values: [
      { text: 'pod-security.admission.config.k8s.io/v1', says: 'That of PodSecurity.' },
      { text: 'eventratelimit.admission.k8s.io/v1alpha1', says: 'That of EventRateLimit.' },
    ],
  },
  kind: {
    says: 'The kind of the plugin’s own configuration.',
    values: [
      { text: 'PodSecurityConfiguration', says: 'That of PodSecurity.' },
      { text: 'Configuration', says: 'That of EventRateLimit.' },
    ],
  },
  imagePolicy: {
    says: 'How ImagePolicyWebhook asks about images.',
    keys: {
      kubeConfigFile: { says: 'The kubeconfig that leads to the webhook: a whole path, as the API server sees it.' },
      allowTTL: time('Seconds for which an answer that allows is kept; 300 where nothing is written.'),
      denyTTL: time('Seconds for which an answer that refuses is kept; 30 where nothing is written.'),
      retryBackoff: time('Milliseconds before the webhook is asked again; 500 where nothing is written.'),
      defaultAllow: {
        says: 'What becomes of images while the webhook cannot be reached.',
        values: [
          { text: 'false', says: 'They are refused. The default.' },
          { text: 'true', says: 'They are allowed.' },
        ],
      },
    },
  },
  defaults: {
    says: 'What PodSecurity asks where a namespace’s labels say nothing.',
    keys: {
      enforce: level('Pods that break this level are refused.'),
      'enforce-version': version,
      audit: level('Pods that break this level are noted in the audit log.'),
      'audit-version': version,
      warn: level('Who makes Pods that break this level is warned.'),
      'warn-version': version,
    },
  },
  exemptions: {
    says: 'What PodSecurity does not look at.',
    keys: {
      usernames: { says: 'Requests of these users.', items: { says: 'A user.' } },
      runtimeClasses: { says: 'Pods with these classes.', items: { says: 'A RuntimeClass.' } },
      namespaces: { says: 'Pods in these namespaces.', items: { says: 'A namespace.' } },
    },
  },
  limits: {
    says: 'How many events EventRateLimit lets in.',
    items: {
      says: 'A limit.',
      keys: {
        type: {
          says: 'What is counted together.',
          values: [
            { text: 'Server', says: 'All events.' },
            { text: 'Namespace', says: 'Those of a namespace.' },
            { text: 'User', says: 'Those of a user.' },
            { text: 'SourceAndObject', says: 'Those of a component about an object.' },
          ],
        },
        qps: { says: 'Events a second.' },
        burst: { says: 'Events at once.' },
        cacheSize: { says: 'Of how many the counts are kept.' },
      },
    },
  },
}

/** An AdmissionConfiguration, or the file of a plugin that it names. */
export const admissionConfigHelp: Field = {
  says: 'What the admission plugins of the API server are told.',
  keys: {
    ...pluginKeys,
    apiVersion: {
      says: 'The version of this file.',
      values: [
        { text: 'apiserver.config.k8s.io/v1', says: 'That of an AdmissionConfiguration.' },
        ...(Array.isArray(pluginKeys.apiVersion?.values) ? pluginKeys.apiVersion.values : []),
      ],
    },
    kind: {
      says: 'The kind of this file.',
      values: [
        { text: 'AdmissionConfiguration', says: 'Plugins with their configurations.' },
        ...(Array.isArray(pluginKeys.kind?.values) ? pluginKeys.kind.values : []),
      ],
    },
    plugins: {
      says: 'A configuration for each plugin that reads one. It does not turn plugins on.',
      items: {
        says: 'A plugin and its configuration.',
        keys: {
          name: {
            says: 'The plugin.',
            values: configuredPlugins.map(text => ({ text, says: 'A plugin that reads a configuration.' })),
          },
          path: { says: 'The file that holds the configuration; not read where it stands here.' },
          configuration: { says: 'The configuration itself.', keys: pluginKeys },
        },
      },
    },
  },
}
