import { is } from '../property-condition';
import { oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const memorydbAccess: Rule = {
  id: 'memorydb-access',
  severity: 'error',
  description: 'MemoryDB cluster has an access control list and no encryption in transit, without which MemoryDB accepts only open-access',
  fix: 'Remove TLSEnabled, or set ACLName to open-access',
  citation: 'https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html',
  unsettled:
    'The page does not name the list. The Terraform provider documents it: https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/memorydb_cluster.html.markdown',
  check: (context) => violationsOf(context, 'AWS::MemoryDB::Cluster', when(is('TLSEnabled', 'false'), oneOf('ACLName', ['open-access']))),
};
