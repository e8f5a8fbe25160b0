import { certain } from '../../core/interval';
import type { Charge, Pricer } from '../pricer';
import { LARGEST, numberUpTo } from './largest-amounts';
import { flag, object, objects, optionalNumber, type Properties, requiredNumber, requiredText } from './properties';
import { hoursOf } from './quantities';

const GROUP = 'database';
/** IOPS and MB/s of a gp3 volume without a charge. Source: Amazon OpenSearch Service pricing. */
const INCLUDED_IOPS = 3_000;
const INCLUDED_MBPS = 125;

/** Domain of OpenSearch Service: data nodes, dedicated master nodes, and the EBS volume of each data node. */
export const opensearchDomain: Pricer = {
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  charges: ({ type, properties }) => {
    const cluster = object(properties, type === 'AWS::Elasticsearch::Domain' ? 'ElasticsearchClusterConfig' : 'ClusterConfig');
    const nodes = numberUpTo(cluster, 'InstanceCount', LARGEST.searchNodes) ?? 1;
    return [
      nodeHours('data', requiredText(cluster, 'InstanceType'), nodes),
      ...(flag(cluster, 'DedicatedMasterEnabled', false)
        ? [nodeHours('dedicated master', requiredText(cluster, 'DedicatedMasterType'), requiredNumber(cluster, 'DedicatedMasterCount'))]
        : []),
      ...objects(cluster, 'NodeOptions').flatMap(optionalNodes),
      ...volumeCharges(object(properties, 'EBSOptions'), nodes),
    ];
  },
};

/** Nodes of a role of their own, such as dedicated coordinators. */
function optionalNodes(option: Properties): readonly Charge[] {
  const node = object(option, 'NodeConfig');
  if (!flag(node, 'Enabled', false)) return [];
  return [nodeHours(requiredText(option, 'NodeType'), requiredText(node, 'Type'), requiredNumber(node, 'Count'))];
}

/** Elasticsearch names instance types `m5.large.elasticsearch`, at the price of `m5.large.search`. */
function nodeHours(role: string, instanceType: string, count: number): Charge {
  const name = instanceType.replace(/\.elasticsearch$/, '.search');
  return { kind: 'search-node-hours', details: [name, role], sku: `opensearch/${name}`, quantity: hoursOf(certain(count)), group: GROUP };
}

function volumeCharges(volume: Properties, nodes: number): readonly Charge[] {
  if (!flag(volume, 'EBSEnabled', false)) return [];
  const volumeType = requiredText(volume, 'VolumeType');
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
