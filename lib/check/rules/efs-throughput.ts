import { isPresent } from '../property';
import type { Rule } from '../rule';
import { isAbsent, stringAt, UNKNOWN } from '../values';

export const efsThroughput: Rule = {
  id: 'efs-throughput',
  severity: 'error',
  description: 'File system has provisioned throughput without a number, or mode maxIO with elastic throughput or in one zone',
  fix: 'Set ProvisionedThroughputInMibps with ThroughputMode provisioned, and PerformanceMode to generalPurpose',
  citation: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html',
  *check(context) {
    for (const files of context.ofType('AWS::EFS::FileSystem')) {
      const mode = stringAt(files.properties, 'ThroughputMode');
      if (mode === UNKNOWN) continue;
      const hasNone = isAbsent(files.properties, 'ProvisionedThroughputInMibps');
      if (mode === 'provisioned' && hasNone)
        yield { resource: files, path: 'Properties.ProvisionedThroughputInMibps', expected: 'a number for ThroughputMode provisioned' };
      if (stringAt(files.properties, 'PerformanceMode') !== 'maxIO') continue;
      const isOneZone = isPresent(files.properties, 'AvailabilityZoneName');
      if (mode !== 'elastic' && !isOneZone) continue;
      yield {
        resource: files,
        path: 'Properties.PerformanceMode',
        received: `maxIO ${isOneZone ? 'in one zone' : 'with elastic throughput'}`,
        expected: 'generalPurpose',
      };
    }
  },
};
