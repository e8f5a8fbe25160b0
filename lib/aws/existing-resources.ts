import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as route53 from 'aws-cdk-lib/aws-route53';

/** Resources of the app or of the account that a stack uses instead of its own. */
export interface ExistingResources {
  /**
   * VPC of the stack, in its region, with public subnets for load balancers. Services and nodes run in its private subnets with a
   * route to the internet, or in its public subnets if it has none; data stores are in its isolated subnets, or in its private
   * ones. Its NAT gateways, endpoints and flow logs are not part of the estimate of the stack.
   * Default: a VPC of the stack. Set it from the first deployment on, because a change replaces data stores.
   */
  readonly vpc?: ec2.IVpc;
  /** ACM certificate for HTTPS, in the region of the stack. Default: the `certificate` option. */
  readonly certificate?: acm.ICertificate;
  /**
   * Public hosted zone for the names of application load balancers: `<component>.<stack name>.<zone>`. With `platform=eks`, the
   * record is a CNAME of the address that the deployment reads from the cluster. With standby regions, the zone is the `domain`
   * option. Default: no names.
   */
  readonly hostedZone?: route53.IHostedZone;
  /**
   * KMS key of the storage of databases, document stores and caches that AWS manages. Secrets, buckets and queues have the keys of
   * AWS. The key and its requests are not part of the estimate of the stack. Default: the keys of AWS. Set it from the first
   * deployment on, because a change replaces data stores.
   */
  readonly encryptionKey?: kms.IKey;
}
