import { shown } from '../../core/problems';
import { LISTENER_RULE } from '../elb';
import type { Rule } from '../rule';
import { isAbsent, isKnownString, itemsAt, stringAt } from '../values';

/** Properties with the values of a condition, by its field. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'host-header': ['HostHeaderConfig', 'Values', 'RegexValues'],
  'path-pattern': ['PathPatternConfig', 'Values', 'RegexValues'],
  'http-header': ['HttpHeaderConfig'],
  'http-request-method': ['HttpRequestMethodConfig'],
  'query-string': ['QueryStringConfig'],
  'source-ip': ['SourceIpConfig'],
};
/** Fields that a rule may have several times. */
const REPEATED = ['http-header', 'query-string'];

export const elbRuleCondition: Rule = {
  id: 'elb-rule-condition',
  severity: 'error',
  description: 'Condition of a listener rule has no values for its field, or the field of another condition',
  fix: 'Set the configuration of the field, such as HttpHeaderConfig, and put the values of a field into one condition',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html',
  *check(context) {
    for (const resource of context.ofType(LISTENER_RULE)) {
      const fields = itemsAt(resource.properties, 'Conditions').map((condition) => stringAt(condition, 'Field'));
      for (const [index, condition] of itemsAt(resource.properties, 'Conditions').entries()) {
        const [field, path] = [fields[index], `Properties.Conditions[${index}]`];
        if (!isKnownString(field) || !Object.hasOwn(VALUES, field)) continue;
        const names = VALUES[field] ?? [];
        if (names.every((name) => isAbsent(condition, name)))
          yield { resource, path: `${path}.${names[0]}`, expected: `values for the field ${field}` };
        if (fields.indexOf(field) < index && !REPEATED.includes(field))
          yield { resource, path: `${path}.Field`, received: shown(field), expected: `one condition for the field ${field}` };
      }
    }
  },
};
