/** Sentences of the reasons of line items. */

import type { LineItem } from '../pricing/estimate';
import type { LineReason, UnpricedReason } from '../pricing/line-reason';
import type { UsageAssumption } from '../pricing/usage-assumption';
import { freeReasonText } from './free-reasons';
import { objectProblemText, storageProblemText } from './object-problems';
import { derivationText } from './price-derivations';
import { propertyProblemText } from './property-problems';
import { usageBasisText } from './usage-basis';

/** The assumption of a line or why it is free or unpriced, and how its price was derived; null for a line with neither. */
export function lineReason({ reason, derivation }: Pick<LineItem, 'reason' | 'derivation'>): string | null {
  const text = reason === null ? null : reasonText(reason);
  if (derivation === undefined) return text;
  return text === null ? derivationText(derivation) : `${text}; price derived: ${derivationText(derivation)}`;
}

function reasonText(reason: LineReason): string {
  switch (reason.kind) {
    case 'recorded':
      return reason.text;
    case 'declared-usage':
    case 'given-usage':
    case 'no-usage-declared':
    case 'counted-on-resource':
    case 'maximum':
    case 'sum':
    case 'claimed-size':
    case 'image-volume':
    case 'external-service':
      return assumptionText(reason);
    case 'no-list-price':
    case 'invalid-quantity':
    case 'unknown-type':
    case 'unreadable-property':
    case 'unreadable-object':
    case 'unknown-storage':
    case 'no-charges':
    case 'unplaced-pods':
      return unpricedText(reason);
    default:
      return freeReasonText(reason);
  }
}

function assumptionText(assumption: UsageAssumption): string {
  switch (assumption.kind) {
    case 'declared-usage':
      return usageBasisText(assumption.basis);
    case 'given-usage':
      return `given for ${assumption.selector}`;
    case 'no-usage-declared':
      return `no usage declared (${assumption.key})`;
    case 'counted-on-resource':
      return `counted on ${assumption.resource}`;
    case 'maximum':
      return `the maximum of: ${[...new Set(assumption.of.map(assumptionText))].join('; ')}`;
    case 'sum':
      return assumption.of
        .map((each) => `${each.component === undefined ? '' : `${each.component}: `}${assumptionText(each.assumption)}`)
        .join('; ');
    case 'image-volume':
      return `the template states no size: ${assumption.gb} GB, as images of AWS have`;
    case 'claimed-size':
      return 'the size that the claim requests, because EFS charges for the data that is stored';
    case 'external-service':
      return `${assumption.quantity} ${assumption.unit} at the expected load, ${assumption.lowUsd} to ${assumption.highUsd} USD each`;
  }
}

function unpricedText(reason: UnpricedReason): string {
  switch (reason.kind) {
    case 'no-list-price':
      return `no price of ${reason.sku} in ${reason.region}`;
    case 'invalid-quantity': {
      const { low, mid, high } = reason.quantity;
      return `the quantity ${[low, mid, high].join(', ')} ${reason.unit} (low, mid, high) is impossible`;
    }
    case 'unknown-type':
      return `no pricer knows the type ${reason.type}${reason.nearestType === undefined ? '' : `; the nearest known type is ${reason.nearestType}`}`;
    case 'unreadable-property':
      return propertyProblemText(reason.problem);
    case 'unreadable-object':
      return objectProblemText(reason.problem);
    case 'unknown-storage':
      return storageProblemText(reason.problem);
    case 'no-charges':
      return 'it has no charge and no reason to be free';
    case 'unplaced-pods':
      return unplacedText(reason);
  }
}

function unplacedText({ count, point, cause, requests, labels = [] }: Extract<UnpricedReason, { kind: 'unplaced-pods' }>): string {
  const pods = `${count} of its pods ${count === 1 ? 'fits' : 'fit'} no node at ${point}`;
  switch (cause) {
    case 'no-node-type': {
      const gpus = requests.gpus > 0 ? ` and ${requests.gpus} GPU` : '';
      const labelled = labels.length > 0 ? `, with the required ${labels.length === 1 ? 'label' : 'labels'} ${labels.join(', ')}` : '';
      return `${pods}: no instance type that they may run on has ${requests.cpu} CPU, ${Number(requests.memoryGib.toFixed(2))} GiB${gpus}${labelled}`;
    }
    case 'no-zone':
      return `${pods}: no zone satisfies their affinities`;
    case 'neighbors':
      return `${pods}: they must share a node with pods that must not share a node with them`;
  }
}
