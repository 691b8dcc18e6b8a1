/** What a field takes: `table` stands for whatever go-toml decodes from one. */
export type FieldType = 'string' | 'int' | 'bool' | 'strings' | 'table'

/** A key and how containerd's own source calls and types it, for the words of its errors. */
export interface Field {
  readonly type: FieldType
  readonly name: string
}

export type Fields = Readonly<Record<string, Field>>

const of = (type: FieldType, name: string): Field => ({ type, name })

/** The top level of the file. */
export const configFields: Fields = {
  version: of('int', 'Version'),
  root: of('string', 'Root'),
  state: of('string', 'State'),
  temp: of('string', 'TempDir'),
  plugin_dir: of('string', 'PluginDir'),
  grpc: of('table', 'GRPC'),
  ttrpc: of('table', 'TTRPC'),
  debug: of('table', 'Debug'),
  metrics: of('table', 'Metrics'),
  disabled_plugins: of('strings', 'DisabledPlugins'),
  required_plugins: of('strings', 'RequiredPlugins'),
  plugins: of('table', 'Plugins'),
  oom_score: of('int', 'OOMScore'),
  cgroup: of('table', 'Cgroup'),
  proxy_plugins: of('table', 'ProxyPlugins'),
  timeouts: of('table', 'Timeouts'),
  imports: of('strings', 'Imports'),
  stream_processors: of('table', 'StreamProcessors'),
}

/** `plugins.'io.containerd.cri.v1.runtime'` */
export const pluginFields: Fields = {
  containerd: of('table', 'ContainerdConfig'),
  cni: of('table', 'CniConfig'),
  enable_selinux: of('bool', 'EnableSelinux'),
  selinux_category_range: of('int', 'SelinuxCategoryRange'),
  max_container_log_line_size: of('int', 'MaxContainerLogLineSize'),
  disable_apparmor: of('bool', 'DisableApparmor'),
  restrict_oom_score_adj: of('bool', 'RestrictOOMScoreAdj'),
  disable_proc_mount: of('bool', 'DisableProcMount'),
  unset_seccomp_profile: of('string', 'UnsetSeccompProfile'),
  tolerate_missing_hugetlb_controller: of('bool', 'TolerateMissingHugetlbController'),
  disable_hugetlb_controller: of('bool', 'DisableHugetlbController'),
  device_ownership_from_security_context: of('bool', 'DeviceOwnershipFromSecurityContext'),
  ignore_image_defined_volumes: of('bool', 'IgnoreImageDefinedVolumes'),
  netns_mounts_under_state_dir: of('bool', 'NetNSMountsUnderStateDir'),
  enable_unprivileged_ports: of('bool', 'EnableUnprivilegedPorts'),
  enable_unprivileged_icmp: of('bool', 'EnableUnprivilegedICMP'),
  enable_cdi: of('bool', 'EnableCDI'),
  cdi_spec_dirs: of('strings', 'CDISpecDirs'),
  drain_exec_sync_io_timeout: of('string', 'DrainExecSyncIOTimeout'),
  ignore_deprecation_warnings: of('strings', 'IgnoreDeprecationWarnings'),
}

/** `….containerd` below the plugin. */
export const containerdFields: Fields = {
  default_runtime_name: of('string', 'DefaultRuntimeName'),
  runtimes: of('table', 'Runtimes'),
  ignore_blockio_not_enabled_errors: of('bool', 'IgnoreBlockIONotEnabledErrors'),
  ignore_rdt_not_enabled_errors: of('bool', 'IgnoreRdtNotEnabledErrors'),
}

/** `….containerd.runtimes.<handler>` */
export const runtimeFields: Fields = {
  runtime_type: of('string', 'Type'),
  runtime_path: of('string', 'Path'),
  pod_annotations: of('strings', 'PodAnnotations'),
  container_annotations: of('strings', 'ContainerAnnotations'),
  options: of('table', 'Options'),
  privileged_without_host_devices: of('bool', 'PrivilegedWithoutHostDevices'),
  privileged_without_host_devices_all_devices_allowed: of('bool', 'PrivilegedWithoutHostDevicesAllDevicesAllowed'),
  base_runtime_spec: of('string', 'BaseRuntimeSpec'),
  cni_conf_dir: of('string', 'NetworkPluginConfDir'),
  cni_max_conf_num: of('int', 'NetworkPluginMaxConfNum'),
  snapshotter: of('string', 'Snapshotter'),
  sandboxer: of('string', 'Sandboxer'),
  io_type: of('string', 'IOType'),
}
