import { is } from '../property-condition';
import { absent, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const opensearchVolume: Rule = {
  id: 'opensearch-volume',
  severity: 'error',
  description: 'Domain sets IOPS or throughput for a volume type that does not offer them',
  fix: 'Set VolumeType to gp3, or remove Iops and Throughput',
  citation: 'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_EBSOptions.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::OpenSearchService::Domain',
      when(is('EBSOptions.VolumeType', 'gp2', 'standard'), absent('EBSOptions.Iops'), absent('EBSOptions.Throughput')),
      when(is('EBSOptions.VolumeType', 'io1'), absent('EBSOptions.Throughput')),
    ),
};
