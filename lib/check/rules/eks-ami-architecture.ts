import { shapesOf } from '../../catalog/instance-shapes';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';

export const eksAmiArchitecture: Rule = {
  id: 'eks-ami-architecture',
  severity: 'error',
  description: 'Node group has instance types of another architecture than its image, or of two architectures',
  fix: 'Set AmiType to the type for the architecture, such as AL2023_ARM_64_STANDARD, and use one node group for each architecture',
  citation: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html',
  unsettled:
    'The page does not state the rule. It is known from the errors "The architecture \'x86_64\' of the specified instance type does not match the architecture \'arm64\' of the specified AMI" and "[i4g.xlarge] is not a valid instance type for requested amiType AL2_x86_64"',
  *check(context) {
    const shapes = shapesOf('ec2');
    for (const group of context.ofType('AWS::EKS::Nodegroup')) {
      const amiType = stringAt(group.properties, 'AmiType');
      const ofImage = typeof amiType === 'string' ? architectureOfImage(amiType) : undefined;
      const known = itemsAt(group.properties, 'InstanceTypes')
        .filter(isKnownString)
        .flatMap((type) => {
          return Object.hasOwn(shapes, type) ? [{ type, architecture: shapes[type]?.architecture }] : [];
        });
      const expected = ofImage ?? known[0]?.architecture;
      const other = known.find(({ architecture }) => architecture !== expected);
      if (other?.architecture === undefined || expected === undefined) continue;
      yield {
        resource: group,
        path: 'Properties.InstanceTypes',
        received: `${other.type}, which is ${other.architecture}`,
        expected: `types with ${expected}, as ${ofImage === undefined ? String(known[0]?.type) : String(amiType)}`,
      };
    }
  },
};

/** Architecture in the name of an AMI type; undefined for `CUSTOM`. */
function architectureOfImage(amiType: string): 'amd64' | 'arm64' | undefined {
  if (/ARM_64/i.test(amiType)) return 'arm64';
  return /x86_64/i.test(amiType) ? 'amd64' : undefined;
}
