import { readGates } from './gate.ts'

/**
 * The feature gates of Kubernetes 1.35, with what they were from 1.32 on, which is as far back as 1.35 emulates. Every
 * component knows all of them.
 */
export const kubernetesGates = readGates(`
  AllAlpha 0A-
  AllBeta 0B-
  APIResponseCompression 16B+
  APIServerIdentity 26B+
  APIServerTracing 27B+ 34G+!
  APIServingWithRoutine 30A-
  AggregatedDiscoveryRemoveBetaType 0G- 33D+ 35D+!
  AllowDNSOnlyNodeCSR 31D-
  AllowInsecureKubeletCertificateSigningRequests 31D-
  AllowOverwriteTerminationGracePeriodSeconds 32D- 35D-!
  AllowParsingUserUIDFromCertAuth 33B+
  AllowUnsafeMalformedObjectDeletion 32A-
  AnonymousAuthConfigurableEndpoints 32B+ 34G+!
  AnyVolumeDataSource 24B+ 33G+!
  AuthorizeNodeWithSelectors 32B+ 34G+!
  AuthorizePodWebsocketUpgradeCreatePermission 35B+
  AuthorizeWithSelectors 32B+ 34G+!
  BtreeWatchCache 32B+ 33G+!
  CBORServingAndStorage 32A-
  CPUManagerPolicyAlphaOptions 23A-
  CPUManagerPolicyBetaOptions 23B+
  CPUManagerPolicyOptions 23B+ 33G+!
  CRDObservedGenerationTracking 35B-
  CRDValidationRatcheting 30B+ 33G+!
  CSIMigrationPortworx 31B+ 33G+!
  CSIServiceAccountTokenSecrets 35B+
  CSIVolumeHealth 21A-
  ChangeContainerStatusOnKubeletRestart 0G+ 35D-
  ClearingNominatedNodeNameAfterBinding 34A- 35B+
  ClientsAllowCBOR 32A-
  ClientsPreferCBOR 32A-
  CloudControllerManagerWatchBasedRoutesReconciliation 35A-
  CloudControllerManagerWebhook 27A-
  ClusterTrustBundle 27A- 33B-
  ClusterTrustBundleProjection 29A- 33B-
  ComponentFlagz 32A-
  ComponentStatusz 32A-
  ConcurrentWatchObjectDecode 31B-
  ConsistentListFromCache 31B+ 34G+!
  ConstrainedImpersonation 35A-
  ContainerCheckpoint 30B+
  ContainerRestartRules 34A- 35B+
  ContainerStopSignals 33A-
  ContextualLogging 30B+
  CoordinatedLeaderElection 31A- 33B-
  CrossNamespaceVolumeDataSource 26A-
  CustomCPUCFSQuotaPeriod 12A-
  CustomResourceFieldSelectors 32G+!
  DRAAdminAccess 32A- 34B+
  DRAConsumableCapacity 34A-
  DRADeviceBindingConditions 34A-
  DRADeviceTaintRules 35A-
  DRADeviceTaints 33A-
  DRAExtendedResource 34A-
  DRAPartitionableDevices 33A-
  DRAPrioritizedList 33A- 34B+
  DRAResourceClaimDeviceStatus 32A- 33B+
  DRASchedulerFilterTimeout 34B+
  DeclarativeValidation 33B+
  DeclarativeValidationTakeover 33B-
  DeploymentReplicaSetTerminatingReplicas 33A- 35B+
  DetectCacheInconsistency 34B+
  DisableAllocatorDualWrite 31A- 33B- 34G+ 35G+!
  DisableCPUQuotaWithExclusiveCPUs 33B+
  DisableNodeKubeProxyVersion 31D- 33D+
  DynamicResourceAllocation 32B- 34G+ 35G+!
  EnvFiles 34A- 35B+
  EventedPLEG 26A-
  ExecProbeTimeout 20G+ 35G+!
  ExternalServiceAccountTokenSigner 32A- 34B+
  GangScheduling 35A-
  GenericWorkload 35A-
  GitRepoVolumeDriver 0G+ 33D-
  GracefulNodeShutdown 21B+
  GracefulNodeShutdownBasedOnPodPriority 24B+
  HPAConfigurableTolerance 33A- 35B+
  HPAScaleToZero 16A-
  HonorPVReclaimPolicy 31B+ 33G+!
  HostnameOverride 34A- 35B+
  ImageMaximumGCAge 30B+ 35G+!
  ImageVolume 31A- 33B- 35B+
  ImageVolumeWithDigest 35A-
  InOrderInformers 33B+
  InOrderInformersBatchProcess 35B+
  InPlacePodLevelResourcesVerticalScaling 35A-
  InPlacePodVerticalScaling 27A- 33B+ 35G+!
  InPlacePodVerticalScalingAllocatedStatus 32A- 33D-
  InPlacePodVerticalScalingExclusiveCPUs 32A-
  InPlacePodVerticalScalingExclusiveMemory 34A-
  InTreePluginPortworxUnregister 23A-
  InformerResourceVersion 30A- 35G+
  JobBackoffLimitPerIndex 29B+ 33G+!
  JobManagedBy 32B+ 35G+!
  JobPodReplacementPolicy 29B+ 34G+!
  JobSuccessPolicy 31B+ 33G+!
  KMSv1 29D-
  KubeletCgroupDriverFromCRI 31B+ 34G+!
  KubeletCrashLoopBackOffMax 32A- 35B+
  KubeletEnsureSecretPulledImages 33A- 35B+
  KubeletFineGrainedAuthz 32A- 33B+
  KubeletInUserNamespace 22A-
  KubeletPSI 33A- 34B+
  KubeletPodResourcesDynamicResources 27A- 34B+
  KubeletPodResourcesGet 27A- 34B+
  KubeletPodResourcesListUseActivePods 0G- 34D+
  KubeletRegistrationGetOnExistsOnly 32D-
  KubeletSeparateDiskGC 31B+
  KubeletServiceAccountTokenForCredentialProviders 33A- 34B+
  KubeletTracing 27B+ 34G+!
  ListFromCacheSnapshot 33A- 34B+
  LocalStorageCapacityIsolationFSQuotaMonitoring 31B-
  LogarithmicScaleDown 31G+!
  LoggingAlphaOptions 24A-
  LoggingBetaOptions 24B+
  MatchLabelKeysInPodAffinity 31B+ 33G+!
  MatchLabelKeysInPodTopologySpread 27B+
  MatchLabelKeysInPodTopologySpreadSelectorMerge 34B+
  MaxUnavailableStatefulSet 24A- 35B+
  MemoryManager 32G+!
  MemoryQoS 22A-
  MultiCIDRServiceAllocator 31B- 33G+ 34G+!
  MutableCSINodeAllocatableCount 33A- 34B- 35B+
  MutablePVNodeAffinity 35A-
  MutablePodResourcesForSuspendedJobs 35A-
  MutableSchedulingDirectivesForSuspendedJobs 35A-
  MutatingAdmissionPolicy 32A- 34B-
  NFTablesProxyMode 31B+ 33G+!
  NodeDeclaredFeatures 35A-
  NodeInclusionPolicyInPodTopologySpread 26B+ 33G+!
  NodeLogQuery 30B-
  NodeSwap 30B+ 34G+!
  NominatedNodeNameForExpectation 34A- 35B+
  OpenAPIEnums 24B+
  OpportunisticBatching 35B+
  OrderedNamespaceDeletion 30B- 33B+ 34G+!
  PodAndContainerStatsFromCRI 23A-
  PodCertificateRequest 34A- 35B-
  PodDeletionCost 22B+
  PodLevelResources 32A- 34B+
  PodLifecycleSleepAction 30B+ 34G+!
  PodLifecycleSleepActionAllowZero 32A- 33B+ 34G+!
  PodLogsQuerySplitStreams 32A-
  PodObservedGenerationTracking 33A- 34B+ 35G+!
  PodReadyToStartContainersCondition 29B+
  PodSchedulingReadiness 30G+!
  PodTopologyLabelsAdmission 33A- 35B+
  PortForwardWebsockets 31B+
  PreferSameTrafficDistribution 33A- 34B+ 35G+!
  PreventStaticPodAPIReferences 34B+
  ProcMountType 31B- 33B+
  QOSReserved 11A-
  RecoverVolumeExpansionFailure 32B+ 34G+!
  RecursiveReadOnlyMounts 31B+ 33G+!
  ReduceDefaultCrashLoopBackOffDecay 33A-
  RelaxedDNSSearchValidation 32A- 33B+ 34G+!
  RelaxedEnvironmentVariableValidation 32B+ 34G+!
  RelaxedServiceNameValidation 34A-
  ReloadKubeletServerCertificateFile 31B+
  RemoteRequestHeaderUID 32A- 33B+
  ResilientWatchCacheInitialization 31B+ 34G+!
  ResourceHealthStatus 31A-
  RestartAllContainersOnContainerExits 35A-
  RetryGenerateName 32G+!
  RotateKubeletServerCertificate 12B+
  RuntimeClassInImageCriApi 29A-
  SELinuxChangePolicy 32A- 33B+
  SELinuxMount 30A- 33B-
  SELinuxMountReadWriteOncePod 28B+
  SchedulerAsyncAPICalls 34B-
  SchedulerAsyncPreemption 32A- 33B+
  SchedulerPopFromBackoffQ 33B+
  SchedulerQueueingHints 32B+ 34G+!
  SeparateCacheWatchRPC 28B+ 33D-
  SeparateTaintEvictionController 29B+ 34G+!
  ServiceAccountNodeAudienceRestriction 32B- 33B+
  ServiceAccountTokenJTI 32G+!
  ServiceAccountTokenNodeBinding 31B+ 33G+!
  ServiceAccountTokenNodeBindingValidation 32G+!
  ServiceAccountTokenPodNodeInfo 32G+!
  ServiceTrafficDistribution 31B+ 33G+!
  SidecarContainers 29B+ 33G+!
  SizeBasedListCostEstimate 34B+
  StatefulSetSemanticRevisionComparison 0B+
  StorageCapacityScoring 33A-
  StorageNamespaceIndex 30B+ 33D+
  StorageVersionAPI 20A-
  StorageVersionHash 15B+
  StorageVersionMigrator 30A- 35B-
  StreamingCollectionEncodingToJSON 33B+ 34G+!
  StreamingCollectionEncodingToProtobuf 33B+ 34G+!
  StrictIPCIDRValidation 33A-
  StructuredAuthenticationConfiguration 30B+ 34G+!
  StructuredAuthenticationConfigurationEgressSelector 34B+
  StructuredAuthenticationConfigurationJWKSMetrics 35B+
  StructuredAuthorizationConfiguration 32G+!
  SupplementalGroupsPolicy 31A- 33B+ 35G+!
  SystemdWatchdog 32B+ 35G+!
  TaintTolerationComparisonOperators 35A-
  TokenRequestServiceAccountUIDValidation 34B+
  TopologyAwareHints 24B+ 33G+!
  TopologyManagerPolicyAlphaOptions 26A-
  TopologyManagerPolicyBetaOptions 28B+
  TopologyManagerPolicyOptions 32G+
  TranslateStreamCloseWebsocketRequests 30B+
  UnauthenticatedHTTP2DOSMitigation 29B+
  UnknownVersionInteroperabilityProxy 28A-
  UserNamespacesHostNetworkSupport 35A-
  UserNamespacesSupport 30B- 33B+
  VolumeAttributesClass 31B- 34G+
  VolumeLimitScaling 35A-
  WatchCacheInitializationPostStartHook 31B-
  WatchFromStorageWithoutResourceVersion 27B- 33D-!
  WatchList 32B+ 33B- 34B+
  WatchListClient 30B- 35B+
  WinDSR 14A- 33B+ 34G+!
  WinOverlay 20B+ 34G+!
  WindowsCPUAndMemoryAffinity 32A-
  WindowsGracefulNodeShutdown 32A- 34B+
  WindowsHostNetwork 26A- 33D-
`)

/** Gate → the gates that must be on with it, in the order of the alphabet. */
export const gateNeeds: ReadonlyMap<string, readonly string[]> = new Map(
  `
  AuthorizeNodeWithSelectors AuthorizeWithSelectors
  ClusterTrustBundleProjection ClusterTrustBundle
  DRAAdminAccess DynamicResourceAllocation
  DRAConsumableCapacity DynamicResourceAllocation
  DRADeviceBindingConditions DRAResourceClaimDeviceStatus DynamicResourceAllocation
  DRADeviceTaintRules DRADeviceTaints
  DRADeviceTaints DynamicResourceAllocation
  DRAExtendedResource DynamicResourceAllocation
  DRAPartitionableDevices DynamicResourceAllocation
  DRAPrioritizedList DynamicResourceAllocation
  DRASchedulerFilterTimeout DynamicResourceAllocation
  DeclarativeValidationTakeover DeclarativeValidation
  DisableAllocatorDualWrite MultiCIDRServiceAllocator
  GangScheduling GenericWorkload
  GracefulNodeShutdownBasedOnPodPriority GracefulNodeShutdown
  ImageVolumeWithDigest ImageVolume
  InPlacePodLevelResourcesVerticalScaling InPlacePodVerticalScaling NodeDeclaredFeatures PodLevelResources
  InPlacePodVerticalScalingAllocatedStatus InPlacePodVerticalScaling
  InPlacePodVerticalScalingExclusiveCPUs InPlacePodVerticalScaling
  InPlacePodVerticalScalingExclusiveMemory InPlacePodVerticalScaling MemoryManager
  MatchLabelKeysInPodTopologySpreadSelectorMerge MatchLabelKeysInPodTopologySpread
  PodCertificateRequest AuthorizeNodeWithSelectors
  PodLifecycleSleepActionAllowZero PodLifecycleSleepAction
  ProcMountType UserNamespacesSupport
  ResourceHealthStatus DynamicResourceAllocation
  RestartAllContainersOnContainerExits ContainerRestartRules NodeDeclaredFeatures
  ServiceAccountTokenNodeBinding ServiceAccountTokenNodeBindingValidation
  StorageVersionAPI APIServerIdentity
  StructuredAuthenticationConfigurationEgressSelector StructuredAuthenticationConfiguration
  StructuredAuthenticationConfigurationJWKSMetrics StructuredAuthenticationConfiguration
  UnknownVersionInteroperabilityProxy APIServerIdentity
  UserNamespacesHostNetworkSupport UserNamespacesSupport
  WindowsCPUAndMemoryAffinity MemoryManager
  WindowsGracefulNodeShutdown GracefulNodeShutdown`
    .trim()
    .split(/\s*\n\s*/)
    .map(line => {
      const [gate = '', ...needs] = line.split(' ')
      return [gate, needs] as const
    }),
)
