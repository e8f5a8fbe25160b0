import { certain } from '../../core/interval';
import type { Charge } from '../pricer';
import { flag, type Properties } from './properties';
import { addressCharge } from './public-address';

/** Databases that may have public addresses. */
export interface Addressed {
  /** Whether they have addresses when their properties do not say it. */
  readonly isPublicByDefault: boolean;
  /** Number of DB instances; each has an address. */
  readonly servers: number;
}

/** A publicly accessible database has a public address for each of its DB instances. */
export function databaseAddressCharges({ isPublicByDefault, servers }: Addressed, properties: Properties): readonly Charge[] {
  return flag(properties, 'PubliclyAccessible', isPublicByDefault) ? [addressCharge(certain(servers))] : [];
}

/**
 * Whether a database is in the default VPC, and so publicly accessible by default unless it is an Aurora instance. A read replica is in the
 * VPC of its source. Source: Amazon RDS API reference, CreateDBInstance and CreateDBCluster, PubliclyAccessible.
 */
export function isInDefaultVpc({ DBSubnetGroupName: group, SourceDBInstanceIdentifier: source }: Properties): boolean {
  return group === 'default' || (group === undefined && source === undefined);
}
