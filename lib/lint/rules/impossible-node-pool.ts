import { requirementsByKey, type StatedRequirement } from '../node-requirements';
import type { Rule } from '../rule';

export const impossibleNodePool: Rule = {
  id: 'impossible-node-pool',
  severity: 'error',
  description: 'Requirements of a NodePool exclude each other',
  fix: 'Leave a value that all requirements on the label allow. Otherwise Karpenter launches no node of the pool',
  citation: 'https://karpenter.sh/docs/concepts/nodepools/',
  *check({ ofKind }) {
    for (const object of ofKind('NodePool')) {
      if (object.group !== 'karpenter.sh') continue;
      for (const [key, requirements] of requirementsByKey(object)) {
        const last = requirements.at(-1);
        if (requirements.length < 2 || last === undefined || hasValue(requirements)) continue;
        yield {
          object,
          path: last.path,
          received: `${last.operator}, which leaves no value of ${key}`,
          expected: 'requirements that a node can meet together',
        };
      }
    }
  },
};

/** Whether a label can meet all requirements on it. A value that no requirement lists is taken as possible, except outside of its bounds. */
function hasValue(requirements: readonly StatedRequirement[]): boolean {
  const isAbsent = requirements.some(({ operator }) => operator === 'DoesNotExist');
  if (isAbsent) return requirements.every(({ operator }) => operator === 'DoesNotExist' || operator === 'NotIn');
  const listed = requirements.find(({ operator }) => operator === 'In');
  if (listed !== undefined) return listed.values.some((value) => requirements.every((requirement) => isMetBy(requirement, value)));
  const bounds = (wanted: string) => requirements.flatMap(({ operator, values }) => (operator === wanted ? values.map(Number) : []));
  return Math.max(-1, ...bounds('Gt')) + 1 < Math.min(Number.POSITIVE_INFINITY, ...bounds('Lt'));
}

function isMetBy({ operator, values }: StatedRequirement, value: string): boolean {
  if (operator === 'In') return values.includes(value);
  if (operator === 'NotIn') return !values.includes(value);
  const [bound = Number.NaN] = values.map(Number);
  if (operator === 'Gt') return Number(value) > bound;
  return operator === 'Lt' ? Number(value) < bound : true;
}
