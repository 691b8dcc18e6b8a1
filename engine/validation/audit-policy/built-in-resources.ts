/** A resource that a plain v1.35 API server serves. */
export interface BuiltInResource {
  readonly resource: string
  readonly shortNames: readonly string[]
  /** `''` is the core group. */
  readonly group: string
  /** The preferred version. */
  readonly version: string
  readonly namespaced: boolean
  readonly kind: string
  readonly subresources: readonly string[]
}

/** As discovery lists them: resource, short names, apiVersion, namespaced, kind, subresources. */
const discovered = `
bindings                          -        v1                              true  Binding                          -
componentstatuses                 cs       v1                              false ComponentStatus                  -
configmaps                        cm       v1                              true  ConfigMap                        -
endpoints                         ep       v1                              true  Endpoints                        -
events                            ev       v1                              true  Event                            -
limitranges                       limits   v1                              true  LimitRange                       -
namespaces                        ns       v1                              false Namespace                        finalize,status
nodes                             no       v1                              false Node                             proxy,status
persistentvolumeclaims            pvc      v1                              true  PersistentVolumeClaim            status
persistentvolumes                 pv       v1                              false PersistentVolume                 status
pods                              po       v1                              true  Pod                              attach,binding,ephemeralcontainers,eviction,exec,log,portforward,proxy,resize,status
podtemplates                      -        v1                              true  PodTemplate                      -
replicationcontrollers            rc       v1                              true  ReplicationController            scale,status
resourcequotas                    quota    v1                              true  ResourceQuota                    status
secrets                           -        v1                              true  Secret                           -
serviceaccounts                   sa       v1                              true  ServiceAccount                   token
services                          svc      v1                              true  Service                          proxy,status
mutatingwebhookconfigurations     -        admissionregistration.k8s.io/v1 false MutatingWebhookConfiguration     -
validatingadmissionpolicies       -        admissionregistration.k8s.io/v1 false ValidatingAdmissionPolicy        status
validatingadmissionpolicybindings -        admissionregistration.k8s.io/v1 false ValidatingAdmissionPolicyBinding -
validatingwebhookconfigurations   -        admissionregistration.k8s.io/v1 false ValidatingWebhookConfiguration   -
customresourcedefinitions         crd,crds apiextensions.k8s.io/v1         false CustomResourceDefinition         status
apiservices                       -        apiregistration.k8s.io/v1       false APIService                       status
controllerrevisions               -        apps/v1                         true  ControllerRevision               -
daemonsets                        ds       apps/v1                         true  DaemonSet                        status
deployments                       deploy   apps/v1                         true  Deployment                       scale,status
replicasets                       rs       apps/v1                         true  ReplicaSet                       scale,status
statefulsets                      sts      apps/v1                         true  StatefulSet                      scale,status
selfsubjectreviews                -        authentication.k8s.io/v1        false SelfSubjectReview                -
tokenreviews                      -        authentication.k8s.io/v1        false TokenReview                      -
localsubjectaccessreviews         -        authorization.k8s.io/v1         true  LocalSubjectAccessReview         -
selfsubjectaccessreviews          -        authorization.k8s.io/v1         false SelfSubjectAccessReview          -
selfsubjectrulesreviews           -        authorization.k8s.io/v1         false SelfSubjectRulesReview           -
subjectaccessreviews              -        authorization.k8s.io/v1         false SubjectAccessReview              -
horizontalpodautoscalers          hpa      autoscaling/v2                  true  HorizontalPodAutoscaler          status
cronjobs                          cj       batch/v1                        true  CronJob                          status
jobs                              -        batch/v1                        true  Job                              status
certificatesigningrequests        csr      certificates.k8s.io/v1          false CertificateSigningRequest        approval,status
leases                            -        coordination.k8s.io/v1          true  Lease                            -
endpointslices                    -        discovery.k8s.io/v1             true  EndpointSlice                    -
events                            ev       events.k8s.io/v1                true  Event                            -
flowschemas                       -        flowcontrol.apiserver.k8s.io/v1 false FlowSchema                       status
prioritylevelconfigurations       -        flowcontrol.apiserver.k8s.io/v1 false PriorityLevelConfiguration       status
ingressclasses                    -        networking.k8s.io/v1            false IngressClass                     -
ingresses                         ing      networking.k8s.io/v1            true  Ingress                          status
ipaddresses                       ip       networking.k8s.io/v1            false IPAddress                        -
networkpolicies                   netpol   networking.k8s.io/v1            true  NetworkPolicy                    -
servicecidrs                      -        networking.k8s.io/v1            false ServiceCIDR                      status
runtimeclasses                    -        node.k8s.io/v1                  false RuntimeClass                     -
poddisruptionbudgets              pdb      policy/v1                       true  PodDisruptionBudget              status
clusterrolebindings               -        rbac.authorization.k8s.io/v1    false ClusterRoleBinding               -
clusterroles                      -        rbac.authorization.k8s.io/v1    false ClusterRole                      -
rolebindings                      -        rbac.authorization.k8s.io/v1    true  RoleBinding                      -
roles                             -        rbac.authorization.k8s.io/v1    true  Role                             -
deviceclasses                     -        resource.k8s.io/v1              false DeviceClass                      -
resourceclaims                    -        resource.k8s.io/v1              true  ResourceClaim                    status
resourceclaimtemplates            -        resource.k8s.io/v1              true  ResourceClaimTemplate            -
resourceslices                    -        resource.k8s.io/v1              false ResourceSlice                    -
priorityclasses                   pc       scheduling.k8s.io/v1            false PriorityClass                    -
csidrivers                        -        storage.k8s.io/v1               false CSIDriver                        -
csinodes                          -        storage.k8s.io/v1               false CSINode                          -
csistoragecapacities              -        storage.k8s.io/v1               true  CSIStorageCapacity               -
storageclasses                    sc       storage.k8s.io/v1               false StorageClass                     -
volumeattachments                 -        storage.k8s.io/v1               false VolumeAttachment                 status
volumeattributesclasses           vac      storage.k8s.io/v1               false VolumeAttributesClass            -
`

export const builtInResources: readonly BuiltInResource[] = discovered
  .trim()
  .split('\n')
  .map(line => {
    const [resource = '', short = '', apiVersion = '', namespaced, kind = '', sub = ''] = line.split(/ +/)
    const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion]
    const list = (words: string) => (words === '-' ? [] : words.split(','))
    return {
      resource,
      shortNames: list(short),
      group: group ?? '',
      version: version ?? '',
      namespaced: namespaced === 'true',
      kind,
      subresources: list(sub),
    }
  })

/** A resource by name, in a group where one is given; `events` without one is the core group's. */
export function builtIn(resource: string, group?: string): BuiltInResource | undefined {
  return builtInResources.find(each => each.resource === resource && (group === undefined || each.group === group))
}
