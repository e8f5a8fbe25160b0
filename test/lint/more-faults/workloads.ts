import { object } from '../fault-text';
import type { Fault } from './fault';

const job = (fields: string, kind = 'spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] }') =>
  object('batch/v1', 'Job', `spec: { ${fields}, template: { ${kind} } }`);
const workload = (kind: string, fields: string) =>
  object(
    'apps/v1',
    kind,
    `spec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } }, ${fields} }`,
  );

/** Faults of workloads and Jobs. */
export const WORKLOAD_FAULTS: readonly Fault[] = [
  // Workloads.
  [
    'StatefulSet with 0 unavailable pods',
    'ValidateStatefulSetSpec',
    workload('StatefulSet', 'serviceName: a, updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 0 } }'),
  ],
  ['unknown update strategy', 'ValidateStatefulSetSpec', workload('StatefulSet', 'serviceName: a, updateStrategy: { type: Recreate }')],
  ['DaemonSet with a negative history', 'ValidateDaemonSetSpec', workload('DaemonSet', 'revisionHistoryLimit: -1')],
  ['DaemonSet with negative minReadySeconds', 'ValidateDaemonSetSpec', workload('DaemonSet', 'minReadySeconds: -1')],
  ['ReplicaSet with negative minReadySeconds', 'ValidateReplicaSetSpec', workload('ReplicaSet', 'minReadySeconds: -1')],
  [
    'claims that are kept sometimes',
    'ValidatePersistentVolumeClaimRetentionPolicy',
    workload('StatefulSet', 'serviceName: a, persistentVolumeClaimRetentionPolicy: { whenDeleted: Sometimes }'),
  ],
  ['revision below 0', 'ValidateControllerRevision', object('apps/v1', 'ControllerRevision', 'revision: -1')],
  [
    'DaemonSet that selects nothing',
    'ValidateDaemonSetSpec',
    object(
      'apps/v1',
      'DaemonSet',
      'spec: { selector: {}, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  [
    'StatefulSet whose pods never restart',
    'ValidateStatefulSetSpec',
    object(
      'apps/v1',
      'StatefulSet',
      'spec: { serviceName: a, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
    ),
  ],
  // Jobs.
  [
    'exit codes out of order',
    'validatePodFailurePolicyRuleOnExitCodes',
    job('podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { operator: In, values: [3, 2] } }] }'),
  ],
  [
    'exit code twice',
    'validatePodFailurePolicyRuleOnExitCodes',
    job('podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { operator: In, values: [2, 2] } }] }'),
  ],
  [
    'exit codes of an unknown container',
    'validatePodFailurePolicyRuleOnExitCodes',
    job('podFailurePolicy: { rules: [{ action: FailJob, onExitCodes: { containerName: b, operator: In, values: [2] } }] }'),
  ],
  [
    'unknown action of a failure policy',
    'validatePodFailurePolicyRule',
    job('podFailurePolicy: { rules: [{ action: Stop, onExitCodes: { operator: In, values: [2] } }] }'),
  ],
  [
    'unknown status of a condition',
    'validatePodFailurePolicyRuleOnPodConditions',
    job('podFailurePolicy: { rules: [{ action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: Yes please }] }] }'),
  ],
  [
    '21 rules of a failure policy',
    'validatePodFailurePolicy',
    job(
      `podFailurePolicy: { rules: [${Array.from({ length: 21 }, (_, index) => `{ action: FailJob, onExitCodes: { operator: In, values: [${index + 1}] } }`).join(', ')}] }`,
    ),
  ],
  ['negative limit per index', 'validateJobSpec', job('completionMode: Indexed, completions: 3, backoffLimitPerIndex: -1')],
  [
    'more failed indexes than completions',
    'validateJobSpec',
    job('completionMode: Indexed, completions: 3, backoffLimitPerIndex: 1, maxFailedIndexes: 4'),
  ],
  ['success policy without rules', 'validateSuccessPolicy', job('completionMode: Indexed, completions: 3, successPolicy: { rules: [] }')],
  [
    'rule of a success policy without a condition',
    'validateSuccessPolicyRule',
    job('completionMode: Indexed, completions: 3, successPolicy: { rules: [{}] }'),
  ],
  [
    'more successes than completions',
    'validateSuccessPolicyRule',
    job('completionMode: Indexed, completions: 3, successPolicy: { rules: [{ succeededCount: 4 }] }'),
  ],
  [
    'succeeded indexes in reverse',
    'validateIndexesFormat',
    job('completionMode: Indexed, completions: 9, successPolicy: { rules: [{ succeededIndexes: "5-2" }] }'),
  ],
  [
    'success policy with an index that the job does not have',
    'parseIndexInterval',
    job('completionMode: Indexed, completions: 5, successPolicy: { rules: [{ succeededIndexes: "0-5" }] }'),
  ],
  [
    'success policy with more successes than indexes',
    'validateSuccessPolicyRule',
    job('completionMode: Indexed, completions: 5, successPolicy: { rules: [{ succeededIndexes: "0-1", succeededCount: 3 }] }'),
  ],
  [
    'Indexed job whose last pod has a host name of 65 characters',
    'ValidateJob',
    object(
      'batch/v1',
      'Job',
      'spec: { completionMode: Indexed, completions: 10, template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
      `metadata: { name: ${'a'.repeat(63)} }`,
    ),
  ],
  [
    'more than 100,000 completions with a limit per index alone',
    'validateJobSpec',
    job('completionMode: Indexed, completions: 100001, backoffLimitPerIndex: 1'),
  ],
  [
    'more than 10,000 parallel pods of so many completions',
    'validateJobSpec',
    job('completionMode: Indexed, completions: 100001, parallelism: 10001, backoffLimitPerIndex: 1, maxFailedIndexes: 1'),
  ],
  ['manager of a Job with 64 characters', 'validateJobSpec', job(`managedBy: example.com/${'a'.repeat(52)}`)],
  [
    'condition of a failure policy with a space',
    'validatePodFailurePolicyRuleOnPodConditions',
    job('podFailurePolicy: { rules: [{ action: Ignore, onPodConditions: [{ type: "a b", status: "True" }] }] }'),
  ],
  ['unknown completion mode', 'validateJobSpec', job('completionMode: Ordered')],
  [
    'Job that restarts always',
    'validateJobSpec',
    job('backoffLimit: 1', 'spec: { restartPolicy: Always, containers: [{ name: a, image: "a:1" }] }'),
  ],
  [
    'name of a Job with 64 characters',
    'ValidateJob',
    object(
      'batch/v1',
      'Job',
      'spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }',
      `metadata: { name: ${'a'.repeat(64)} }`,
    ),
  ],
  ['manual selector without a selector', 'ValidateJob', job('manualSelector: true')],
  [
    'unknown concurrency policy',
    'validateConcurrencyPolicy',
    object(
      'batch/v1',
      'CronJob',
      'spec: { schedule: "0 1 * * *", concurrencyPolicy: Skip, jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } } }',
    ),
  ],
];
