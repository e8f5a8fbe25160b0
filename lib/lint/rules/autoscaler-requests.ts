import { at } from '../../manifests/values';
import { scaled } from '../autoscaler';
import type { Rule } from '../rule';

export const autoscalerRequests: Rule = {
  id: 'autoscaler-requests',
  severity: 'error',
  description: 'an autoscaler of a share of requests that pods do not make',
  fix: 'set requests for the resource on every container, or scale on a value',
  *check(context) {
    for (const [{ object, shares }, { containers, pod }] of scaled(context)) {
      for (const { resource, path, container } of shares) {
        const concerned = containers.filter(({ isInit, name }) => !isInit && (container === undefined || container === name));
        const missing = concerned.find(({ value }) => SOURCES.every((source) => at(value, 'resources', source, resource) === undefined));
        if (missing === undefined || at(pod.value, 'resources', 'requests', resource) !== undefined) continue;
        yield {
          object,
          path,
          received: `a share of the ${resource} that ${missing.name} requests`,
          expected: 'a resource that every container requests',
        };
      }
    }
  },
};

/** A limit without a request is the request. */
const SOURCES = ['requests', 'limits'] as const;
