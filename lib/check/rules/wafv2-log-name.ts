import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

const PREFIX = 'aws-waf-logs-';
/** Destinations of logs, with the property of their name. */
const NAMES: Readonly<Record<string, string | undefined>> = {
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::KinesisFirehose::DeliveryStream': 'DeliveryStreamName',
};

export const wafv2LogName: Rule = {
  id: 'wafv2-log-name',
  severity: 'error',
  description: 'Name of the destination of the logs of a web ACL does not begin with aws-waf-logs-',
  fix: 'Begin the name of the log group, bucket or delivery stream with aws-waf-logs-',
  citation: 'https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html',
  *check(context) {
    for (const logging of context.ofType('AWS::WAFv2::LoggingConfiguration')) {
      for (const destination of itemsAt(logging.properties, 'LogDestinationConfigs')) {
        const resource = context.target(destination);
        const property = NAMES[resource?.type ?? ''];
        if (resource === undefined || property === undefined) continue;
        const name = stringAt(resource.properties, property);
        if (isKnownString(name) && !name.startsWith(PREFIX))
          yield { resource, path: `Properties.${property}`, received: shown(name), expected: `a name that begins with ${PREFIX}` };
      }
    }
  },
};
