import { noCharge } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { requiredText } from './properties';

/** Types of analyzers that report external access. Source: AWS CloudFormation, Type of AWS::AccessAnalyzer::Analyzer. */
const EXTERNAL_ACCESS: readonly string[] = ['ACCOUNT', 'ORGANIZATION'];

/**
 * Analyzer of IAM Access Analyzer. Those of external access have no charge; those of unused and of internal access have one for each
 * identity and resource. Source: https://aws.amazon.com/iam/access-analyzer/pricing/.
 */
export const accessanalyzerAnalyzer: Pricer = {
  types: ['AWS::AccessAnalyzer::Analyzer'],
  charges: ({ properties }) => {
    const type = requiredText(properties, 'Type');
    if (EXTERNAL_ACCESS.includes(type)) return [];
    throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'Type', feature: 'unused or internal access' });
  },
  freeReason: () => noCharge('permissions'),
};
