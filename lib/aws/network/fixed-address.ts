import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { allowOnOwnMachines, arnOf, findingOf } from '../ecs/own-machines';

export interface FixedAddressProps {
  /** Role of the machine that takes it. */
  readonly role: iam.IRole;
  readonly userData: ec2.UserData;
}

/** A public address that stays when the machine is replaced: each machine takes it when it starts. */
export class FixedAddress extends Construct {
  readonly publicIp: string;

  constructor(scope: Construct, id: string, { role, userData }: FixedAddressProps) {
    super(scope, id);
    const address = new ec2.CfnEIP(this, 'Address', { domain: 'vpc' });
    this.publicIp = address.attrPublicIp;
    allowOnOwnMachines(
      role,
      'ec2:AssociateAddress',
      arnOf(this, `elastic-ip/${address.attrAllocationId}`),
      arnOf(this, 'network-interface/*'),
    );
    acknowledge(role, {
      [findingOf(this, 'network-interface/*')]: 'The interface of a machine has no name before it starts; the address is this one alone.',
    });
    userData.addCommands(
      `aws ec2 associate-address --region "$(cloud-init query region)" --instance-id "$(cloud-init query instance_id)" --allocation-id ${address.attrAllocationId}`,
    );
  }
}
