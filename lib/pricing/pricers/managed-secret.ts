import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Charge } from '../pricer';
import { flag } from './properties';
import { ONE } from './quantities';

/**
 * The secret that RDS and DocumentDB create and rotate for the master user, if required. No template contains it.
 * Source: Amazon RDS user guide, "Password management with Amazon RDS and AWS Secrets Manager": charged as any secret.
 */
export function managedSecretCharges({ properties }: TemplateResource): readonly Charge[] {
  if (!flag(properties, 'ManageMasterUserPassword', false)) return [];
  return [{ kind: 'secrets', details: ['master user'], sku: 'secrets/secret', quantity: ONE, group: 'observability and security' }];
}
