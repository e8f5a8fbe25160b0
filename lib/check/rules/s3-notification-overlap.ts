import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

const LISTS = ['LambdaConfigurations', 'QueueConfigurations', 'TopicConfigurations'];

export const s3NotificationOverlap: Rule = {
  id: 's3-notification-overlap',
  severity: 'error',
  description: 'Two notifications of a bucket are for the same event and for keys that overlap, which S3 rejects',
  fix: 'Separate them by prefix or suffix, or send the event to one topic, queue or event bus for both',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      const notifications = notificationsOf(bucket);
      for (const [index, one] of notifications.entries()) {
        const other = notifications.slice(0, index).find((before) => overlap(one, before));
        if (other !== undefined)
          yield {
            resource: bucket,
            path: one.path,
            received: `${one.event}, as ${other.path}`,
            expected: 'another event, prefix or suffix',
          };
      }
    }
  },
};

interface Notification {
  readonly event: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly path: string;
}

/** The notifications of a bucket whose event and filter are known. */
function notificationsOf({ properties }: TemplateResource): readonly Notification[] {
  return LISTS.flatMap((list) =>
    itemsAt(properties, 'NotificationConfiguration', list).flatMap((item, index) => {
      const event = stringAt(item, 'Event');
      const rules = itemsAt(item, 'Filter', 'S3Key', 'Rules').map((rule) => [stringAt(rule, 'Name'), stringAt(rule, 'Value')] as const);
      if (!isKnownString(event) || !rules.every(([name, value]) => isKnownString(name) && isKnownString(value))) return [];
      const filterOf = (wanted: string) => String(rules.find(([name]) => String(name).toLowerCase() === wanted)?.[1] ?? '');
      return [
        { event, prefix: filterOf('prefix'), suffix: filterOf('suffix'), path: `Properties.NotificationConfiguration.${list}[${index}]` },
      ];
    }),
  );
}

/** Whether an object can cause both notifications: `s3:ObjectCreated:*` has every event of its kind. */
function overlap(one: Notification, other: Notification): boolean {
  const isSameEvent = isOfKind(one.event, other.event) || isOfKind(other.event, one.event);
  const isSamePrefix = one.prefix.startsWith(other.prefix) || other.prefix.startsWith(one.prefix);
  const isSameSuffix = one.suffix.endsWith(other.suffix) || other.suffix.endsWith(one.suffix);
  return isSameEvent && isSamePrefix && isSameSuffix;
}

function isOfKind(event: string, kind: string): boolean {
  return event === kind || (kind.endsWith(':*') && event.startsWith(kind.slice(0, -1)));
}
