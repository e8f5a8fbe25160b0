import { shown } from '../../core/problems';
import { at } from '../../manifests/values';
import { scaled } from '../autoscaler';
import type { Rule } from '../rule';

export const autoscalerRequests: Rule = {
  id: 'autoscaler-requests',
  severity: 'error',
  description:
    'Autoscaler targets the utilization of a resource that a container does not request, or of a container that the pods do not have',
  fix: 'Set requests for the resource on every container, or scale on an average value',
  *check(context) {
    for (const [{ object, shares }, { containers, pod }] of scaled(context)) {
      for (const { resource, path, container } of shares) {
        const concerned = containers.filter(({ isInit, name }) => !isInit && (container === undefined || container === name));
        if (container !== undefined && concerned.length === 0 && containers.every(({ name }) => name !== container)) {
          const names = containers.map(({ name }) => name);
          yield {
            object,
            path: [...path, 'container'],
            received: shown(container),
            expected: `a container of the pods: ${names.join(', ')}`,
          };
          continue;
        }
        const missing = concerned.find(({ value }) => SOURCES.every((source) => at(value, 'resources', source, resource) === undefined));
        if (missing === undefined || at(pod.value, 'resources', 'requests', resource) !== undefined) continue;
        yield {
          object,
          path,
          received: `the utilization of ${resource}, which container ${missing.name} does not request`,
          expected: 'a resource that every container requests',
        };
      }
    }
  },
};

/** A limit without a request counts as the request. */
const SOURCES = ['requests', 'limits'] as const;
