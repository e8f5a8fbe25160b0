import { isByDefault } from '../property-condition';
import { atMostOne, each, type Requirement, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

const [INFREQUENT, ARCHIVE] = ['TransitionToIA', 'TransitionToArchive'] as const;
const POLICIES = 'LifecyclePolicies';

export const efsLifecycle: Rule = {
  id: 'efs-lifecycle',
  severity: 'error',
  description:
    'Lifecycle policy of a file system has two transitions, archives before infrequent access, or archives without elastic throughput',
  fix: 'Set one transition for each policy, a later one for the archive, and ThroughputMode to elastic with an archive',
  citation: 'https://docs.aws.amazon.com/efs/latest/ug/API_PutLifecycleConfiguration.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::EFS::FileSystem',
      each(POLICIES, atMostOne(INFREQUENT, ARCHIVE, 'TransitionToPrimaryStorageClass')),
      archivesLater,
      when(isByDefault('ThroughputMode', 'bursting', 'provisioned'), neverArchives),
    ),
};

function* archivesLater(files: unknown, path: string): ReturnType<Requirement> {
  const policies = itemsAt(files, POLICIES);
  const infrequent = policies.map((policy) => daysOf(policy, INFREQUENT)).find((days) => days !== undefined);
  for (const [index, policy] of policies.entries()) {
    const archive = daysOf(policy, ARCHIVE);
    if (archive === undefined || infrequent === undefined || archive > infrequent) continue;
    yield {
      path: `${path}.${POLICIES}[${index}].${ARCHIVE}`,
      received: `${archive} days`,
      expected: `more than ${infrequent} days, the time before infrequent access`,
    };
  }
}

function* neverArchives(files: unknown, path: string): ReturnType<Requirement> {
  for (const [index, policy] of itemsAt(files, POLICIES).entries())
    if (isKnownString(stringAt(policy, ARCHIVE))) yield { path: `${path}.${POLICIES}[${index}].${ARCHIVE}`, expected: 'absent' };
}

/** `AFTER_30_DAYS` */
function daysOf(policy: unknown, transition: string): number | undefined {
  const text = stringAt(policy, transition);
  const days = isKnownString(text) ? /^AFTER_(\d+)_DAYS?$/.exec(text)?.[1] : undefined;
  return days === undefined ? undefined : Number(days);
}
