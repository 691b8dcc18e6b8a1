import { flagTable } from '../flag.ts'

/** The flags of kube-scheduler v1.35: their types, with what they are when nobody sets them. */
export const kubeSchedulerFlags = flagTable({
  types: {
    bool: `
      authentication-skip-lookup=false authentication-tolerate-lookup-failure=true contention-profiling=true
      disable-http2-serving=false help=false leader-elect=true log-text-split-stream=false
      permit-address-sharing=false permit-port-sharing=false profiling=true`,
    duration: `
      authentication-token-webhook-cache-ttl=10s authorization-webhook-cache-authorized-ttl=10s
      authorization-webhook-cache-unauthorized-ttl=10s leader-elect-lease-duration=15s
      leader-elect-renew-deadline=10s leader-elect-retry-period=2s log-flush-frequency=5s
      pod-max-in-unschedulable-pods-duration=5m0s`,
    float32: `
      kube-api-qps=50`,
    gates: `
      feature-gates`,
    int: `
      http2-max-streams-per-connection=0 secure-port=10259`,
    int32: `
      kube-api-burst=100`,
    ip: `
      bind-address=0.0.0.0`,
    level: `
      v=0`,
    namedCertKey: `
      tls-sni-cert-key`,
    quantity: `
      log-text-info-buffer-size=0`,
    string: `
      allow-metric-labels-manifest authentication-kubeconfig authorization-kubeconfig cert-dir client-ca-file
      config kube-api-content-type=application/vnd.kubernetes.protobuf kubeconfig
      leader-elect-resource-lock=leases leader-elect-resource-name=kube-scheduler
      leader-elect-resource-namespace=kube-system logging-format=text master requestheader-client-ca-file
      show-hidden-metrics-for-version tls-cert-file tls-min-version tls-private-key-file write-config-to`,
    stringSlice: `
      authorization-always-allow-paths=[/healthz,/readyz,/livez] disabled-metrics emulated-version
      min-compatibility-version requestheader-allowed-names requestheader-extra-headers-prefix=[x-remote-extra-]
      requestheader-group-headers=[x-remote-group] requestheader-uid-headers
      requestheader-username-headers=[x-remote-user] tls-cipher-suites`,
    stringToString: `
      allow-metric-labels`,
    version: `
      version=false`,
    vmodule: `
      vmodule`,
  },
})
