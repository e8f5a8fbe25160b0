/** Sentences about derived prices. */

import type { DerivationReason, PriceDerivation } from '../core/price-derivation';
import { thousands } from '../core/thousands';

const REASONS: Readonly<Record<DerivationReason, string>> = {
  'class-of-cluster-database': 'the same class in the nearest cluster database',
  'cluster-instance': 'capacity units scale with the price of a cluster instance',
  'cluster-storage': 'the nearest storage of a database cluster',
  'flat-charge': 'charges of this kind are the same in most regions',
  'general-purpose-instances': 'prices of services that run on instances scale with the price of a general-purpose instance',
  'general-purpose-storage': 'storage prices scale with the price of general-purpose volumes',
  'io-optimized': 'I/O-Optimized costs 30% more for instances, and 125% more for storage, in every list with both',
  lcu: 'capacity units cost the same in every region where they are known',
  'lcu-of-application-balancers': 'capacity units of application load balancers do not differ between regions',
  'nearest-balancer': 'the nearest kind of load balancer',
  'nearest-volume': 'the nearest kind of volume',
  'network-appliances': 'network appliances scale with the price of a NAT gateway',
  'next-family': 'the next family of the same line',
  'older-class': 'the nearest older class of the same engine and size',
  'older-family': 'the nearest older family of the same line',
  'other-architecture': 'Fargate on ARM scales with the price of Fargate on x86',
  'other-class': 'storage classes of S3 scale with the price of Standard',
  'proportional-to-size': 'prices in this family are proportional to the size',
  'same-generation': 'the nearest family of the same generation',
  'same-volume': 'the same kind of volume',
  'same-volume-operations': 'provisioned operations of the same kind of volume',
  'serverless-cache': 'serverless caches scale with the price of a node',
  'size-of-family': 'another size of the same family',
  standby: 'a standby costs as much as the database; the list price may differ by 0.001',
  'two-standbys': 'two readable standbys cost as much as the database, each with storage of its own',
  'us-east-1-like-us-west-2': 'classes of databases cost the same in both regions wherever both are known',
  'vcpu-hours': 'vCPU hours scale with the price of a database class',
};

/** How a price was derived, with its numbers. */
export function derivationText(derivation: PriceDerivation): string {
  switch (derivation.kind) {
    case 'sibling': {
      const { times, per, usd, sku, region, reason, base } = derivation;
      const scaled = `${times === 1 ? '' : `${times} × `}${usd.join(', ')}${per === 1 ? '' : ` ÷ ${per}`}`;
      return `${scaled}, the price of ${sku} in ${region}: ${REASONS[reason]}${baseText('that price', base)}`;
    }
    case 'unchanged': {
      const { usd, reference, reason, base } = derivation;
      return `${usd.join(', ')}, as in ${reference}: ${REASONS[reason]}${baseText('the first price', base)}`;
    }
    case 'ratio': {
      const { usd, reference, usdHere, usdThere, sku, region, reason, base } = derivation;
      const product = `${usd.join(', ')} in ${reference} × ${usdHere} ÷ ${usdThere}`;
      return `${product}, the prices of ${sku} in ${region} and ${reference}: ${REASONS[reason]}${baseText('the first price', base)}`;
    }
    case 'beyond-last-tier': {
      const { usd, upTo, unit } = derivation;
      return `${usd}, the price up to ${thousands(upTo)} ${unit}: no price above that is known, and unit prices fall with the quantity`;
    }
  }
}

function baseText(subject: string, base: PriceDerivation | undefined): string {
  return base === undefined ? '' : `; ${subject} is itself derived: ${derivationText(base)}`;
}
