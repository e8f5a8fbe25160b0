import { certain } from '../../core/interval';
import type { Charge, Pricer } from '../pricer';
import { LARGEST, numberUpTo } from './largest-amounts';
import { flag, object, objects, optionalNumber, optionalText, type Properties, requiredNumber, requiredText } from './properties';
import { hoursOf } from './quantities';

const GROUP = 'database';
/** IOPS and MB/s of a gp3 volume without a charge. Source: Amazon OpenSearch Service pricing. */
const INCLUDED_IOPS = 3_000;
const INCLUDED_MBPS = 125;

/**
 * Versions whose extended support costs as much again as their instances since 2026-11-07, until 2027-11-07. Source: Amazon OpenSearch
 * Service developer guide, "Calculating extended support charges".
 */
const EXTENDED_ELASTICSEARCH = /^(?:1\.5|2\.3|5\.[1-5]|6\.[0-7]|7\.[1-8])$/;
const EXTENDED_OPENSEARCH = /^(?:1\.[0-2]|2\.[3-9])$/;
/** Version of a domain that states none. Source: AWS CloudFormation, AWS::Elasticsearch::Domain, ElasticsearchVersion. */
const DEFAULT_ELASTICSEARCH = '1.5';

/**
 * Instance type of nodes whose type is not stated, and type of their volumes. Sources: the answer of CreateDomain to a domain without
 * properties, "EBS storage must be selected for m4.large.elasticsearch", https://github.com/awsdocs/aws-cloudformation-user-guide/pull/468;
 * infracost/infracost internal/resources/aws/search_domain.go@95ba4f49a7ab has the same defaults.
 */
const DEFAULT_NODE = 'm4.large.search';
const DEFAULT_VOLUME = 'gp2';

/** Domain of OpenSearch Service: data nodes, dedicated master nodes, their extended support, and the EBS volume of each data node. */
export const opensearchDomain: Pricer = {
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  charges: ({ type, properties }) => {
    const cluster = object(properties, type === 'AWS::Elasticsearch::Domain' ? 'ElasticsearchClusterConfig' : 'ClusterConfig');
    const count = numberUpTo(cluster, 'InstanceCount', LARGEST.searchNodes) ?? 1;
    const nodes = [
      nodeHours('data', optionalText(cluster, 'InstanceType'), count),
      ...(flag(cluster, 'DedicatedMasterEnabled', false)
        ? [nodeHours('dedicated master', optionalText(cluster, 'DedicatedMasterType'), requiredNumber(cluster, 'DedicatedMasterCount'))]
        : []),
      ...objects(cluster, 'NodeOptions').flatMap(optionalNodes),
    ];
    const support = isInExtendedSupport(type, properties)
      ? nodes.map((each): Charge => ({ ...each, kind: 'search-extended-support-hours' }))
      : [];
    return [...nodes, ...support, ...volumeCharges(object(properties, 'EBSOptions'), count)];
  },
};

function isInExtendedSupport(type: string, properties: Properties): boolean {
  if (type === 'AWS::Elasticsearch::Domain') {
    return EXTENDED_ELASTICSEARCH.test(optionalText(properties, 'ElasticsearchVersion') ?? DEFAULT_ELASTICSEARCH);
  }
  const [engine = '', version = ''] = (optionalText(properties, 'EngineVersion') ?? '').split('_');
  return (engine === 'Elasticsearch' ? EXTENDED_ELASTICSEARCH : EXTENDED_OPENSEARCH).test(version);
}

/** Nodes of a role of their own, such as dedicated coordinators. */
function optionalNodes(option: Properties): readonly Charge[] {
  const node = object(option, 'NodeConfig');
  if (!flag(node, 'Enabled', false)) return [];
  return [nodeHours(requiredText(option, 'NodeType'), requiredText(node, 'Type'), requiredNumber(node, 'Count'))];
}

/** Elasticsearch names instance types `m5.large.elasticsearch`, at the price of `m5.large.search`. */
function nodeHours(role: string, instanceType: string | undefined, count: number): Charge {
  const name = (instanceType ?? DEFAULT_NODE).replace(/\.elasticsearch$/, '.search');
  const details = [name, role, ...(instanceType === undefined ? ['default type'] : [])];
  return { kind: 'search-node-hours', details, sku: `opensearch/${name}`, quantity: hoursOf(certain(count)), group: GROUP };
}

function volumeCharges(volume: Properties, nodes: number): readonly Charge[] {
  if (!flag(volume, 'EBSEnabled', false)) return [];
  const volumeType = optionalText(volume, 'VolumeType') ?? DEFAULT_VOLUME;
  const isGp3 = volumeType === 'gp3';
  const iops = Math.max((optionalNumber(volume, 'Iops') ?? 0) - (isGp3 ? INCLUDED_IOPS : 0), 0);
  const mbps = Math.max((optionalNumber(volume, 'Throughput') ?? 0) - INCLUDED_MBPS, 0);
  const ofNodes = (kind: Charge['kind'], sku: string, amount: number): Charge[] =>
    amount === 0
      ? []
      : [{ kind, details: [volumeType], sku: `opensearch/${volumeType}/${sku}`, quantity: certain(nodes * amount), group: GROUP }];
  return [
    ...ofNodes('search-storage-gb-months', 'storage', requiredNumber(volume, 'VolumeSize')),
    ...(volumeType === 'io1' || isGp3 ? ofNodes('search-storage-iops', 'iops', iops) : []),
    ...(isGp3 ? ofNodes('search-storage-throughput-mbps', 'throughput', mbps) : []),
  ];
}
