/** Controllers of kube-controller-manager, each with its older name where it has one. */
const written = `
  serviceaccount-token-controller=serviceaccount-token endpoints-controller=endpoint
  endpointslice-controller=endpointslice endpointslice-mirroring-controller=endpointslicemirroring
  replicationcontroller-controller=replicationcontroller pod-garbage-collector-controller=podgc
  resourcequota-controller=resourcequota namespace-controller=namespace serviceaccount-controller=serviceaccount
  garbage-collector-controller=garbagecollector daemonset-controller=daemonset job-controller=job
  deployment-controller=deployment replicaset-controller=replicaset
  horizontal-pod-autoscaler-controller=horizontalpodautoscaling disruption-controller=disruption
  statefulset-controller=statefulset cronjob-controller=cronjob
  certificatesigningrequest-signing-controller=csrsigning
  certificatesigningrequest-approving-controller=csrapproving
  certificatesigningrequest-cleaner-controller=csrcleaner podcertificaterequest-cleaner-controller ttl-controller=ttl
  bootstrap-signer-controller=bootstrapsigner token-cleaner-controller=tokencleaner node-ipam-controller=nodeipam
  node-lifecycle-controller=nodelifecycle taint-eviction-controller device-taint-eviction-controller
  service-lb-controller=service node-route-controller=route cloud-node-lifecycle-controller=cloud-node-lifecycle
  persistentvolume-binder-controller=persistentvolume-binder persistentvolume-attach-detach-controller=attachdetach
  persistentvolume-expander-controller=persistentvolume-expander
  clusterrole-aggregation-controller=clusterrole-aggregation
  persistentvolumeclaim-protection-controller=pvc-protection persistentvolume-protection-controller=pv-protection
  volumeattributesclass-protection-controller ttl-after-finished-controller=ttl-after-finished
  root-ca-certificate-publisher-controller=root-ca-cert-publisher
  kube-apiserver-serving-clustertrustbundle-publisher-controller ephemeral-volume-controller=ephemeral-volume
  storageversion-garbage-collector-controller=storage-version-gc resourceclaim-controller=resource-claim-controller
  legacy-serviceaccount-token-cleaner-controller=legacy-service-account-token-cleaner
  validatingadmissionpolicy-status-controller service-cidr-controller storage-version-migrator-controller
  selinux-warning-controller`

/** Every name that `--controllers` takes, but `*`. */
export const controllerNames: ReadonlySet<string> = new Set(written.trim().split(/[\s=]+/))
