import type { Field } from '../field.ts'

const bool = (says: string, on: string, off: string): Field => ({
  says,
  values: [
    { text: 'true', says: on },
    { text: 'false', says: off },
  ],
})

/** The fields of a KubeletConfiguration that decide how safe a node is, for hover and completion. */
export const kubeletConfigHelp: Field = {
  says: 'How the kubelet of a node works. Flags on its command line count more than this file.',
  keys: {
    apiVersion: {
      says: 'The version of this file.',
      values: [{ text: 'kubelet.config.k8s.io/v1beta1', says: 'The version that the kubelet reads.' }],
    },
    kind: { says: 'The kind of this file.', values: [{ text: 'KubeletConfiguration', says: 'This kind.' }] },
    authentication: {
      says: 'How the kubelet finds out who asks it.',
      keys: {
        anonymous: {
          says: 'Requests without credentials.',
          keys: { enabled: bool('Whether they come in.', 'As system:anonymous.', 'They are refused. The default.') },
        },
        webhook: {
          says: 'Tokens, which the API server is asked about.',
          keys: {
            enabled: bool('Whether tokens count.', 'They do. The default.', 'They do not.'),
            cacheTTL: { says: 'How long an answer of the API server is kept. 2m where nothing is written.' },
          },
        },
        x509: {
          says: 'Certificates of clients.',
          keys: { clientCAFile: { says: 'The authorities whose certificates count.' } },
        },
      },
    },
    authorization: {
      says: 'Who may ask the kubelet for what.',
      keys: {
        mode: {
          says: 'Who decides.',
          values: [
            { text: 'Webhook', says: 'The API server is asked. The default.' },
            { text: 'AlwaysAllow', says: 'Everything is allowed.' },
          ],
        },
        webhook: {
          says: 'How long answers of the API server are kept.',
          keys: {
            cacheAuthorizedTTL: { says: 'Those that allow. 5m where nothing is written.' },
            cacheUnauthorizedTTL: { says: 'Those that refuse. 30s where nothing is written.' },
          },
        },
      },
    },
    readOnlyPort: { says: 'A port that tells of all Pods, unencrypted. 0, which is the default, closes it.' },
    port: { says: 'The port of the kubelet. 10250 where nothing is written.' },
    address: { says: 'The address that the kubelet listens at. All of them where nothing is written.' },
    tlsCertFile: { says: 'The certificate that the kubelet shows.' },
    tlsPrivateKeyFile: { says: 'The key of that certificate.' },
    tlsMinVersion: {
      says: 'The oldest version of TLS that is spoken.',
      values: [
        { text: 'VersionTLS12', says: 'TLS 1.2.' },
        { text: 'VersionTLS13', says: 'TLS 1.3.' },
      ],
    },
    tlsCipherSuites: { says: 'The ciphers that are spoken.', items: { says: 'A cipher by its long name.' } },
    rotateCertificates: bool(
      'Whether the kubelet asks for a new certificate before its own ends.',
      'It does.',
      'It does not. The default.',
    ),
    serverTLSBootstrap: bool(
      'Whether the cluster signs the certificate that the kubelet shows.',
      'It does, once somebody approves it.',
      'The kubelet signs it itself. The default.',
    ),
    protectKernelDefaults: bool(
      'What the kubelet does where settings of the kernel differ from what it wants.',
      'It ends.',
      'It changes them. The default.',
    ),
    seccompDefault: bool(
      'Which seccomp profile containers get that name none.',
      'The one of the runtime.',
      'None. The default.',
    ),
    eventRecordQPS: { says: 'How many events the kubelet reports in a second. 0 sets no limit.' },
    streamingConnectionIdleTimeout: {
      says: 'When a connection ends over which nothing goes. 4h where nothing is written.',
    },
    makeIPTablesUtilChains: bool(
      'Whether the kubelet keeps its chains in iptables.',
      'It does. The default.',
      'It does not.',
    ),
    podPidsLimit: { says: 'How many processes a Pod may have. -1 sets no limit.' },
    staticPodPath: { says: 'The folder with manifests of Pods that the kubelet runs by itself.' },
    cgroupDriver: {
      says: 'Who makes the cgroups; it has to be whom the runtime asks.',
      values: [
        { text: 'systemd', says: 'Systemd.' },
        { text: 'cgroupfs', says: 'The kubelet. The default.' },
      ],
    },
    allowedUnsafeSysctls: {
      says: 'Settings of the kernel that Pods may make though they reach beyond the Pod.',
      items: { says: 'A setting, or the beginning of one with a * behind it.' },
    },
    enableDebuggingHandlers: bool(
      'Whether exec, attach, logs and port-forward work.',
      'They do. The default.',
      'They do not.',
    ),
    enableProfilingHandler: bool(
      'Whether the kubelet shows profiles of itself.',
      'It does. The default.',
      'It does not.',
    ),
    featureGates: { says: 'What is switched on or off by its name.', others: { says: 'A gate.' } },
  },
}
