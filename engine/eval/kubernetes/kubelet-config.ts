import { z } from 'zod'
import type { KubeletConfig } from '../../validation/kubelet-config/defaults.ts'
import { readKubeletConfig } from '../../validation/kubelet-config/read.ts'
import { durationText } from '../../validation/kubernetes/duration.ts'
import { type Evaluator, evaluator, type Line, present } from '../evaluator.ts'

/** Whether a kubelet takes a file, and what is in force with it. The mode of authorization is asked when it runs. */
export const kubeletConfig: Evaluator = evaluator(
  'the text of a KubeletConfiguration: whether the kubelet loads it and finds it valid, and what is in force',
  z.object({ text: z.string() }),
  ({ text }) => {
    const { value, refusal, logged } = readKubeletConfig(text)
    const logs = logged.length > 0 ? logged.map(line => `I ${line}`) : undefined
    const effective = value && inForce(value)
    if (refusal === undefined || refusal.when === 'running') return present({ ok: true, effective, logs })
    if (refusal.when === 'validating') return present({ ok: false, effective, validationError: refusal.words, logs })
    if (refusal.panics) return present({ ok: false, loadError: `panic: ${refusal.words}`, panic: refusal.words })
    return { ok: false, loadError: refusal.words }
  },
)

function inForce(config: KubeletConfig): Line {
  return {
    address: config.address,
    allowedUnsafeSysctls: config.allowedUnsafeSysctls ?? null,
    anonymous: config.authentication.anonymous.enabled,
    authorizationMode: config.authorization.mode,
    cgroupDriver: config.cgroupDriver,
    clientCAFile: config.authentication.x509.clientCAFile,
    clusterDNS: config.clusterDNS ?? null,
    clusterDomain: config.clusterDomain,
    containerLogMaxSize: config.containerLogMaxSize,
    enableDebuggingHandlers: config.enableDebuggingHandlers,
    enableProfilingHandler: config.enableProfilingHandler,
    eventRecordQPS: config.eventRecordQPS,
    failSwapOn: config.failSwapOn,
    featureGates: config.featureGates ? Object.fromEntries(config.featureGates) : null,
    fileCheckFrequency: durationText(config.fileCheckFrequency),
    healthzBindAddress: config.healthzBindAddress,
    healthzPort: config.healthzPort,
    imageGCHigh: config.imageGCHighThresholdPercent,
    makeIPTablesUtilChains: config.makeIPTablesUtilChains,
    maxPods: config.maxPods,
    podPidsLimit: Number(config.podPidsLimit),
    port: config.port,
    protectKernelDefaults: config.protectKernelDefaults,
    readOnlyPort: config.readOnlyPort,
    registerNode: config.registerNode,
    rotateCertificates: config.rotateCertificates,
    seccompDefault: config.seccompDefault,
    serverTLSBootstrap: config.serverTLSBootstrap,
    staticPodPath: config.staticPodPath,
    streamingConnectionIdleTimeout: durationText(config.streamingConnectionIdleTimeout),
    tlsCertFile: config.tlsCertFile,
    tlsCipherSuites: config.tlsCipherSuites ?? null,
    tlsMinVersion: config.tlsMinVersion,
    tlsPrivateKeyFile: config.tlsPrivateKeyFile,
    webhook: config.authentication.webhook.enabled,
  }
}
