import { intrinsicOf } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain, type Interval } from '../../core/interval';
import { isPlainObject } from '../../core/plain-object';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { elbLoadBalancer } from './elb-load-balancer';
import { elbv2LoadBalancer } from './elbv2-load-balancer';
import { pointedAt } from './following';
import { type InstanceSettings, instanceCharges, instanceSettings, SPOT_NOTE } from './instance';
import { flag, knownWord, object, objects, optionalNumber, optionalText, type Properties, requiredText } from './properties';
import { addressCharge, type PublicAddress } from './public-address';
import { ONE, usageCharge } from './quantities';
import { rdsDbInstance } from './rds-db-instance';
import { scaledCount } from './scaling';

/** Sizes of the Auto Scaling group of a load-balanced environment. Source: AWS Elastic Beanstalk developer guide, general options, aws:autoscaling:asg. */
const DEFAULT_SIZES = { min: 1, max: 4 };
/** Alarms of the scaling triggers of a load-balanced environment. Source: the same guide, "Auto Scaling triggers": two CloudWatch alarms. */
const TRIGGER_ALARMS = 2;
/** Value of MonitoringInterval with detailed monitoring. Source: the same guide, aws:autoscaling:launchconfiguration. */
const DETAILED_MONITORING = '1 minute';

/** Options of an environment by namespace and name, such as `aws:autoscaling:asg` and `MinSize`. */
type Options = Readonly<Record<string, Properties>>;

/**
 * Environment of Elastic Beanstalk, which has no charge of its own: the instances, the load balancer and the database that its options
 * describe. Options of the environment override those of its configuration template. Without an instance type in the template the environment
 * is unpriced, because the source bundle may state one. Source: AWS Elastic Beanstalk developer guide, "General options for all environments".
 */
export const elasticbeanstalkEnvironment: Pricer = {
  types: ['AWS::ElasticBeanstalk::Environment'],
  charges: (resource, context) => {
    const configuration = pointedAt(resource.properties, 'TemplateName', CONFIGURATION, context);
    const options = optionsOf([configuration?.properties, resource.properties]);
    const environment = namespace(options, 'aws:elasticbeanstalk:environment');
    const isSingle = knownWord(environment, 'EnvironmentType', ['LoadBalanced', 'SingleInstance'], 'LoadBalanced') === 'SingleInstance';
    const isWorker = optionalText(object(resource.properties, 'Tier'), 'Name') === 'Worker';
    const count = isSingle ? ONE : instanceCount(resource, options, context);
    const platform = { ...configuration?.properties, ...resource.properties };
    const settings = settingsOf(options, platform, isSingle, context);
    return [
      ...instanceCharges(resource, settings, count, context),
      ...(isSingle ? [addressCharge(ONE, ['Elastic IP of the instance'])] : [alarmCharge()]),
      ...(isSingle || isWorker ? [] : balancerCharges(resource, options, context)),
      ...(isWorker ? [usageCharge(resource, context, WORKER_QUEUE)] : []),
      ...databaseCharges(resource, options, context),
      ...logCharges(resource, options, context),
    ];
  },
};

const CONFIGURATION = { type: 'AWS::ElasticBeanstalk::ConfigurationTemplate', nameKey: 'TemplateName' } as const;
const WORKER_QUEUE = {
  kind: 'queue-requests',
  details: ['Standard', 'worker'],
  sku: 'sqs/standard',
  group: 'compute',
  key: 'queueRequests',
  per: 1_000_000,
} as const;
const LOGS = [
  { kind: 'log-ingest-gb', details: ['instance logs'], sku: 'logs/ingest', group: 'observability and security', key: 'logIngestGb' },
  {
    kind: 'log-storage-gb-months',
    details: ['instance logs'],
    sku: 'logs/storage',
    group: 'observability and security',
    key: 'logStoredGb',
  },
] as const;

/** Later lists override earlier ones. An option without a value is not set. */
function optionsOf(owners: readonly (Properties | undefined)[]): Options {
  const byNamespace: Record<string, Record<string, unknown>> = {};
  for (const owner of owners) {
    for (const option of objects(owner ?? {}, 'OptionSettings')) {
      if (option.Value === undefined || isOfListener(option.Namespace)) continue;
      const space = requiredText(option, 'Namespace');
      byNamespace[space] = { ...byNamespace[space], [requiredText(option, 'OptionName')]: option.Value };
    }
  }
  return byNamespace;
}

/** Namespaces of listeners contain their port, which a function may give. They have no charge. */
const LISTENER = /^aws:elb(?:v2)?:listener:/;

function isOfListener(value: unknown): boolean {
  const [, argument] = intrinsicOf(value) ?? [];
  const text: unknown = Array.isArray(argument) ? argument[0] : argument;
  return typeof text === 'string' && LISTENER.test(text);
}

function namespace(options: Options, name: string): Properties {
  return options[name] ?? {};
}

function instanceCount(resource: TemplateResource, options: Options, context: PricingContext): Interval {
  const group = namespace(options, 'aws:autoscaling:asg');
  const min = optionalNumber(group, 'MinSize') ?? DEFAULT_SIZES.min;
  return scaledCount(resource, { min, max: optionalNumber(group, 'MaxSize') ?? Math.max(min, DEFAULT_SIZES.max) }, context);
}

function settingsOf(options: Options, platform: Properties, isSingle: boolean, context: PricingContext): InstanceSettings {
  const launch = namespace(options, 'aws:autoscaling:launchconfiguration');
  const instances = namespace(options, 'aws:ec2:instances');
  const [first] = (optionalText(instances, 'InstanceTypes') ?? '').split(',').filter((type) => type.trim() !== '');
  const settings = instanceSettings(
    {
      InstanceType: first?.trim() ?? requiredText(launch, 'InstanceType'),
      ...(launch.ImageId !== undefined && { ImageId: launch.ImageId }),
      Monitoring: optionalText(launch, 'MonitoringInterval') === DETAILED_MONITORING,
      BlockDeviceMappings: rootDevice(launch),
    },
    {},
    context,
  );
  const stated = platform.PlatformArn ?? platform.SolutionStackName;
  const isKnown = typeof stated === 'string';
  return {
    ...settings,
    ...(isKnown && /windows/i.test(stated) ? { license: 'windows' as const } : { isLinuxAssumed: !isKnown }),
    ...(flag(instances, 'EnableSpot', false) && { note: SPOT_NOTE }),
    publicAddress: isSingle ? 'no' : publicAddressOf(options),
  };
}

function rootDevice(launch: Properties): readonly Properties[] {
  const size = optionalNumber(launch, 'RootVolumeSize');
  const type = optionalText(launch, 'RootVolumeType');
  if (size === undefined && type === undefined) return [];
  const iops = optionalNumber(launch, 'RootVolumeIOPS');
  const throughput = optionalNumber(launch, 'RootVolumeThroughput');
  const Ebs = {
    ...(size !== undefined && { VolumeSize: size }),
    ...(type !== undefined && { VolumeType: type }),
    ...(iops !== undefined && { Iops: iops }),
    ...(throughput !== undefined && { Throughput: throughput }),
  };
  return [{ DeviceName: 'root', Ebs }];
}

/** Instances in a VPC of the user have a public address by its option or by their subnets; those in the default VPC have one. */
function publicAddressOf(options: Options): PublicAddress {
  const network = namespace(options, 'aws:ec2:vpc');
  if (network.AssociatePublicIpAddress !== undefined) return flag(network, 'AssociatePublicIpAddress', false) ? 'yes' : 'unknown';
  return network.VPCId === undefined ? 'yes' : 'unknown';
}

function alarmCharge(): Charge {
  const quantity = certain(TRIGGER_ALARMS);
  return { kind: 'alarm-metrics', details: ['scaling triggers'], sku: 'cloudwatch/alarm', quantity, group: 'observability and security' };
}

function balancerCharges(resource: TemplateResource, options: Options, context: PricingContext): readonly Charge[] {
  const environment = namespace(options, 'aws:elasticbeanstalk:environment');
  if (flag(environment, 'LoadBalancerIsShared', false)) return [];
  const network = namespace(options, 'aws:ec2:vpc');
  const type = knownWord(environment, 'LoadBalancerType', ['classic', 'application', 'network'], 'classic');
  const Subnets = subnetList(network.ELBSubnets ?? network.Subnets);
  const Scheme = optionalText(network, 'ELBScheme') === 'internal' ? 'internal' : 'internet-facing';
  const balancer = { ...resource, properties: { Scheme, Subnets, ...(type !== 'classic' && { Type: type }) } };
  return (type === 'classic' ? elbLoadBalancer : elbv2LoadBalancer).charges(balancer, context);
}

/** Subnets are one text with commas, or a Join of them. Without any, or from a function, their number is that of some zones. */
function subnetList(value: unknown): unknown {
  if (typeof value === 'string') return value.split(',');
  const joined = isPlainObject(value) ? value['Fn::Join'] : undefined;
  const parts: unknown = Array.isArray(joined) ? joined[1] : undefined;
  return Array.isArray(parts) ? parts : { 'Fn::GetAZs': '' };
}

/** Options that describe a database. Source: the developer guide, aws:rds:dbinstance. */
const DATABASE_DEFAULTS = { Engine: 'mysql', AllocatedStorage: '5' } as const;

/** The database that an environment creates. Without the option `HasCoupledDatabase`, options of a database create one. */
function databaseCharges(resource: TemplateResource, options: Options, context: PricingContext): readonly Charge[] {
  const database = namespace(options, 'aws:rds:dbinstance');
  if (!flag(database, 'HasCoupledDatabase', Object.keys(database).length > 0)) return [];
  const properties = {
    Engine: optionalText(database, 'DBEngine') ?? DATABASE_DEFAULTS.Engine,
    ...(database.DBEngineVersion !== undefined && { EngineVersion: database.DBEngineVersion }),
    DBInstanceClass: requiredText(database, 'DBInstanceClass'),
    AllocatedStorage: optionalText(database, 'DBAllocatedStorage') ?? DATABASE_DEFAULTS.AllocatedStorage,
    MultiAZ: flag(database, 'MultiAZDatabase', false),
  };
  return rdsDbInstance.charges({ ...resource, properties }, context);
}

function logCharges(resource: TemplateResource, options: Options, context: PricingContext): readonly Charge[] {
  const isStreamed = flag(namespace(options, 'aws:elasticbeanstalk:cloudwatch:logs'), 'StreamLogs', false);
  return isStreamed ? LOGS.map((charge) => usageCharge(resource, context, charge)) : [];
}
