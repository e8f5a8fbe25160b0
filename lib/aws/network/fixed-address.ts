import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { allowOnOwnInstances, arnOf, findingOf } from '../ecs/own-instances';

/** Properties of FixedAddress. */
interface FixedAddressProps {
  /** Role of the instance. */
  readonly role: iam.IRole;
  /** User data of the instance, which gets the command that associates the address. */
  readonly userData: ec2.UserData;
}

/** An Elastic IP address that stays when the instance is replaced: each instance associates it at launch. */
export class FixedAddress extends Construct {
  /** The public IP address. */
  readonly publicIp: string;

  constructor(scope: Construct, id: string, { role, userData }: FixedAddressProps) {
    super(scope, id);
    const address = new ec2.CfnEIP(this, 'Address', { domain: 'vpc' });
    this.publicIp = address.attrPublicIp;
    allowOnOwnInstances(
      role,
      'ec2:AssociateAddress',
      arnOf(this, `elastic-ip/${address.attrAllocationId}`),
      arnOf(this, 'network-interface/*'),
    );
    acknowledge(role, {
      [findingOf(this, 'network-interface/*')]:
        'The network interface of an instance is not known before launch; the statement is limited to this one address.',
    });
    userData.addCommands(
      `aws ec2 associate-address --region "$(cloud-init query region)" --instance-id "$(cloud-init query instance_id)" --allocation-id ${address.attrAllocationId}`,
    );
  }
}
