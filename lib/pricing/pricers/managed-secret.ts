import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Charge } from '../pricer';
import { flag } from './properties';
import { ONE } from './quantities';

/** Properties of RDS, DocumentDB, Redshift and Redshift Serverless. */
const MANAGED = ['ManageMasterUserPassword', 'ManageMasterPassword', 'ManageAdminPassword'] as const;

/**
 * The secret that a database service creates and rotates for the master user, if required. No template contains it.
 * Source: Amazon RDS user guide, "Password management with Amazon RDS and AWS Secrets Manager": charged as any secret.
 */
export function managedSecretCharges({ properties }: TemplateResource): readonly Charge[] {
  if (!MANAGED.some((key) => flag(properties, key, false))) return [];
  return [{ kind: 'secrets', details: ['master user'], sku: 'secrets/secret', quantity: ONE, group: 'observability and security' }];
}
