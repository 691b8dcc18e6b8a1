import { flagTable } from '../flag.ts'

/** The flags of the kubelet v1.35: their types, with what they are when nobody sets them. */
export const kubeletFlags = flagTable({
  types: {
    bool: `
      anonymous-auth=true authentication-token-webhook=false cgroups-per-qos=true contention-profiling=false
      cpu-cfs-quota=true enable-controller-attach-detach=true enable-debugging-handlers=true
      enable-load-reader=false enable-server=true exit-on-lock-contention=false
      experimental-allocatable-ignore-eviction=false fail-cgroupv1=true fail-swap-on=true help=false
      kernel-memcg-notification=false local-storage-capacity-isolation=true log-cadvisor-usage=false
      log-text-split-stream=false make-iptables-util-chains=true protect-kernel-defaults=false
      register-node=true rotate-certificates=false rotate-server-certificates=false runonce=false
      seccomp-default=false serialize-image-pulls=true storage-driver-secure=false`,
    boolMap: `
      feature-gates`,
    configurationMap: `
      node-labels`,
    duration: `
      authentication-token-webhook-cache-ttl=2m0s authorization-webhook-cache-authorized-ttl=5m0s
      authorization-webhook-cache-unauthorized-ttl=30s cpu-cfs-quota-period=100ms
      cpu-manager-reconcile-period=10s eviction-pressure-transition-period=5m0s file-check-frequency=20s
      global-housekeeping-interval=1m0s housekeeping-interval=10s http-check-frequency=20s
      log-flush-frequency=5s minimum-container-ttl-duration=0s minimum-image-ttl-duration=2m0s
      node-status-update-frequency=10s runtime-request-timeout=2m0s storage-driver-buffer-duration=1m0s
      streaming-connection-idle-timeout=4h0m0s sync-frequency=1m0s volume-stats-agg-period=1m0s`,
    int: `
      application-metrics-count-limit=100`,
    int32: `
      container-log-max-files=5 event-burst=100 event-qps=50 eviction-max-pod-grace-period=0 healthz-port=10248
      image-gc-high-threshold=85 image-gc-low-threshold=80 kube-api-burst=100 kube-api-qps=50 max-pods=110
      maximum-dead-containers=-1 maximum-dead-containers-per-container=1 node-status-max-images=50
      oom-score-adj=-999 pods-per-core=0 port=10250 read-only-port=10255 registry-burst=10 registry-qps=5`,
    int64: `
      max-open-files=1000000 pod-max-pids=-1`,
    langleMap: `
      eviction-hard eviction-soft`,
    level: `
      v=0`,
    multimap: `
      manifest-url-header`,
    pairMap: `
      cpu-manager-policy-options eviction-minimum-reclaim eviction-soft-grace-period kube-reserved qos-reserved
      system-reserved topology-manager-policy-options`,
    quantity: `
      log-text-info-buffer-size=0`,
    reservedMemory: `
      reserved-memory`,
    sloppyIp: `
      address=0.0.0.0 healthz-bind-address=127.0.0.1`,
    string: `
      authorization-mode=AlwaysAllow boot-id-file=/proc/sys/kernel/random/boot_id bootstrap-kubeconfig
      cert-dir=/var/lib/kubelet/pki cgroup-driver=cgroupfs cgroup-root client-ca-file cloud-provider
      cluster-domain config config-dir container-hints=/etc/cadvisor/container_hints.json
      container-log-max-size=10Mi container-runtime-endpoint=unix:///run/containerd/containerd.sock
      containerd=/run/containerd/containerd.sock containerd-namespace=k8s.io cpu-manager-policy=none
      event-storage-age-limit=default=0 event-storage-event-limit=default=0 experimental-mounter-path
      hairpin-mode=promiscuous-bridge hostname-override image-credential-provider-bin-dir
      image-credential-provider-config image-service-endpoint
      kube-api-content-type=application/vnd.kubernetes.protobuf kube-reserved-cgroup kubeconfig kubelet-cgroups
      lock-file logging-format=text machine-id-file=/etc/machine-id,/var/lib/dbus/machine-id manifest-url
      memory-manager-policy=None node-ip pod-cidr pod-manifest-path provider-id reserved-cpus
      resolv-conf=/etc/resolv.conf root-dir=/var/lib/kubelet runtime-cgroups storage-driver-db=cadvisor
      storage-driver-host=localhost:8086 storage-driver-password=root storage-driver-table=stats
      storage-driver-user=root system-cgroups system-reserved-cgroup tls-cert-file tls-min-version
      tls-private-key-file topology-manager-policy=none topology-manager-scope=container
      volume-plugin-dir=/usr/libexec/kubernetes/kubelet-plugins/volume/exec/`,
    stringSlice: `
      allowed-unsafe-sysctls cluster-dns enforce-node-allocatable=[pods] tls-cipher-suites`,
    taints: `
      register-with-taints`,
    version: `
      version=false`,
    vmodule: `
      vmodule`,
  },
  deprecated: [
    [
      "This parameter should be set via the config file specified by the Kubelet's --config flag. See https://kubernetes.io/docs/tasks/administer-cluster/kubelet-config-file/ for more information.",
      `
      address allowed-unsafe-sysctls anonymous-auth authentication-token-webhook
      authentication-token-webhook-cache-ttl authorization-mode authorization-webhook-cache-authorized-ttl
      authorization-webhook-cache-unauthorized-ttl cgroup-driver cgroup-root cgroups-per-qos client-ca-file
      cluster-dns cluster-domain container-log-max-files container-log-max-size container-runtime-endpoint
      contention-profiling cpu-cfs-quota cpu-cfs-quota-period cpu-manager-policy cpu-manager-policy-options
      cpu-manager-reconcile-period enable-controller-attach-detach enable-debugging-handlers enable-server
      enforce-node-allocatable event-burst event-qps eviction-hard eviction-max-pod-grace-period
      eviction-minimum-reclaim eviction-pressure-transition-period eviction-soft eviction-soft-grace-period
      fail-swap-on feature-gates file-check-frequency hairpin-mode healthz-bind-address healthz-port
      http-check-frequency image-gc-high-threshold image-gc-low-threshold image-service-endpoint
      kernel-memcg-notification kube-api-burst kube-api-content-type kube-api-qps kube-reserved
      kube-reserved-cgroup kubelet-cgroups local-storage-capacity-isolation log-text-info-buffer-size
      log-text-split-stream logging-format make-iptables-util-chains manifest-url manifest-url-header
      max-open-files max-pods memory-manager-policy minimum-image-ttl-duration node-status-max-images
      node-status-update-frequency oom-score-adj pod-cidr pod-manifest-path pod-max-pids pods-per-core port
      protect-kernel-defaults qos-reserved read-only-port register-node register-with-taints registry-burst
      registry-qps reserved-cpus reserved-memory resolv-conf rotate-certificates rotate-server-certificates
      runonce runtime-request-timeout serialize-image-pulls streaming-connection-idle-timeout sync-frequency
      system-cgroups system-reserved system-reserved-cgroup tls-cert-file tls-cipher-suites tls-min-version
      tls-private-key-file topology-manager-policy topology-manager-policy-options topology-manager-scope
      volume-plugin-dir volume-stats-agg-period`,
    ],
    [
      'This is a cadvisor flag that was mistakenly registered with the Kubelet. Due to legacy concerns, it will follow the standard CLI deprecation timeline before being removed.',
      `
      application-metrics-count-limit boot-id-file container-hints containerd containerd-namespace
      enable-load-reader event-storage-age-limit event-storage-event-limit global-housekeeping-interval
      log-cadvisor-usage machine-id-file storage-driver-buffer-duration storage-driver-db storage-driver-host
      storage-driver-password storage-driver-secure storage-driver-table storage-driver-user`,
    ],
    [
      'will be removed in 1.25 or later.',
      `
      experimental-allocatable-ignore-eviction`,
    ],
    [
      'will be removed in 1.25 or later. in favor of using CSI.',
      `
      experimental-mounter-path`,
    ],
    [
      'Use --eviction-hard or --eviction-soft instead. Will be removed in a future version.',
      `
      maximum-dead-containers maximum-dead-containers-per-container minimum-container-ttl-duration`,
    ],
  ],
})
