import { describe, expect, test } from 'vitest';
import { priceTemplates } from '../../lib/answers/price-templates';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { lineReason } from '../../lib/output/line-reasons';

type Properties = Readonly<Record<string, unknown>>;

/** A word of a template that decides a price: its type, the property with the word, and groups of words whose lines are the same. */
type Row = readonly [type: string, property: string, properties: (word: string) => Properties, groups: readonly (readonly string[])[]];

const AURORA = { Engine: 'aurora-mysql' };
const batch = (Type: string): Properties => ({ Type: 'MANAGED', ComputeResources: { Type, MaxvCpus: 4, InstanceTypes: ['c5.large'] } });
const scaled = (ThroughputMode: string): Properties => ({ ThroughputMode, ProvisionedThroughputInMibps: 10 });

/** Source: AWS CloudFormation template reference, the allowed values of each property. */
const ROWS: readonly Row[] = [
  ['AWS::ACMPCA::CertificateAuthority', 'UsageMode', (UsageMode) => ({ UsageMode }), [['GENERAL_PURPOSE'], ['SHORT_LIVED_CERTIFICATE']]],
  ['AWS::Batch::ComputeEnvironment', 'Type', batch, [['EC2'], ['SPOT'], ['FARGATE'], ['FARGATE_SPOT']]],
  ['AWS::DocDB::DBCluster', 'StorageType', (StorageType) => ({ StorageType }), [['standard'], ['iopt1']]],
  ['AWS::EC2::NatGateway', 'AvailabilityMode', (AvailabilityMode) => ({ AvailabilityMode }), [['zonal'], ['regional']]],
  ['AWS::EFS::FileSystem', 'ThroughputMode', scaled, [['bursting'], ['elastic'], ['provisioned']]],
  ['AWS::Glue::Job', 'ExecutionClass', (ExecutionClass) => ({ ExecutionClass }), [['STANDARD'], ['FLEX']]],
  [
    'AWS::Kinesis::Stream',
    'StreamMode',
    (StreamMode) => ({ ShardCount: 1, StreamModeDetails: { StreamMode } }),
    [['PROVISIONED'], ['ON_DEMAND']],
  ],
  ['AWS::OpenSearchServerless::Collection', 'StandbyReplicas', (StandbyReplicas) => ({ StandbyReplicas }), [['ENABLED'], ['DISABLED']]],
  ['AWS::RDS::DBCluster', 'EngineMode', (EngineMode) => ({ ...AURORA, EngineMode }), [['provisioned', 'parallelquery'], ['serverless']]],
  ['AWS::RDS::DBCluster', 'StorageType', (StorageType) => ({ ...AURORA, StorageType }), [['aurora'], ['aurora-iopt1']]],
];

function linesOf(type: string, properties: Properties): readonly string[] {
  const template = templateFrom({ Resources: { Paid: { Type: type, Properties: properties } } }, 'paid');
  const lines = priceTemplates([template], 'us-east-1').lineItems.filter(({ resource }) => resource === 'Paid');
  return lines.map((line) =>
    line.state === 'unpriced' ? `${lineReason(line)}` : JSON.stringify([line.name, line.quantity, line.sku, line.state]),
  );
}

describe.each(ROWS.map(([type, property, properties, groups]) => ({ type, property, properties, groups })))(
  '$type $property',
  ({ type, property, properties, groups }) => {
    test('each word has lines of its own, or those of its group, in any case', () => {
      const lines = groups.map((words) => words.map((word) => JSON.stringify(linesOf(type, properties(word)))));
      for (const ofGroup of lines) expect(new Set(ofGroup).size).toBe(1);
      expect(new Set(lines.flat()).size).toBe(groups.length);
      for (const word of groups.flat()) {
        expect(linesOf(type, properties(word.toLowerCase()))).toEqual(linesOf(type, properties(word)));
      }
    });

    test('another word is unpriced, and never has the price of the default', () => {
      expect(linesOf(type, properties('next-generation'))).toEqual([
        expect.stringContaining(`${property} is next-generation: no price of this value is known`),
      ]);
    });
  },
);
