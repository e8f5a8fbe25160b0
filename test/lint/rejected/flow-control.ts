import { CLUSTER_META, object, type Rejected, rows } from './rows';

const GROUP = 'flowcontrol.apiserver.k8s.io/v1';
const level = (fields: string) => object('PriorityLevelConfiguration', GROUP, CLUSTER_META)(`spec: { ${fields} }`);
const schema = (fields: string) =>
  object('FlowSchema', GROUP, CLUSTER_META)(`spec: { priorityLevelConfiguration: { name: workload-low }, ${fields} }`);
const requests = (fields: string) => schema(`rules: [{ subjects: [{ kind: User, user: { name: a } }], ${fields} }]`);
const subject = (fields: string) =>
  schema(`rules: [{ nonResourceRules: [{ verbs: [get], nonResourceURLs: ["*"] }], subjects: [{ ${fields} }] }]`);

/** Priority levels and flow schemas that the API server rejects. */
export const REJECTED_FLOW_CONTROL: readonly Rejected[] = [
  ...rows('invalid-flow-control', level, [
    [
      'ValidatePriorityLevelConfigurationSpec',
      'type: Limited',
      'type: Limited, limited: { limitResponse: { type: Reject } }',
      'spec.limited',
    ],
    [
      'ValidatePriorityLevelConfigurationQueuingConfiguration',
      'type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 4, handSize: 5 } } }',
      'type: Limited, limited: { limitResponse: { type: Queue, queuing: { queues: 4, handSize: 4 } } }',
      'spec.limited.limitResponse.queuing.handSize',
    ],
    ['ValidatePriorityLevelConfigurationSpec', 'type: Exempt', 'type: Limited, limited: { limitResponse: { type: Reject } }', 'spec.type'],
  ]),
  ...rows('invalid-flow-control', schema, [
    ['ValidateFlowSchemaSpec', 'matchingPrecedence: 1', 'matchingPrecedence: 2', 'spec.matchingPrecedence'],
  ]),
  ...rows('invalid-flow-control', subject, [
    [
      'ValidateFlowSchemaSubject',
      'kind: User, user: { name: a }, group: { name: b }',
      'kind: User, user: { name: "*" }',
      'spec.rules[0].subjects[0].group',
    ],
    ['ValidateFlowSchemaSubject', 'kind: Group', 'kind: Group, group: { name: system:masters }', 'spec.rules[0].subjects[0].group'],
    [
      'ValidateServiceAccountSubject',
      'kind: ServiceAccount, serviceAccount: { name: a, namespace: "" }',
      'kind: ServiceAccount, serviceAccount: { name: "*", namespace: b }',
      'spec.rules[0].subjects[0].serviceAccount.namespace',
    ],
  ]),
  ...rows('invalid-flow-control', requests, [
    [
      'ValidateFlowSchemaResourcePolicyRule',
      'resourceRules: [{ verbs: [read], apiGroups: [""], resources: [pods], namespaces: ["*"] }]',
      'resourceRules: [{ verbs: [deletecollection], apiGroups: [""], resources: [pods], namespaces: ["*"] }]',
      'spec.rules[0].resourceRules[0].verbs[0]',
    ],
    [
      'ValidateFlowSchemaResourcePolicyRule',
      'resourceRules: [{ verbs: ["*"], apiGroups: ["*", apps], resources: ["*"], namespaces: ["*"] }]',
      'resourceRules: [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"], namespaces: ["*"] }]',
      'spec.rules[0].resourceRules[0].apiGroups',
    ],
    [
      'ValidateFlowSchemaResourcePolicyRule',
      'resourceRules: [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"] }]',
      'resourceRules: [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"], clusterScope: true }]',
      'spec.rules[0].resourceRules[0].namespaces',
    ],
    [
      'ValidateNonResourceURLPath',
      'nonResourceRules: [{ verbs: [get], nonResourceURLs: [/a*] }]',
      'nonResourceRules: [{ verbs: [get], nonResourceURLs: [/healthz, /healthz/*, /] }]',
      'spec.rules[0].nonResourceRules[0].nonResourceURLs[0]',
    ],
  ]),
];
