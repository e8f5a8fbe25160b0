import { describe, expect, test } from 'vitest';
import { numericProperties } from '../support/cloudformation-numbers';
import { type Others, PAID_ROWS } from '../support/paid-numbers';

/** Why a number is no row of the table of paid numbers. */
type Unpaid =
  /** It limits, delays or identifies, and has no charge. */
  | 'free'
  /** Its charge is usage, such as stored backups. */
  | 'usage'
  /** Its charge is one of creation, which is not monthly. */
  | 'once'
  /** A resource with it is unpriced: no list price is known, or AWS chooses the instances. */
  | 'unpriced'
  /** Spot capacity has the On-Demand price, as the line of the instances says. */
  | 'spot';

/** Numbers in the schemas of CloudFormation that are not paid for by the month, in lower case; `*` stands for all that follow. */
const UNPAID_NUMBERS: Readonly<Record<string, Readonly<Partial<Record<Unpaid, readonly string[]>>>>> = {
  'AWS::AutoScaling::AutoScalingGroup': {
    free: [
      'defaultinstancewarmup',
      'healthcheckgraceperiod',
      'instancemaintenancepolicy.*',
      'lifecyclehookspecificationlist.heartbeattimeout',
      'maxinstancelifetime',
    ],
    spot: ['mixedinstancespolicy.instancesdistribution.*'],
    unpriced: ['mixedinstancespolicy.launchtemplate.overrides.instancerequirements.*'],
  },
  'AWS::AutoScaling::LaunchConfiguration': { free: ['metadataoptions.httpputresponsehoplimit'] },
  'AWS::AutoScaling::ScheduledAction': { free: ['desiredcapacity'] },
  'AWS::AmazonMQ::Broker': { free: ['configuration.revision'], unpriced: ['storagesize'] },
  'AWS::DynamoDB::Table': {
    free: ['globalsecondaryindexes.ondemandthroughput.*', 'ondemandthroughput.*', 'pointintimerecoveryspecification.recoveryperiodindays'],
    unpriced: ['vectorindexes.dimensions'],
    once: ['globalsecondaryindexes.warmthroughput.*', 'warmthroughput.*'],
  },
  'AWS::EC2::Instance': {
    free: [
      'ipv6addresscount',
      'metadataoptions.httpputresponsehoplimit',
      'networkinterfaces.ipv6addresscount',
      'networkinterfaces.secondaryprivateipaddresscount',
      // Amazon Elastic Inference ended on 2024-04-15.
      'elasticinferenceaccelerators.count',
    ],
  },
  'AWS::EC2::LaunchTemplate': {
    free: [
      'launchtemplatedata.blockdevicemappings.ebs.ebscardindex',
      'launchtemplatedata.elasticinferenceaccelerators.count',
      'launchtemplatedata.metadataoptions.httpputresponsehoplimit',
      'launchtemplatedata.networkinterfaces.*',
      'launchtemplatedata.placement.partitionnumber',
    ],
    spot: ['launchtemplatedata.instancemarketoptions.spotoptions.blockdurationminutes'],
    unpriced: ['launchtemplatedata.blockdevicemappings.ebs.volumeinitializationrate', 'launchtemplatedata.instancerequirements.*'],
  },
  'AWS::EC2::Volume': { once: ['volumeinitializationrate'] },
  'AWS::ECS::Service': {
    free: [
      'deploymentconfiguration.*',
      'gatewayconnectors.healthcheck.*',
      'healthcheckgraceperiodseconds',
      'loadbalancers.containerport',
      'serviceconnectconfiguration.services.*',
      'serviceregistries.*',
    ],
    spot: ['capacityproviderstrategy.*'],
    unpriced: ['monitoring.metricconfigurations.resolutionseconds', 'volumeconfigurations.managedebsvolume.volumeinitializationrate'],
  },
  'AWS::ECS::TaskDefinition': { free: ['containerdefinitions.*', 'volumes.*'] },
  'AWS::EKS::Nodegroup': { free: ['noderepairconfig.*', 'updateconfig.*'], unpriced: ['warmpoolconfig.*'] },
  'AWS::ElastiCache::CacheCluster': { free: ['port'], usage: ['snapshotretentionlimit'] },
  'AWS::ElastiCache::ReplicationGroup': { free: ['port'], usage: ['snapshotretentionlimit'] },
  'AWS::ElastiCache::ServerlessCache': {
    usage: ['cacheusagelimits.datastorage.maximum', 'cacheusagelimits.ecpupersecond.maximum', 'snapshotretentionlimit'],
  },
  'AWS::Elasticsearch::Domain': {
    free: ['elasticsearchclusterconfig.zoneawarenessconfig.availabilityzonecount', 'snapshotoptions.automatedsnapshotstarthour'],
    unpriced: ['elasticsearchclusterconfig.warmcount'],
  },
  'AWS::KMS::Key': { free: ['pendingwindowindays', 'rotationperiodindays'] },
  'AWS::Kinesis::Stream': { free: ['maxrecordsizeinkib', 'warmthroughputmibps'] },
  'AWS::Lambda::Function': {
    free: ['reservedconcurrentexecutions', 'timeout'],
    usage: ['ephemeralstorage.size'],
    unpriced: ['capacityproviderconfig.*', 'durableconfig.*', 'functionscalingconfig.*'],
  },
  'AWS::Lambda::Version': { unpriced: ['functionscalingconfig.*'] },
  'AWS::MSK::Cluster': { free: ['configurationinfo.revision'] },
  'AWS::OpenSearchService::Domain': {
    free: [
      'advancedsecurityoptions.samloptions.sessiontimeoutminutes',
      'clusterconfig.zoneawarenessconfig.availabilityzonecount',
      'offpeakwindowoptions.*',
      'snapshotoptions.automatedsnapshotstarthour',
    ],
    unpriced: ['clusterconfig.warmcount'],
  },
  'AWS::RDS::DBCluster': {
    free: ['port', 'serverlessv2scalingconfiguration.secondsuntilautopause'],
    usage: ['backupretentionperiod', 'monitoringinterval'],
    unpriced: ['backtrackwindow', 'performanceinsightsretentionperiod', 'scalingconfiguration.*'],
  },
  'AWS::RDS::DBInstance': {
    free: ['promotiontier'],
    usage: ['backupretentionperiod', 'monitoringinterval'],
    unpriced: [
      'additionalstoragevolumes.*',
      'automaticbackupreplicationretentionperiod',
      'performanceinsightsretentionperiod',
      'storagethroughput',
    ],
  },
  'AWS::Redshift::Cluster': {
    free: ['defermaintenanceduration', 'port'],
    usage: ['automatedsnapshotretentionperiod', 'manualsnapshotretentionperiod'],
    unpriced: ['snapshotcopyretentionperiod'],
  },
};

/** Paths of the leaves of a value, in lower case, with their values. */
function leaves(value: unknown, path: readonly string[] = []): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path.join('.').toLowerCase(), value]]);
  const below = Array.isArray(value)
    ? value.map((each) => leaves(each, path))
    : Object.entries(value).map(([key, each]) => leaves(each, [...path, key]));
  return new Map(below.flatMap((each) => [...each]));
}

/** The type and the path of each number that the rows of the table change. */
const PAID = new Map<string, Set<string>>();
for (const { type, properties, amount, others } of PAID_ROWS) {
  const resources = (number: number): Others => ({ ...others(number), Paid: { Type: type, Properties: properties(number) } });
  const twice = resources(2 * amount);
  for (const [id, { Type, Properties }] of Object.entries(resources(amount))) {
    const changed = leaves(twice[id]?.Properties);
    const paths = [...leaves(Properties)].filter(([path, value]) => changed.get(path) !== value).map(([path]) => path);
    PAID.set(Type, new Set([...(PAID.get(Type) ?? []), ...paths]));
  }
}

const TYPES = [...new Set([...PAID.keys(), ...Object.keys(UNPAID_NUMBERS)])].sort();

describe('numbers in the schemas of CloudFormation', () => {
  test.each(TYPES)('%s: each is paid for by a row, or has a reason why not', (type) => {
    const numbers = numericProperties(type);
    const stated = Object.values(UNPAID_NUMBERS[type] ?? {}).flat();
    const isStated = (path: string, entry: string) => (entry.endsWith('.*') ? path.startsWith(entry.slice(0, -1)) : path === entry);
    const paid = PAID.get(type) ?? new Set();
    expect([...numbers].filter((path) => !paid.has(path) && !stated.some((entry) => isStated(path, entry)))).toEqual([]);
    expect(stated.filter((entry) => ![...numbers].some((path) => isStated(path, entry)))).toEqual([]);
    expect([...paid].filter((path) => stated.some((entry) => isStated(path, entry)))).toEqual([]);
  });
});
