import { CONTAINER, type Make, META, type Rejected, rows } from './rows';

const workload =
  (kind: string): Make =>
  (fields) =>
    `apiVersion: apps/v1\nkind: ${kind}\n${META}\nspec: { ${fields}, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ ${CONTAINER} }] } } }\n`;
const job: Make = (fields) =>
  `apiVersion: batch/v1\nkind: Job\n${META}\nspec: { ${fields}, template: { spec: { restartPolicy: Never, containers: [{ ${CONTAINER} }] } } }\n`;
const cron: Make = (fields) =>
  `apiVersion: batch/v1\nkind: CronJob\n${META}\nspec: { schedule: "0 0 * * *", ${fields}, jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ ${CONTAINER} }] } } } } }\n`;

/** Deployments, StatefulSets, DaemonSets, Jobs and CronJobs that the API server rejects. */
export const REJECTED_WORKLOADS: readonly Rejected[] = [
  ...rows('invalid-rollout', workload('Deployment'), [
    [
      'ValidateDeploymentStrategy',
      'strategy: { type: Recreate, rollingUpdate: { maxSurge: 1 } }',
      'strategy: { type: Recreate }',
      'spec.strategy.rollingUpdate',
    ],
    [
      'ValidateRollingUpdateDeployment',
      'strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }',
      'strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }',
      'spec.strategy.rollingUpdate.maxUnavailable',
    ],
    [
      'ValidatePositiveIntOrPercent',
      'strategy: { rollingUpdate: { maxSurge: "1" } }',
      'strategy: { rollingUpdate: { maxSurge: "100%" } }',
      'spec.strategy.rollingUpdate.maxSurge',
    ],
    [
      'IsNotMoreThan100Percent',
      'strategy: { rollingUpdate: { maxUnavailable: "101%" } }',
      'strategy: { rollingUpdate: { maxSurge: "101%" } }',
      'spec.strategy.rollingUpdate.maxUnavailable',
    ],
    [
      'ValidateDeploymentSpec',
      'progressDeadlineSeconds: 60, minReadySeconds: 60',
      'progressDeadlineSeconds: 61, minReadySeconds: 60',
      'spec.progressDeadlineSeconds',
    ],
  ]),
  ...rows('invalid-rollout', workload('StatefulSet'), [
    [
      'ValidateStatefulSetSpec',
      'updateStrategy: { type: OnDelete, rollingUpdate: { partition: 1 } }',
      'updateStrategy: { type: OnDelete }',
      'spec.updateStrategy.rollingUpdate',
    ],
    [
      'ValidateStatefulSetSpec',
      'updateStrategy: { rollingUpdate: { partition: -1 } }',
      'updateStrategy: { rollingUpdate: { partition: 1 } }',
      'spec.updateStrategy.rollingUpdate.partition',
    ],
  ]),
  ...rows('invalid-rollout', workload('DaemonSet'), [
    [
      'ValidateRollingUpdateDaemonSet',
      'updateStrategy: { rollingUpdate: { maxSurge: 1 } }',
      'updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }',
      'spec.updateStrategy.rollingUpdate.maxSurge',
    ],
    [
      'ValidateRollingUpdateDaemonSet',
      'updateStrategy: { rollingUpdate: { maxUnavailable: 0 } }',
      'updateStrategy: { rollingUpdate: { maxUnavailable: 1 } }',
      'spec.updateStrategy.rollingUpdate.maxUnavailable',
    ],
  ]),
  ...rows('invalid-rollout', (fields) => workload('Deployment')('replicas: 1').replace('containers:', `${fields}containers:`), [
    ['ValidatePodTemplateSpecForReplicaSet', 'activeDeadlineSeconds: 5, ', '', 'spec.template.spec.activeDeadlineSeconds'],
  ]),
  ...rows('invalid-job', job, [
    ['ValidateGeneratedSelector', 'selector: { matchLabels: { a: b } }', 'suspend: true', 'spec.selector'],
    ['validateJobSpec', 'managedBy: me', 'managedBy: example.com/me', 'spec.managedBy'],
    ['validateJobSpec', 'completionMode: Indexed', 'completionMode: Indexed, completions: 2', 'spec.completions'],
    [
      'validateJobSpec',
      'completionMode: Indexed, completions: 2, parallelism: 100001',
      'completions: 2, parallelism: 100001',
      'spec.parallelism',
    ],
    [
      'validateJobSpec',
      'backoffLimitPerIndex: 1',
      'completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1',
      'spec.backoffLimitPerIndex',
    ],
    [
      'validateJobSpec',
      'maxFailedIndexes: 1',
      'completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 1',
      'spec.maxFailedIndexes',
    ],
    [
      'validatePodReplacementPolicy',
      'podReplacementPolicy: TerminatingOrFailed, podFailurePolicy: { rules: [{ action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: "True" }] }] }',
      'podReplacementPolicy: Failed, podFailurePolicy: { rules: [{ action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: "True" }] }] }',
      'spec.podReplacementPolicy',
    ],
    [
      'validatePodFailurePolicyRule',
      'podFailurePolicy: { rules: [{ action: Ignore }] }',
      'podFailurePolicy: { rules: [{ action: Ignore, onExitCodes: { operator: In, values: [1] } }] }',
      'spec.podFailurePolicy.rules[0]',
    ],
    [
      'validatePodFailurePolicyRuleOnExitCodes',
      'podFailurePolicy: { rules: [{ action: Ignore, onExitCodes: { operator: In, values: [0] } }] }',
      'podFailurePolicy: { rules: [{ action: Ignore, onExitCodes: { operator: NotIn, values: [0] } }] }',
      'spec.podFailurePolicy.rules[0].onExitCodes.values[0]',
    ],
  ]),
  ...rows('invalid-job', cron, [
    ['validateTimeZone', 'timeZone: Europe/Bonn', 'timeZone: Europe/Berlin', 'spec.timeZone'],
    ['validateTimeZone', 'timeZone: Local', 'timeZone: Etc/UTC', 'spec.timeZone'],
  ]),
];
