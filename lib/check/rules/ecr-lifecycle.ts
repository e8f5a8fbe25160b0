import { parsedJson } from '../parsed-json';
import { is } from '../property-condition';
import { anyOf, each, type Requirement, unique, when } from '../requirements';
import type { Rule } from '../rule';
import { isKnownNumber, isKnownString, itemsAt, numberAt, stringAt } from '../values';

const PATH = 'Properties.LifecyclePolicy.LifecyclePolicyText';

export const ecrLifecycle: Rule = {
  id: 'ecr-lifecycle',
  severity: 'error',
  description:
    'Lifecycle policy of a repository has two rules of one priority, a rule after that of all images, or one for tags without tags',
  fix: 'Give each rule a priority of its own, the highest number to tagStatus any, and tagPrefixList or tagPatternList to tagStatus tagged',
  citation: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html',
  *check(context) {
    for (const resource of context.ofType('AWS::ECR::Repository')) {
      const text = stringAt(resource.properties, 'LifecyclePolicy', 'LifecyclePolicyText');
      const policy = isKnownString(text) ? parsedJson(text) : undefined;
      for (const requirement of REQUIREMENTS) {
        for (const breach of requirement(policy, PATH)) yield { resource, ...breach };
      }
    }
  },
};

const REQUIREMENTS: readonly Requirement[] = [
  unique('rules', 'rulePriority'),
  each('rules', when(is('selection.tagStatus', 'tagged'), anyOf('selection.tagPrefixList', 'selection.tagPatternList'))),
  anyIsLast,
];

function* anyIsLast(policy: unknown, path: string): ReturnType<Requirement> {
  const rules = itemsAt(policy, 'rules');
  const priorities = rules.map((rule) => numberAt(rule, 'rulePriority')).filter(isKnownNumber);
  for (const [index, rule] of rules.entries()) {
    const priority = numberAt(rule, 'rulePriority');
    if (stringAt(rule, 'selection', 'tagStatus') !== 'any' || !isKnownNumber(priority) || priority === Math.max(...priorities)) continue;
    yield {
      path: `${path}.rules[${index}].rulePriority`,
      received: `${priority} for all images`,
      expected: 'the highest number of the rules',
    };
  }
}
