import type { TemplateResource } from '../../cloudformation/template-resource';
import { mapInterval } from '../../core/interval';
import { HOURS_PER_MONTH } from '../../core/time';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { knownWord, object, optionalText } from './properties';
import { usageCharge } from './quantities';

const TYPE = 'AWS::OpenSearchServerless::Collection';
const GROUP = 'database';

/**
 * Compute units that always run: half a unit for indexing and half a unit for search, and as many on standby in another zone. Source:
 * Amazon OpenSearch Service developer guide, "Managing capacity limits for Amazon OpenSearch Serverless".
 */
const LEAST_UNITS = { DISABLED: 1, ENABLED: 2 } as const;

/**
 * Collection of OpenSearch Serverless: its compute units, at least those that always run, and its data. Collections share their units if
 * they have the same key, but vector search shares with vector search only, so that only the first one of a template has a minimum.
 */
export const opensearchserverlessCollection: Pricer = {
  types: [TYPE],
  charges: (resource, context) => {
    const group = optionalText(resource.properties, 'CollectionGroupName');
    if (group !== undefined)
      throw new UnreadableProperty({
        kind: 'unlisted-extra',
        property: 'CollectionGroupName',
        feature: 'the capacity of a collection group',
      });
    const units = usageCharge(resource, context, {
      kind: 'search-capacity-unit-hours',
      sku: 'opensearch-serverless/ocu',
      group: GROUP,
      key: 'searchUnitHours',
    });
    const first = context.ofType(TYPE).find((other) => sharing(other) === sharing(resource));
    const least = first?.id === resource.id ? leastUnits(resource) * HOURS_PER_MONTH : 0;
    return [
      { ...units, quantity: mapInterval(units.quantity, (hours) => Math.max(hours, least)) },
      usageCharge(resource, context, {
        kind: 'search-managed-storage-gb-months',
        sku: 'opensearch-serverless/storage',
        group: GROUP,
        key: 'storedGb',
      }),
    ];
  },
};

/** Collections with the same text share their compute units. */
function sharing({ properties }: TemplateResource): string {
  const isOfVectors = optionalText(properties, 'Type') === 'VECTORSEARCH';
  return JSON.stringify([isOfVectors, object(properties, 'EncryptionConfig').KmsKeyArn, optionalText(properties, 'StandbyReplicas')]);
}

function leastUnits({ properties }: TemplateResource): number {
  return LEAST_UNITS[knownWord(properties, 'StandbyReplicas', ['ENABLED', 'DISABLED'], 'ENABLED')];
}
