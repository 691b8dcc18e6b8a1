import { flagTable } from '../flag.ts'

/** The flags of kube-controller-manager v1.35: their types, with what they are when nobody sets them. */
export const kubeControllerManagerFlags = flagTable({
  types: {
    bool: `
      allocate-node-cidrs=false allow-untagged-cloud=false authentication-skip-lookup=false
      authentication-tolerate-lookup-failure=false configure-cloud-routes=true contention-profiling=false
      disable-attach-detach-reconcile-sync=false disable-force-detach-on-timeout=false
      disable-http2-serving=false enable-dynamic-provisioning=true enable-garbage-collector=true
      enable-hostpath-provisioner=false enable-leader-migration=false help=false leader-elect=true
      log-text-split-stream=false permit-address-sharing=false permit-port-sharing=false profiling=true
      use-service-account-credentials=false`,
    duration: `
      attach-detach-reconcile-sync-period=1m0s authentication-token-webhook-cache-ttl=10s
      authorization-webhook-cache-authorized-ttl=10s authorization-webhook-cache-unauthorized-ttl=10s
      cluster-signing-duration=8760h0m0s controller-shutdown-timeout=10s controller-start-interval=0s
      endpoint-updates-batch-period=0s endpointslice-updates-batch-period=0s
      horizontal-pod-autoscaler-cpu-initialization-period=5m0s
      horizontal-pod-autoscaler-downscale-stabilization=5m0s
      horizontal-pod-autoscaler-initial-readiness-delay=30s horizontal-pod-autoscaler-sync-period=15s
      leader-elect-lease-duration=15s leader-elect-renew-deadline=10s leader-elect-retry-period=2s
      legacy-service-account-token-clean-up-period=8760h0m0s log-flush-frequency=5s min-resync-period=12h0m0s
      mirroring-endpointslice-updates-batch-period=0s namespace-sync-period=5m0s node-monitor-grace-period=50s
      node-monitor-period=5s node-startup-grace-period=1m0s node-sync-period=0s pvclaimbinder-sync-period=15s
      resource-quota-sync-period=5m0s route-reconciliation-period=10s`,
    float32: `
      kube-api-qps=20 node-eviction-rate=0.1 secondary-node-eviction-rate=0.01 unhealthy-zone-threshold=0.55`,
    float64: `
      horizontal-pod-autoscaler-tolerance=0.1`,
    gates: `
      feature-gates`,
    int: `
      http2-max-streams-per-connection=0 secure-port=10257`,
    int32: `
      concurrent-cron-job-syncs=5 concurrent-daemonset-syncs=2 concurrent-deployment-syncs=5
      concurrent-device-taint-eviction-syncs=8 concurrent-endpoint-syncs=5 concurrent-ephemeralvolume-syncs=5
      concurrent-gc-syncs=20 concurrent-horizontal-pod-autoscaler-syncs=5 concurrent-job-syncs=5
      concurrent-namespace-syncs=10 concurrent-rc-syncs=5 concurrent-replicaset-syncs=5
      concurrent-resource-quota-syncs=5 concurrent-service-endpoint-syncs=5 concurrent-service-syncs=1
      concurrent-serviceaccount-token-syncs=5 concurrent-statefulset-syncs=5
      concurrent-ttl-after-finished-syncs=5 concurrent-validating-admission-policy-status-syncs=5
      kube-api-burst=30 large-cluster-size-threshold=50 max-endpoints-per-slice=100
      mirroring-concurrent-service-endpoint-syncs=5 mirroring-max-endpoints-per-subset=1000
      node-cidr-mask-size=0 node-cidr-mask-size-ipv4=0 node-cidr-mask-size-ipv6=0
      pv-recycler-increment-timeout-nfs=30 pv-recycler-minimum-timeout-hostpath=60
      pv-recycler-minimum-timeout-nfs=300 pv-recycler-timeout-increment-hostpath=30
      terminated-pod-gc-threshold=12500`,
    ip: `
      bind-address=0.0.0.0`,
    level: `
      v=0`,
    namedCertKey: `
      tls-sni-cert-key`,
    quantity: `
      log-text-info-buffer-size=0`,
    string: `
      allow-metric-labels-manifest authentication-kubeconfig authorization-kubeconfig cert-dir
      cidr-allocator-type=RangeAllocator client-ca-file cloud-config cloud-provider cluster-cidr
      cluster-name=kubernetes cluster-signing-cert-file cluster-signing-key-file
      cluster-signing-kube-apiserver-client-cert-file cluster-signing-kube-apiserver-client-key-file
      cluster-signing-kubelet-client-cert-file cluster-signing-kubelet-client-key-file
      cluster-signing-kubelet-serving-cert-file cluster-signing-kubelet-serving-key-file
      cluster-signing-legacy-unknown-cert-file cluster-signing-legacy-unknown-key-file
      external-cloud-volume-plugin flex-volume-plugin-dir=/usr/libexec/kubernetes/kubelet-plugins/volume/exec/
      kube-api-content-type=application/vnd.kubernetes.protobuf kubeconfig leader-elect-resource-lock=leases
      leader-elect-resource-name=kube-controller-manager leader-elect-resource-namespace=kube-system
      leader-migration-config logging-format=text master pv-recycler-pod-template-filepath-hostpath
      pv-recycler-pod-template-filepath-nfs requestheader-client-ca-file root-ca-file
      service-account-private-key-file service-cluster-ip-range show-hidden-metrics-for-version tls-cert-file
      tls-min-version tls-private-key-file`,
    stringSlice: `
      authorization-always-allow-paths=[/healthz,/readyz,/livez] controllers=[*] disabled-metrics
      emulated-version min-compatibility-version requestheader-allowed-names
      requestheader-extra-headers-prefix=[x-remote-extra-] requestheader-group-headers=[x-remote-group]
      requestheader-uid-headers requestheader-username-headers=[x-remote-user] tls-cipher-suites`,
    stringToString: `
      allow-metric-labels`,
    version: `
      version=false`,
    vmodule: `
      vmodule`,
  },
  deprecated: [
    [
      'This flag is deprecated and will be removed in a future release. A cluster-id will be required on cloud instances.',
      `
      allow-untagged-cloud`,
    ],
    [
      'This flag is currently no-op and will be deleted.',
      `
      node-sync-period`,
    ],
  ],
  hidden: 'allow-untagged-cloud node-sync-period',
})
