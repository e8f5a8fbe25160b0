import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/**
 * Policy of Amazon Data Lifecycle Manager, which has no charge of its own. Its snapshots are billed with the volumes of the template; without
 * volumes in the template, with the policy. Source: Amazon EBS user guide, "How Amazon Data Lifecycle Manager works"; Amazon EBS pricing.
 */
export const dlmLifecyclePolicy: Pricer = {
  types: ['AWS::DLM::LifecyclePolicy'],
  charges: (resource, context) =>
    context.ofType('AWS::EC2::Volume').length > 0
      ? []
      : [
          usageCharge(resource, context, {
            kind: 'volume-snapshot-gb-months',
            sku: 'ebs/snapshots',
            group: 'storage and backup',
            key: 'backupGb',
          }),
        ],
  freeReason: () => billedAs('volume-snapshots'),
};
