import type { Pricer } from '../pricer';
import { optionalText, requiredText } from './properties';
import { ONE_MONTH_HOURS } from './quantities';

/** Edition of a Microsoft AD that names none. Source: AWS CloudFormation template reference, AWS::DirectoryService::MicrosoftAD. */
const DEFAULT_EDITION = 'Enterprise';

/** Directory with its two domain controllers: AWS Managed Microsoft AD by edition, Simple AD by size. */
export const directoryserviceDirectory: Pricer = {
  types: ['AWS::DirectoryService::MicrosoftAD', 'AWS::DirectoryService::SimpleAD'],
  charges: ({ type, properties }) => {
    const isMicrosoft = type === 'AWS::DirectoryService::MicrosoftAD';
    const size = isMicrosoft ? (optionalText(properties, 'Edition') ?? DEFAULT_EDITION) : requiredText(properties, 'Size');
    return [
      {
        kind: 'directory-hours',
        details: [isMicrosoft ? 'Microsoft AD' : 'Simple AD', size],
        sku: `directory-service/${isMicrosoft ? 'microsoft' : 'simple'}/${size.toLowerCase()}`,
        quantity: ONE_MONTH_HOURS,
        group: 'observability and security',
      },
    ];
  },
};
