import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Rule } from '../rule';
import { isKnownNumber, isKnownString, itemsAt, numberAt, stringAt } from '../values';
import type { Violation } from '../violation';

/** Classes to which objects of a class may move. Objects may move to every class from STANDARD. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  STANDARD_IA: ['INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
  INTELLIGENT_TIERING: ['ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
  ONEZONE_IA: ['GLACIER', 'DEEP_ARCHIVE'],
  GLACIER_IR: ['GLACIER', 'DEEP_ARCHIVE'],
  GLACIER: ['DEEP_ARCHIVE'],
  DEEP_ARCHIVE: [],
};
/** Classes for infrequent access: objects are stored for this many days before they move there, and before they leave for these classes. */
const INFREQUENT = ['STANDARD_IA', 'ONEZONE_IA'];
const AFTER_INFREQUENT = ['ONEZONE_IA', 'GLACIER', 'DEEP_ARCHIVE'];
const MINIMUM_DAYS = 30;

/** Transitions of current and of noncurrent versions, with the property that deletes them. */
const VERSIONS = [
  { list: 'Transitions', expiration: ['ExpirationInDays'] },
  { list: 'NoncurrentVersionTransitions', expiration: ['NoncurrentVersionExpiration', 'NoncurrentDays'] },
] as const;

export const s3Lifecycle: Rule = {
  id: 's3-lifecycle',
  severity: 'error',
  description: 'Lifecycle rule moves objects too early, in the wrong order, or after they expire',
  fix: 'Order transitions from warm to cold, from day 30 for infrequent access and 30 days later to an archive, and let objects expire after the last of them',
  citation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      for (const [index, rule] of itemsAt(bucket.properties, 'LifecycleConfiguration', 'Rules').entries()) {
        const path = `Properties.LifecycleConfiguration.Rules[${index}]`;
        for (const { list, expiration } of VERSIONS) {
          const moves = movesOf(rule, list, path);
          yield* moves.flatMap((move, place) => wrongMove(bucket, move, moves[place - 1]) ?? []);
          const last = moves.at(-1);
          const days = numberAt(rule, ...expiration);
          if (last === undefined || !isKnownNumber(days) || days > last.days) continue;
          yield {
            resource: bucket,
            path: `${path}.${expiration.join('.')}`,
            received: String(days),
            expected: `more than ${last.days}, when objects move to ${last.to}`,
          };
        }
      }
    }
  },
};

interface Move {
  readonly to: string;
  readonly days: number;
  readonly path: string;
}

/** The known transitions of a rule, from the first to the last day. */
function movesOf(rule: unknown, list: string, path: string): readonly Move[] {
  const moves = itemsAt(rule, list).flatMap((item, index) => {
    const [to, days] = [stringAt(item, 'StorageClass'), numberAt(item, 'TransitionInDays')];
    return isKnownString(to) && isKnownNumber(days) ? [{ to, days, path: `${path}.${list}[${index}].TransitionInDays` }] : [];
  });
  return moves.toSorted((one, other) => one.days - other.days);
}

/** The violation of a transition after another one; undefined when S3 supports it. */
function wrongMove(resource: TemplateResource, { to, days, path }: Move, before: Move | undefined): Violation | undefined {
  const found = { resource, path, received: `${days} for ${to}` };
  if (INFREQUENT.includes(to) && days < MINIMUM_DAYS) return { ...found, expected: `at least ${MINIMUM_DAYS} for ${to}` };
  if (before === undefined) return undefined;
  const allowed = Object.hasOwn(NEXT, before.to) ? NEXT[before.to] : undefined;
  if (allowed?.includes(to) === false)
    return { ...found, expected: `fewer days than for ${before.to}, from which objects cannot move to ${to}` };
  if (!INFREQUENT.includes(before.to) || !AFTER_INFREQUENT.includes(to) || days >= before.days + MINIMUM_DAYS) return undefined;
  return { ...found, expected: `at least ${before.days + MINIMUM_DAYS}, ${MINIMUM_DAYS} days after the move to ${before.to}` };
}
