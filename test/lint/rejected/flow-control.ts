import { CLUSTER_META, object, type Rejected, rows } from './rows';

const level = (fields: string) =>
  object('PriorityLevelConfiguration', 'flowcontrol.apiserver.k8s.io/v1', CLUSTER_META)(`spec: { ${fields} }`);

/** Priority levels that the API server rejects. */
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
  ]),
];
