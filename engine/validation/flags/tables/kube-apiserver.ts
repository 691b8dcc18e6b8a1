import { flagTable } from '../flag.ts'

/** The flags of kube-apiserver v1.35: their types, with what they are when nobody sets them. */
export const kubeApiserverFlags = flagTable({
  types: {
    bool: `
      aggregator-reject-forwarding-redirect=true allow-privileged=false anonymous-auth=true
      audit-log-batch-throttle-enable=false audit-log-compress=false audit-log-truncate-enabled=false
      audit-webhook-batch-throttle-enable=true audit-webhook-truncate-enabled=false contention-profiling=false
      disable-http2-serving=false emulation-forward-compatible=false enable-aggregator-routing=false
      enable-bootstrap-token-auth=false enable-garbage-collector=true enable-logs-handler=false
      enable-priority-and-fairness=true encryption-provider-config-automatic-reload=false help=false
      log-text-split-stream=false permit-address-sharing=false permit-port-sharing=false profiling=true
      runtime-config-emulation-forward-compatible=false service-account-extend-token-expiration=true
      service-account-lookup=true shutdown-send-retry-after=false watch-cache=true`,
    configurationMap: `
      runtime-config`,
    duration: `
      audit-log-batch-max-wait=0s audit-webhook-batch-initial-backoff=10s audit-webhook-batch-max-wait=30s
      audit-webhook-initial-backoff=10s authentication-token-webhook-cache-ttl=2m0s
      authorization-webhook-cache-authorized-ttl=5m0s authorization-webhook-cache-unauthorized-ttl=30s
      coordinated-leadership-lease-duration=15s coordinated-leadership-renew-deadline=10s
      coordinated-leadership-retry-period=2s etcd-compaction-interval=5m0s etcd-count-metric-poll-period=1m0s
      etcd-db-metric-poll-interval=30s etcd-healthcheck-timeout=2s etcd-readycheck-timeout=2s event-ttl=1h0m0s
      kubelet-timeout=5s livez-grace-period=0s log-flush-frequency=5s request-timeout=1m0s
      service-account-max-token-expiration=0s shutdown-delay-duration=0s
      shutdown-watch-termination-grace-period=0s storage-initialization-timeout=1m0s`,
    float32: `
      audit-log-batch-throttle-qps=0 audit-webhook-batch-throttle-qps=10`,
    float64: `
      goaway-chance=0`,
    gates: `
      feature-gates`,
    int: `
      apiserver-count=1 audit-log-batch-buffer-size=10000 audit-log-batch-max-size=1
      audit-log-batch-throttle-burst=0 audit-log-maxage=0 audit-log-maxbackup=0 audit-log-maxsize=0
      audit-webhook-batch-buffer-size=10000 audit-webhook-batch-max-size=400
      audit-webhook-batch-throttle-burst=15 default-watch-cache-size=100 delete-collection-workers=1
      http2-max-streams-per-connection=0 kubernetes-service-node-port=0 max-mutating-requests-inflight=200
      max-requests-inflight=400 min-request-timeout=1800 secure-port=6443`,
    int64: `
      audit-log-truncate-max-batch-size=10485760 audit-log-truncate-max-event-size=102400
      audit-webhook-truncate-max-batch-size=10485760 audit-webhook-truncate-max-event-size=102400
      default-not-ready-toleration-seconds=300 default-unreachable-toleration-seconds=300
      lease-reuse-duration-seconds=60 max-connection-bytes-per-sec=0`,
    ip: `
      advertise-address bind-address=0.0.0.0`,
    level: `
      v=0`,
    namedCertKey: `
      tls-sni-cert-key`,
    onePair: `
      oidc-required-claim`,
    portRange: `
      service-node-port-range=30000-32767`,
    quantity: `
      log-text-info-buffer-size=0`,
    string: `
      admission-control-config-file allow-metric-labels-manifest audit-log-format=json audit-log-mode=blocking
      audit-log-path audit-log-version=audit.k8s.io/v1 audit-policy-file audit-webhook-config-file
      audit-webhook-mode=batch audit-webhook-version=audit.k8s.io/v1 authentication-config
      authentication-token-webhook-config-file authentication-token-webhook-version=v1beta1 authorization-config
      authorization-policy-file authorization-webhook-config-file authorization-webhook-version=v1beta1
      cert-dir=/var/run/kubernetes client-ca-file debug-socket-path egress-selector-config-file
      encryption-provider-config endpoint-reconciler-type=lease etcd-cafile etcd-certfile etcd-keyfile
      etcd-prefix=/registry external-hostname kubelet-certificate-authority kubelet-client-certificate
      kubelet-client-key logging-format=text oidc-ca-file oidc-client-id oidc-groups-claim oidc-groups-prefix
      oidc-issuer-url oidc-username-claim=sub oidc-username-prefix peer-advertise-ip peer-advertise-port
      peer-ca-file proxy-client-cert-file proxy-client-key-file requestheader-client-ca-file
      service-account-jwks-uri service-account-signing-endpoint service-account-signing-key-file
      service-cluster-ip-range show-hidden-metrics-for-version storage-backend
      storage-media-type=application/vnd.kubernetes.protobuf tls-cert-file tls-min-version tls-private-key-file
      token-auth-file tracing-config-file`,
    stringArray: `
      service-account-issuer service-account-key-file`,
    stringSlice: `
      admission-control api-audiences authorization-mode cors-allowed-origins disable-admission-plugins
      disabled-metrics emulated-version enable-admission-plugins etcd-servers etcd-servers-overrides
      kubelet-preferred-address-types=[Hostname,InternalDNS,InternalIP,ExternalDNS,ExternalIP]
      min-compatibility-version oidc-signing-algs=[RS256] requestheader-allowed-names
      requestheader-extra-headers-prefix requestheader-group-headers requestheader-uid-headers
      requestheader-username-headers strict-transport-security-directives tls-cipher-suites watch-cache-sizes`,
    stringToString: `
      allow-metric-labels`,
    uint: `
      kubelet-port=10250 kubelet-read-only-port=10255`,
    version: `
      version=false`,
    vmodule: `
      vmodule`,
  },
  deprecated: [
    [
      'Use --enable-admission-plugins or --disable-admission-plugins instead. Will be removed in a future version.',
      `
      admission-control`,
    ],
    [
      'apiserver-count is deprecated and will be removed in a future version.',
      `
      apiserver-count`,
    ],
    [
      'Deprecated, use --audit-webhook-initial-backoff instead.',
      `
      audit-webhook-batch-initial-backoff`,
    ],
    [
      'watch caches are sized automatically and this flag will be removed in a future version',
      `
      default-watch-cache-size`,
    ],
    [
      'Log handler functionality is deprecated',
      `
      enable-logs-handler`,
    ],
    [
      'kubelet-port is deprecated and will be removed.',
      `
      kubelet-port`,
    ],
    [
      'kubelet-read-only-port is deprecated and will be removed.',
      `
      kubelet-read-only-port`,
    ],
  ],
  hidden:
    'apiserver-count audit-webhook-batch-initial-backoff default-watch-cache-size kubelet-port kubelet-read-only-port',
})
