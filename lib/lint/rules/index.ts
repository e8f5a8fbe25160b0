import type { Rule } from '../rule';
import { accessModeUnsupported } from './access-mode-unsupported';
import { affinityWithoutPods } from './affinity-without-pods';
import { alertRule } from './alert-rule';
import { antiAffinityUnsatisfiable } from './anti-affinity-unsatisfiable';
import { autoscalerBounds } from './autoscaler-bounds';
import { autoscalerConflict } from './autoscaler-conflict';
import { autoscalerFixedReplicas } from './autoscaler-fixed-replicas';
import { autoscalerRequests } from './autoscaler-requests';
import { autoscalerTarget } from './autoscaler-target';
import { autoscalerTwice } from './autoscaler-twice';
import { badLabel } from './bad-label';
import { badName } from './bad-name';
import { badQuantity } from './bad-quantity';
import { badSuppression } from './bad-suppression';
import { badValue } from './bad-value';
import { barePod } from './bare-pod';
import { baselineStandard } from './baseline-standard';
import { bitnamiImage } from './bitnami-image';
import { capabilities } from './capabilities';
import { claimMissing } from './claim-missing';
import { claimWithoutClass } from './claim-without-class';
import { clusterAdmin } from './cluster-admin';
import { clusterWideNamespace } from './cluster-wide-namespace';
import { configMapMissing } from './config-map-missing';
import { cronDeadline } from './cron-deadline';
import { cronSchedule } from './cron-schedule';
import { dataStoreMemoryLimit } from './data-store-memory-limit';
import { defaultServiceAccount } from './default-service-account';
import { deprecatedApi } from './deprecated-api';
import { deprecatedKey } from './deprecated-key';
import { deviceClaimMissing } from './device-claim-missing';
import { disruptionBudgetBlocks } from './disruption-budget-blocks';
import { disruptionBudgetImpossible } from './disruption-budget-impossible';
import { disruptionBudgetTwice } from './disruption-budget-twice';
import { disruptionBudgetWithoutPods } from './disruption-budget-without-pods';
import { duplicateItem } from './duplicate-item';
import { duplicateKey } from './duplicate-key';
import { duplicateObject } from './duplicate-object';
import { duplicateVariable } from './duplicate-variable';
import { escalatingPermission } from './escalating-permission';
import { externalIps } from './external-ips';
import { gatewayMissing } from './gateway-missing';
import { hostNamespace } from './host-namespace';
import { hostPath } from './host-path';
import { imageName } from './image-name';
import { impossibleNodePool } from './impossible-node-pool';
import { ineffectivePermission } from './ineffective-permission';
import { ingressNginx } from './ingress-nginx';
import { ingressWithoutTls } from './ingress-without-tls';
import { invalidAddressRange } from './invalid-address-range';
import { invalidAdmissionPolicy } from './invalid-admission-policy';
import { invalidAffinity } from './invalid-affinity';
import { invalidAutoscaler } from './invalid-autoscaler';
import { invalidClaim } from './invalid-claim';
import { invalidClusterObject } from './invalid-cluster-object';
import { invalidCustomResource } from './invalid-custom-resource';
import { invalidData } from './invalid-data';
import { invalidDefinition } from './invalid-definition';
import { invalidDeviceClaim } from './invalid-device-claim';
import { invalidDisruptionBudget } from './invalid-disruption-budget';
import { invalidEndpoints } from './invalid-endpoints';
import { invalidEnvironment } from './invalid-environment';
import { invalidFlowControl } from './invalid-flow-control';
import { invalidHandler } from './invalid-handler';
import { invalidIngress } from './invalid-ingress';
import { invalidJob } from './invalid-job';
import { invalidLimitRange } from './invalid-limit-range';
import { invalidMetadata } from './invalid-metadata';
import { invalidMount } from './invalid-mount';
import { invalidNetworkPolicy } from './invalid-network-policy';
import { invalidPod } from './invalid-pod';
import { invalidPodAnnotation } from './invalid-pod-annotation';
import { invalidPodResource } from './invalid-pod-resource';
import { invalidPort } from './invalid-port';
import { invalidPriorityClass } from './invalid-priority-class';
import { invalidQuota } from './invalid-quota';
import { invalidResource } from './invalid-resource';
import { invalidRole } from './invalid-role';
import { invalidRollout } from './invalid-rollout';
import { invalidSecurityContext } from './invalid-security-context';
import { invalidSelector } from './invalid-selector';
import { invalidService } from './invalid-service';
import { invalidToleration } from './invalid-toleration';
import { invalidVolume } from './invalid-volume';
import { invalidWebhook } from './invalid-webhook';
import { jobWithoutTtl } from './job-without-ttl';
import { keyMissing } from './key-missing';
import { limitBelowRequest } from './limit-below-request';
import { loadBalancerAnnotation } from './load-balancer-annotation';
import { missingDisruptionBudget } from './missing-disruption-budget';
import { missingField } from './missing-field';
import { missingMemoryLimit } from './missing-memory-limit';
import { missingProbes } from './missing-probes';
import { missingRequests } from './missing-requests';
import { missingSpread } from './missing-spread';
import { monitorPort } from './monitor-port';
import { monitorWithoutTargets } from './monitor-without-targets';
import { networkPolicyPort } from './network-policy-port';
import { networkPolicyType } from './network-policy-type';
import { networkPolicyWithoutPods } from './network-policy-without-pods';
import { nodeClassMissing } from './node-class-missing';
import { nodePoolWithoutLimits } from './node-pool-without-limits';
import { numberOutOfRange } from './number-out-of-range';
import { operatorRelease } from './operator-release';
import { outsideLimitRange } from './outside-limit-range';
import { outsideQuota } from './outside-quota';
import { overlappingSelectors } from './overlapping-selectors';
import { plainSecret } from './plain-secret';
import { podSecurity } from './pod-security';
import { podWithoutNetworkPolicy } from './pod-without-network-policy';
import { portOutOfRange } from './port-out-of-range';
import { priorityClassMissing } from './priority-class-missing';
import { privilegeEscalation } from './privilege-escalation';
import { privilegedContainer } from './privileged-container';
import { probePort } from './probe-port';
import { referenceNotGranted } from './reference-not-granted';
import { removedApi } from './removed-api';
import { restartPolicy } from './restart-policy';
import { routeNotAttached } from './route-not-attached';
import { routePort } from './route-port';
import { routeWithoutService } from './route-without-service';
import { runAsRoot } from './run-as-root';
import { sameProbes } from './same-probes';
import { seccompProfile } from './seccomp-profile';
import { secretMissing } from './secret-missing';
import { secretStoreMissing } from './secret-store-missing';
import { selectorMismatch } from './selector-mismatch';
import { serviceAccountMissing } from './service-account-missing';
import { servicePort } from './service-port';
import { serviceWithoutPods } from './service-without-pods';
import { singleReplica } from './single-replica';
import { spreadUnsatisfiable } from './spread-unsatisfiable';
import { spreadWithoutPods } from './spread-without-pods';
import { sshPort } from './ssh-port';
import { statedPriority } from './stated-priority';
import { statefulSetService } from './stateful-set-service';
import { staticToken } from './static-token';
import { systemGroupBinding } from './system-group-binding';
import { triggerAuthenticationMissing } from './trigger-authentication-missing';
import { undeclaredPort } from './undeclared-port';
import { unevaluatedRules } from './unevaluated-rules';
import { unknownField } from './unknown-field';
import { unknownKind } from './unknown-kind';
import { unnamedPort } from './unnamed-port';
import { unpinnedImage } from './unpinned-image';
import { unreadableFile } from './unreadable-file';
import { volumeMissing } from './volume-missing';
import { webhookPort } from './webhook-port';
import { wildcardPermission } from './wildcard-permission';
import { writableRootFilesystem } from './writable-root-filesystem';
import { wrongType } from './wrong-type';

/** Every rule, rules about structure first. To add one, add a file to this folder and a line here. */
export const RULES: readonly Rule[] = [
  unreadableFile,
  unknownKind,
  unknownField,
  wrongType,
  missingField,
  badQuantity,
  badSuppression,
  badValue,
  portOutOfRange,
  numberOutOfRange,
  badName,
  badLabel,
  duplicateObject,
  duplicateItem,
  duplicateVariable,
  duplicateKey,
  unnamedPort,
  invalidMetadata,
  invalidPod,
  invalidFlowControl,
  invalidHandler,
  invalidEnvironment,
  invalidResource,
  invalidPodAnnotation,
  invalidPodResource,
  invalidPort,
  invalidVolume,
  invalidMount,
  invalidToleration,
  invalidAddressRange,
  invalidAdmissionPolicy,
  invalidAffinity,
  invalidSecurityContext,
  invalidSelector,
  invalidRollout,
  invalidJob,
  invalidService,
  invalidNetworkPolicy,
  invalidIngress,
  invalidClaim,
  invalidData,
  invalidAutoscaler,
  invalidDeviceClaim,
  invalidDisruptionBudget,
  invalidRole,
  invalidLimitRange,
  invalidPriorityClass,
  invalidQuota,
  invalidEndpoints,
  invalidWebhook,
  invalidClusterObject,
  invalidDefinition,
  invalidCustomResource,
  unevaluatedRules,
  clusterWideNamespace,
  removedApi,
  deprecatedApi,
  deprecatedKey,
  missingRequests,
  limitBelowRequest,
  dataStoreMemoryLimit,
  unpinnedImage,
  imageName,
  bitnamiImage,
  selectorMismatch,
  overlappingSelectors,
  serviceWithoutPods,
  networkPolicyWithoutPods,
  networkPolicyPort,
  networkPolicyType,
  monitorWithoutTargets,
  monitorPort,
  servicePort,
  webhookPort,
  routeWithoutService,
  routePort,
  probePort,
  undeclaredPort,
  ingressNginx,
  gatewayMissing,
  routeNotAttached,
  referenceNotGranted,
  loadBalancerAnnotation,
  autoscalerFixedReplicas,
  autoscalerBounds,
  autoscalerTarget,
  autoscalerRequests,
  autoscalerTwice,
  autoscalerConflict,
  disruptionBudgetImpossible,
  disruptionBudgetBlocks,
  disruptionBudgetTwice,
  disruptionBudgetWithoutPods,
  antiAffinityUnsatisfiable,
  spreadUnsatisfiable,
  spreadWithoutPods,
  affinityWithoutPods,
  claimWithoutClass,
  accessModeUnsupported,
  volumeMissing,
  claimMissing,
  deviceClaimMissing,
  secretMissing,
  configMapMissing,
  keyMissing,
  serviceAccountMissing,
  priorityClassMissing,
  ineffectivePermission,
  statedPriority,
  triggerAuthenticationMissing,
  secretStoreMissing,
  nodeClassMissing,
  impossibleNodePool,
  nodePoolWithoutLimits,
  outsideLimitRange,
  outsideQuota,
  restartPolicy,
  cronSchedule,
  cronDeadline,
  statefulSetService,
  missingProbes,
  alertRule,
  podSecurity,
  privilegedContainer,
  hostNamespace,
  hostPath,
  runAsRoot,
  privilegeEscalation,
  capabilities,
  seccompProfile,
  plainSecret,
  writableRootFilesystem,
  defaultServiceAccount,
  wildcardPermission,
  clusterAdmin,
  sshPort,
  baselineStandard,
  escalatingPermission,
  systemGroupBinding,
  externalIps,
  staticToken,
  ingressWithoutTls,
  podWithoutNetworkPolicy,
  missingSpread,
  operatorRelease,
  missingDisruptionBudget,
  singleReplica,
  missingMemoryLimit,
  barePod,
  sameProbes,
  jobWithoutTtl,
];

/** The rules that are checked by default: those of no other set. */
export const RECOMMENDED: readonly Rule[] = RULES.filter(({ set }) => set === undefined);
