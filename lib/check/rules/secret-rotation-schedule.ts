import { atMostOne, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const secretRotationSchedule: Rule = {
  id: 'secret-rotation-schedule',
  severity: 'error',
  description: 'Secret rotates after a number of days and on a schedule, of which Secrets Manager accepts one',
  fix: 'Keep AutomaticallyAfterDays or ScheduleExpression',
  citation: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SecretsManager::RotationSchedule',
      atMostOne('RotationRules.AutomaticallyAfterDays', 'RotationRules.ScheduleExpression'),
    ),
};
