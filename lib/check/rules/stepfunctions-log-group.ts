import type { Rule } from '../rule';
import { isKnownString, itemsAt, listAt, rawAt, stringAt, UNKNOWN } from '../values';

export const stepfunctionsLogGroup: Rule = {
  id: 'stepfunctions-log-group',
  severity: 'error',
  description: 'State machine logs to no log group, or to an ARN of one that does not end with ":*"',
  fix: 'Set Destinations to the ARN of a log group, as Fn::GetAtt returns it',
  citation: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_CloudWatchLogsLogGroup.html',
  *check(context) {
    for (const resource of context.ofType('AWS::StepFunctions::StateMachine')) {
      const logging = rawAt(resource.properties, 'LoggingConfiguration');
      const level = stringAt(logging, 'Level');
      const destinations = listAt(logging, 'Destinations');
      const path = 'Properties.LoggingConfiguration.Destinations';
      if (isKnownString(level) && level !== 'OFF' && destinations !== UNKNOWN && destinations.length === 0)
        yield { resource, path, expected: `a log group for level ${level}` };
      for (const [index, destination] of itemsAt(logging, 'Destinations').entries()) {
        const arn = stringAt(destination, 'CloudWatchLogsLogGroup', 'LogGroupArn');
        if (!isKnownString(arn) || arn.endsWith(':*')) continue;
        yield { resource, path: `${path}[${index}].CloudWatchLogsLogGroup.LogGroupArn`, received: arn, expected: `${arn}:*` };
      }
    }
  },
};
