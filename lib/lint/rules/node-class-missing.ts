import { shown } from '../../core/problems';
import { stringAt } from '../../manifests/values';
import { absence, namesOf } from '../absence';
import type { Rule } from '../rule';

export const nodeClassMissing: Rule = {
  id: 'node-class-missing',
  severity: 'warning',
  description: 'NodePool refers to an EC2NodeClass that does not exist',
  fix: 'Add the EC2NodeClass that the NodePool names',
  *check(context) {
    for (const object of context.ofKind('NodePool')) {
      const path = ['spec', 'template', 'spec', 'nodeClassRef'];
      const [kind, name] = [stringAt(object.raw, ...path, 'kind'), stringAt(object.raw, ...path, 'name')];
      // Other cloud providers have their own kinds, and EKS Auto Mode creates its own node class.
      if (kind !== 'EC2NodeClass' || name === undefined || context.find(kind, '', name) !== undefined) continue;
      yield {
        object,
        path: [...path, 'name'],
        received: shown(name),
        expected: 'an EC2NodeClass in the manifests',
        ...absence(name, namesOf(context, kind)),
      };
    }
  },
};
