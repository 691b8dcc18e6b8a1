import { bool, embedded, int32, int64, list, map, pointer, struct, text } from '../decode-types.ts'
import { intOrString, quantity, resourceList } from '../decode-values.ts'

/** `v1.LocalObjectReference`, and its field for types that embed it. */
const localReferenceFields = { name: text() }
export const localReference = struct('v1.LocalObjectReference', localReferenceFields)
export const ofLocalReference = embedded('LocalObjectReference', localReferenceFields)

const seccompProfile = struct('v1.SeccompProfile', {
  type: text('v1.SeccompProfileType'),
  localhostProfile: pointer(text()),
})
const appArmorProfile = struct('v1.AppArmorProfile', {
  type: text('v1.AppArmorProfileType'),
  localhostProfile: pointer(text()),
})
const seLinuxOptions = struct('v1.SELinuxOptions', { user: text(), role: text(), type: text(), level: text() })
const windowsOptions = struct('v1.WindowsSecurityContextOptions', {
  gmsaCredentialSpecName: pointer(text()),
  gmsaCredentialSpec: pointer(text()),
  runAsUserName: pointer(text()),
  hostProcess: pointer(bool),
})

/** What the security contexts of pods and containers share. */
const identity = {
  seLinuxOptions: pointer(seLinuxOptions),
  windowsOptions: pointer(windowsOptions),
  runAsUser: pointer(int64),
  runAsGroup: pointer(int64),
  runAsNonRoot: pointer(bool),
  seccompProfile: pointer(seccompProfile),
  appArmorProfile: pointer(appArmorProfile),
}

export const securityContext = struct('v1.SecurityContext', {
  ...identity,
  capabilities: pointer(
    struct('v1.Capabilities', { add: list(text('v1.Capability')), drop: list(text('v1.Capability')) }),
  ),
  privileged: pointer(bool),
  readOnlyRootFilesystem: pointer(bool),
  allowPrivilegeEscalation: pointer(bool),
  procMount: pointer(text('v1.ProcMountType')),
})

export const podSecurityContext = struct('v1.PodSecurityContext', {
  ...identity,
  supplementalGroups: list(int64),
  supplementalGroupsPolicy: pointer(text('v1.SupplementalGroupsPolicy')),
  fsGroup: pointer(int64),
  sysctls: list(struct('v1.Sysctl', { name: text(), value: text() })),
  fsGroupChangePolicy: pointer(text('v1.PodFSGroupChangePolicy')),
  seLinuxChangePolicy: pointer(text('v1.PodSELinuxChangePolicy')),
})

export const resources = struct('v1.ResourceRequirements', {
  limits: resourceList,
  requests: resourceList,
  claims: list(struct('v1.ResourceClaim', { name: text(), request: text() })),
})

export const fieldSelector = struct('v1.ObjectFieldSelector', { apiVersion: text(), fieldPath: text() })
export const resourceSelector = struct('v1.ResourceFieldSelector', {
  containerName: text(),
  resource: text(),
  divisor: quantity,
})

const ofObject = { ...ofLocalReference, optional: pointer(bool) }
const keyOf = { ...ofLocalReference, key: text(), optional: pointer(bool) }

const envVar = struct('v1.EnvVar', {
  name: text(),
  value: text(),
  valueFrom: pointer(
    struct('v1.EnvVarSource', {
      fieldRef: pointer(fieldSelector),
      resourceFieldRef: pointer(resourceSelector),
      configMapKeyRef: pointer(struct('v1.ConfigMapKeySelector', keyOf)),
      secretKeyRef: pointer(struct('v1.SecretKeySelector', keyOf)),
      fileKeyRef: pointer(
        struct('v1.FileKeySelector', { volumeName: text(), path: text(), key: text(), optional: pointer(bool) }),
      ),
    }),
  ),
})

const envFrom = struct('v1.EnvFromSource', {
  prefix: text(),
  configMapRef: pointer(struct('v1.ConfigMapEnvSource', ofObject)),
  secretRef: pointer(struct('v1.SecretEnvSource', ofObject)),
})

const execAction = struct('v1.ExecAction', { command: list(text()) })
const httpGet = struct('v1.HTTPGetAction', {
  path: text(),
  port: intOrString,
  host: text(),
  scheme: text('v1.URIScheme'),
  httpHeaders: list(struct('v1.HTTPHeader', { name: text(), value: text() })),
})
const tcpSocket = struct('v1.TCPSocketAction', { port: intOrString, host: text() })

const probe = struct('v1.Probe', {
  ...embedded('ProbeHandler', {
    exec: pointer(execAction),
    httpGet: pointer(httpGet),
    tcpSocket: pointer(tcpSocket),
    grpc: pointer(struct('v1.GRPCAction', { port: int32, service: pointer(text()) })),
  }),
  initialDelaySeconds: int32,
  timeoutSeconds: int32,
  periodSeconds: int32,
  successThreshold: int32,
  failureThreshold: int32,
  terminationGracePeriodSeconds: pointer(int64),
})

const lifecycleHandler = struct('v1.LifecycleHandler', {
  exec: pointer(execAction),
  httpGet: pointer(httpGet),
  tcpSocket: pointer(tcpSocket),
  sleep: pointer(struct('v1.SleepAction', { seconds: int64 })),
})

const restartRule = struct('v1.ContainerRestartRule', {
  action: text('v1.ContainerRestartRuleAction'),
  exitCodes: pointer(
    struct('v1.ContainerRestartRuleOnExitCodes', {
      operator: text('v1.ContainerRestartRuleOnExitCodesOperator'),
      values: list(int32),
    }),
  ),
})

const containerFields = {
  name: text(),
  image: text(),
  command: list(text()),
  args: list(text()),
  workingDir: text(),
  ports: list(
    struct('v1.ContainerPort', {
      name: text(),
      hostPort: int32,
      containerPort: int32,
      protocol: text('v1.Protocol'),
      hostIP: text(),
    }),
  ),
  envFrom: list(envFrom),
  env: list(envVar),
  resources,
  resizePolicy: list(
    struct('v1.ContainerResizePolicy', {
      resourceName: text('v1.ResourceName'),
      restartPolicy: text('v1.ResourceResizeRestartPolicy'),
    }),
  ),
  restartPolicy: pointer(text('v1.ContainerRestartPolicy')),
  restartPolicyRules: list(restartRule),
  volumeMounts: list(
    struct('v1.VolumeMount', {
      name: text(),
      readOnly: bool,
      recursiveReadOnly: pointer(text('v1.RecursiveReadOnlyMode')),
      mountPath: text(),
      subPath: text(),
      mountPropagation: pointer(text('v1.MountPropagationMode')),
      subPathExpr: text(),
    }),
  ),
  volumeDevices: list(struct('v1.VolumeDevice', { name: text(), devicePath: text() })),
  livenessProbe: pointer(probe),
  readinessProbe: pointer(probe),
  startupProbe: pointer(probe),
  lifecycle: pointer(
    struct('v1.Lifecycle', {
      postStart: pointer(lifecycleHandler),
      preStop: pointer(lifecycleHandler),
      stopSignal: pointer(text('v1.Signal')),
    }),
  ),
  terminationMessagePath: text(),
  terminationMessagePolicy: text('v1.TerminationMessagePolicy'),
  imagePullPolicy: text('v1.PullPolicy'),
  securityContext: pointer(securityContext),
  stdin: bool,
  stdinOnce: bool,
  tty: bool,
}

export const container = struct('v1.Container', containerFields)
export const ephemeralContainer = struct('v1.EphemeralContainer', {
  ...embedded('EphemeralContainerCommon', containerFields),
  targetContainerName: text(),
})

/** `v1.TypedLocalObjectReference` and its like. */
export const typedReference = struct('v1.TypedLocalObjectReference', {
  apiGroup: pointer(text()),
  kind: text(),
  name: text(),
})
export const stringMap = map(text())
