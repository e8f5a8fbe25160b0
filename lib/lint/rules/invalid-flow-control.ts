import type { ManifestObject } from '../../manifests/manifest-object';
import { at, numberAt, objectAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { isSet, violationAt } from '../field-checks';
import { flowSchemaViolations } from '../flow-schema';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidFlowControl: Rule = {
  id: 'invalid-flow-control',
  severity: 'error',
  description: 'FlowSchema or PriorityLevelConfiguration is invalid',
  fix: 'Set the fields of the type of the priority level, and give each rule of a FlowSchema subjects and requests',
  citation: apiSource('flowcontrol'),
  *check({ ofKind }) {
    for (const object of ofKind('PriorityLevelConfiguration')) if (object.group === GROUP) yield* levelViolations(object);
    for (const object of ofKind('FlowSchema')) if (object.group === GROUP) yield* flowSchemaViolations(object);
  },
};

const GROUP = 'flowcontrol.apiserver.k8s.io';

/** Defaults of the queues of a priority level. Source: `SetDefaults_QueuingConfiguration` of the API server. */
const DEFAULT_QUEUES = 64;
const DEFAULT_HAND_SIZE = 8;

function* levelViolations(object: ManifestObject): Generator<Violation> {
  const spec = { value: objectAt(object.raw, 'spec'), path: ['spec'] };
  const { type } = spec.value;
  if ((type === 'Exempt') !== (object.name === 'exempt'))
    yield violationAt(object, spec, ['type'], 'Exempt for the level with the name exempt, and Limited for the others');
  if (type === 'Limited' && !isSet(spec.value.limited)) yield violationAt(object, spec, ['limited'], 'a value with the type Limited');
  if (type === 'Exempt' && isSet(spec.value.limited)) yield violationAt(object, spec, ['limited'], 'no value with the type Exempt');
  if (type === 'Limited' && isSet(spec.value.exempt)) yield violationAt(object, spec, ['exempt'], 'no value with the type Limited');
  const path = ['limited', 'limitResponse', 'queuing'];
  const response = at(spec.value, 'limited', 'limitResponse', 'type');
  const queuing = at(spec.value, ...path);
  if (response === 'Reject' && isSet(queuing)) yield violationAt(object, spec, path, 'no value with the type Reject');
  if (response === 'Queue' && !isSet(queuing)) yield violationAt(object, spec, path, 'a value with the type Queue');
  const [queues, hand] = [numberAt(queuing, 'queues') ?? DEFAULT_QUEUES, numberAt(queuing, 'handSize') ?? DEFAULT_HAND_SIZE];
  if (isSet(queuing) && hand > queues)
    yield violationAt(object, spec, [...path, 'handSize'], `at most the number of queues, which is ${queues}`);
}
