import { isByDefault } from '../property-condition';
import { matching, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ec2TransitGateway: Rule = {
  id: 'ec2-transit-gateway',
  severity: 'error',
  description: 'Transit gateway has an ASN that is not private, or its route has no attachment and drops nothing',
  fix: 'Set AmazonSideAsn to 64512 to 65534 or 4200000000 to 4294967294, and TransitGatewayAttachmentId or Blackhole',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRequestOptions.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::EC2::TransitGateway',
      matching('AmazonSideAsn', /^(6451[2-9]|645[2-9]\d|64[6-9]\d\d|65[0-4]\d\d|655[0-2]\d|6553[0-4]|42\d{8})$/, 'a private ASN'),
    );
    yield* violationsOf(
      context,
      'AWS::EC2::TransitGatewayRoute',
      when(isByDefault('Blackhole', 'false'), required('TransitGatewayAttachmentId')),
    );
  },
};
