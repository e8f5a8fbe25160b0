/**
 * Types whose replacement CloudFormation creates after it has deleted the first resource: the schema of each states the replacement
 * strategy `delete_then_create`. The specification that the comparison reads does not contain the strategy.
 */
export const DELETED_FIRST: ReadonlySet<string> = new Set([
  'AWS::EC2::EIPAssociation',
  'AWS::EC2::SubnetNetworkAclAssociation',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::VPCDHCPOptionsAssociation',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::LakeFormation::TagAssociation',
  'AWS::Logs::MetricFilter',
  'AWS::Oam::Link',
]);
