import { numberAt, stringAt } from '../../manifests/values';
import { violationAt } from '../field-checks';
import type { LintContext } from '../lint-context';
import type { Rule } from '../rule';

export const statedPriority: Rule = {
  id: 'stated-priority',
  severity: 'error',
  description: 'Pod states a priority that its PriorityClass does not have',
  fix: 'Remove priority, and name a PriorityClass in priorityClassName',
  citation: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#pod-priority',
  *check(context) {
    for (const { object, pod } of context.workloads) {
      const stated = numberAt(pod.value, 'priority');
      const className = stringAt(pod.value, 'priorityClassName') ?? '';
      const given = givenPriority(context, className);
      if (stated === undefined || stated === given) continue;
      if (given !== undefined) yield violationAt(object, pod, ['priority'], `no value, because that of the PriorityClass is ${given}`);
      // A class of the cluster may be the default, or have the value.
      else if (className !== '' || stated !== 0)
        yield { ...violationAt(object, pod, ['priority'], 'no value, because the PriorityClass sets it'), severity: 'warning' };
    }
  },
};

/** Source: `SystemCriticalPriority` of the API server. */
const BUILT_IN: Readonly<Record<string, number>> = { 'system-cluster-critical': 2_000_000_000, 'system-node-critical': 2_000_001_000 };

/** The priority that the admission plugin Priority computes; undefined where the manifests do not show it. */
function givenPriority(context: LintContext, className: string): number | undefined {
  if (Object.hasOwn(BUILT_IN, className)) return BUILT_IN[className];
  const classes = context.ofKind('PriorityClass');
  const found = classes.find(({ name, raw }) => (className === '' ? raw.globalDefault === true : name === className));
  return found === undefined ? undefined : (numberAt(found.raw, 'value') ?? 0);
}
