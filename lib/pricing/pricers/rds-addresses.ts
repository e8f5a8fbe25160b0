import { certain } from '../../core/interval';
import type { Charge } from '../pricer';
import { flag, type Properties } from './properties';
import { addressCharge } from './public-address';

/** Databases that may have public addresses. */
export interface Addressed {
  /** Whether they are in the default VPC, and public by default there. */
  readonly isPublicByDefault: boolean;
  /** Number of DB instances; each has an address. */
  readonly servers: number;
}

/** A publicly accessible database has a public address for each of its DB instances. The template does not decide it by default: high has them. */
export function databaseAddressCharges({ isPublicByDefault, servers }: Addressed, properties: Properties): readonly Charge[] {
  if (flag(properties, 'PubliclyAccessible', false)) return [addressCharge(certain(servers))];
  if (properties.PubliclyAccessible !== undefined || !isPublicByDefault) return [];
  return [addressCharge({ low: 0, mid: 0, high: servers }, ['if the VPC is public'])];
}

/**
 * Whether a database is in the default VPC. There it is publicly accessible by default, unless it is an Aurora instance or the VPC has no
 * internet gateway. A read replica is in the VPC of its source. Source: Amazon RDS API reference, CreateDBInstance and CreateDBCluster.
 */
export function isInDefaultVpc({ DBSubnetGroupName: group, SourceDBInstanceIdentifier: source }: Properties): boolean {
  return group === 'default' || (group === undefined && source === undefined);
}
