import { all, is, isByDefault } from '../property-condition';
import { count, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

const ZONES = 'ClusterConfig.ZoneAwareness';
const SUBNETS = 'VPCOptions.SubnetIds';
const NODES = 'ClusterConfig.InstanceCount';
const TWO = all(is(`${ZONES}Enabled`, 'true'), isByDefault(`${ZONES}Config.AvailabilityZoneCount`, '2'));
const THREE = all(is(`${ZONES}Enabled`, 'true'), is(`${ZONES}Config.AvailabilityZoneCount`, '3'));

export const opensearchZones: Rule = {
  id: 'opensearch-zones',
  severity: 'error',
  description: 'Domain in a VPC has a number of subnets that differs from its Availability Zones, or fewer data nodes than zones',
  fix: 'Set one subnet for each zone of AvailabilityZoneCount, one without ZoneAwarenessEnabled, and a node for each zone',
  citation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-opensearchservice-domain-vpcoptions.html',
  unsettled:
    'The page states the number of subnets. No page states the least number of data nodes; users report the error of two zones with an odd number: https://github.com/aws-amplify/amplify-cli/issues/11729',
  check: (context) =>
    violationsOf(
      context,
      'AWS::OpenSearchService::Domain',
      when(isByDefault(`${ZONES}Enabled`, 'false'), count(SUBNETS, { least: 1, most: 1 })),
      when(TWO, count(SUBNETS, { least: 2, most: 2 }), within(NODES, { least: 2 })),
      when(THREE, count(SUBNETS, { least: 3, most: 3 }), within(NODES, { least: 3 })),
    ),
};
